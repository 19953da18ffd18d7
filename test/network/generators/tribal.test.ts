import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { measureNetwork, type NetworkMeasures } from '../../../sim/network/measure.ts';
import { INTEREST, type Network, SOCIAL } from '../../../sim/network/network.ts';
import { STRONG } from '../../../sim/network/tie-strength.ts';
import { validateNetwork } from '../../../sim/network/validate-network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { degreesOf } from '../small-networks.ts';

const seeds = (count: number) => Array.from({ length: count }, (_, i) => `tribal ${i}`);

function tribal(seed: string, values: Record<string, number> = {}): Network {
  return generateNetwork({ kind: 'tribal', ...values }, keysFromSeed(seed));
}

function measure(seed: string, values: Record<string, number> = {}): NetworkMeasures {
  return measureNetwork(tribal(seed, values), keysFromSeed('measure'));
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Share of arcs with a property, among those with another. */
function share(network: Network, of: (arc: number, i: number) => boolean, among: (arc: number, i: number) => boolean): number {
  let hits = 0;
  let all = 0;
  for (let i = 0; i < network.n; i++) {
    for (let arc = network.offsets[i]; arc < network.offsets[i + 1]; arc++) {
      if (!among(arc, i)) continue;
      all++;
      if (of(arc, i)) hits++;
    }
  }
  return hits / all;
}

describe('the default society has the structure of online friendship (N1, N4)', () => {
  it.each([
    [500, 5],
    [2000, 5],
    [20_000, 2],
  ])('at %i people', (people, replicates) => {
    const measures = seeds(replicates).map((seed) => measure(seed, { people }));
    for (const m of measures) {
      expect(m.people).toBe(people);
      expect(Math.abs(m.meanDegree - 20)).toBeLessThan(0.2);
      expect(m.clustering).toBeGreaterThan(0.1);
      expect(m.clustering).toBeLessThan(0.35);
      expect(m.meanPath).toBeLessThan(5);
      expect(m.assortativity).toBeGreaterThan(0);
      expect(m.giantComponent).toBeGreaterThan(0.98);
      expect(m.friendshipParadox).toBeGreaterThan(0.7);
      expect(m.maxDegree / m.meanDegree).toBeGreaterThanOrEqual(5);
      expect(m.isolated).toBe(0);
      expect(m.strongTies).toBeGreaterThan(5);
      expect(m.strongTies).toBeLessThan(15);
      expect(m.sameTribe / m.sameTribeByChance).toBeGreaterThan(1.5);
    }
    expect(mean(measures.map((m) => m.meanPath))).toBeGreaterThan(2.5);
    expect(mean(measures.map((m) => m.assortativity))).toBeGreaterThan(0.1);
    expect(mean(measures.map((m) => m.clustering))).toBeLessThan(0.25);
  });
});

describe('the parameters do what they say', () => {
  const network = tribal('default');

  it('is valid, ordered by tribe, the largest tribe first', () => {
    validateNetwork(network);
    const sizes = new Array<number>(network.tribeCount).fill(0);
    for (let i = 0; i < network.n; i++) {
      sizes[network.tribes[i]]++;
      if (i > 0) expect(network.tribes[i] - network.tribes[i - 1]).toBeOneOf([0, 1]);
    }
    expect(Math.max(...sizes)).toBe(sizes[0]);
    expect(sizes[0] / sizes[sizes.length - 1]).toBeGreaterThan(5);
  });

  it('strong ties stay inside tribes, weak social ties mostly leave, interest ties ignore tribes', () => {
    const { layers, strengths, tribes, targets } = network;
    const same = (arc: number, i: number) => tribes[targets[arc]] === tribes[i];
    expect(share(network, same, (arc) => strengths[arc] >= STRONG)).toBe(1);
    expect(
      share(
        network,
        (arc) => layers[arc] === SOCIAL,
        (arc) => strengths[arc] >= STRONG,
      ),
    ).toBe(1);
    expect(share(network, same, (arc) => layers[arc] === INTEREST)).toBeLessThan(0.2);
  });

  it.each([0.2, 0.35, 0.5])('interest share %d', (interestShare) => {
    const made = tribal('interest', { interestShare, strongTies: 5 });
    const found = share(
      made,
      (arc) => made.layers[arc] === INTEREST,
      () => true,
    );
    expect(Math.abs(found - interestShare)).toBeLessThan(0.02);
  });

  it.each([0, 0.1, 0.3])('mixing %d', (mixing) => {
    const made = tribal('mixing', { mixing, strongTies: 5 });
    const left = share(
      made,
      (arc, i) => made.tribes[made.targets[arc]] !== made.tribes[i],
      (arc) => made.layers[arc] === SOCIAL,
    );
    expect(Math.abs(left - mixing)).toBeLessThan(0.02);
  });

  it.each([5, 10, 15])('%d strong ties', (strongTies) => {
    expect(Math.abs(measure('strong', { strongTies }).strongTies - strongTies)).toBeLessThan(0.3);
  });

  it.each([10, 20, 50])('mean degree %d', (meanDegree) => {
    expect(Math.abs(measure('degree', { meanDegree }).meanDegree / meanDegree - 1)).toBeLessThan(0.01);
  });

  it('clustering rises with closure, assortativity with assortativity, hubs with the hub ratio', () => {
    expect(measure('a', { closure: 0.8 }).clustering).toBeGreaterThan(measure('a', { closure: 0.3 }).clustering + 0.05);
    expect(measure('a', { assortativity: 0.8 }).assortativity).toBeGreaterThan(measure('a', { assortativity: 0 }).assortativity + 0.05);
    expect(measure('a', { hubRatio: 5 }).maxDegree).toBeLessThan(120);
    expect(measure('a', { hubRatio: 10 }).maxDegree).toBeGreaterThan(150);
  });

  it('strengths vary by a quarter around their means', () => {
    const made = tribal('strengths', { strongStrength: 0.8, weakStrength: 0.2 });
    const weak = [...made.strengths].filter((strength) => strength < STRONG);
    const strong = [...made.strengths].filter((strength) => strength >= STRONG);
    expect(mean(weak)).toBeCloseTo(0.2, 2);
    expect(mean(strong)).toBeCloseTo(0.8, 2);
    expect(Math.min(...weak)).toBeGreaterThanOrEqual(0.1499);
    expect(Math.max(...weak)).toBeLessThanOrEqual(0.2501);
    expect(Math.min(...strong)).toBeGreaterThanOrEqual(0.5999);
    expect(Math.max(...strong)).toBeLessThanOrEqual(1);
  });

  it('nobody is alone even where most have one tie', () => {
    for (const seed of seeds(5))
      expect(Math.min(...degreesOf(tribal(seed, { people: 200, meanDegree: 1.5, strongTies: 0 })))).toBeGreaterThan(0);
  });
});
