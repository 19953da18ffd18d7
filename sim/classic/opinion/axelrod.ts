import type { Network } from '../../network/index.ts';
import { count, InputError } from '../../parameter/index.ts';
import { deriveKeys, drawInteger, drawUniform, type Keys } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { type ClassicColumn, type ClassicWorld, classicModel } from '../model.ts';
import { drawInfluence, type Listening, listeningOf } from './listening.ts';

const SOURCE = 'Axelrod 1997, 10.1177/0022002797041002001';

const COLUMNS: readonly ClassicColumn[] = [
  { name: 'regions', unit: 'regions', meaning: 'groups of tied people with one and the same culture' },
  { name: 'largest', unit: 'share of people', meaning: 'people in the largest region' },
  { name: 'active', unit: 'share of ties', meaning: 'ties whose ends share some traits and not all' },
];

export const axelrod = classicModel({
  name: 'axelrod',
  title: "Axelrod's dissemination of culture",
  meaning:
    'A random person meets one who influences it, with the share of features they agree on as chance, and takes over one trait that differs.',
  source: SOURCE,
  time: 'one person at a time, drawn at random; a step is as many meetings as there are people',
  updating: 'asynchronous',
  state: 'culture: a trait, 0 to q - 1, for each feature',
  stateSize: ({ features }) => features,
  parameters: {
    features: count(5, [2, 15], 'features', 'features of a culture', SOURCE, [1, 100]),
    traits: count(10, [2, 30], 'traits', 'traits that a feature may have', SOURCE, [1, 1e6]),
  },
  columns: COLUMNS,
  steps: 1000,
  start({ features, traits }, world) {
    const { network, keys } = world;
    const cultures = culturesAtStart(world, features, traits);
    const listening = listeningOf(network);
    let active = activeShare(cultures, network, features);
    let now = 0;
    return {
      states: cultures,
      step() {
        axelrodStep(cultures, listening, features, deriveKeys(keys, LUCK.partner, ++now));
        active = activeShare(cultures, network, features);
        return active > 0;
      },
      measure: () => [...regions(cultures, network, features), active],
    };
  },
});

function culturesAtStart({ network, keys, initial }: ClassicWorld, features: number, traits: number): Int32Array {
  const { k0, k1 } = deriveKeys(keys, LUCK.opinion);
  return Int32Array.from({ length: network.n * features }, (_, at) => {
    if (initial === null) return drawInteger(k0, k1, Math.floor(at / features), at % features, traits);
    const trait = initial[at];
    if (Number.isInteger(trait) && trait >= 0 && trait < traits) return trait;
    throw new InputError(`Person ${Math.floor(at / features)} starts with the trait ${trait}.`, {
      path: `initial.${at}`,
      found: String(trait),
      allowed: `a whole number from 0 to ${traits - 1}`,
    });
  });
}

/** As many meetings as people. Of a meeting's draws: who, whom, whether, what. */
function axelrodStep(cultures: Int32Array, listening: Listening, features: number, { k0, k1 }: Keys): void {
  const { n, sources } = listening;
  for (let event = 0; event < n; event++) {
    const person = drawInteger(k0, k1, event, 0, n);
    const arc = drawInfluence(listening, person, drawUniform(k0, k1, event, 1));
    if (arc < 0) continue;
    const own = person * features;
    const other = sources[arc] * features;
    const same = agreed(cultures, own, other, features);
    if (same === 0 || same === features || drawUniform(k0, k1, event, 2) * features >= same) continue;
    let skipped = drawInteger(k0, k1, event, 3, features - same);
    for (let f = 0; f < features; f++) {
      if (cultures[own + f] === cultures[other + f] || skipped-- > 0) continue;
      cultures[own + f] = cultures[other + f];
      break;
    }
  }
}

/** Features in which two cultures agree; `a` and `b` are where they begin. */
function agreed(cultures: Int32Array, a: number, b: number, features: number): number {
  let same = 0;
  for (let f = 0; f < features; f++) if (cultures[a + f] === cultures[b + f]) same++;
  return same;
}

function activeShare(cultures: Int32Array, { n, offsets, targets }: Network, features: number): number {
  let active = 0;
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const same = agreed(cultures, i * features, targets[arc] * features, features);
      if (same > 0 && same < features) active++;
    }
  }
  return targets.length === 0 ? 0 : active / targets.length;
}

/** Number of regions and the share of people in the largest: connected components of ties, either way, between equal cultures. */
function regions(cultures: Int32Array, { n, offsets, targets }: Network, features: number): [number, number] {
  const root = Uint32Array.from({ length: n }, (_, i) => i);
  const find = (person: number): number => {
    let at = person;
    while (root[at] !== at) at = root[at] = root[root[at]];
    return at;
  };
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      if (agreed(cultures, i * features, targets[arc] * features, features) === features) root[find(i)] = find(targets[arc]);
    }
  }
  const size = new Uint32Array(n);
  for (let i = 0; i < n; i++) size[find(i)]++;
  let many = 0;
  let largest = 0;
  for (const people of size) {
    if (people > 0) many++;
    largest = Math.max(largest, people);
  }
  return [many, largest / n];
}
