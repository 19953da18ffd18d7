import { mechanism, real } from '../parameter/index.ts';
import { INTENT } from './state.ts';

export const intent = mechanism(
  'A relevant message now may be remembered when the need comes up later.',
  {
    gain: real(0.3, [0.1, 0.6], 'per contact', 'deferred intent from a fully relevant attended contact', 'assumption', [0, 5]),
    keep: real(0.9, [0.8, 0.95], 'share a week', 'deferred intent kept from week to week', 'assumption: half-life 6.6 weeks', [0, 0.999]),
    need: real(0.25, [0, 0.5], 'share', 'how much full intent raises the weekly hazard of need', 'assumption', [0, 5]),
    score: real(
      0.1,
      [0, 0.15],
      'progress',
      'how much full intent adds to a brand when reflecting',
      'assumption; level fit with the elasticity of advertising within a quarter',
      [0, 1],
    ),
  },
  { gain: 0 },
);

/** Saturating effect of the stock, I / (1 + I): a stock that grew without bound would inflate elasticity. */
export function intentShare(stock: number): number {
  return stock / (1 + stock);
}

export function intend(rows: Float32Array, row: number, gain: number, relevance: number): void {
  rows[row + INTENT] += gain * relevance;
}
