import { buildNetwork, type Network } from '../../network/index.ts';
import { axelrod } from '../opinion/axelrod.ts';
import { classicKeys, startClassic } from '../run.ts';
import type { Claim, Replication } from './replication.ts';

const SIDE = 10;

/** Stable regions, by features and traits. */
const REGIONS: readonly (readonly [features: number, traits: number, published: number, band: readonly [number, number]])[] = [
  [5, 5, 1, [0.9, 1.2]],
  [5, 10, 3.2, [2, 5]],
  [5, 15, 20, [16, 25]],
  [10, 10, 1, [0.9, 1.3]],
];

/** Axelrod 1997: more features make fewer regions, more traits make more. */
export const axelrod1997: Replication = {
  name: 'axelrod-1997',
  title: 'The dissemination of culture',
  source: 'Axelrod 1997, 10.1177/0022002797041002001',
  design: `A grid of ${SIDE} by ${SIDE} with borders, four neighbours, until nothing can change.`,
  claims: REGIONS.map(
    ([features, traits, published, band]): Claim => ({
      name: `${features} features, ${traits} traits`,
      statistic: `stable regions with ${features} features of ${traits} traits`,
      published: String(published),
      band,
      tag: 'M',
      kind: 'prediction',
    }),
  ),
  measure(seed, replicate) {
    const network = grid();
    return Object.fromEntries(
      REGIONS.map(([features, traits]) => {
        const run = { network, values: { features, traits }, keys: classicKeys(`${seed} ${features} ${traits}`, replicate) };
        const { process } = startClassic(axelrod, run);
        let going = true;
        while (going) going = process.step();
        return [`${features} features, ${traits} traits`, process.measure()[0]];
      }),
    );
  },
};

function grid(): Network {
  const sources: number[] = [];
  const targets: number[] = [];
  for (let place = 0; place < SIDE * SIDE; place++) {
    const ends = [...((place + 1) % SIDE === 0 ? [] : [place + 1]), ...(place + SIDE < SIDE * SIDE ? [place + SIDE] : [])];
    for (const end of ends) {
      sources.push(place);
      targets.push(end);
    }
  }
  return buildNetwork({ n: SIDE * SIDE, directed: false, sources: Uint32Array.from(sources), targets: Uint32Array.from(targets) });
}
