import { type Command, Option } from 'commander';
import { NOTHING } from '../brand/index.ts';
import { sensitivityReport, sensitivityTables } from '../chart/sensitivity.ts';
import { strategyNamed } from '../compute/comparison-plan.ts';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { measurePoints } from '../compute/measure-points.ts';
import { createNodePool } from '../compute/pool.node.ts';
import { scenarioAtPoint } from '../experiment/design/design.ts';
import type { DesignSettings } from '../experiment/design/experiment-file.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { metricNamed } from '../experiment/metrics.ts';
import { analyseSensitivity } from '../experiment/sensitivity/analyse.ts';
import { bootstrapKeys } from '../experiment/sensitivity/bootstrap-keys.ts';
import type { SensitivityOutput, SensitivityResult } from '../experiment/sensitivity/result.ts';
import { InputError } from '../parameter/index.ts';
import { writeSafely } from '../store/disk/index.ts';
import type { OpenedExperiment } from './experiment-source.ts';
import { type FactorChoice, metricOption, openFactorExperiment, weekOption } from './factor-experiment.ts';
import { mustHaveFolder } from './html-file.ts';
import { interruptible } from './interrupt.ts';
import { addScenarioOptions, gathered, reproducibleCommand, whole } from './options.ts';
import { print, printJson } from './output.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { terminalOf } from './terminal.ts';

/** Replicates of a point of a scenario: points tell more than replicates do. */
const REPLICATES = 5;

interface SensitivityOptions extends FactorChoice {
  readonly method: 'morris' | 'sobol';
  readonly trajectories?: number;
  readonly points?: number;
  readonly metric?: readonly string[];
  readonly week?: number;
  readonly strategy?: readonly string[];
  readonly against?: string;
  readonly workers?: number;
  readonly html?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `swaylab sensitivity`: which parameters move an output, and how much of it is luck. */
export function addSensitivityCommand(program: Command): void {
  const command = program
    .command('sensitivity')
    .description('says which parameters move a result (Morris effects or Sobol indices), and how much of it is luck')
    .argument('[source]', 'an experiment file with a morris or saltelli design; or a scenario, with --factor')
    .option('--factor <path[=range]>', 'a parameter to vary: path, path=from..to or path=[level,level]; repeatable', gathered)
    .addOption(
      new Option('--method <method>', 'morris screens many factors cheaply, sobol apportions the variance')
        .choices(['morris', 'sobol'])
        .default('morris'),
    )
    .option('--trajectories <n>', 'Morris trajectories (20)', whole('--trajectories', 1, 100_000))
    .option('--points <n>', 'base points of the Saltelli sample (128)', whole('--points', 2, 1_000_000))
    .option('--metric <name>', 'what is looked at (margin); repeatable', gathered)
    .option('--week <n>', 'after how many weeks (the last)', whole('--week', 1, 1040))
    .option('--strategy <name>', 'whose result (every strategy); repeatable', gathered)
    .option('--against <name>', 'look at the difference from this strategy');
  addScenarioOptions(command)
    .option('--workers <n>', 'workers (cores)', whole('--workers', 1, 512))
    .option('--html <file>', 'writes a report that opens in any browser')
    .option('--json', 'prints one JSON document')
    .option('--quiet', 'shows no progress')
    .action(async (source: string | undefined, options: SensitivityOptions) => {
      const result = await analyse(source, options);
      if (options.html !== undefined) {
        await writeSafely(options.html, [sensitivityReport(result, reproducibleCommand(command, source))]);
      }
      const { width, ascii } = terminalOf(process.stdout);
      if (options.json) await printJson(result);
      else await print(`${sensitivityTables(result, { width, ascii })}\n`);
    });
}

async function analyse(source: string | undefined, options: SensitivityOptions): Promise<SensitivityResult> {
  if (options.html !== undefined) await mustHaveFolder('--html', options.html);
  const settings: DesignSettings =
    options.method === 'morris'
      ? { kind: 'morris', trajectories: options.trajectories ?? 20, levels: 4 }
      : { kind: 'saltelli', points: options.points ?? 128 };
  const opened = await openFactorExperiment(source, options, settings, REPLICATES);
  const { experiment, base, design } = opened;
  if (design.kind !== 'morris' && design.kind !== 'saltelli') {
    throw new InputError(`design.kind: found ${design.kind}, a sensitivity analysis needs morris or saltelli`, {
      file: source ?? null,
      path: 'design.kind',
      found: design.kind,
      allowed: 'morris, saltelli',
    });
  }
  const metrics = (options.metric ?? experiment.outputs.metrics ?? ['margin']).map((name) => metricOption('--metric', name));
  const week = weekOption(options.week ?? experiment.outputs.weeks?.at(-1), base);
  const measures = metrics.map((metric) => ({ metric, week }));
  const { strategies, against } = contrastOf(options, opened);
  const names = [...new Set(against === null ? strategies : [...strategies, against])];
  const { replicates } = experiment;
  const runs = design.points.map((_, at) => ({ scenario: scenarioAtPoint(base, design, at), strategies: names, from: 0, to: replicates }));
  const values = await measured(runs, measures, options);
  const keys = bootstrapKeys(base.seed);
  const outputs = strategies.flatMap((strategy) =>
    metrics.map((metric, m): SensitivityOutput => {
      const outcome = new Float64Array(design.points.length * replicates);
      const [own, other] = [names.indexOf(strategy), against === null ? -1 : names.indexOf(against)];
      values.forEach((point, at) => {
        const series = point[own][m];
        outcome.set(other < 0 ? series : series.map((value, r) => value - point[other][m][r]), at * replicates);
      });
      const analysis = analyseSensitivity(design, { points: design.points.length, replicates, values: outcome }, keys);
      return { strategy, against, metric, unit: metricNamed(metric).unit, week, ...analysis };
    }),
  );
  return {
    engine: ENGINE_ID,
    name: experiment.name,
    seed: base.seed,
    method: design.kind === 'morris' ? 'morris' : 'sobol',
    factors: design.factors.map((factor) =>
      factor.kind === 'range'
        ? { path: factor.path, low: factor.low, high: factor.high, log: factor.log }
        : { path: factor.path, levels: factor.levels },
    ),
    points: design.points.length,
    replicates,
    outputs,
  };
}

function contrastOf({ strategy, against }: SensitivityOptions, { base }: OpenedExperiment) {
  const all = base.strategies.map(({ name }) => name);
  const known = (name: string): string => (name === NOTHING.name ? name : strategyNamed(name, base.strategies).name);
  const other = against === undefined ? null : known(against);
  const strategies = (strategy ?? all).map(known).filter((name) => name !== other && (strategy !== undefined || name !== NOTHING.name));
  return { strategies, against: other };
}

async function measured(
  runs: Parameters<typeof measurePoints>[1],
  measures: Parameters<typeof measurePoints>[2],
  { workers, quiet, json }: SensitivityOptions,
): ReturnType<typeof measurePoints> {
  const terminal = terminalOf(process.stderr);
  const style = progressStyle(terminal, { quiet: quiet === true, json: json === true });
  return interruptible(async (signal) => {
    const pool = createNodePool<MarketInput>(workers === undefined ? {} : { workers });
    let display: ProgressDisplay | null = null;
    try {
      return await measurePoints(pool, runs, measures, {
        signal,
        onProgress(done, total) {
          display ??= new ProgressDisplay(style, terminal, total, 0);
          display.update(done, 0);
        },
      });
    } finally {
      (display as ProgressDisplay | null)?.clear();
      await pool.close();
    }
  });
}
