import { mechanism, real } from '../parameter/index.ts';

export const reviews = mechanism(
  'Buyers write reviews, more likely at the extremes; those who reflect read a few.',
  {
    read: real(
      3,
      [0, 8],
      'reviews',
      'reviews read of each brand considered',
      'Court et al. 2009 (most touchpoints in evaluation are consumer-driven); size assumed',
      [0, 20],
    ),
    write: real(0.02, [0.005, 0.05], 'probability', 'chance that a buyer writes a review', 'assumption', [0, 1]),
    extreme: real(
      0.1,
      [0.02, 0.3],
      'probability',
      'additional chance at full (dis)satisfaction, by its square',
      'Anderson 1998, 10.1177/109467059800100102 (asymmetric U); size assumed',
      [0, 1],
    ),
  },
  { read: 0, write: 0, extreme: 0 },
);

export const search = mechanism(
  'People in market look for help and find content; the curious come upon it at other times.',
  {
    find: real(0.3, [0.1, 0.6], 'probability', 'chance that someone in market who reflects finds content', 'assumption', [0, 1]),
    curious: real(
      0.02,
      [0, 0.06],
      'probability a week',
      'chance to come upon content of a recalled brand without a need',
      'assumption',
      [0, 1],
    ),
  },
  { find: 0, curious: 0 },
);

/** Chance that a buyer writes: base + extreme * sat^2. */
export function reviewProbability(satisfaction: number, base: number, extreme: number): number {
  return base + extreme * satisfaction * satisfaction;
}
