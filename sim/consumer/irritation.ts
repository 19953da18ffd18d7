import { mechanism, real } from '../parameter/index.ts';
import { IRRITATION } from './state.ts';

export const irritation = mechanism(
  'Intrusive, irrelevant messages irritate; irritation fades, dulls attention and is talked about.',
  {
    gain: real(
      0.5,
      [0.1, 1],
      'per contact',
      'irritation from a fully intrusive, wholly irrelevant contact',
      'Edwards, Li & Lee 2002, 10.1080/00913367.2002.10673678; size assumed',
      [0, 5],
    ),
    keep: real(0.85, [0.7, 0.95], 'share a week', 'irritation kept from week to week', 'assumption', [0, 0.999]),
    talk: real(
      0.002,
      [0, 0.01],
      'probability per unit',
      'weekly chance to complain about messages, per unit above the threshold',
      'assumption',
      [0, 1],
    ),
    talkThreshold: real(2, [1, 5], 'irritation', 'irritation below which nobody complains about messages', 'assumption', [0, 100]),
  },
  { gain: 0, talk: 0 },
);

/** Irritation grows with intrusiveness and falls with relevance. */
export function irritate(rows: Float32Array, row: number, gain: number, intrusiveness: number, relevance: number): void {
  rows[row + IRRITATION] += gain * intrusiveness * (1 - relevance);
}
