import { mechanism, real } from '../parameter/index.ts';

export const asking = mechanism(
  'Being asked changes people: the brand comes to mind and intentions form; being asked and ignored disappoints.',
  {
    familiarity: real(
      0.06,
      [0, 0.12],
      'share of the gap',
      'familiarity gained from being asked',
      'Wood et al. 2016, 10.1177/1088868315592334 (d .24); size assumed',
      [0, 1],
    ),
    intent: real(
      0.3,
      [0, 0.6],
      'intent',
      'deferred intent formed by being asked',
      'Wood et al. 2016, 10.1177/1088868315592334; size assumed',
      [0, 5],
    ),
    ignored: real(0.85, [0.7, 1], 'factor', 'what being asked again without any visible change leaves of trust', 'assumption', [0, 1]),
  },
  { familiarity: 0, intent: 0, ignored: 1 },
);

/** Saying is not doing: stated = rho z(true) + sqrt(1 - rho^2) noise (Sheeran 2002: r .53). */
export const sayDo = mechanism(
  'What people say they will do only partly agrees with what they do.',
  {
    rho: real(
      0.53,
      [0.4, 0.65],
      'correlation',
      'correlation of stated intention and behaviour',
      'Sheeran & Webb 2016, 10.1111/spc3.12265 (Sheeran 2002)',
      [0, 1],
    ),
  },
  { rho: 1 },
);

export function statedIntention(standardisedTruth: number, noise: number, rho: number): number {
  return rho * standardisedTruth + Math.sqrt(1 - rho * rho) * noise;
}
