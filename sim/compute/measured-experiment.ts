import { NOTHING } from '../brand/index.ts';
import { armsOf } from '../experiment/arms.ts';
import { type MetricName, metricNamed } from '../experiment/metrics.ts';
import { type ExperimentInput, prepareExperiment, type Workplace } from '../experiment/replicate.ts';
import { RunView } from '../experiment/run-view.ts';
import type { Recording } from '../market/recording.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Experiment, RunResult } from './laboratory.ts';

/** What is kept of each run, where that is not its weeks alone. */
export interface Measuring {
  readonly metrics: readonly MetricName[];
  /** Weeks at whose end they are measured, from 1; beyond a run's horizon they are NaN. */
  readonly weeks: readonly number[];
  /** Keep the weekly columns besides. */
  readonly recordings: boolean;
}

/**
 * An experiment whose runs are reduced to metrics where they are computed, so that only those travel. A job's setting is the scenario of its
 * point, with the same strategies as the input's. The run that does nothing is made once for each job, if metrics are measured against it.
 */
export function measuredExperiment(input: ExperimentInput, { metrics, weeks, recordings }: Measuring, workplace: Workplace): Experiment {
  const measured = metrics.map(metricNamed);
  let at: { setting: unknown; replicate: number; experiment: Experiment; reference: RunView | null } | null = null;

  function placeOf(setting: unknown, replicate: number): NonNullable<typeof at> {
    if (at === null || at.setting !== setting || at.replicate !== replicate) {
      const scenario = (setting as Scenario | undefined) ?? input.scenario;
      at = { setting, replicate, experiment: prepareExperiment({ ...input, scenario }, workplace), reference: null };
    }
    return at;
  }

  const needsReference = measured.some(({ against }) => against === 'nothing');
  const doesNothing = armsOf(input.scenario).findIndex(({ name }) => name === NOTHING.name);
  const experiment = {
    run(strategy: number, replicate: number, setting?: unknown): RunResult {
      const steps = experiment.weeks(strategy, replicate, setting);
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    },

    *weeks(strategy: number, replicate: number, setting?: unknown): Generator<Recording, RunResult> {
      const place = placeOf(setting, replicate);
      const full = function* (arm: number): Generator<Recording, { recording: Recording; digest: string }> {
        return (yield* place.experiment.weeks?.(arm, replicate) ?? []) as { recording: Recording; digest: string };
      };
      if (needsReference && strategy !== doesNothing) place.reference ??= new RunView((yield* full(doesNothing)).recording);
      const { recording, digest } = yield* full(strategy);
      const view = new RunView(recording);
      if (strategy === doesNothing) place.reference = view;
      // Where nothing is measured against it, any run will do.
      const reference = place.reference ?? view;
      const measures = Float64Array.from(
        measured.flatMap((metric) => {
          const series = metric.series(view, reference);
          return weeks.map((week) => series[week - 1] ?? Number.NaN);
        }),
      );
      return { strategy, replicate, digest, measures, ...(recordings && { recording }) };
    },
  };
  return experiment;
}
