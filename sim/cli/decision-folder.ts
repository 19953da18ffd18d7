import type { ComparisonPlan } from '../compute/comparison-plan.ts';
import type { FailedRun } from '../compute/run-comparison.ts';
import { comparisonToDecide, type DecisionSettings, type RecordingKeeper, resultAtLook } from '../compute/until-decided.ts';
import { canonicalJson } from '../experiment/canonical.ts';
import type { CompareResult, FinishedRun } from '../experiment/compare-result.ts';
import { planLooks } from '../experiment/decide/looks.ts';
import { sha256Hex } from '../experiment/identity.ts';
import type { MetricName } from '../experiment/metrics.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Manifest } from '../store/codec/index.ts';
import type { ResultsFolder } from '../store/disk/index.ts';
import type { OutputOptions } from './options.ts';
import { type CommandNamed, comparisonManifest, finishComparison, openFolder } from './session.ts';

type Decision = NonNullable<Manifest['decision']>;

/** The results folder of a comparison that adds replicates: how many there are is known only at the end. */
export class DecisionFolder implements RecordingKeeper {
  readonly failures: FailedRun[] = [];
  readonly #folder: ResultsFolder;
  readonly #plan: ComparisonPlan;
  readonly #settings: DecisionSettings;
  readonly #options: OutputOptions;
  /** Of the runs that count, by run id: the folder may hold others from before. */
  readonly #digests = new Map<string, string>();

  private constructor(folder: ResultsFolder, plan: ComparisonPlan, settings: DecisionSettings, options: OutputOptions) {
    this.#folder = folder;
    this.#plan = plan;
    this.#settings = settings;
    this.#options = options;
  }

  /** @throws what ResultsFolder.open throws */
  static async open(
    path: string,
    command: CommandNamed,
    plan: ComparisonPlan,
    settings: DecisionSettings,
    options: OutputOptions,
    workers: number,
  ): Promise<DecisionFolder> {
    const most = upTo(plan, settings.atMost);
    const start = { ...comparisonManifest(command, most), decision: { ...settings, ended: null } };
    return new DecisionFolder(await openFolder(path, start, options, workers), most, settings, options);
  }

  /** Runs that count so far. */
  get runs(): number {
    return this.#digests.size;
  }

  get finished(): RecordingKeeper['finished'] {
    return this.#folder.finished;
  }

  async read(runId: string): ReturnType<RecordingKeeper['read']> {
    const { digest, recording } = await this.#folder.read(runId);
    if (digest !== null) this.#digests.set(runId, digest);
    return { digest, recording };
  }

  async append(run: Parameters<RecordingKeeper['append']>[0]): Promise<void> {
    const { runId, error } = run;
    if (error !== null) {
      await this.#folder.append({ runId, digest: null, error: error.message, measures: null, recording: null });
      this.failures.push(run);
      return;
    }
    const { digest, recording } = run;
    await this.#folder.append({ runId, digest, error, measures: null, recording });
    this.#digests.set(runId, digest);
  }

  /** Writes the tables of a comparison that has ended, and how it ended. */
  complete(document: CompareResult, signal: AbortSignal): Promise<void> {
    const { decision, replicates } = document;
    const { settled = false, looks = 0 } = decision ?? {};
    const plan = upTo(this.#plan, replicates);
    const learnt = {
      scenario: plan.scenario,
      scenarioHash: sha256Hex(canonicalJson(plan.scenario)),
      replicates,
      planned: plan.names.length * replicates,
      decision: { ...this.#settings, ended: { settled, looks, replicates } },
    };
    return finishComparison(plan, this.#folder, this.#options, {
      document,
      digests: this.#digests,
      failures: this.failures,
      learnt,
      signal,
    });
  }

  /** Writes the tables of what there is; the folder can be resumed. */
  stop(): Promise<void> {
    return finishComparison(this.#plan, this.#folder, this.#options, {
      document: null,
      digests: this.#digests,
      failures: this.failures,
    });
  }

  close(): Promise<void> {
    return this.#folder.close();
  }
}

/**
 * What kept runs say about a decision: the comparison at the last look that they reach, at the level of that look.
 *
 * @returns null when they do not reach the first
 */
export function decidedSoFar(plan: ComparisonPlan, { ended, ...given }: Decision, runs: readonly FinishedRun[]): CompareResult | null {
  const settings = { ...given, metric: given.metric as MetricName };
  const all = comparisonToDecide(plan, settings);
  for (const run of runs) all.add(run);
  const complete = all.completeReplicates();
  const whole = complete.findIndex((replicate, position) => replicate !== position);
  const reached = Math.min(whole < 0 ? complete.length : whole, ended?.replicates ?? settings.atMost);
  const at = planLooks(settings.error, settings.atMost).findLastIndex(({ replicates }) => replicates <= reached);
  if (at < 0) return null;
  const { replicates } = planLooks(settings.error, settings.atMost)[at];
  const comparison = comparisonToDecide(plan, settings);
  for (const run of runs) if (run.replicate < replicates) comparison.add(run);
  return resultAtLook(comparison, plan, settings, at);
}

function upTo(plan: ComparisonPlan, replicates: number): ComparisonPlan {
  return { ...plan, scenario: { ...plan.scenario, replicates } as Scenario };
}
