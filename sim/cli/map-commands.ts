import type { Command } from 'commander';
import { NOTHING } from '../brand/index.ts';
import { winMapReport, winMapSvg, winMapTable } from '../chart/win-map.ts';
import { strategyNamed } from '../compute/comparison-plan.ts';
import { exploreMap, mapCandidates } from '../compute/explore-map.ts';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { createNodePool } from '../compute/pool.node.ts';
import { expandDesign } from '../experiment/design/design.ts';
import type { RangeFactor } from '../experiment/design/factor.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { panelsOf, sharesOf } from '../experiment/map/panels.ts';
import type { MapResult } from '../experiment/map/result.ts';
import { InputError } from '../parameter/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { writeSafely } from '../store/disk/index.ts';
import { type FactorChoice, metricOption, openFactorExperiment, weekOption } from './factor-experiment.ts';
import { mustHaveFolder } from './html-file.ts';
import { interruptible } from './interrupt.ts';
import { addScenarioOptions, gathered, reproducibleCommand, whole } from './options.ts';
import { print, printJson } from './output.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { terminalOf } from './terminal.ts';

interface MapOptions extends FactorChoice {
  readonly points?: number;
  readonly metric?: string;
  readonly week?: number;
  readonly strategy?: string;
  readonly against?: string;
  readonly workers?: number;
  readonly html?: string;
  readonly svg?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
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
  addScenarioOptions(command)
    .option('--workers <n>', 'workers (cores)', whole('--workers', 1, 512))
    .option('--html <file>', 'writes a report that opens in any browser')
    .option('--svg <file>', 'writes the map as a picture')
    .option('--json', 'prints one JSON document')
    .option('--quiet', 'shows no progress')
    .action(async (source: string | undefined, options: MapOptions) => {
      const { html, svg, json } = options;
      if (html !== undefined) await mustHaveFolder('--html', html);
      if (svg !== undefined) await mustHaveFolder('--svg', svg);
      const map = await draw(source, options);
      if (html !== undefined) await writeSafely(html, [winMapReport(map, reproducibleCommand(command, source))]);
      if (svg !== undefined) await writeSafely(svg, [winMapSvg(map, Math.floor(map.panels.length / 2))]);
      if (json) await printJson(map);
      else await print(`${winMapTable(map, terminalOf(process.stdout))}\n`);
    });
}

async function draw(source: string | undefined, options: MapOptions): Promise<MapResult> {
  const points = options.points ?? POINTS;
  const opened = await openFactorExperiment(source, options, { kind: 'sobol', points: 4, scramble: true }, REPLICATES);
  const { base, experiment } = opened;
  const design = expandDesign({ ...experiment, design: { kind: 'sobol', points: mapCandidates(points), scramble: true } }, base, source);
  const axes = design.factors.map((factor): RangeFactor => {
    if (factor.kind === 'range') return factor;
    throw new InputError(`a map needs ranges: ${factor.path} has levels`, { path: factor.path, found: 'levels', allowed: 'a range' });
  });
  if (axes.length < 2) {
    throw new InputError('a map needs two parameters', { path: '--factor', found: String(axes.length), allowed: 'two or more ranges' });
  }
  const [first, second] = opponents(base, options);
  const metric = metricOption('--metric', options.metric ?? experiment.outputs.metrics?.[0] ?? 'margin');
  const week = weekOption(options.week ?? experiment.outputs.weeks?.at(-1), base);
  const { replicates } = experiment;
  const terminal = terminalOf(process.stderr);
  const style = progressStyle(terminal, { quiet: options.quiet === true, json: options.json === true });
  const explored = await interruptible(async (signal) => {
    const pool = createNodePool<MarketInput>(options.workers === undefined ? {} : { workers: options.workers });
    let display: ProgressDisplay | null = null;
    try {
      const settings = { first, second, measure: { metric, week }, points, replicates };
      return await exploreMap(pool, base, design, settings, {
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
  const { chosen, observations, surface } = explored;
  return {
    engine: ENGINE_ID,
    name: experiment.name,
    seed: base.seed,
    first,
    second,
    metric,
    week,
    axes: axes.map(({ path, low, high, log }) => ({ path, low, high, log })),
    points: observations.map(({ wins, replicates: counted }, at) => ({
      values: design.points[chosen[at]].values as readonly number[],
      wins,
      replicates: counted,
    })),
    panels: panelsOf(surface, axes),
    shares: sharesOf(surface, axes.length),
  };
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
