import type { RangeFactor } from '../design/factor.ts';
import { valueOnAxis } from '../design/factor.ts';
import { SobolSequence } from '../design/sobol-sequence.ts';
import { contour } from './contour.ts';
import type { MapPanel, MapResult } from './result.ts';
import { type WinEstimate, type WinSurface, winEstimate } from './win-surface.ts';

/** Columns and rows of a panel. */
const CELLS = 41;
const THIRD_AXIS = [1 / 6, 1 / 2, 5 / 6];
const SHARE_PLACES = 1024;
const SURE = 0.95;

/** A panel for two axes; with a third one, three panels at a low, a middle and a high value of it; further axes stay in the middle. */
export function panelsOf(surface: WinSurface, axes: readonly RangeFactor[]): MapPanel[] {
  const thirds = axes.length > 2 ? THIRD_AXIS : [1 / 2];
  return thirds.map((third) => {
    const rest = axes.slice(2).map((_, at) => (at === 0 ? third : 1 / 2));
    const shares = Array.from({ length: CELLS }, (_, cell) => cell / (CELLS - 1));
    const estimates = shares.map((y) => shares.map((x) => winEstimate(surface, [x, y, ...rest])));
    const of = (pick: (estimate: WinEstimate) => number) => estimates.map((row) => row.map(pick));
    const border = contour(of(({ ahead }) => ahead).flat(), CELLS, CELLS, 1 / 2);
    const scaled = ([x, y]: readonly [number, number]) => [x / (CELLS - 1), y / (CELLS - 1)] as const;
    return {
      fixed: axes.slice(2).map((axis, at) => ({ path: axis.path, value: onAxis(axis, rest[at]) })),
      x: shares.map((share) => onAxis(axes[0], share)),
      y: shares.map((share) => onAxis(axes[1], share)),
      probability: of(({ probability }) => probability),
      low: of(({ low }) => low),
      high: of(({ high }) => high),
      ahead: of(({ ahead }) => ahead),
      border: border.map(([from, to]) => [scaled(from), scaled(to)] as const),
    };
  });
}

/** Shares of the box in which each strategy surely wins more often than the other. */
export function sharesOf(surface: WinSurface, dimensions: number): MapResult['shares'] {
  const sequence = new SobolSequence(dimensions, null);
  let first = 0;
  let second = 0;
  for (let place = 0; place < SHARE_PLACES; place++) {
    const { ahead } = winEstimate(surface, sequence.next());
    if (ahead >= SURE) first++;
    else if (ahead <= 1 - SURE) second++;
  }
  return { first: first / SHARE_PLACES, second: second / SHARE_PLACES, open: 1 - (first + second) / SHARE_PLACES };
}

/** The value at a share of an axis as it is drawn: whole numbers are not rounded. */
function onAxis(axis: RangeFactor, share: number): number {
  return valueOnAxis({ ...axis, integer: false }, share);
}
