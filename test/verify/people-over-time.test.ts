import { sampleStandardDeviation } from 'simple-statistics';
import { test } from 'vitest';
import { shareProbability } from '../../sim/consumer/talk.ts';
import { choose } from '../../sim/market/choose.ts';
import { arise } from '../../sim/market/needs.ts';
import { searchAndRead } from '../../sim/market/search.ts';
import { deriveKeys, drawNormal, drawUniform, keysFromSeed } from '../../sim/random/index.ts';
import { forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { advance, ESTABLISHED, openLaboratory, scenarioOf, snapshot } from './market-laboratory.ts';

printFindings();

test('C8: people who talk for three years do not all come to feel the same', () => {
  const scenario = scenarioOf({ ...ESTABLISHED, horizon: 156 });
  find(
    'C8 market',
    forSeeds(SEEDS, (replicate) => {
      const laboratory = openLaboratory({ scenario, replicate });
      advance(laboratory, 13);
      const early = sampleStandardDeviation(Array.from(laboratory.world.people.affect));
      advance(laboratory, 143);
      return sampleStandardDeviation(Array.from(laboratory.world.people.affect)) / early;
    }),
  );
});

test('$1: a cohort whose members never change looks more loyal every quarter', () => {
  const brands = [{ ...ESTABLISHED.brands[0], users: 0.4 }];
  const scenario = scenarioOf({ ...ESTABLISHED, brands, horizon: 26 }, 2000);
  const [SETTLED, QUARTER] = [26, 13];
  find(
    '$1 sorting',
    forSeeds(SEEDS, (replicate) => {
      const laboratory = openLaboratory({ scenario, replicate });
      advance(laboratory, SETTLED);
      const { world } = laboratory;
      const { present, n } = world.people;
      let cohort = Array.from({ length: n }, (_, i) => i).filter((i) => present[i] === 0);
      const restore = snapshot(world);
      const kept = [0, 1, 2, 3].map((quarter) => {
        const before = cohort.length;
        for (let w = 0; w < QUARTER; w++) {
          // Everybody stands as after the first half-year, every week anew: only who is left of the cohort changes.
          world.week = 500 + quarter * QUARTER + w;
          arise(world);
          searchAndRead(world);
          choose(world);
          cohort = cohort.filter((i) => present[i] === 0);
          restore();
        }
        return cohort.length / before;
      });
      return kept[3] - kept[0];
    }),
  );
});

test('W6: the odds of passing on rise with usefulness as they do in the press', () => {
  const { base, usefulnessLogOdds } = scenarioOf({}).consumers.sharing;
  find(
    'W6 usefulness',
    forSeeds(SEEDS, (seed) => {
      const { k0, k1 } = deriveKeys(keysFromSeed('sharing'), seed);
      const z = Array.from({ length: 100_000 }, (_, i) => drawNormal(k0, k1, i, 0));
      const shared = z.map((useful, i) => Number(drawUniform(k0, k1, i, 9) < shareProbability(base, Math.exp(usefulnessLogOdds * useful))));
      return Math.exp(logitSlope(z, shared)) / 1.3;
    }),
  );
});

/** Slope of a logistic regression on one column, by Newton's method. */
function logitSlope(x: readonly number[], y: readonly number[]): number {
  let [a, b] = [Math.log(y.reduce((sum, each) => sum + each) / y.length), 0];
  for (let step = 0; step < 12; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      const p = 1 / (1 + Math.exp(-(a + b * x[i])));
      const w = p * (1 - p);
      ga += y[i] - p;
      gb += (y[i] - p) * x[i];
      haa += w;
      hab += w * x[i];
      hbb += w * x[i] * x[i];
    }
    const determinant = haa * hbb - hab * hab;
    a += (hbb * ga - hab * gb) / determinant;
    b += (haa * gb - hab * ga) / determinant;
  }
  return b;
}
