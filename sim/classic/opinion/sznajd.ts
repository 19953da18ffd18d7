import type { Network } from '../../network/index.ts';
import { deriveKeys, drawInteger, drawUniform, type Keys } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { BINARY_COLUMNS, runOpinions, share, TWO_OPINIONS } from './binary-opinions.ts';
import { drawInfluence, type Listening } from './listening.ts';

export const sznajd = classicModel({
  name: 'sznajd',
  title: 'Sznajd model',
  meaning:
    'Two tied people who agree win over everyone whom either influences, each with the strength of the tie as chance; a pair that disagrees wins nobody.',
  source:
    'Sznajd-Weron & Sznajd 2000, 10.1142/S0129183100000936; disagreeing pairs without effect as in Slanina, Sznajd-Weron & Przybyła 2008, 10.1209/0295-5075/82/18006',
  time: 'one pair at a time: a random person, and one of its influencers by strength; a step is as many pairs as there are people',
  updating: 'asynchronous',
  state: TWO_OPINIONS,
  parameters: { share },
  columns: BINARY_COLUMNS,
  steps: 200,
  start: (values, world) =>
    runOpinions(world, values.share, (opinions, listening, now) => {
      const [pairs, copying] = [LUCK.partner, LUCK.copying].map((purpose) => deriveKeys(world.keys, purpose, now));
      sznajdStep(opinions, world.network, listening, pairs, copying);
    }),
});

/** As many pairs as people. */
function sznajdStep(opinions: Uint8Array, network: Network, listening: Listening, pairs: Keys, copying: Keys): void {
  const { n } = network;
  for (let event = 0; event < n; event++) {
    const first = drawInteger(pairs.k0, pairs.k1, event, 0, n);
    const arc = drawInfluence(listening, first, drawUniform(pairs.k0, pairs.k1, event, 1));
    if (arc < 0) continue;
    const second = listening.sources[arc];
    if (opinions[first] !== opinions[second]) continue;
    winOver(opinions, network, first, event, copying);
    winOver(opinions, network, second, event, copying);
  }
}

/** Those whom a person influences take its opinion. The other of the pair already has it. */
function winOver(opinions: Uint8Array, network: Network, person: number, event: number, { k0, k1 }: Keys): void {
  const { offsets, targets, strengths } = network;
  for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
    const strength = strengths[arc];
    if (strength === 1 || drawUniform(k0, k1, arc, event) < strength) opinions[targets[arc]] = opinions[person];
  }
}
