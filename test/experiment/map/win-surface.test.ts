import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SobolSequence } from '../../../sim/experiment/design/sobol-sequence.ts';
import { contour } from '../../../sim/experiment/map/contour.ts';
import { whereNext } from '../../../sim/experiment/map/where-next.ts';
import { fitWinSurface, type Observation, winEstimate, winSurface } from '../../../sim/experiment/map/win-surface.ts';
import { drawBinomial, keysFromSeed } from '../../../sim/random/index.ts';

const keys = keysFromSeed('map');

test('gives the latent means, variances and evidence that scikit-learn gives', () => {
  const expected = JSON.parse(readFileSync(new URL('./fixture/gaussian-process-sklearn.json', import.meta.url), 'utf8')) as {
    X: number[][];
    y: number[];
    T: number[][];
    mean: number[];
    variance: number[];
    probability: number[];
    evidence: number;
  };
  const observations = expected.X.map((row, at) => ({ place: Float64Array.from(row), wins: expected.y[at], replicates: 1 }));
  const surface = winSurface(observations, { variance: 4, lengths: [0.4, 0.7] });
  expect(surface.evidence).toBeCloseTo(expected.evidence, 6);
  for (const [at, place] of expected.T.entries()) {
    const { mean, variance } = surface.at(place);
    expect(mean).toBeCloseTo(expected.mean[at], 5);
    expect(variance).toBeCloseTo(expected.variance[at], 5);
    expect(surface.covariance(place, place)).toBeCloseTo(expected.variance[at], 5);
    // Both average the logistic over the normal by an approximation of about this quality.
    expect(Math.abs(winEstimate(surface, place).probability - expected.probability[at])).toBeLessThan(0.01);
  }
});

test('many replicates at a place are as many observations of it', () => {
  const place = (x: number, y: number) => Float64Array.of(x, y);
  const counted = [
    { place: place(0.2, 0.3), wins: 3, replicates: 4 },
    { place: place(0.7, 0.6), wins: 1, replicates: 3 },
  ];
  const single = counted.flatMap(({ place: at, wins, replicates }) =>
    Array.from({ length: replicates }, (_, r) => ({ place: at, wins: r < wins ? 1 : 0, replicates: 1 })),
  );
  const prior = { variance: 2, lengths: [0.5, 0.5] };
  const [a, b] = [winSurface(counted, prior).at([0.4, 0.4]), winSurface(single, prior).at([0.4, 0.4])];
  expect(a.mean).toBeCloseTo(b.mean, 6);
  expect(a.variance).toBeCloseTo(b.variance, 6);
});

test('one-sided counts are borne: all won, all lost', () => {
  for (const wins of [0, 50]) {
    const observations = Array.from({ length: 20 }, (_, at) => ({ place: Float64Array.of(at / 20, 0.5), wins, replicates: 50 }));
    const { probability } = winEstimate(fitWinSurface(observations), [0.5, 0.5]);
    expect(Math.abs(probability - (wins === 0 ? 0 : 1))).toBeLessThan(0.02);
  }
});

/** A world in which the first wins right of a curved border. */
const logOdds = (place: ArrayLike<number>) => 8 * (place[0] - 0.3 - 0.4 * place[1] ** 2);

function play(place: Float64Array, seed: number, at: number): Observation {
  const p = 1 / (1 + Math.exp(-logOdds(place)));
  return { place, wins: drawBinomial(keys.k0 + seed, keys.k1, at, 0, 10, p), replicates: 10 };
}

/** Share of the square that a surface gives to the wrong side, and of what it calls sure the share that is wrong. */
function errors(surface: ReturnType<typeof winSurface>) {
  let wrong = 0;
  let sure = 0;
  let surelyWrong = 0;
  for (let i = 0; i < 40; i++) {
    for (let j = 0; j < 40; j++) {
      const place = [(i + 0.5) / 40, (j + 0.5) / 40];
      const { ahead } = winEstimate(surface, place);
      const right = ahead > 0.5 === logOdds(place) > 0;
      if (!right) wrong++;
      if (ahead > 0.95 || ahead < 0.05) {
        sure++;
        if (!right) surelyWrong++;
      }
    }
  }
  return { wrong: wrong / 1600, surelyWrong: surelyWrong / sure, sure: sure / 1600 };
}

