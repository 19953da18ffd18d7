import { generateNetwork, type Network } from '../../network/index.ts';
import { deriveKeys } from '../../random/index.ts';
import { competingBrands } from '../contagion/competing-brands.ts';
import { LUCK } from '../luck.ts';
import { classicKeys, startClassic } from '../run.ts';
import { chooseSeeds, type SeedingRule } from '../seeding/index.ts';
import { POSITIVE, type Replication } from './replication.ts';

const [PEOPLE, SEEDS, YEARS, DISCOUNT] = [1000, 50, 30, 0.1];
/** Steps a year. */
const PACE = 12;

/** Libai, Muller and Peres 2013: a seeding programme is worth customers won (expansion) and customers won earlier (acceleration). */
export const libai2013: Replication = {
  name: 'libai-2013',
  title: 'Expansion and acceleration by seeding',
  source: 'Libai, Muller and Peres 2013, 10.1509/jmr.11.0305',
  design: `A tribal network of ${PEOPLE} people in place of the paper's twelve real ones, and two brands of equal strength; ${SEEDS} people are given the own brand, the same market runs with and without them, with the same luck for ${YEARS} years at ${100 * DISCOUNT} % a year. Of people who are no seeds, whoever adopts the own brand only because of them is expansion, whoever adopts it earlier or later acceleration.`,
  claims: [
    {
      name: 'worth',
      statistic: 'value of a random programme per seed, in adopters, duopoly',
      published: 'seeding creates social value',
      band: [0.2, 5],
      tag: 'V',
      kind: 'order',
      order: POSITIVE,
    },
    {
      name: 'expansion in a duopoly',
      statistic: 'share of expansion in the value, duopoly',
      published: 'value is expansion and acceleration; the mix depends on competition',
      band: [0.05, 0.95],
      tag: 'V',
      kind: 'order',
      order: [0, 1],
    },
    {
      name: 'expansion in a monopoly',
      statistic: 'share of expansion in the value, monopoly in which everyone adopts in the end',
      published: 'nobody is won from a rival who does not exist',
      band: [-0.05, 0.05],
      tag: 'C',
      kind: 'gate',
    },
    {
      name: 'competition',
      statistic: 'share of expansion in a duopoly less that in a monopoly',
      published: 'the mix depends on competition',
      band: [0.05, 1],
      tag: 'V',
      kind: 'order',
      order: POSITIVE,
    },
    {
      name: 'influentials',
      statistic: 'value of a programme for the best connected over that of a random one, duopoly',
      published: 'influentials are worth more than random people',
      band: [1, 3],
      tag: 'M',
      kind: 'order',
      order: [1, Infinity],
    },
  ],
  measure(seed, replicate) {
    const keys = classicKeys(seed, replicate);
    const network = generateNetwork({ kind: 'tribal', people: PEOPLE }, deriveKeys(keys, LUCK.contact));
    const programme = (rule: SeedingRule): Uint32Array => chooseSeeds(rule, network, SEEDS, deriveKeys(keys, LUCK.seeding));
    const duopoly = worthOf(network, programme('random'), 'duopoly', seed, replicate);
    const monopoly = worthOf(network, programme('random'), 'monopoly', seed, replicate);
    const influentials = worthOf(network, programme('degree'), 'duopoly', seed, replicate);
    const share = ({ expansion, acceleration }: Worth): number => expansion / (expansion + acceleration);
    return {
      worth: (duopoly.expansion + duopoly.acceleration) / SEEDS,
      'expansion in a duopoly': share(duopoly),
      'expansion in a monopoly': share(monopoly),
      competition: share(duopoly) - share(monopoly),
      influentials: (influentials.expansion + influentials.acceleration) / (duopoly.expansion + duopoly.acceleration),
    };
  },
};

/** Value of a programme in adopters, discounted to the start. */
interface Worth {
  readonly expansion: number;
  readonly acceleration: number;
}

function worthOf(network: Network, seeds: Uint32Array, market: string, seed: string, replicate: number): Worth {
  const none = new Float64Array(PEOPLE);
  const initial = new Float64Array(PEOPLE);
  for (const person of seeds) initial[person] = 1;
  const run = (start: Float64Array): Float64Array => worths(network, start, market, seed, replicate);
  const [without, having] = [run(none), run(initial)];
  let [expansion, acceleration] = [0, 0];
  for (let person = 0; person < PEOPLE; person++) {
    if (initial[person] === 1) continue;
    const gain = having[person] - without[person];
    if (having[person] > 0 && without[person] > 0) acceleration += gain;
    else expansion += gain;
  }
  return { expansion, acceleration };
}

/** What each person is worth to the own brand: discounted from the time of adoption, 0 without one. */
function worths(network: Network, initial: Float64Array, market: string, seed: string, replicate: number): Float64Array {
  const values = { market, interval: 1 / PACE };
  const { process } = startClassic(competingBrands, { network, initial, values, keys: classicKeys(seed, replicate) });
  const worth = new Float64Array(PEOPLE);
  let discounted = 1;
  for (let step = 0, going = true; step < YEARS * PACE && going; step++) {
    going = process.step();
    discounted /= 1 + DISCOUNT / PACE;
    process.states.forEach((state, person) => {
      if (state === 1 && worth[person] === 0) worth[person] = discounted;
    });
  }
  return worth;
}
