import { generateNetwork, type Network } from '../../network/index.ts';
import { keysFromSeed } from '../../random/index.ts';
import { musicLab } from '../contagion/music-lab.ts';
import { classicKeys, classicSeries, runClassic } from '../run.ts';
import { POSITIVE, type Replication, within } from './replication.ts';

const [PEOPLE, WEAK, STRONG] = [700, 0.25, 0.5];

let market: Network | null = null;

/** Salganik, Dodds and Watts 2006: influence makes success unequal and hard to predict. */
export const salganik2006: Replication = {
  name: 'salganik-2006',
  title: 'The Music-Lab market',
  source: 'Salganik, Dodds and Watts 2006, 10.1126/science.1121066',
  design: `48 songs, eight worlds of ${PEOPLE} people who see all downloads. Weak and strong influence are exponents of ${WEAK} and ${STRONG}, set from the inequality of the experiments; unpredictability and merit follow. Levels are read from the paper's figures.`,
  claims: [
    {
      name: 'gini independent',
      statistic: 'Gini coefficient without influence',
      published: 'about .25',
      band: [0.2, 0.35],
      tag: 'M',
      kind: 'prediction',
    },
    {
      name: 'gini weak',
      statistic: 'Gini coefficient, weak influence',
      published: 'about .35',
      band: [0.3, 0.45],
      tag: 'M',
      kind: 'prediction',
    },
    {
      name: 'gini strong',
      statistic: 'Gini coefficient, strong influence',
      published: 'about .50',
      band: [0.4, 0.6],
      tag: 'M',
      kind: 'prediction',
    },
    {
      name: 'weak over independent',
      statistic: 'Gini of weak influence over that without',
      published: 'inequality rises with influence',
      band: [1.1, 1.5],
      tag: 'V',
      kind: 'order',
      order: [1, Infinity],
    },
    {
      name: 'strong over independent',
      statistic: 'Gini of strong influence over that without',
      published: 'inequality rises with influence',
      band: [1.4, 2.2],
      tag: 'V',
      kind: 'order',
      order: [1, Infinity],
    },
    {
      name: 'unpredictability',
      statistic: 'unpredictability of strong influence over that without',
      published: 'it rises with influence, two- to threefold',
      band: [1.4, 3],
      tag: 'V',
      kind: 'order',
      order: [1, Infinity],
    },
    {
      name: 'merit',
      statistic: 'rank correlation of appeal and downloads, strong influence',
      published: 'the best rarely do badly, the worst rarely do well',
      band: [0.4, 0.95],
      tag: 'V',
      kind: 'order',
      order: POSITIVE,
    },
    {
      name: 'toy',
      statistic: 'Gini coefficient at an exponent of one',
      published: '.72 in a reference simulation',
      band: within(0.1, 0.72),
      tag: 'C',
      kind: 'prediction',
    },
  ],
  measure(seed, replicate) {
    market ??= generateNetwork({ kind: 'complete', people: PEOPLE, strength: 1 }, keysFromSeed(''));
    const network = market;
    const ends = (influence: number): ((column: string) => number) => {
      const recording = runClassic(musicLab, { network, values: { influence }, keys: classicKeys(seed, replicate) });
      return (column) => classicSeries(recording, column)[recording.steps];
    };
    const [weak, strong, full] = [ends(WEAK), ends(STRONG), ends(1)];
    const independent = strong('giniIndependent');
    return {
      'gini independent': independent,
      'gini weak': weak('gini'),
      'gini strong': strong('gini'),
      'weak over independent': weak('gini') / independent,
      'strong over independent': strong('gini') / independent,
      unpredictability: strong('unpredictability') / strong('unpredictabilityIndependent'),
      merit: strong('merit'),
      toy: full('gini'),
    };
  },
};
