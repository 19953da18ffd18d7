/** The one description of each kind of chart; screen, report and thumbnail draw from the same one. */
export interface BandPoint {
  readonly week: number;
  readonly q05: number | null;
  readonly q25: number | null;
  readonly q50: number | null;
  readonly q75: number | null;
  readonly q95: number | null;
}

export interface TimeLine {
  readonly name: string;
  /** Position in the palette: the same strategy looks the same in every chart. */
  readonly look: number;
  readonly points: readonly BandPoint[];
}

/** Medians over weeks, with the bands that hold half and nine tenths of the runs. */
export interface TimeChart {
  readonly kind: 'time';
  readonly title: string;
  /** What the vertical axis measures; its unit is added. */
  readonly measure: string;
  readonly unit: string;
  readonly weeks: number;
  /** What the horizontal axis counts, where it is not weeks. */
  readonly clock?: 'steps' | 'periods';
  /** What a line is, where it is no median. */
  readonly middle?: 'mean';
  readonly runs: number;
  readonly lines: readonly TimeLine[];
  /** Bands of many strategies hide each other: then medians only, and the panels show the bands. */
  readonly bands: boolean;
  /** Lines shown pale and without a label, for comparison. */
  readonly background?: readonly TimeLine[];
  /** Vertical extent shared with other charts; from the values when absent. */
  readonly extent?: readonly [low: number, high: number];
}

export interface DifferenceRow {
  readonly name: string;
  readonly look: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly probability: number | null;
  readonly verdict: 'better' | 'worse' | 'higher' | 'lower' | 'tie' | 'undecided';
}

/** Paired differences of several strategies from one of them, at one week. */
export interface DifferenceChart {
  readonly kind: 'difference';
  readonly title: string;
  readonly measure: string;
  readonly unit: string;
  readonly week: number;
  readonly runs: number;
  /** The strategy from which the others differ. */
  readonly base: string;
  readonly rows: readonly DifferenceRow[];
}

/** Small charts of one measure with shared axes, one for each strategy. */
export interface MultiplesChart {
  readonly kind: 'multiples';
  readonly title: string;
  readonly panels: readonly TimeChart[];
}

/** Estimates with their intervals, a row for each thing that has an effect; one dot a series. */
export interface EffectChart {
  readonly kind: 'effects';
  readonly title: string;
  /** What the axis measures, with its unit. */
  readonly measure: string;
  readonly series: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly estimates: readonly { readonly mean: number | null; readonly low: number | null; readonly high: number | null }[];
  }[];
}

/** Wholes and their parts: a bar a row, cut in the order of the groups. */
export interface ShareChart {
  readonly kind: 'shares';
  readonly title: string;
  /** What the parts are shares of. */
  readonly measure: string;
  readonly groups: readonly { readonly name: string; readonly look: number }[];
  /** Shares of a row add up to 1; a row without parts has nothing to divide. */
  readonly rows: readonly {
    readonly name: string;
    readonly parts: readonly { readonly group: number; readonly name: string; readonly share: number }[];
  }[];
}

export type ChartDescription = TimeChart | DifferenceChart | MultiplesChart | EffectChart | ShareChart;
