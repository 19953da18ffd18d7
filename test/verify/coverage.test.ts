import { expect, test } from 'vitest';
import { bcaInterval } from '../../sim/experiment/bca.ts';
import { tInterval } from '../../sim/experiment/intervals.ts';
import { deriveKeys, drawNormal, keysFromSeed } from '../../sim/random/index.ts';

const EXPERIMENTS = 1000;
const SIGMA = 0.5;
const WORLDS = {
  normal: { draw: (z: number) => z, mean: 0 },
  lognormal: { draw: (z: number) => Math.exp(SIGMA * z), mean: Math.exp((SIGMA * SIGMA) / 2) },
};

/** Share of synthetic experiments whose interval holds the true mean. */
function coverage(world: keyof typeof WORLDS, n: number) {
  const keys = keysFromSeed(`coverage ${world} ${n}`);
  const { draw, mean } = WORLDS[world];
  const held = { t: 0, bca: 0 };
  for (let experiment = 0; experiment < EXPERIMENTS; experiment++) {
    const values = Array.from({ length: n }, (_, i) => draw(drawNormal(keys.k0, keys.k1, experiment, i)));
    const t = tInterval(values);
    const bca = bcaInterval(values, deriveKeys(keys, experiment, 1));
    if (t !== null && t.low <= mean && mean <= t.high) held.t++;
    if (bca !== null && bca.low <= mean && mean <= bca.high) held.bca++;
  }
  return { t: held.t / EXPERIMENTS, bca: held.bca / EXPERIMENTS };
}

test.each([
  ['normal', 30],
  ['normal', 100],
  ['lognormal', 30],
  ['lognormal', 100],
] as const)('95 % intervals of 1,000 experiments hold the mean as often as they say: %s values, %i of them', (world, n) => {
  const { t, bca } = coverage(world, n);
  console.log(`${world}, n = ${n}: t ${(100 * t).toFixed(1)} %, BCa ${(100 * bca).toFixed(1)} %`);
  if (world === 'normal') {
    expect(Math.abs(t - 0.95)).toBeLessThanOrEqual(0.02);
    expect(Math.abs(bca - 0.95)).toBeLessThanOrEqual(0.02);
  } else {
    // Skewed values are harder; reported, and held to what a reader may rely on.
    expect(t).toBeGreaterThan(0.91);
    expect(bca).toBeGreaterThan(0.91);
  }
});
