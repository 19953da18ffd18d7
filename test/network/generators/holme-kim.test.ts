import { describe, expect, it } from 'vitest';
import { measureClustering } from '../../../sim/network/clustering.ts';
import { generateNetwork } from '../../../sim/network/generators.ts';
import { tieCount } from '../../../sim/network/network.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { degreesOf } from '../small-networks.ts';

const keys = keysFromSeed('holme-kim');
const generate = (triadFormation: number, people = 5000) =>
  generateNetwork({ kind: 'holme-kim', people, tiesPerNewcomer: 4, triadFormation }, keys);

describe('Holme-Kim', () => {
  it('keeps the ties of Barabasi-Albert and their power law', () => {
    const network = generate(0.9, 50_000);
    expect(tieCount(network)).toBe(10 + (50_000 - 5) * 4);
    const degrees = degreesOf(network);
    expect(Math.min(...degrees)).toBe(4);
    const beyond = degrees.filter((degree) => degree >= 20);
    const exponent = 1 + beyond.length / beyond.reduce((sum, degree) => sum + Math.log(degree / 19.5), 0);
    expect(Math.abs(exponent - 3)).toBeLessThan(0.3);
  });

  it('clusters more, the more triads are formed; without any it is Barabasi-Albert', () => {
    const at = [0, 0.5, 1].map((share) => measureClustering(generate(share), keys).clustering);
    expect(at[1]).toBeGreaterThan(at[0] + 0.1);
    expect(at[2]).toBeGreaterThan(at[1] + 0.1);
    const plain = generateNetwork({ kind: 'barabasi-albert', people: 5000, tiesPerNewcomer: 4 }, keys);
    expect(Math.abs(at[0] - measureClustering(plain, keys).clustering)).toBeLessThan(0.01);
  });
});
