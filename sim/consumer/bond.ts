import { mechanism, real } from '../parameter/index.ts';
import { BOND } from './state.ts';

const SOURCE = 'Palmatier et al. 2006, 10.1509/jmkg.70.4.136 (sign); size assumed';

export const bond = mechanism(
  'Answers, useful content and a community tie people to a brand; bonds fade, and too much community repels.',
  {
    answer: real(0.25, [0.1, 0.4], 'share of the gap', 'bond from an answer or a conversation', SOURCE, [0, 1]),
    content: real(0.08, [0.02, 0.15], 'share of the gap', 'bond from helpful content', SOURCE, [0, 1]),
    community: real(
      0.08,
      [0.02, 0.15],
      'share of the gap',
      'bond from a community contact or from being heard in co-creation',
      SOURCE,
      [0, 1],
    ),
    halfLife: real(26, [8, 52], 'weeks', 'half-life of a bond', 'assumption', [1, 520]),
    crowdLimit: real(
      3,
      [1, 7],
      'contacts a week',
      'community contacts a week beyond which more repel',
      'Algesheimer et al. 2005, 10.1509/jmkg.69.3.19.66363 (sign)',
      [0, 100],
    ),
    crowdCost: real(0.05, [0, 0.1], '0..1', 'bond lost by each community contact beyond the limit', 'assumption', [0, 1]),
  },
  { answer: 0, content: 0, community: 0, crowdCost: 0 },
);

export function bondWith(rows: Float32Array, row: number, gain: number): void {
  rows[row + BOND] += gain * (1 - rows[row + BOND]);
}
