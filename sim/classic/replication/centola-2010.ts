import { fromDegreeSequence, generateNetwork, type Network } from '../../network/index.ts';
import { deriveKeys, keysFromSeed } from '../../random/index.ts';
import { reinforcement } from '../contagion/reinforcement.ts';
import { LUCK } from '../luck.ts';
import { classicKeys, classicSeries, runClassic } from '../run.ts';
import { type Replication, stepTo } from './replication.ts';

const [PEOPLE, NEIGHBOURS, WORLDS] = [144, 8, 60];
const EQUAL = [1, 1, 1, 1];

/** Centola 2010: behaviour that needs reinforcement spreads farther and faster where neighbours know each other. */
export const centola2010: Replication = {
  name: 'centola-2010',
  title: 'The spread of behaviour in an online experiment',
  source: 'Centola 2010, 10.1126/science.1185231',
  design: `The experiment's largest networks: ${PEOPLE} people on a lattice of ${NEIGHBOURS} neighbours, and on random networks of the same degrees; one seed. A first signal persuades with 15 %, with which random networks are reached about as far as in the experiment; further ones by its relative hazards. How far the lattice is reached, and how fast, follows. A replicate is ${WORLDS} spreads on each.`,
  claims: [
    {
      name: 'clustered',
      statistic: 'share of people reached on the lattice',
      published: '.538',
      band: [0.45, 0.63],
      tag: 'V',
      kind: 'prediction',
    },
    {
      name: 'random',
      statistic: 'share of people reached on random networks',
      published: '.383',
      band: [0.3, 0.47],
      tag: 'V',
      kind: 'prediction',
    },
    {
      name: 'ratio',
      statistic: 'reached on the lattice over reached on random networks',
      published: '1.40',
      band: [1.15, 1.8],
      tag: 'V',
      kind: 'prediction',
    },
    {
      name: 'speed',
      statistic: 'steps to half of what random networks reach: random over lattice',
      published: 'four times faster on the lattice',
      band: [2, 6],
      tag: 'V',
      kind: 'prediction',
    },
    {
      name: 'simple',
      statistic: 'the ratio when every signal persuades alike',
      published: 'simple contagion spreads farther on random networks',
      band: [0.5, 1],
      tag: 'M',
      kind: 'order',
      order: [0, 1],
    },
    {
      name: 'reinforcement helps clusters',
      statistic: 'ratio with reinforcement less the ratio without',
      published: 'clustering pays where signals reinforce each other',
      band: [0.02, 1],
      tag: 'V',
      kind: 'order',
      order: [0, Infinity],
    },
  ],
  measure(seed, replicate) {
    const keys = classicKeys(seed, replicate);
    const lattice = generateNetwork({ kind: 'lattice', people: PEOPLE, neighbours: String(NEIGHBOURS), strength: 1 }, keysFromSeed(''));
    const degrees = new Uint32Array(PEOPLE).fill(NEIGHBOURS);
    const random = (world: number): Network => fromDegreeSequence(degrees, 1, deriveKeys(keys, LUCK.contact, world));
    // Mean course over spreads with different seeds and luck.
    const course = (network: (world: number) => Network, hazards?: readonly number[]): Float64Array => {
      const sum = new Float64Array(101);
      for (let world = 0; world < WORLDS; world++) {
        const values = hazards === undefined ? {} : { hazards: [...hazards] };
        const run = { network: network(world), values, steps: 100, keys: deriveKeys(keys, LUCK.seeding, world) };
        classicSeries(runClassic(reinforcement, run), 'adopters').forEach((share, step) => {
          sum[step] += share / WORLDS;
        });
      }
      return sum;
    };
    const clustered = course(() => lattice);
    const mixed = course(random);
    const [clusteredEnd, mixedEnd] = [clustered[100], mixed[100]];
    const simple = course(() => lattice, EQUAL)[100] / course(random, EQUAL)[100];
    return {
      clustered: clusteredEnd,
      random: mixedEnd,
      ratio: clusteredEnd / mixedEnd,
      speed: stepTo(mixed, mixedEnd / 2) / stepTo(clustered, mixedEnd / 2),
      simple,
      'reinforcement helps clusters': clusteredEnd / mixedEnd - simple,
    };
  },
};
