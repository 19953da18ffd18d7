import { mechanism, real } from '../parameter/index.ts';

const EAST = 'East, Hammond & Lomax 2008, 10.1016/j.ijresmar.2008.04.001: +.20 / -.11 at .43';

/** What hearing good or bad does to the listener's heart: limited by the room to move (East et al. 2008). */
export const persuasion = mechanism(
  'Word of mouth moves affect in proportion to the room it has to move.',
  {
    positive: real(0.15, [0.04, 0.2], 'affect', 'share of the upward room closed by fully positive talk within the tribe', EAST, [0, 1]),
    negative: real(0.2, [0.03, 0.2], 'affect', 'share of the downward room closed by fully negative talk within the tribe', EAST, [0, 1]),
  },
  { positive: 0, negative: 0 },
);

/** What people say in public is pulled towards the tribe's norm (public compliance: Asch 1956; Bond 2005). */
export const expression = mechanism(
  'The expressed view leans towards the norm of the tribe; the private one stays.',
  {
    compliance: real(
      0.35,
      [0.2, 0.6],
      'share',
      "weight of the tribe's norm in the expressed view",
      'Franzen & Mader 2023, 10.1371/journal.pone.0294325 (33 % errors); transfer to affect assumed',
      [0, 0.95],
    ),
  },
  { compliance: 0 },
);

export function expressedView(privateView: number, norm: number, compliance: number): number {
  return (1 - compliance) * privateView + compliance * norm;
}
