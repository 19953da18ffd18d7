import { drawNormal } from '../random/index.ts';

/** Dimensions of need that a brand can learn about: four drives, then ten values. */
export const NEEDS = 14;

/**
 * What a brand believes its tribes need: an estimate per tribe and dimension, and how many fully informative answers it rests on.
 * Dimensions are on the scale of the truth (drive weights; values centred and scaled).
 */
export interface Knowledge {
  readonly tribes: number;
  readonly estimate: Float64Array;
  /** Answers behind a tribe's estimate, in fully informative people. */
  readonly answers: Float64Array;
  researched: number;
}

/** The uninformed view: drives even, values as they are everywhere. */
export function uninformed(tribes: number, prior: number, commonValues: ArrayLike<number>): Knowledge {
  const estimate = new Float64Array(tribes * NEEDS);
  for (let tribe = 0; tribe < tribes; tribe++) {
    for (let k = 0; k < NEEDS; k++) estimate[tribe * NEEDS + k] = k < 4 ? 0.25 : commonValues[k - 4];
  }
  return { tribes, estimate, answers: new Float64Array(tribes).fill(prior), researched: 0 };
}

/**
 * Adds `people` answers about one tribe. Each answer reflects rho of the truth and (1 - rho) of `lean` (what is socially desirable to
 * say; null where behaviour is read instead), with noise of standard deviation spread * sqrt(1 / rho^2 - 1), whose mean over the real
 * number of people asked is drawn at once. An answer is worth rho^2 of a fully informative one.
 */
export function learnNeeds(
  knowledge: Knowledge,
  tribe: number,
  people: number,
  truth: ArrayLike<number>,
  truthStart: number,
  lean: ArrayLike<number> | null,
  spread: ArrayLike<number>,
  rho: number,
  k0: number,
  k1: number,
  index: number,
): void {
  if (!(people > 0) || !(rho > 0)) return;
  const worth = people * rho * rho;
  const before = knowledge.answers[tribe];
  const gain = worth / (before + worth);
  const error = Math.sqrt(Math.max(0, 1 / (rho * rho) - 1) / people);
  for (let k = 0; k < NEEDS; k++) {
    const at = tribe * NEEDS + k;
    const said = lean === null ? truth[truthStart + k] : rho * truth[truthStart + k] + (1 - rho) * lean[k];
    const observed = said + spread[k] * error * drawNormal(k0, k1, at, index);
    knowledge.estimate[at] += gain * (observed - knowledge.estimate[at]);
  }
  knowledge.answers[tribe] = before + worth;
}

/** Root mean square error of a tribe's estimate, each dimension in units of its spread between people. */
export function knowledgeError(knowledge: Knowledge, tribe: number, truth: ArrayLike<number>, spread: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < NEEDS; k++) {
    const at = tribe * NEEDS + k;
    const miss = (knowledge.estimate[at] - truth[at]) / spread[k];
    sum += miss * miss;
  }
  return Math.sqrt(sum / NEEDS);
}
