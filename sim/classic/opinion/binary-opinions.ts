import type { Network } from '../../network/index.ts';
import { InputError, real } from '../../parameter/index.ts';
import { deriveKeys, Stream } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import type { ClassicColumn, ClassicProcess, ClassicWorld } from '../model.ts';
import { type Listening, listeningOf } from './listening.ts';

/** The start of a model with two opinions. */
export const share = real(0.5, [0.05, 0.95], 'share', 'people who start with opinion 1, drawn at random', 'assumption', [0, 1]);

export const TWO_OPINIONS = 'opinion 0 or 1';

export const BINARY_COLUMNS: readonly ClassicColumn[] = [
  { name: 'share', unit: 'share of people', meaning: 'people with opinion 1' },
  { name: 'disagreement', unit: 'share of tie strength', meaning: 'strength of the ties that join different opinions' },
];

/**
 * A run of a model with two opinions, which ends where all hold one.
 *
 * @param ones share of people who start with opinion 1
 * @param step changes the opinions in place; `now` counts the steps from 1
 * @param restless opinions change even where all hold one
 */
export function runOpinions(
  world: ClassicWorld,
  ones: number,
  step: (opinions: Uint8Array, listening: Listening, now: number) => void,
  restless = false,
): ClassicProcess {
  const { network } = world;
  const opinions = binaryStart(world, ones);
  const listening = listeningOf(network);
  let now = 0;
  return {
    states: opinions,
    step() {
      step(opinions, listening, ++now);
      return restless || !unanimous(opinions);
    },
    measure: () => measureBinary(opinions, network),
  };
}

/** The opinions given, or round(share n) ones among zeros, at random places. @throws InputError for a given state that is neither 0 nor 1 */
function binaryStart({ network, keys, initial }: ClassicWorld, ones: number): Uint8Array {
  const opinions = new Uint8Array(network.n);
  if (initial === null) return new Stream(deriveKeys(keys, LUCK.opinion)).shuffle(opinions.fill(1, 0, Math.round(ones * network.n)));
  for (let i = 0; i < network.n; i++) {
    if (initial[i] !== 0 && initial[i] !== 1) {
      throw new InputError(`Person ${i} starts with the opinion ${initial[i]}.`, {
        path: `initial.${i}`,
        found: String(initial[i]),
        allowed: '0 or 1',
      });
    }
    opinions[i] = initial[i];
  }
  return opinions;
}

/** Values of `BINARY_COLUMNS`. */
function measureBinary(opinions: Uint8Array, { n, offsets, targets, strengths }: Network): number[] {
  let ones = 0;
  let apart = 0;
  let all = 0;
  for (let i = 0; i < n; i++) {
    ones += opinions[i];
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      all += strengths[arc];
      if (opinions[i] !== opinions[targets[arc]]) apart += strengths[arc];
    }
  }
  return [ones / n, all === 0 ? 0 : apart / all];
}

/** Whether all hold one opinion. */
function unanimous(opinions: Uint8Array): boolean {
  for (let i = 1; i < opinions.length; i++) if (opinions[i] !== opinions[0]) return false;
  return true;
}
