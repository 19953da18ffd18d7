import { timeChartOf } from '../../sim/chart/catalogue.ts';
import type { TimeChart } from '../../sim/chart/describe.ts';
import type { MetricName } from '../../sim/experiment/metrics.ts';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import type { App } from '../app.ts';
import type { RunLines } from '../element/run-lines.ts';
import type { LabResult } from '../lab/protocol.ts';
import { strategyLooks } from '../state/looks.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { strategiesShown } from '../state/shown.ts';

/** More bands than this in one frame hide each other. */
const MOST_BANDS = 4;

/** Strategies that are drawn, and how each looks. */
export interface Cast {
  readonly names: readonly string[];
  readonly looks: ReadonlyMap<string, number>;
}

export function castOf(app: App): Cast {
  const { draft, view } = app.state.state;
  const scenario = scenarioOf(draft);
  return { names: strategiesShown(scenario, view), looks: strategyLooks(scenario) };
}

export const lookOf = ({ looks }: Cast, name: string): number => looks.get(name) ?? 0;

/** The course of a metric under the strategies that are shown. */
export function chartOf({ comparison, early }: LabResult, metric: MetricName, cast: Cast): TimeChart {
  const chart = timeChartOf(comparison, metric);
  const lines = chart.lines.filter(({ name }) => cast.names.includes(name)).map((line) => ({ ...line, look: lookOf(cast, line.name) }));
  return { ...chart, lines, runs: early ? 1 : chart.runs, bands: !early && lines.length <= MOST_BANDS };
}

/** Charts of one unit on one scale. */
export function onOneScale(charts: readonly TimeChart[], extentOf: (chart: TimeChart) => [number, number]): TimeChart[] {
  const extents = charts.map(extentOf);
  const extent: [number, number] = [Math.min(...extents.map(([low]) => low)), Math.max(...extents.map(([, high]) => high))];
  return charts.map((chart) => ({ ...chart, extent }));
}

/** Every run of a metric, where lines were asked for and are here. */
export function runLinesOf({ lines }: LabResult, metric: MetricName, cast: Cast): RunLines[] | null {
  const found = cast.names.flatMap((name) => {
    const values = lines[name]?.[metric];
    return values === undefined ? [] : [{ name, look: lookOf(cast, name), values }];
  });
  return found.length === 0 ? null : found;
}

/** Number of the replicate that stands at a place among the runs drawn. */
export function replicateAt(comparison: CompareResult, strategy: string, run: number): number {
  return comparison.runs.filter((each) => each.strategy === strategy)[run]?.replicate ?? 0;
}
