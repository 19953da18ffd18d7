import { scaleLinear } from 'd3-scale';
import type { BandPoint } from './describe.ts';
import type { Drawing, Mark } from './marks.ts';
import { seriesInk } from './palette.ts';

/** A quantity over runs: where its middle half and nine tenths lie. */
export type Range = Omit<BandPoint, 'week'>;

/** Ends of the scale on which several ranges stand. */
export function extentOfRanges(ranges: readonly Range[]): [low: number, high: number] {
  const ends = ranges.flatMap(({ q05, q50, q95 }) => [q05, q50, q95]).filter((value) => value !== null);
  const [low, high] = ends.length === 0 ? [0, 1] : [Math.min(...ends), Math.max(...ends)];
  return high > low ? [low, high] : [low - 1, high + 1];
}

/** One range without words: thin bar for 90 % of runs, thick bar for 50 %, a dot for the median, and a line at 0 where the scale holds it. */
export function layoutRange(range: Range, look: number, extent: readonly [number, number], width: number, height: number): Drawing {
  const x = scaleLinear(extent, [6, width - 6]);
  const y = height / 2;
  const ink = seriesInk(look);
  const { q05, q25, q50, q75, q95 } = range;
  const zero: Mark[] =
    extent[0] < 0 && extent[1] > 0
      ? [{ kind: 'line', from: [x(0), 0], to: [x(0), height], stroke: { ink: 'muted', width: 1, dash: '2 2' } }]
      : [];
  const bar = (from: number | null, to: number | null, thick: number): Mark[] =>
    from === null || to === null ? [] : [{ kind: 'line', from: [x(from), y], to: [x(to), y], stroke: { ink, width: thick } }];
  const dot: Mark[] =
    q50 === null ? [] : [{ kind: 'circle', centre: [x(q50), y], radius: 4, fill: ink, stroke: { ink: 'paper', width: 1.5 } }];
  const marks: Mark[] = [
    { kind: 'line', from: [2, y], to: [width - 2, y], stroke: { ink: 'grid', width: 1 } },
    ...zero,
    ...bar(q05, q95, 2),
    ...bar(q25, q75, 6),
    ...dot,
  ];
  return { width, height, title: 'Range over runs', description: '', marks };
}