test('looking where the winner is least certain finds the border with fewer places than an even cover does', () => {
  const adaptive: ReturnType<typeof errors>[] = [];
  const even: ReturnType<typeof errors>[] = [];
  for (let seed = 0; seed < 6; seed++) {
    const sequence = new SobolSequence(2, keysFromSeed(`border ${seed}`));
    const candidates = Array.from({ length: 200 }, () => sequence.next());
    const observations = candidates.slice(0, 16).map((place, at) => play(place, seed, at));
    while (observations.length < 48) {
      const left = candidates.filter((place) => !observations.some((observation) => observation.place === place));
      const next = whereNext(fitWinSurface(observations), left, 8, 0.4);
      observations.push(...next.map((place) => play(place, seed, observations.length + next.indexOf(place))));
    }
    adaptive.push(errors(fitWinSurface(observations)));
    even.push(errors(fitWinSurface(candidates.slice(0, 48).map((place, at) => play(place, seed, at)))));
  }
  const average = (list: typeof even, of: 'wrong' | 'surelyWrong' | 'sure') => list.reduce((sum, each) => sum + each[of], 0) / list.length;
  expect(average(adaptive, 'wrong')).toBeLessThan(average(even, 'wrong'));
  expect(average(adaptive, 'wrong')).toBeLessThan(0.05);
  // What is called sure at 95 % is wrong far more seldom than in one of twenty places, as most of it lies away from the border.
  expect(average(adaptive, 'surelyWrong')).toBeLessThan(0.02);
  expect(average(adaptive, 'sure')).toBeGreaterThan(0.5);
}, 60_000);

test('a batch is chosen where it is not settled who wins, and spreads out', () => {
  const sequence = new SobolSequence(2, keys);
  const candidates = Array.from({ length: 220 }, () => sequence.next());
  const surface = fitWinSurface(candidates.slice(0, 20).map((place, at) => play(place, 9, at)));
  const rest = candidates.slice(20);
  const unsettled = (place: Float64Array) => Math.abs(winEstimate(surface, place).ahead - 0.5) < 0.475;
  const open = rest.filter(unsettled);
  expect(open.length).toBeGreaterThan(20);
  expect(open.length).toBeLessThan(150);
  const next = whereNext(surface, rest, 6, 0.4);
  expect(next.filter(unsettled)).toHaveLength(6);
  // Chosen together they lie further apart than the six best by themselves, found one at a time as if none were seen.
  const left = [...rest];
  const singly = Array.from({ length: 6 }, () => left.splice(left.indexOf(whereNext(surface, left, 1, 0.4)[0]), 1)[0]);
  expect(next[0]).toBe(singly[0]);
  expect(spread(next)).toBeGreaterThan(spread(singly));
  expect(whereNext(surface, rest.slice(0, 3), 6, 0.4)).toHaveLength(3);
});

const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;

function spread(places: readonly Float64Array[]): number {
  return mean(places.flatMap((a, i) => places.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1]))));
}

test('a contour of a plane is the line that it should be; that of a disc closes at its radius', () => {
  const grid = (f: (x: number, y: number) => number) => Array.from({ length: 21 * 21 }, (_, at) => f(at % 21, Math.floor(at / 21)));
  for (const [from, to] of contour(
    grid((x, y) => x + y),
    21,
    21,
    20.5,
  )) {
    expect(from[0] + from[1]).toBeCloseTo(20.5, 12);
    expect(to[0] + to[1]).toBeCloseTo(20.5, 12);
  }
  const circle = contour(
    grid((x, y) => (x - 10) ** 2 + (y - 10) ** 2),
    21,
    21,
    49,
  );
  const ends = new Map<string, number>();
  for (const end of circle.flat()) {
    expect(Math.abs(Math.hypot(end[0] - 10, end[1] - 10) - 7)).toBeLessThan(0.05);
    const name = end.map((value) => value.toFixed(6)).join(' ');
    ends.set(name, (ends.get(name) ?? 0) + 1);
  }
  expect([...ends.values()].every((count) => count % 2 === 0)).toBe(true);
  const length = circle.reduce((sum, [from, to]) => sum + Math.hypot(to[0] - from[0], to[1] - from[1]), 0);
  expect(Math.abs(length / (2 * Math.PI * 7) - 1)).toBeLessThan(0.02);
});
