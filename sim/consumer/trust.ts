import { mechanism, real } from '../parameter/index.ts';
import { CLAIM, TRUST } from './state.ts';

export const trust = mechanism(
  'Helpful acts build trust slowly, broken promises destroy it fast; what a trusted brand says counts for more.',
  {
    start: real(0.5, [0.3, 0.7], '0..1', 'trust before any experience, to which trust drifts back', 'assumption', [0, 1]),
    up: real(0.05, [0.02, 0.1], 'share of the gap', 'trust gained from a helpful act', 'assumption; 3:1 asymmetry', [0, 1]),
    breachFactor: real(0.85, [0.7, 0.95], 'factor', 'what a breach leaves of trust', 'assumption', [0, 1]),
    breachGap: real(
      0.16,
      [0.08, 0.3],
      'progress',
      'how far use may fall behind the last claim before it is a breach',
      'assumption',
      [0, 2],
    ),
    drift: real(
      0.01,
      [0.002, 0.03],
      'share a week',
      'drift back to the start, so that no strategy wins by drift alone',
      'assumption',
      [0, 1],
    ),
  },
  { up: 0, breachFactor: 1 },
);

export function earnTrust(rows: Float32Array, row: number, up: number): void {
  rows[row + TRUST] += up * (1 - rows[row + TRUST]);
}

/** A promise was broken when the last claim attended exceeded the use by more than the gap. */
export function judgePromise(rows: Float32Array, row: number, reading: number, gap: number, factor: number): void {
  const claim = rows[row + CLAIM];
  if (claim >= 0 && claim - reading > gap) rows[row + TRUST] *= factor;
}
