import type { Strategy } from '../../../sim/scenario/vocabulary.ts';

/**
 * How the editors of a strategy say what changed: what to call it, and the change; null settles what was previewed.
 * `final` is false while something is held. @throws InputError when the result is no valid scenario
 */
export type StrategyChange = (what: string, change: ((strategy: Strategy) => Strategy) | null, final: boolean) => void;
