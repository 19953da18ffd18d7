import { degreeOf, generateNetwork, type Network } from '../../network/index.ts';
import { deriveKeys } from '../../random/index.ts';
import { independentCascade } from '../contagion/independent-cascade.ts';
import { LUCK } from '../luck.ts';
import { classicKeys, runClassic } from '../run.ts';
import { best } from '../seeding/best.ts';
import { chooseSeeds } from '../seeding/index.ts';
import type { Replication } from './replication.ts';

const [PEOPLE, SEEDS, CHANCE, CAMPAIGNS] = [2000, 20, 0.05, 20];

/** Hinz et al. 2011: whom a viral campaign seeds decides how many referrals it makes, through how many people they reach. */
export const hinz2011: Replication = {
  name: 'hinz-2011',
  title: 'Seeding strategies for viral marketing',
  source: 'Hinz, Skiera, Barrot and Becker 2011, 10.1509/jm.10.0088',
  design: `The market's default network of ${PEOPLE} people, ${SEEDS} seeds, an independent cascade in which everyone persuades alike: ${CHANCE} times the strength of the tie. Referrals are adopters who were no seeds; a replicate is one network and ${CAMPAIGNS} campaigns for each rule.`,
  claims: [
    {
      name: 'hubs over fringe',
      statistic: 'referrals of the best connected seeds over those of the worst connected',
      published: 'the best strategy makes up to eight times the referrals of the worst; hubs do well, low-degree people badly',
      band: [2, 8],
      tag: 'V',
      kind: 'order',
      order: [1, Infinity],
    },
    {
      name: 'hubs over random',
      statistic: 'referrals of the best connected seeds over those of random people',
      published: 'hubs beat random seeding',
      band: [1.2, 5],
      tag: 'V',
      kind: 'order',
      order: [1, Infinity],
    },
    {
      name: 'bridges over random',
      statistic: 'referrals of seeds with most ties across tribes over those of random people',
      published: 'bridges do about as well as hubs',
      band: [1.2, 5],
      tag: 'V',
      kind: 'order',
      order: [1, Infinity],
    },
    {
      name: 'reach, not persuasion',
      statistic: 'referrals a tie of hubs over those a tie of random people',
      published: 'hubs do not persuade more per contact',
      band: [0.8, 1.2],
      tag: 'V',
      kind: 'prediction',
    },
  ],
  measure(seed, replicate) {
    const keys = classicKeys(seed, replicate);
    const network = generateNetwork({ kind: 'tribal', people: PEOPLE }, deriveKeys(keys, LUCK.contact));
    const luck = deriveKeys(keys, LUCK.seeding);
    const fringe = best(
      Float64Array.from({ length: PEOPLE }, (_, person) => (degreeOf(network, person) === 0 ? -Infinity : -degreeOf(network, person))),
      SEEDS,
      luck,
    );
    const referrals = (seeds: ArrayLike<number>): number => {
      const initial = new Float64Array(PEOPLE);
      for (let s = 0; s < SEEDS; s++) initial[seeds[s]] = 1;
      let sum = 0;
      for (let campaign = 0; campaign < CAMPAIGNS; campaign++) {
        const run = { network, initial, values: { chance: CHANCE }, steps: 200, keys: deriveKeys(keys, LUCK.arrival, campaign) };
        sum += runClassic(independentCascade, run).states.reduce((adopted, state) => adopted + state, 0) - SEEDS;
      }
      return sum / CAMPAIGNS;
    };
    const hubSeeds = chooseSeeds('degree', network, SEEDS, luck);
    const randomSeeds = chooseSeeds('random', network, SEEDS, luck);
    const [hubs, random] = [referrals(hubSeeds), referrals(randomSeeds)];
    return {
      'hubs over fringe': hubs / referrals(fringe),
      'hubs over random': hubs / random,
      'bridges over random': referrals(chooseSeeds('bridges', network, SEEDS, luck)) / random,
      'reach, not persuasion': hubs / tiesOf(network, hubSeeds) / (random / tiesOf(network, randomSeeds)),
    };
  },
};

/** Strength of all ties of some people to others. */
function tiesOf({ offsets, strengths }: Network, people: Uint32Array): number {
  let sum = 0;
  for (const person of people) for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) sum += strengths[arc];
  return sum;
}
