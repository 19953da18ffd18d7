import { mechanism, real } from '../parameter/index.ts';
import { drawUniform, type Keys } from '../random/index.ts';

export const regard = mechanism(
  "One's own tribe counts for more, and a disliked tribe repels.",
  {
    ownBase: real(
      0.5,
      [0.3, 0.8],
      'regard',
      "regard for one's own tribe before identification is added",
      'Bond & Smith 1996, 10.1037/0033-2909.119.1.111 (order); size assumed',
      [0, 2],
    ),
    identification: real(
      1,
      [0.5, 1.5],
      'regard',
      "regard that full identification adds to one's own tribe",
      'Stallen et al. 2013, 10.3389/fnhum.2013.00050 (sign)',
      [0, 2],
    ),
    liked: real(1, [0.8, 1], 'regard', 'regard for a liked tribe', 'assumption', [0, 2]),
    neutral: real(0.5, [0.3, 0.8], 'regard', 'regard for a neutral tribe', 'assumption', [-1, 2]),
    disliked: real(
      -0.3,
      [-0.6, 0],
      'regard',
      'regard for a disliked tribe',
      'Izuma & Adolphs 2013, 10.1016/j.neuron.2013.03.023 (sign); size assumed',
      [-1, 2],
    ),
    likedShare: real(0.1, [0, 0.3], 'share', 'share of pairs of tribes that like each other', 'assumption', [0, 1]),
    dislikedShare: real(0.1, [0, 0.5], 'share', 'share of pairs of tribes that dislike each other', 'assumption', [0, 1]),
  },
  { ownBase: 1, identification: 0, liked: 1, neutral: 1, disliked: 1 },
);

export interface RegardLevels {
  readonly liked: number;
  readonly neutral: number;
  readonly disliked: number;
  readonly likedShare: number;
  readonly dislikedShare: number;
}

/** Regard between two different tribes, mutual; drawn from keys, so that no table of tribes x tribes is needed. */
export function tribeRegard(keys: Keys, a: number, b: number, levels: RegardLevels): number {
  const u = drawUniform(keys.k0, keys.k1, a < b ? a : b, a < b ? b : a);
  if (u < levels.dislikedShare) return levels.disliked;
  return u > 1 - levels.likedShare ? levels.liked : levels.neutral;
}

/** More tribes than this are not written down pair by pair. */
const TABLE_TRIBES = 256;

/** Regard of every tribe for every other, row by row; empty where there are too many tribes. */
export function regardTableOf(tribes: number, keys: Keys, levels: RegardLevels): Float64Array {
  if (tribes > TABLE_TRIBES) return new Float64Array(0);
  return Float64Array.from({ length: tribes * tribes }, (_, at) => tribeRegard(keys, Math.floor(at / tribes), at % tribes, levels));
}
