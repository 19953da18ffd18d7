/**
 * The library in browsers: the same simulation, over module workers.
 *
 * ```js
 * import { compare, loadScenario } from 'swaylab';
 * const result = await compare(await loadScenario('/scenarios/my-market.json'));
 * ```
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { settleScenario } from './cli/settle-scenario.ts';
import { type CompareOptions, compareOver } from './compute/compare.ts';
import type { PolicyModule } from './compute/comparison-plan.ts';
import type { MarketInput } from './compute/market-laboratory.ts';
import { createBrowserPool } from './compute/pool.browser.ts';
import type { CompareResult } from './experiment/compare-result.ts';
import { InputError } from './parameter/index.ts';
import { parseJson, type Scenario } from './scenario/index.ts';

export * from './library.ts';

/**
 * A validated scenario from a URL; the default without an argument.
 *
 * @param assignments changes as `path=value`, in order
 * @throws InputError that names the place, what was found and what is allowed
 */
export async function loadScenario(source?: string | URL, assignments: readonly string[] = []): Promise<Scenario> {
  const file = source === undefined ? null : String(source);
  const given = file === null ? { name: 'default' } : parseJson(new TextDecoder().decode(await fetched(file)), file);
  return settleScenario({ given, file: file ?? 'default' }, { set: assignments });
}

/** Compares every strategy of a scenario, and doing nothing, over web workers. @throws InputError; the signal's reason; a run's error */
export async function compare(scenario: Scenario, options: CompareOptions = {}): Promise<CompareResult> {
  const policies = await Promise.all((options.policies ?? []).map((module) => policyAt(new URL(module, document.baseURI))));
  const pool = createBrowserPool<MarketInput>(options.workers === undefined ? {} : { workers: options.workers });
  try {
    return await compareOver(pool, scenario, policies, options);
  } finally {
    await pool.close();
  }
}

async function policyAt(url: URL): Promise<PolicyModule> {
  const file = url.pathname.split('/').at(-1) ?? '';
  return { name: file.replace(/\.\w+$/, ''), url: url.href, sha256: bytesToHex(sha256(await fetched(url.href))) };
}

async function fetched(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  throw new InputError(`cannot load ${url}: ${answer.status} ${answer.statusText}`, {
    file: url,
    found: String(answer.status),
    allowed: 'a file',
  });
}
