import { presetNamed, type Strategy } from '../brand/index.ts';
import type { CompareResult } from '../experiment/compare-result.ts';
import { prepareExperiment, type ReplicateResult } from '../experiment/replicate.ts';
import type { ImportedNetwork } from '../network/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { comparisonOf, type PolicyModule, planComparison, strategyNamed } from './comparison-plan.ts';
import type { MarketInput } from './market-laboratory.ts';
import type { Pool, Progress } from './pool.ts';
import { runComparison } from './run-comparison.ts';

export interface CompareOptions {
  /** A network of one's own in place of the scenario's; see `readNetwork`. */
  readonly network?: ImportedNetwork | null;
  /** Custom policies as ES modules, each one more strategy, named after its file. */
  readonly policies?: readonly (string | URL)[];
  /** Default: what the machine offers. */
  readonly workers?: number;
  /** Say what spoke for purchases (`reasons` of the result); takes time and memory. */
  readonly reasons?: boolean;
  /** Aborting rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Called whenever a further replicate is complete; `result()` is the comparison so far. */
  readonly onReplicate?: (result: () => CompareResult) => void;
}

/**
 * Compares every strategy of a scenario, and doing nothing, on the same networks, people and luck.
 *
 * @throws InputError for what cannot be run; the signal's reason; the error of the first run that failed
 */
export async function compareOver(
  pool: Pool<MarketInput>,
  scenario: Scenario,
  policies: readonly PolicyModule[],
  { network = null, reasons = false, signal, onProgress, onReplicate }: CompareOptions,
): Promise<CompareResult> {
  const plan = planComparison({ scenario, network, policies, reasons });
  const comparison = comparisonOf(plan, { statistics: true });
  let complete = 0;
  await runComparison(
    pool,
    plan,
    {
      onRun(run) {
        comparison.add(run);
        const now = onReplicate === undefined ? complete : comparison.completeReplicates().length;
        if (now > complete) onReplicate?.(() => comparison.result());
        complete = now;
      },
      onFailure({ error }) {
        throw error;
      },
    },
    { ...(signal && { signal }), ...(onProgress && { onProgress }) },
  );
  return comparison.result();
}

export interface ReplicateOptions {
  /** Name of one of the scenario's strategies or of a preset, or a definition. Default: the scenario's first. */
  readonly strategy?: string | Strategy;
  /** From 0; default 0. */
  readonly replicate?: number;
  readonly network?: ImportedNetwork | null;
  /** Record rows per tribe besides. */
  readonly tribes?: boolean;
}

/** One run in this thread: every weekly column, and the digest that the same run has in a comparison. */
export async function runReplicate(scenario: Scenario, options: ReplicateOptions = {}): Promise<ReplicateResult> {
  const { strategy = scenario.strategies[0], replicate = 0, network = null, tribes = false } = options;
  const chosen =
    typeof strategy === 'string' ? (presetUnlessOwn(strategy, scenario) ?? strategyNamed(strategy, scenario.strategies)) : strategy;
  const experiment = prepareExperiment({
    scenario: { ...scenario, strategies: [chosen] },
    network: network?.network ?? null,
    tribes,
  });
  return experiment.run(0, replicate);
}

function presetUnlessOwn(name: string, { strategies }: Scenario): Strategy | undefined {
  if (strategies.some((own) => own.name === name)) return undefined;
  return presetNamed(name);
}
