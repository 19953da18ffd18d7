import { louvainCommunities, type Network } from '../../network/index.ts';
import type { Keys } from '../../random/index.ts';
import { best } from './best.ts';
import { outStrength } from './degree.ts';

/** Tribe of each person; where the network has one tribe only, communities found in its ties. @throws InputError from Louvain, when too large */
function tribesOf(network: Network): Uint32Array {
  return network.tribeCount > 1 ? network.tribes : louvainCommunities(network, 'seeding');
}

/** The most influential person of every tribe, large tribes first; then the second of every tribe, and so on. */
export function onePerTribe(network: Network, count: number, keys: Keys): Uint32Array {
  const tribes = tribesOf(network);
  const members = new Map<number, number[]>();
  for (const person of best(outStrength(network), network.n, keys)) {
    const tribe = tribes[person];
    const before = members.get(tribe);
    if (before === undefined) members.set(tribe, [person]);
    else before.push(person);
  }
  const ranked = [...members.values()].sort((a, b) => b.length - a.length);
  const seeds: number[] = [];
  for (let round = 0; seeds.length < count; round++) {
    for (const people of ranked) if (round < people.length && seeds.length < count) seeds.push(people[round]);
  }
  return Uint32Array.from(seeds);
}

/** Strength of all ties of each person to people of other tribes: who carries news across. */
export function bridging(network: Network): Float64Array {
  const tribes = tribesOf(network);
  const { n, offsets, targets, strengths } = network;
  const scores = new Float64Array(n);
  for (let person = 0; person < n; person++) {
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      if (tribes[targets[arc]] !== tribes[person]) scores[person] += strengths[arc];
    }
  }
  return scores;
}
