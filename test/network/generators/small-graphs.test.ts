import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { florentineNames, kiteNames } from '../../../sim/network/generators/small-graphs.ts';
import { generateNetwork } from '../../../sim/network/generators.ts';
import type { NetworkKind } from '../../../sim/network/kinds.ts';
import { tieCount } from '../../../sim/network/network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { arcsOf, degreesOf } from '../small-networks.ts';

const keys = keysFromSeed('small');
const generate = (kind: NetworkKind, values: Record<string, number> = {}) => generateNetwork({ kind, ...values }, keys);

const data = resolve(process.env.SWAYLAB_DATA ?? '../shared/data', 'karate');

describe('karate club', () => {
  it('has two clubs of 17, and the instructor and the officer in different ones', () => {
    const { tribes, tribeCount } = generate('karate-club');
    expect(tribeCount).toBe(2);
    expect(tribes.reduce((sum, tribe) => sum + tribe, 0)).toBe(17);
    expect([tribes[0], tribes[33]]).toEqual([0, 1]);
  });

  it.skipIf(!existsSync(data))('equals the published ties and clubs (skipped without SWAYLAB_DATA)', () => {
    const rows = (file: string) =>
      readFileSync(resolve(data, file), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(','));
    const network = generate('karate-club');
    const published = rows('edges.csv').map(([source, target]) => `${source}-${target}`);
    const ties = arcsOf(network)
      .filter(([i, j]) => i < j)
      .map(([i, j]) => `${i}-${j}`);
    expect(ties.sort()).toEqual(published.sort());
    for (const [id, club] of rows('nodes.csv')) expect(network.tribes[Number(id)]).toBe(club === 'Mr. Hi' ? 0 : 1);
  });
});

describe('Florentine families and the kite', () => {
  it('the Medici have six ties, most of all', () => {
    const names = florentineNames();
    const degrees = degreesOf(generate('florentine-families'));
    expect(names).toHaveLength(15);
    expect(names[degrees.indexOf(Math.max(...degrees))]).toBe('Medici');
  });

  it('Diane has the most ties of the kite, Jane the fewest', () => {
    const names = kiteNames();
    const degrees = degreesOf(generate('krackhardt-kite'));
    expect(degrees[names.indexOf('Diane')]).toBe(6);
    expect(degrees[names.indexOf('Jane')]).toBe(1);
    expect(tieCount(generate('krackhardt-kite'))).toBe(18);
  });
});

describe('classic graphs', () => {
  it('complete, path and ladder have their degrees', () => {
    expect(degreesOf(generate('complete', { people: 6 }))).toEqual([5, 5, 5, 5, 5, 5]);
    expect(degreesOf(generate('path', { people: 5 }))).toEqual([1, 2, 2, 2, 1]);
    expect(degreesOf(generate('ladder', { rungs: 3 }))).toEqual([2, 3, 2, 2, 3, 2]);
    expect(arcsOf(generate('path', { people: 3 }))).toEqual([[0, 1], [1, 0], [1, 2], [2, 1]]); // biome-ignore format: pairs
  });

  it('a well-mixed market of 5,000 is possible', () => {
    expect(tieCount(generate('complete', { people: 5000 }))).toBe((5000 * 4999) / 2);
  });
});
