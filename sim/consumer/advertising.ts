import { mechanism, real } from '../parameter/index.ts';

/**
 * How much an advertisement persuades (affect, belief and intent; it makes known in any case). Fitted to the
 * advertising elasticities of the literature, never set by hand: `classic` to .12 within a quarter and .24 in the long
 * run (Sethuraman et al. 2011), `modern` to about .02 (Shapiro et al. 2021).
 */
export const ADVERTISING_EFFECT = { classic: 2.3, modern: 0.1 } as const;

export const advertising = mechanism(
  'Advertisements persuade, beyond making a brand known.',
  {
    effect: real(
      ADVERTISING_EFFECT.classic,
      [ADVERTISING_EFFECT.modern, ADVERTISING_EFFECT.classic],
      'factor',
      'how strongly an advertisement moves affect, belief and intent',
      'fit to Sethuraman, Tellis & Briesch 2011, 10.1509/jmkr.48.3.457 (classic) and Shapiro, Hitsch & Tuchman 2021, 10.3982/ECTA17674 (modern)',
      [0, 5],
    ),
  },
  { effect: 0 },
);
