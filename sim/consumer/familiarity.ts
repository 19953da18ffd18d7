import { mechanism, real } from '../parameter/index.ts';
import { FAMILIARITY } from './state.ts';

const SOURCE = 'assumption checked for magnitude; mere exposure: Montoya et al. 2017, 10.1037/bul0000085';

/** Knowing that a brand exists and what it is: grows with every contact towards 1 and is forgotten. */
export const familiarity = mechanism(
  'Contacts make a brand familiar; familiarity is forgotten, and only what is familiar comes to mind.',
  {
    advertising: real(0.06, [0.02, 0.15], 'share of the gap', 'familiarity gained from an attended advertisement', SOURCE, [0, 1]),
    content: real(
      0.1,
      [0.03, 0.25],
      'share of the gap',
      'familiarity gained from content, an answer or a community contact',
      SOURCE,
      [0, 1],
    ),
    heard: real(0.05, [0.03, 0.3], 'share of the gap', 'familiarity gained from word of mouth or a review', SOURCE, [0, 1]),
    use: real(0.5, [0.2, 0.8], 'share of the gap', 'familiarity gained from use', SOURCE, [0, 1]),
    halfLife: real(
      10,
      [4, 26],
      'weeks',
      'half-life of familiarity',
      'Leone 1995, 10.1287/mksc.14.3.G141: 90 % of an effect gone in 6-9 months',
      [1, 520],
    ),
    lasting: real(
      0.6,
      [0.3, 0.8],
      'share',
      'share of the greatest familiarity ever reached that is never forgotten',
      'Bahrick 1984, 10.1037/0096-3445.113.1.1 (form: what survives the first years stays); level fit with the long-run elasticity of advertising, modern',
      [0, 1],
    ),
    userFloor: real(0.6, [0.4, 0.9], '0..1', 'familiarity that a user does not fall below', 'assumption', [0, 1]),
    recallHalf: real(
      0.08,
      [0.02, 0.2],
      '0..1',
      'familiarity at which a brand comes to mind half the time',
      'assumption; smooth, so that no threshold makes a small campaign worthless',
      [0, 1],
    ),
  },
  { recallHalf: 0 },
);

/**
 * Familiarity after a week without contacts: `known` fades by `keep`, but not below what lasts, a share `lasting` of the most that was
 * ever reached (Bahrick 1984), nor, where it was above, below `floor`. All in 0..1.
 */
export function stillKnown(known: number, best: number, keep: number, lasting: number, floor: number): number {
  const least = lasting * best > floor ? lasting * best : floor;
  const faded = known * keep;
  return faded < least ? Math.min(known, least) : faded;
}

/** Closes `gain` of the gap to full familiarity. */
export function makeFamiliar(rows: Float32Array, row: number, gain: number): void {
  rows[row + FAMILIARITY] += gain * (1 - rows[row + FAMILIARITY]);
}

/** Probability that the brand comes to mind: F / (F + half). */
export function recallProbability(known: number, half: number): number {
  return half === 0 ? 1 : known / (known + half);
}
