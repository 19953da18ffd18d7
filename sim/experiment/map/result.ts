import type { Segment } from './contour.ts';

/** One axis of a map. */
export interface MapAxis {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

/** A place that was run: in how many replicates the first strategy beat the second; a tie is half a win. */
export interface MapPoint {
  readonly values: readonly number[];
  readonly wins: number;
  readonly replicates: number;
}

/** The surface over the first two axes, the others held at one value each. */
export interface MapPanel {
  readonly fixed: readonly { readonly path: string; readonly value: number }[];
  /** Values of the first axis, by column, and of the second, by row. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** `[row][column]`: probability that the first strategy beats the second in a replicate, with its 95 % credible interval. */
  readonly probability: readonly (readonly number[])[];
  readonly low: readonly (readonly number[])[];
  readonly high: readonly (readonly number[])[];
  /** Probability that the first wins more often than not. */
  readonly ahead: readonly (readonly number[])[];
  /** Where both win equally often, in shares of the two axes. */
  readonly border: readonly Segment[];
}

/** What `swaylab map --json` prints: where the first strategy beats the second. */
export interface MapResult {
  readonly engine: string;
  readonly name: string;
  readonly seed: string;
  readonly first: string;
  readonly second: string;
  readonly metric: string;
  readonly week: number;
  readonly axes: readonly MapAxis[];
  readonly points: readonly MapPoint[];
  readonly panels: readonly MapPanel[];
  /** Shares of the whole box: where the first, or the second, wins more often with a probability of at least 95 %, and the rest. */
  readonly shares: { readonly first: number; readonly second: number; readonly open: number };
}
