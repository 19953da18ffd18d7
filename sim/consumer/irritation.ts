import { mechanism, real } from '../parameter/index.ts';
import { IRRITATION, ROW } from './state.ts';

export const irritation = mechanism(
  'Intrusive, irrelevant messages irritate; irritation turns against the brand, dulls attention, is talked about and fades.',
  {
    gain: real(
      0.5,
      [0.1, 1],
      'per contact',
      'irritation from a fully intrusive, wholly irrelevant contact',
      'Edwards, Li & Lee 2002, 10.1080/00913367.2002.10673678; size assumed',
      [0, 5],
    ),
    souring: real(
      0.016,
      [0.005, 0.04],
      'share of the gap',
      'share of the room affect has to fall that a unit of fresh irritation takes',
      'fit to Rains 2013, 10.1111/j.1468-2958.2012.01443.x, and 10.1093/hcr/hqaf016 (anger and persuasion, r -.23)',
      [0, 1],
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

/**
 * Irritation grows with intrusiveness and falls with relevance. Fresh irritation also turns people against the sender (reactance as anger
 * and counter-arguing: Rains 2013): affect loses `souring` of the room it has to fall, (1 + x) / 2, per unit.
 */
export function irritate(
  rows: Float32Array,
  affect: Float32Array,
  pair: number,
  gain: number,
  souring: number,
  intrusiveness: number,
  relevance: number,
): void {
  const fresh = gain * intrusiveness * (1 - relevance);
  rows[pair * ROW + IRRITATION] += fresh;
  affect[pair] -= Math.min(1, souring * fresh) * 0.5 * (1 + affect[pair]);
}
