import { mechanism, real } from '../parameter/index.ts';

export const talk = mechanism(
  'People talk about what they experienced: an asymmetric U over satisfaction.',
  {
    base: real(
      0.1,
      [0.03, 0.2],
      'probability',
      'chance to talk in the week of a neutral use',
      'Anderson 1998, 10.1177/109467059800100102 (form); size assumed',
      [0, 1],
    ),
    positive: real(
      1,
      [0.3, 2],
      'probability',
      'added by full satisfaction, by its square',
      'Anderson 1998, 10.1177/109467059800100102; size assumed',
      [0, 5],
    ),
    otherWeeks: real(0.2, [0.05, 0.5], 'share', 'chance in weeks without use, relative to the week of use', 'assumption', [0, 1]),
    listeners: real(1.5, [0.8, 3], 'people', 'mean number of people told', 'assumption', [0, 20]),
    social: real(1, [0.5, 1.5], 'factor', 'overall talkativeness of the category', 'assumption', [0, 5]),
  },
  { base: 0, positive: 0, social: 0 },
);

export const negativeTalk = mechanism(
  'The dissatisfied talk too, each more than the satisfied, and to more people.',
  {
    slope: real(
      1.5,
      [1.1, 2],
      'probability',
      'added by full dissatisfaction, by its square',
      'Anderson 1998, 10.1177/109467059800100102 (t-/t+ 1.5)',
      [0, 5],
    ),
    listeners: real(
      2.25,
      [1.5, 4.5],
      'people',
      'mean number of people told of a bad experience',
      'assumption, below the exaggerated nine to ten of TARP',
      [0, 20],
    ),
    voice: real(1, [0.5, 1], 'share', 'share of bad news that is voiced at all', 'assumption', [0, 1]),
  },
  { voice: 0 },
);

export const sharing = mechanism(
  'Useful knowledge is passed on, halving as it travels.',
  {
    base: real(0.02, [0.002, 0.1], 'probability', 'chance to pass on content after attending to it', 'assumption', [0, 1]),
    usefulnessLogOdds: real(
      0.26,
      [0.1, 0.5],
      'log-odds per sd',
      'how much one standard deviation of usefulness adds to the odds of passing on',
      'Berger & Milkman 2012, 10.1509/jmr.10.0353 (ln 1.30)',
      [0, 3],
    ),
    fade: real(
      0.5,
      [0.25, 0.8],
      'factor',
      'strength left after each step',
      'assumption; cascades are shallow: Goel et al. 2016, 10.1287/mnsc.2015.2158',
      [0, 1],
    ),
  },
  { base: 0 },
);

export const advocacy = mechanism(
  'Those bound to a brand speak for it.',
  { rate: real(0.02, [0, 0.06], 'probability a week', 'chance to speak for the brand at full bond', 'assumption', [0, 1]) },
  { rate: 0 },
);

/**
 * Chance to talk about a use: (base + positive max(0, s)^2) or (base + slope max(0, -s)^2) * voice
 * (Anderson 1998: asymmetric U).
 */
export function talkProbability(satisfaction: number, base: number, positive: number, slope: number, voice: number): number {
  const square = satisfaction * satisfaction;
  return satisfaction >= 0 ? base + positive * square : (base + slope * square) * voice;
}

/** Odds of sharing multiply by exp(logOdds) per standard deviation of usefulness (Berger & Milkman 2012). */
export function shareProbability(base: number, oddsFactor: number): number {
  return (base * oddsFactor) / (1 - base + base * oddsFactor);
}
