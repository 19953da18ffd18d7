/**
 * The library in Node: the same simulation as the command line.
 *
 * ```js
 * import { compare, loadScenario } from 'swaylab';
 * const result = await compare(await loadScenario('default'), { onProgress: ({ done, total }) => console.error(done, total) });
 * ```
 */
import { fileURLToPath } from 'node:url';
import { policyFile } from './cli/policy-file.ts';
import { settleScenario } from './cli/settle-scenario.ts';
import { readScenario } from './cli/shipped-scenarios.ts';
import { type CompareOptions, compareOver } from './compute/compare.ts';
import type { MarketInput } from './compute/market-laboratory.ts';
import { createNodePool } from './compute/pool.node.ts';
import type { CompareResult } from './experiment/compare-result.ts';
import type { Scenario } from './scenario/index.ts';

export { shippedNames } from './cli/shipped-scenarios.ts';
export * from './library.ts';

/**
 * A validated scenario: a shipped one by its name, else a file; the default without an argument.
 *
 * @param assignments changes as `path=value`, in order
 * @throws InputError that names the place, what was found and what is allowed
 */
export async function loadScenario(source?: string | URL, assignments: readonly string[] = []): Promise<Scenario> {
  return settleScenario(await readScenario(source instanceof URL ? fileURLToPath(source) : source), { set: assignments });
}

/** Compares every strategy of a scenario, and doing nothing, over worker threads. @throws InputError; the signal's reason; a run's error */
export async function compare(scenario: Scenario, options: CompareOptions = {}): Promise<CompareResult> {
  const policies = await Promise.all((options.policies ?? []).map((module) => policyFile(pathOf(module))));
  const pool = createNodePool<MarketInput>(options.workers === undefined ? {} : { workers: options.workers });
  try {
    return await compareOver(pool, scenario, policies, options);
  } finally {
    await pool.close();
  }
}

function pathOf(module: string | URL): string {
  return module instanceof URL || module.startsWith('file:') ? fileURLToPath(module) : module;
}
