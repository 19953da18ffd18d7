import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureClustering } from '../../../sim/network/clustering.ts';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { validateNetwork } from '../../../sim/network/validate-network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { arcsOf, degreesOf } from '../small-networks.ts';

const keys = keysFromSeed('lattice');

describe('lattice', () => {
  it('gives everyone 4 or 8 neighbours, at any number of people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 500 }), fc.constantFrom('4', '8'), (people, neighbours) => {
        const network = generateNetwork({ kind: 'lattice', people, neighbours }, keys);
        validateNetwork(network);
        expect(degreesOf(network)).toEqual(new Array(people).fill(Number(neighbours)));
      }),
    );
  });

  it('ties to the people around: clustering 0 with 4 neighbours, 3/7 with 8', () => {
    const square = generateNetwork({ kind: 'lattice', people: 100, neighbours: '4' }, keys);
    expect(arcsOf(square).filter(([i]) => i === 55)).toEqual([45, 54, 56, 65].map((j) => [55, j]));
    expect(measureClustering(square, keys).clustering).toBe(0);
    const moore = generateNetwork({ kind: 'lattice', people: 100, neighbours: '8' }, keys);
    expect(arcsOf(moore).filter(([i]) => i === 55)).toEqual([44, 45, 46, 54, 56, 64, 65, 66].map((j) => [55, j]));
    expect(measureClustering(moore, keys).clustering).toBeCloseTo(3 / 7, 12);
  });
});
