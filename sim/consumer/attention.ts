import exp from '@stdlib/math-base-special-exp';
import { mechanism, real } from '../parameter/index.ts';

export const attention = mechanism(
  'People attend to few of the messages that reach them, more when in market, less when irritated.',
  {
    base: real(0.15, [0.05, 0.4], 'probability', 'chance to attend to a contact', 'assumption', [0, 1]),
    irritationSlope: real(
      0.25,
      [0.05, 0.6],
      'per unit',
      'how fast irritation turns attention away',
      'Edwards, Li & Lee 2002, 10.1080/00913367.2002.10673678; size assumed',
      [0, 5],
    ),
    inMarketFactor: real(2, [1, 4], 'factor', 'how much more a person in market attends', 'assumption', [0, 10]),
  },
  { base: 1, irritationSlope: 0, inMarketFactor: 1 },
);

/** exp(-slope Z): what irritation leaves of a message's chance and effect. */
export function calm(irritation: number, slope: number): number {
  return irritation === 0 ? 1 : exp(-slope * irritation);
}
