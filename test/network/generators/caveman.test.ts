import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../sim/network/generators.ts';
import type { NetworkKind } from '../../../sim/network/kinds.ts';
import { sameTribeShare } from '../../../sim/network/mixing.ts';
import { tieCount } from '../../../sim/network/network.ts';
import { giantComponent } from '../../../sim/network/paths.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { degreesOf } from '../small-networks.ts';

const generate = (kind: NetworkKind, caves: number, caveSize: number) => generateNetwork({ kind, caves, caveSize }, keysFromSeed('caves'));

describe('caveman', () => {
  it('caves are complete and separate, and the tribes', () => {
    const network = generate('caveman', 6, 5);
    expect(degreesOf(network)).toEqual(new Array(30).fill(4));
    expect(network.tribeCount).toBe(6);
    expect(sameTribeShare(network)).toBe(1);
    expect(giantComponent(network)).toBe(1 / 6);
  });

  it('connected caves trade one tie each for one to the next cave', () => {
    const network = generate('connected-caveman', 6, 5);
    expect(tieCount(network)).toBe(60);
    expect(giantComponent(network)).toBe(1);
    expect(sameTribeShare(network)).toBeCloseTo(54 / 60, 12);
  });

  it('a single cave, and caves of one', () => {
    expect(tieCount(generate('connected-caveman', 3, 1))).toBe(0);
    expect(tieCount(generate('caveman', 1, 4))).toBe(6);
    expect(tieCount(generate('connected-caveman', 1, 4))).toBe(6);
    expect(tieCount(generate('connected-caveman', 2, 2))).toBe(2);
  });
});
