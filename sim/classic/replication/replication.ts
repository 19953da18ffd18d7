/** What a publication reports, and what of it is measured here. */
export interface Claim {
  readonly name: string;
  /** What is measured, of one replicate; its mean over replicates is compared. */
  readonly statistic: string;
  /** The paper's number or finding, in its own terms. */
  readonly published: string;
  /** Where the mean has to lie for a hit. */
  readonly band: readonly [low: number, high: number];
  /** V checked against the publication, M from memory, C from a reference simulation written elsewhere. */
  readonly tag: 'V' | 'M' | 'C';
  /**
   * `gate`: the replication has failed outside the band. `order`: it has failed where the mean is not in `order`, which holds the sign or order
   * that was found; the size is reported. `prediction`: reported as a hit or a miss.
   */
  readonly kind: 'gate' | 'order' | 'prediction';
  readonly order?: readonly [low: number, high: number];
}

/** A published simulation or experiment, repeated with the textbook models. */
export interface Replication {
  /** Authors and year: "watts-2002". */
  readonly name: string;
  readonly title: string;
  /** Paper and DOI. */
  readonly source: string;
  /** What is simulated, and where it departs from the paper, in sentences. */
  readonly design: string;
  readonly claims: readonly Claim[];
  /** One replicate: a value for each claim, by its name. A pure function of seed text and replicate. */
  measure(seed: string, replicate: number): Readonly<Record<string, number>>;
}

/** Above 0, whatever the size. */
export const POSITIVE = [0, Infinity] as const;
/** Below 0, whatever the size. */
export const NEGATIVE = [-Infinity, 0] as const;

/** A band around a published number. */
export function within(share: number, published: number): readonly [number, number] {
  return [published - share * Math.abs(published), published + share * Math.abs(published)];
}

/** First step at which a series has reached a level; NaN if it never does. */
export function stepTo(series: ArrayLike<number>, level: number): number {
  for (let step = 0; step < series.length; step++) if (series[step] >= level) return step;
  return NaN;
}
