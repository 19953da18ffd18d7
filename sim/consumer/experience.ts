import { mechanism, real } from '../parameter/index.ts';
import { clamp } from './decay.ts';

export const experience = mechanism(
  'Use reveals progress, judged against the alternative.',
  {
    noise: real(0.06, [0.02, 0.12], 'progress', 'standard deviation of one use around true progress', 'assumption', [0, 1]),
    performance: real(
      0.34,
      [0.2, 0.6],
      'satisfaction',
      'weight of performance relative to the alternative',
      'Szymanski & Henard 2001, 10.1177/0092070301291002',
      [0, 2],
    ),
    performanceScale: real(0.2, [0.1, 0.4], 'progress', 'advantage over the alternative that satisfies fully', 'assumption', [0.01, 2]),
    affect: real(0.4, [0.2, 0.6], 'share of the gap', 'how far one use moves affect towards satisfaction', 'assumption', [0, 1]),
  },
  null,
);

export const disconfirmation = mechanism(
  'Satisfaction also depends on what was expected; disappointments weigh more.',
  {
    weight: real(
      0.46,
      [0.2, 0.7],
      'satisfaction',
      'weight of disconfirmation',
      'Oliver 1980, 10.1177/002224378001700405; Szymanski & Henard 2001, 10.1177/0092070301291002',
      [0, 2],
    ),
    scale: real(0.3, [0.15, 0.5], 'progress', 'difference from the expectation that counts fully', 'assumption', [0.01, 2]),
    negative: real(1.5, [1, 2.25], 'factor', 'how much more a disappointment weighs', 'assumption, in line with loss aversion', [0, 5]),
  },
  { weight: 0 },
);

export const failure = mechanism(
  'Now and then the service fails.',
  {
    probability: real(0.05, [0.01, 0.1], 'probability', 'chance that a use fails', 'assumption', [0, 1]),
    loss: real(0.3, [0.15, 0.5], 'progress', 'progress lost by a failure', 'assumption', [0, 2]),
    servedProbability: real(
      0.04,
      [0.005, 0.05],
      'probability',
      'chance that a use fails when every purchase is served',
      'assumption',
      [0, 1],
    ),
  },
  { probability: 0, servedProbability: 0 },
);

/** Disconfirmation D' = clamp((u - m) / scale, -1, 1), multiplied when negative. */
export function disconfirm(reading: number, expected: number, scale: number, negative: number): number {
  const d = clamp((reading - expected) / scale, -1, 1);
  return d < 0 ? d * negative : d;
}

/** Satisfaction in [-1, 1]: .34 u' + .46 D' (Szymanski & Henard 2001). */
export function satisfactionFrom(advantage: number, disconfirmed: number, performance: number, weight: number): number {
  return clamp(performance * advantage + weight * disconfirmed, -1, 1);
}
