import { expect, test } from 'vitest';
import { sznajd } from '../../../sim/classic/opinion/sznajd.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed, Stream } from '../../../sim/random/index.ts';
import { type Event, endsWithOnes } from './chain.ts';
import { shareEndingWithOnes } from './shares.ts';
import { type Arc, heardBy, LOPSIDED, networkOf, turned, unweighted } from './small-worlds.ts';

/** All ways in which the arcs of a pair may win over their ends, each with its chance. */
const sznajdEvent = (n: number, arcs: readonly Arc[]): Event =>
  function* (opinions) {
    for (let first = 0; first < n; first++) {
      for (const { from: second, share } of heardBy(first, arcs)) {
        if (opinions[first] !== opinions[second]) {
          yield [opinions, share / n];
          continue;
        }
        const tried = arcs.filter(([from]) => from === first || from === second);
        for (let outcome = 0; outcome < 1 << tried.length; outcome++) {
          let chance = share / n;
          let next = opinions;
          tried.forEach(([, to, strength], at) => {
            const won = (outcome >> at) & 1;
            chance *= won ? strength : 1 - strength;
            if (won) next = next.with(to, opinions[first]);
          });
          yield [next, chance];
        }
      }
    }
  };

test('exit probability on a small directed, weighted network is that of the exact chain', () => {
  // A direct tie back gives every pair of the chain a way to agree.
  const start = [1, 0, 1, 1, 0];
  const arcs: Arc[] = [...LOPSIDED, [1, 0, 0.5], [4, 3, 0.25]];
  const exact = endsWithOnes(5, sznajdEvent(5, arcs))(start);
  expect(Math.abs(shareEndingWithOnes(sznajd, networkOf(5, arcs), start, {}, 4000) - exact)).toBeLessThan(0.03);
  for (const wrong of [unweighted(arcs), turned(arcs)]) {
    expect(Math.abs(endsWithOnes(5, sznajdEvent(5, wrong))(start) - exact)).toBeGreaterThan(0.06);
  }
});

test('on a ring with random opinions it ends with ones with chance x^2 / (x^2 + (1 - x)^2)', () => {
  // Slanina, Sznajd-Weron & Przybyła 2008; Lambiotte & Redner 2008, 10.1209/0295-5075/82/18007. The start is a coin for each.
  const network = generateNetwork({ kind: 'ring', people: 40, neighboursPerSide: 1, strength: 1 }, keysFromSeed('any'));
  for (const x of [0.35, 0.6]) {
    const coins = new Stream(keysFromSeed(`coins ${x}`));
    let ones = 0;
    const replicates = 1000;
    for (let replicate = 0; replicate < replicates; replicate++) {
      const start = Array.from({ length: 40 }, () => Number(coins.uniform() < x));
      ones += shareEndingWithOnes(sznajd, network, start, {}, 1);
    }
    expect(Math.abs(ones / replicates - x ** 2 / (x ** 2 + (1 - x) ** 2))).toBeLessThan(0.05);
  }
});
