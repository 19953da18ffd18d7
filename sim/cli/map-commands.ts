import type { Command } from 'commander';
import { NOTHING } from '../brand/index.ts';
import { winMapReport, winMapSvg, winMapTable } from '../chart/win-map.ts';
import { strategyNamed } from '../compute/comparison-plan.ts';
import { mapCandidates } from '../compute/explore-map.ts';
import { planSweep } from '../compute/sweep-plan.ts';
import { expandDesign } from '../experiment/design/design.ts';
import type { MapResult } from '../experiment/map/result.ts';
import { InputError } from '../parameter/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { mapTable } from '../store/codec/index.ts';
import { writeSafely } from '../store/disk/index.ts';
import { type AnalysisOptions, addAnalysisOptions, checkAnalysisOptions, runAnalysis } from './analysis-session.ts';
import { type FactorChoice, metricOption, openFactorExperiment, weekOption } from './factor-experiment.ts';
import { mustHaveFolder } from './html-file.ts';
import { type MapAnalysis, mapAxes, mapResult } from './map-result.ts';
import { addScenarioOptions, gathered, reproducibleCommand, whole } from './options.ts';
import { print, printJson } from './output.ts';
import { mustDrawPng, pngOf } from './png-file.ts';
import type { CommandNamed } from './session.ts';
import { terminalOf } from './terminal.ts';

interface MapOptions extends FactorChoice, AnalysisOptions {
  readonly points?: number;
  readonly metric?: string;
  readonly week?: number;
  readonly strategy?: string;
  readonly against?: string;
  readonly html?: string;
  readonly svg?: string;
  readonly png?: string;
}

const POINTS = 64;
/** Replicates of a place of a scenario. */
const REPLICATES = 10;

/** `swaylab map`: over two or more parameters, where does one strategy beat another? */
export function addMapCommand(program: Command): void {
  const command = program
    .command('map')
    .description('finds where one strategy beats another over two or more parameters, looking closest where the winner is least certain')
    .argument('[source]', 'an experiment file whose factors are ranges; or a scenario, with --factor')
    .option('--factor <path[=from..to]>', 'a parameter to vary, twice or more; the first two are drawn; repeatable', gathered)
    .option('--points <n>', `places to run (${POINTS})`, whole('--points', 4, 2000))
    .option('--metric <name>', 'who wins by what (margin)')
    .option('--week <n>', 'after how many weeks (the last)', whole('--week', 1, 1040))
    .option('--strategy <name>', 'does this one win (the first that is compared)')
    .option('--against <name>', 'against this one (the second)');
  addAnalysisOptions(addScenarioOptions(command, REPLICATES))
    .option('--html <file>', 'writes a report that opens in any browser')
    .option('--svg <file>', 'writes the map as a picture')
    .option('--png <file>', 'writes the map as a picture of pixels')
    .action(async (source: string | undefined, options: MapOptions) => {
      const { html, svg, png, json } = options;
      if (html !== undefined) await mustHaveFolder('--html', html);
      if (svg !== undefined) await mustHaveFolder('--svg', svg);
      if (png !== undefined) {
        await mustHaveFolder('--png', png);
        await mustDrawPng();
      }
      const line = reproducibleCommand(command, source);
      const map = await draw({ name: 'map', line }, source, options);
      if (html !== undefined) await writeSafely(html, [winMapReport(map, line)]);
      const picture = winMapSvg(map, Math.floor(map.panels.length / 2));
      if (svg !== undefined) await writeSafely(svg, [picture]);
      if (png !== undefined) await writeSafely(png, [await pngOf(picture)]);
      if (json) await printJson(map);
      else await print(`${winMapTable(map, terminalOf(process.stdout))}\n`);
    });
}

async function draw(command: CommandNamed, source: string | undefined, options: MapOptions): Promise<MapResult> {
  checkAnalysisOptions(options);
  const points = options.points ?? POINTS;
  const opened = await openFactorExperiment(source, options, { kind: 'sobol', points: 4, scramble: true }, REPLICATES);
  const { base } = opened;
  const [first, second] = opponents(base, options);
  const metric = metricOption('--metric', options.metric ?? opened.experiment.outputs.metrics?.[0] ?? 'margin');
  const week = weekOption(options.week ?? opened.experiment.outputs.weeks?.at(-1), base);
  const experiment = {
    ...opened.experiment,
    design: { kind: 'sobol' as const, points: mapCandidates(points), scramble: true },
    outputs: { metrics: [metric], weeks: [week] },
  };
  const plan = planSweep({ experiment, design: expandDesign(experiment, base, source), scenario: base });
  mapAxes(plan);
  const analysis: MapAnalysis = { kind: 'map', metrics: [metric], week, strategies: [first], against: second, points };
  return runAnalysis(command, plan, analysis, points * plan.replicates * 2, options, async (measure) => {
    const result = await mapResult(plan, analysis, measure);
    return { result, table: mapTable(result) };
  });
}

/** The two that meet: those named, else the scenario's first two that do something. */
function opponents(base: Scenario, { strategy, against }: MapOptions): [string, string] {
  const known = (name: string): string => (name === NOTHING.name ? name : strategyNamed(name, base.strategies).name);
  const names = base.strategies.map(({ name }) => name).filter((name) => name !== NOTHING.name);
  const first = strategy === undefined ? names.find((name) => name !== against) : known(strategy);
  const second = against === undefined ? (names.find((name) => name !== first) ?? NOTHING.name) : known(against);
  if (first !== undefined && first !== second) return [first, second];
  throw new InputError('a map needs two different strategies', {
    path: '--against',
    found: second,
    allowed: [...names, NOTHING.name].filter((name) => name !== first).join(', '),
  });
}
