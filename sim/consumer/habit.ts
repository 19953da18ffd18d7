import { mechanism, real } from '../parameter/index.ts';

export const habit = mechanism(
  'Choosing the same again builds habit; choosing something else breaks a part of it, and one miss is harmless.',
  {
    start: real(0.6, [0.3, 0.8], '0..1', 'habit of the incumbent solution before the first week', 'assumption', [0, 1]),
    gain: real(
      0.1,
      [0.03, 0.3],
      'share of the gap',
      'habit gained each time the same is chosen again',
      'Lally et al. 2010, 10.1002/ejsp.674 (asymptotic growth)',
      [0, 1],
    ),
    keep: real(
      0.8,
      [0.6, 0.95],
      'factor',
      'what is left of habit when something else is chosen',
      'Lally et al. 2010, 10.1002/ejsp.674 (one miss is harmless)',
      [0, 1],
    ),
  },
  { start: 0, gain: 0 },
);

/** Habit of the present solution after a choice: H + gain (1 - H) when the same is chosen again, H x keep when it is replaced. */
export function habitAfter(strength: number, again: boolean, gain: number, keep: number): number {
  return again ? strength + gain * (1 - strength) : strength * keep;
}

/** Teaching new customers how to use the product (Retana et al. 2016). */
export const onboarding = mechanism(
  'Helpful content in the first weeks of use protects from lapsing.',
  {
    weeks: real(
      8,
      [2, 16],
      'weeks',
      'how long after the first use teaching helps',
      'Retana, Forman & Wu 2016, 10.1287/msom.2015.0547',
      [0, 104],
    ),
    effect: real(
      0.5,
      [0.2, 0.65],
      'share',
      'share of lapses that fresh teaching prevents',
      'Retana, Forman & Wu 2016, 10.1287/msom.2015.0547 (early churn halved)',
      [0, 1],
    ),
    keep: real(
      0.8,
      [0.4, 0.95],
      'share a week',
      'protection kept from week to week',
      'Retana et al. 2016 (fades fast); value assumed',
      [0, 0.999],
    ),
  },
  { effect: 0 },
);

/** Waking inert customers by proactive contact can cost them (Ascarza et al. 2016). */
export const waking = mechanism(
  'A proactive contact makes an inert customer reconsider, once.',
  {
    habitThreshold: real(
      0.3,
      [0.1, 0.6],
      'habit',
      'habit above which a customer counts as inert',
      'Ascarza, Iyengar & Schleicher 2016, 10.1509/jmr.13.0483 (sign)',
      [0, 10],
    ),
    hazard: real(1.5, [1, 3], 'factor', 'hazard of need in the week of waking', 'assumption', [1, 10]),
  },
  { habitThreshold: 10 },
);
