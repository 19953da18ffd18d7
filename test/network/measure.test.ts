import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../sim/network/generators.ts';
import { measureNetwork } from '../../sim/network/measure.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { networkOf } from './small-networks.ts';

const keys = keysFromSeed('measure');

describe('measureNetwork', () => {
  it('gives the published measures of the karate club', () => {
    const karate = measureNetwork(generateNetwork({ kind: 'karate-club', strength: 0.75 }, keys), keys);
    expect(karate).toMatchObject({
      people: 34,
      ties: 78,
      tribes: 2,
      directed: false,
      maxDegree: 17,
      isolated: 0,
      giantComponent: 1,
      reciprocity: 1,
    });
    expect(karate.meanDegree).toBeCloseTo(4.588, 3);
    expect(karate.clustering).toBeCloseTo(0.5706, 4);
    expect(karate.transitivity).toBeCloseTo(0.2557, 4);
    expect(karate.assortativity).toBeCloseTo(-0.4756, 4);
    expect(karate.meanPath).toBeCloseTo(2.4082, 4);
    expect(karate.sameTribe).toBeCloseTo(0.859, 3);
    expect(karate.meanStrength).toBe(0.75);
    expect(karate.strongTies).toBeCloseTo(4.588, 3);
  });

  it('gives the published measures of the Florentine families', () => {
    const florence = measureNetwork(generateNetwork({ kind: 'florentine-families', strength: 0.25 }, keys), keys);
    expect(florence).toMatchObject({ people: 15, ties: 20, maxDegree: 6, strongTies: 0 });
    expect(florence.clustering).toBeCloseTo(0.16, 4);
    expect(florence.transitivity).toBeCloseTo(0.1915, 4);
    expect(florence.assortativity).toBeCloseTo(-0.3748, 4);
    expect(florence.meanPath).toBeCloseTo(2.4857, 4);
  });

  it('tells people without any tie from people whom others only name', () => {
    const arcs = measureNetwork(networkOf(4, [[0, 1], [0, 2], [1, 0]], true), keys); // biome-ignore format: pairs
    expect(arcs).toMatchObject({ people: 4, ties: 3, directed: true, maxDegree: 2, isolated: 1, giantComponent: 0.75 });
    expect(arcs.reciprocity).toBeCloseTo(2 / 3, 12);
  });
});
