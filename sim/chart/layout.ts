import type { ChartDescription } from './describe.ts';
import { differenceHeight, layoutDifferenceChart } from './difference-chart.ts';
import { effectHeight, layoutEffectChart } from './effect-chart.ts';
import type { Drawing, Size } from './marks.ts';
import { layoutMultiples, multiplesHeight } from './multiples.ts';
import { layoutShareChart, shareHeight } from './share-chart.ts';
import { layoutTimeChart } from './time-chart.ts';

/** From a description to marks on a plane. Pure: the same description and size give the same drawing everywhere. */
export function layout(chart: ChartDescription, size: Size): Drawing {
  switch (chart.kind) {
    case 'time':
      return layoutTimeChart(chart, size);
    case 'difference':
      return layoutDifferenceChart(chart, size);
    case 'multiples':
      return layoutMultiples(chart, size);
    case 'effects':
      return layoutEffectChart(chart, size);
    case 'shares':
      return layoutShareChart(chart, size);
  }
}

/** A height that suits a chart of this width. */
export function naturalHeight(chart: ChartDescription, width: number): number {
  switch (chart.kind) {
    case 'time':
      return Math.max(260, Math.round(width * 0.5), 110 + chart.lines.length * 15);
    case 'difference':
      return differenceHeight(chart, width);
    case 'multiples':
      return multiplesHeight(chart, width);
    case 'effects':
      return effectHeight(chart);
    case 'shares':
      return shareHeight(chart, width);
  }
}
