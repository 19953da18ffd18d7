import type { DifferenceChart, ShareChart, TimeChart } from '../../sim/chart/describe.ts';
import { type Drawing, layout, naturalHeight } from '../../sim/chart/index.ts';
import type { Table } from '../../sim/store/codec/index.ts';
import { chartTable } from './chart-table.ts';

const WIDTH = 960;
const HEIGHT = 540;

/** Charts whose picture and numbers follow from their description. */
export type TakenChart = TimeChart | ShareChart | DifferenceChart;

/** Anything drawn, as it is taken away: a picture of a size of its own, and the numbers in it. */
export interface Figure {
  readonly title: string;
  readonly drawing: () => Drawing;
  readonly table: () => Table;
}

export function figureOf(chart: TakenChart): Figure {
  return {
    title: chart.title,
    drawing: () => layout(chart, { width: WIDTH, height: chart.kind === 'time' ? HEIGHT : naturalHeight(chart, WIDTH) }),
    table: () => chartTable(chart),
  };
}
