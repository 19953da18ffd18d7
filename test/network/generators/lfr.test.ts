import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { sameTribeShare } from '../../../sim/network/mixing.ts';
import { validateNetwork } from '../../../sim/network/validate-network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { arcsOf, degreesOf } from '../small-networks.ts';

const generate = (values: Record<string, number>, seed = 'lfr') => generateNetwork({ kind: 'lfr', ...values }, keysFromSeed(seed));

describe('LFR-like communities', () => {
  it.each([0.1, 0.3, 0.5, 0.8])('has mixing %d, in all and person by person', (mixing) => {
    const network = generate({ people: 3000, mixing });
    validateNetwork(network);
    expect(Math.abs(1 - sameTribeShare(network) - mixing)).toBeLessThan(0.01);
    const outside = new Array<number>(network.n).fill(0);
    for (const [i, j] of arcsOf(network)) if (network.tribes[i] !== network.tribes[j]) outside[i]++;
    const off = degreesOf(network).filter((degree, i) => Math.abs(outside[i] - mixing * degree) > 2).length;
    expect(off / network.n).toBeLessThan(0.02);
  });

  it('has unequal degrees and communities, people ordered by community', () => {
    const network = generate({ people: 10_000 });
    const degrees = degreesOf(network);
    expect(degrees.reduce((a, b) => a + b, 0) / degrees.length).toBeCloseTo(20, 1);
    expect(Math.max(...degrees)).toBeGreaterThan(90);
    expect(Math.max(...degrees)).toBeLessThanOrEqual(100);
    const sizes = new Array<number>(network.tribeCount).fill(0);
    for (const tribe of network.tribes) sizes[tribe]++;
    expect(Math.min(...sizes)).toBeGreaterThan(40);
    expect(Math.max(...sizes)).toBeGreaterThan(1000);
    expect([...network.tribes]).toEqual([...network.tribes].sort((a, b) => a - b));
  });

  it('without mixing communities are separate; with mixing 1 nobody has a tie inside', () => {
    expect(sameTribeShare(generate({ people: 1000, mixing: 0, hubRatio: 2 }))).toBeGreaterThan(0.99);
    expect(sameTribeShare(generate({ people: 1000, mixing: 1 }))).toBe(0);
  });
});
