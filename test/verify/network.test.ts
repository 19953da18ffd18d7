import { expect, test } from 'vitest';
import { networkOf } from '../../sim/experiment/replicate.ts';
import { changeTies } from '../../sim/market/change-ties.ts';
import { partnerAt, type Ties } from '../../sim/market/ties.ts';
import type { World } from '../../sim/market/world.ts';
import { measureNetwork } from '../../sim/network/measure.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { failTogether, forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { advance, openLaboratory, scenarioOf, strategyNamed } from './market-laboratory.ts';

printFindings();

test('N1: the default network looks like the networks people have', () => {
  const scenario = scenarioOf({}, 2000);
  const measured = forSeeds(SEEDS, (seed) => measureNetwork(networkOf(scenario, seed), keysFromSeed('measure')));
  failTogether(
    () =>
      find(
        'N1 clustering',
        measured.map((network) => network.clustering),
      ),
    () =>
      find(
        'N1 path',
        measured.map((network) => network.meanPath),
      ),
    () =>
      find(
        'N1 assortativity',
        measured.map((network) => network.assortativity),
      ),
    () =>
      find(
        'N1 giant',
        measured.map((network) => network.giantComponent),
      ),
    () =>
      find(
        'N1 paradox',
        measured.map((network) => network.friendshipParadox),
      ),
  );
});

function* partnersOf(ties: Ties, person: number): Generator<number> {
  for (let slot = ties.start[person]; slot < ties.start[person] + ties.used[person]; slot++) yield partnerAt(ties, slot);
}

/** Steps from one person to everybody, up to three; 0 for oneself and for whoever is further away. */
function distances(ties: Ties, from: number, n: number): Uint8Array {
  const distance = new Uint8Array(n);
  let ring = [from];
  for (let step = 1; step <= 3; step++) {
    const next: number[] = [];
    for (const person of ring) {
      for (const other of partnersOf(ties, person)) {
        if (other === from || distance[other] !== 0) continue;
        distance[other] = step;
        next.push(other);
      }
    }
    ring = next;
  }
  return distance;
}

/** Rate of new ties per pair at distance two over that at distance three, over a year and a half, seen from every tenth person. */
function closureRatio(replicate: number): number {
  const { world } = openLaboratory({ scenario: scenarioOf({}, 600), replicate });
  const { ties, people } = world;
  const pairs = [0, 0, 0, 0];
  const formed = [0, 0, 0, 0];
  for (world.week = 0; world.week < 78; world.week++) {
    const before = new Map<number, Uint8Array>();
    for (let i = 0; i < people.n; i += 10) before.set(i, distances(ties, i, people.n));
    for (const distance of before.values()) for (const steps of distance) pairs[steps]++;
    changeTies(world);
    for (const [i, distance] of before) for (const other of partnersOf(ties, i)) if (distance[other] !== 1) formed[distance[other]]++;
  }
  return formed[2] / pairs[2] / (formed[3] / pairs[3]);
}

test('N2: new ties close triangles', () => {
  find('N2 closure', forSeeds(SEEDS, closureRatio));
});

/** Largest departure of the number of ties from its start over three years of introductions, talk and loss. */
function drift(world: World, weeks: number, step: () => void): number {
  let most = 0;
  for (let week = 0; week < weeks; week++) {
    step();
    most = Math.max(most, Math.abs(world.ties.count / world.ties.initial - 1));
  }
  return most;
}

test('N2: a brand that introduces its customers does not swell the network', () => {
  for (const replicate of [0, 1, 2]) {
    const scenario = scenarioOf({ horizon: 156, brands: [{ users: 0.5, familiarity: 0.5 }] }, 500);
    const strategy = { ...strategyNamed('learn-and-relate'), plan: [{ week: 0, shares: { community: 1 } }] };
    const laboratory = openLaboratory({ scenario, replicate, strategy });
    expect(drift(laboratory.world, 156, () => advance(laboratory, 1))).toBeLessThan(0.05);
  }
});
