import { mechanism, real } from '../parameter/index.ts';

export const need = mechanism(
  'The job comes up at random; deferred intent brings it forward, a recent purchase puts it off.',
  {
    purchaseFactor: real(0.75, [0.5, 1], 'factor', 'weekly hazard of need after a purchase (pull-forward)', 'assumption', [0, 1]),
    purchaseWeeks: real(8, [2, 16], 'weeks', 'how long a purchase lowers need', 'assumption', [0, 104]),
    struggleSd: real(
      0.1,
      [0.02, 0.2],
      'progress',
      'spread of the momentary struggle with the present solution',
      'push-pull-mooring: Bansal et al. 2005, 10.1177/0092070304267928; size assumed',
      [0, 1],
    ),
    dissatisfaction: real(
      0.5,
      [0.2, 0.8],
      'progress',
      'struggle from full dissatisfaction with the present solution',
      'Marx 2025, 10.1108/JSTP-06-2024-0201 (sign); size assumed',
      [0, 2],
    ),
  },
  { purchaseFactor: 1, struggleSd: 0, dissatisfaction: 0 },
);

/** Weekly hazard that the job comes up. */
export function needHazard(base: number, strongestIntent: number, intentGain: number, satedFactor: number): number {
  const hazard = base * (1 + intentGain * strongestIntent) * satedFactor;
  return hazard > 1 ? 1 : hazard;
}
