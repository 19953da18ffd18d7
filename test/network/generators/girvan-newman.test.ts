import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { sameTribeShare } from '../../../sim/network/mixing.ts';
import { tieCount } from '../../../sim/network/network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';

describe('Girvan-Newman', () => {
  it.each([0, 4, 8])('has 16 ties a person, %i of them outside, over seeds', (outsideTies) => {
    const networks = Array.from({ length: 30 }, (_, i) => generateNetwork({ kind: 'girvan-newman', outsideTies }, keysFromSeed(`${i}`)));
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(Math.abs(mean(networks.map(tieCount)) - 1024)).toBeLessThan((4.5 * 32) / Math.sqrt(30));
    expect(Math.abs(mean(networks.map(sameTribeShare)) - (1 - outsideTies / 16))).toBeLessThan(0.01);
  });

  it('stands group by group', () => {
    const { tribes, tribeCount } = generateNetwork({ kind: 'girvan-newman', outsideTies: 0 }, keysFromSeed('groups'));
    expect(tribeCount).toBe(4);
    expect([0, 31, 32, 127].map((i) => tribes[i])).toEqual([0, 0, 1, 3]);
  });
});
