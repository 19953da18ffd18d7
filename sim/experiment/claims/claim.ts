import type { JsonValue } from '../design/factor.ts';
import type { MetricName } from '../metrics.ts';

/** One side of a contrast: a strategy in a world, and what is looked at there. */
export interface Side {
  /** Of the suite's strategies or a preset. */
  readonly strategy: string;
  readonly metric: MetricName;
  /** What the world has otherwise than the default, by path; on top of what the contrast sets. */
  readonly set?: Readonly<Record<string, JsonValue>>;
}

/** A difference that a hypothesis predicts: left minus right, over replicates with the same luck. */
export interface Contrast {
  /** What is asked, as a sentence that the prediction answers with yes. */
  readonly question: string;
  readonly left: Side;
  readonly right: Side;
  readonly week: number;
  /** Sign of left minus right; 0 when it should be at most `tolerance`. */
  readonly predicted: 1 | -1 | 0;
  /** In units of the metric; only where 0 is predicted. */
  readonly tolerance?: number;
  /** What both sides have otherwise than the default. */
  readonly set?: Readonly<Record<string, JsonValue>>;
  /** Although the hypothesis is assumed, this consequence could have failed. */
  readonly free?: boolean;
}

/** One of the hypotheses H1 to H20, with the contrasts that would show it false. */
export interface Claim {
  readonly id: string;
  readonly claim: string;
  /** Assumed: a coefficient of the model states it. It is also run with that coefficient at its null. */
  readonly status: 'emergent' | 'assumed';
  /** What silences the coefficient of an assumed one. */
  readonly silenced?: Readonly<Record<string, JsonValue>>;
  readonly contrasts: readonly Contrast[];
}
