import { type Command, Option } from 'commander';
import { NOTHING } from '../brand/index.ts';
import { sensitivityReport, sensitivityTables } from '../chart/sensitivity.ts';
import { strategyNamed } from '../compute/comparison-plan.ts';
import { planSweep } from '../compute/sweep-plan.ts';
import type { DesignSettings } from '../experiment/design/experiment-file.ts';
import type { SensitivityResult } from '../experiment/sensitivity/result.ts';
import { InputError } from '../parameter/index.ts';
import { sensitivityTable } from '../store/codec/index.ts';
import { writeSafely } from '../store/disk/index.ts';
import { type AnalysisOptions, addAnalysisOptions, checkAnalysisOptions, measuredNames, runAnalysis } from './analysis-session.ts';
import type { OpenedExperiment } from './experiment-source.ts';
import { type FactorChoice, metricOption, openFactorExperiment, weekOption } from './factor-experiment.ts';
import { mustHaveFolder } from './html-file.ts';
import { addScenarioOptions, gathered, reproducibleCommand, whole } from './options.ts';
import { print, printJson } from './output.ts';
import { type SensitivityAnalysis, sensitivityResult } from './sensitivity-result.ts';
import type { CommandNamed } from './session.ts';
import { terminalOf } from './terminal.ts';

/** Replicates of a point of a scenario: points tell more than replicates do. */
const REPLICATES = 5;

interface SensitivityOptions extends FactorChoice, AnalysisOptions {
  readonly method: 'morris' | 'sobol';
  readonly trajectories?: number;
  readonly points?: number;
  readonly metric?: readonly string[];
  readonly week?: number;
  readonly strategy?: readonly string[];
  readonly against?: string;
  readonly html?: string;
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
  addAnalysisOptions(addScenarioOptions(command, REPLICATES))
    .option('--html <file>', 'writes a report that opens in any browser')
    .action(async (source: string | undefined, options: SensitivityOptions) => {
      const line = reproducibleCommand(command, source);
      const result = await analyse({ name: 'sensitivity', line }, source, options);
      if (options.html !== undefined) await writeSafely(options.html, [sensitivityReport(result, line)]);
      const { width, ascii } = terminalOf(process.stdout);
      if (options.json) await printJson(result);
      else await print(`${sensitivityTables(result, { width, ascii })}\n`);
    });
}

async function analyse(command: CommandNamed, source: string | undefined, options: SensitivityOptions): Promise<SensitivityResult> {
  checkAnalysisOptions(options);
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
  const analysis: SensitivityAnalysis = { kind: 'sensitivity', metrics, week, ...contrastOf(options, opened) };
  const plan = planSweep({ experiment: { ...experiment, outputs: { metrics, weeks: [week] } }, design, scenario: base });
  const runs = plan.points * plan.replicates * measuredNames(analysis).length;
  return runAnalysis(command, plan, analysis, runs, options, async (measure) => {
    const result = await sensitivityResult(plan, analysis, measure);
    return { result, table: sensitivityTable(result) };
  });
}

function contrastOf({ strategy, against }: SensitivityOptions, { base }: OpenedExperiment) {
  const all = base.strategies.map(({ name }) => name);
  const known = (name: string): string => (name === NOTHING.name ? name : strategyNamed(name, base.strategies).name);
  const other = against === undefined ? null : known(against);
  const strategies = (strategy ?? all).map(known).filter((name) => name !== other && (strategy !== undefined || name !== NOTHING.name));
  return { strategies, against: other };
}
