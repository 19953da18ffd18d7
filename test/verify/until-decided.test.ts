import { expect, test } from 'vitest';
import { planLooks } from '../../sim/experiment/decide/looks.ts';
import { drawNormal, keysFromSeed } from '../../sim/random/index.ts';
import { playTournaments } from '../experiment/decide/tournament.ts';
import { wilsonInterval } from './wilson.ts';

const TOURNAMENTS = 2000;
const LOOKS = planLooks(0.05, 300);
const SIGMA = 0.5;

/** Luck by its shape: what arms share is left out of a difference, so it need not be simulated. */
const SHAPES = {
  normal: (z: number) => z,
  // Standardised; a difference of two arms of unequal skewness is skewed, too: every other arm is mirrored.
  lognormal: (z: number) => (Math.exp(SIGMA * z) - Math.exp(SIGMA ** 2 / 2)) / Math.sqrt((Math.exp(SIGMA ** 2) - 1) * Math.exp(SIGMA ** 2)),
};

function play(name: string, shape: keyof typeof SHAPES, strategies: readonly number[], margin = 0) {
  const keys = keysFromSeed(`${name} ${shape}`);
  const games = playTournaments({
    tournaments: TOURNAMENTS,
    strategies,
    looks: LOOKS,
    margin,
    luck: (tournament, replicate, strategy) =>
      (strategy % 2 === 0 ? 1 : -1) * SHAPES[shape](drawNormal(keys.k0 + tournament, keys.k1, replicate, strategy)),
  });
  const share = (count: number) => {
    const { low, high } = wilsonInterval(count, TOURNAMENTS, 0.95);
    return `${((100 * count) / TOURNAMENTS).toFixed(1)} % [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`;
  };
  const wrong = games.filter(({ everFalse }) => everFalse).length;
  const settled = games.filter((game) => game.settled);
  const mean = games.reduce((sum, { replicates }) => sum + replicates, 0) / TOURNAMENTS;
  console.log(
    `${name}, ${shape} luck: any false verdict ${share(wrong)}, settled ${share(settled.length)}, ${mean.toFixed(0)} replicates on average`,
  );
  return { wrong: wilsonInterval(wrong, TOURNAMENTS, 0.95), settled: settled.length / TOURNAMENTS, mean };
}

test.each(['normal', 'lognormal'] as const)('until decided keeps its error rate under %s luck, with and without differences', (shape) => {
  const none = play('four equal strategies', shape, [0, 0, 0, 0]);
  expect(none.wrong.low).toBeLessThan(0.05);
  const clear = play('four strategies .5 apart', shape, [0, 0.5, 1, 1.5]);
  expect(clear.wrong.low).toBeLessThan(0.05);
  expect(clear.settled).toBeGreaterThan(0.8);
  const mixed = play('two equal pairs', shape, [0, 0, 1, 1]);
  expect(mixed.wrong.low).toBeLessThan(0.05);
  // Just beyond the margin: the worst case for declaring a tie.
  const edge = play('tie margin .4, difference .41', shape, [0, 0.41], 0.4);
  expect(edge.wrong.low).toBeLessThan(0.05);
  const tie = play('tie margin .5, no difference', shape, [0, 0], 0.5);
  expect(tie.settled).toBeGreaterThan(0.9);
});
