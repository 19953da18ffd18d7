import { degreeOf, generateNetwork, type Network } from '../../network/index.ts';
import { deriveKeys, type Keys, Stream } from '../../random/index.ts';
import { wattsThreshold } from '../contagion/watts-threshold.ts';
import { LUCK } from '../luck.ts';
import { classicKeys, startClassic } from '../run.ts';
import { best } from '../seeding/best.ts';
import type { Claim, Replication } from './replication.ts';

const [PEOPLE, THRESHOLD, TOP, SEEDS] = [5000, 0.18, 0.1, 20];
const DEGREES = [1.5, 3, 4.5, 5.5];

/** Watts and Dodds 2007: the best connected tenth set off larger cascades, by less than the reach they have. */
export const wattsDodds2007: Replication = {
  name: 'watts-dodds-2007',
  title: 'Influentials and public opinion',
  source: 'Watts and Dodds 2007, 10.1086/518527',
  design: `Random networks of ${PEOPLE} people, threshold ${THRESHOLD}. Influentials are the tenth with most ties. Mean adopters from one influential over those from one person drawn by lot, ${SEEDS} of each a replicate; and who the first to adopt are where a cascade grows large.`,
  claims: [
    ...DEGREES.map(
      (degree): Claim => ({
        name: `multiplier z ${degree}`,
        statistic: `adopters from an influential over those from anyone, relative to their ties over the mean; mean degree ${degree}`,
        published: 'an influential sets off more, by less than the relative reach',
        band: [0.2, 1],
        tag: 'M',
        // The paper finds it usually so; at the upper edge of the window cascades are too rare for a sure order.
        ...(degree < 5 ? ({ kind: 'order', order: [0, 1] } as const) : ({ kind: 'prediction' } as const)),
      }),
    ),
    {
      name: 'influentials do more',
      statistic: 'adopters from an influential over those from anyone; mean degree 5.5',
      published: 'influentials are not excluded: above 1 near the upper edge of the window',
      band: [1, 3],
      tag: 'M',
      kind: 'order',
      order: [1, Infinity],
    },
    {
      name: 'easily influenced',
      statistic:
        'people with ties few enough for one to move them, among the first hundredth to adopt in large cascades over all people; mean degree 4.5',
      published: 'large cascades are driven by a critical mass of easily influenced people',
      band: [1.05, 2],
      tag: 'V',
      kind: 'order',
      order: [1, Infinity],
    },
  ],
  measure(seed, replicate) {
    const keys = classicKeys(seed, replicate);
    const result: Record<string, number> = {};
    DEGREES.forEach((meanDegree, at) => {
      const network = generateNetwork({ kind: 'erdos-renyi', people: PEOPLE, meanDegree, strength: 1 }, deriveKeys(keys, LUCK.contact, at));
      const { sizes, reach, vulnerable } = seedOneByOne(network, deriveKeys(keys, LUCK.seeding, at));
      const multiplier = sizes.influential / sizes.anyone;
      result[`multiplier z ${meanDegree}`] = multiplier / (reach / meanDegree);
      if (meanDegree === 5.5) result['influentials do more'] = multiplier;
      if (meanDegree === 4.5) result['easily influenced'] = vulnerable;
    });
    return result;
  },
};

interface Cascades {
  /** Mean numbers of adopters from one seed. */
  readonly sizes: { readonly influential: number; readonly anyone: number };
  /** Mean degree of the influential seeds. */
  readonly reach: number;
  /** Share of vulnerable people among the first to adopt in large cascades, over that among all; NaN without a large cascade. */
  readonly vulnerable: number;
}

function seedOneByOne(network: Network, keys: Keys): Cascades {
  const { n } = network;
  const stream = new Stream(keys);
  const degrees = Uint32Array.from({ length: n }, (_, person) => degreeOf(network, person));
  const influentials = stream.shuffle(best(degrees, Math.round(TOP * n), keys)).slice(0, SEEDS);
  const anyone = Array.from({ length: SEEDS }, () => stream.integer(n));
  const isVulnerable = (person: number): boolean => degrees[person] > 0 && THRESHOLD * degrees[person] <= 1;
  let [first, vulnerableFirst] = [0, 0];
  const sizeFrom = (person: number): number => {
    const { adopted, early } = cascade(network, person, keys);
    if (adopted > 0.1 * n) {
      first += early.length;
      vulnerableFirst += early.filter(isVulnerable).length;
    }
    return adopted;
  };
  const mean = (people: ArrayLike<number>, of: (person: number) => number): number =>
    Array.from(people).reduce((sum, person) => sum + of(person), 0) / people.length;
  const sizes = { influential: mean(influentials, sizeFrom), anyone: mean(anyone, sizeFrom) };
  const all = degrees.reduce((sum, _, person) => sum + (isVulnerable(person) ? 1 : 0), 0) / n;
  return { sizes, reach: mean(influentials, (person) => degrees[person]), vulnerable: vulnerableFirst / first / all };
}

/** Adopters from one seed, and who had adopted after the step in which a hundredth of all had; the seed left out. */
function cascade(network: Network, seed: number, keys: Keys): { adopted: number; early: number[] } {
  const { n } = network;
  const initial = new Float64Array(n);
  initial[seed] = 1;
  const { process } = startClassic(wattsThreshold, { network, initial, values: { threshold: THRESHOLD }, keys });
  const early: number[] = [];
  let going = true;
  while (going) {
    going = process.step();
    if (early.length > 0 || process.measure()[0] < 0.01) continue;
    process.states.forEach((state, person) => {
      if (state === 1 && person !== seed) early.push(person);
    });
  }
  return { adopted: process.measure()[0] * n, early };
}
