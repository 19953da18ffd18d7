import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classicKeys, classicSeries, runClassic, startClassic } from '../../../sim/classic/index.ts';
import { deffuant } from '../../../sim/classic/opinion/deffuant.ts';
import { hegselmannKrause } from '../../../sim/classic/opinion/hegselmann-krause.ts';
import { generateNetwork } from '../../../sim/network/index.ts';
import { keysFromSeed } from '../../../sim/random/index.ts';
import { interval } from './shares.ts';
import { type Arc, LOPSIDED, networkOf } from './small-worlds.ts';

const everyone = generateNetwork({ kind: 'complete', people: 500, strength: 1 }, keysFromSeed('any'));

function majorClusters(model: typeof deffuant | typeof hegselmannKrause, confidence: number, replicates: number) {
  return interval(
    Array.from({ length: replicates }, (_, replicate) => {
      const run = { network: everyone, values: { confidence }, keys: classicKeys('clusters', replicate) };
      const { process } = startClassic(model, run);
      for (let step = 0; step < 60 && process.step(); step++);
      return process.measure()[model.columns.findIndex(({ name }) => name === 'majorClusters')];
    }),
  );
}

/** An independent simulation of 500 people (evidence 2.10), and about 1 / (2 epsilon). */
test.each([
  [0.1, 4.4],
  [0.15, 3],
  [0.2, 2],
  [0.25, 2],
  [0.3, 1],
  [0.4, 1],
])('Deffuant among all: with confidence %d about %d major clusters', (confidence, clusters) => {
  const { mean, halfWidth } = majorClusters(deffuant, confidence, 30);
  expect(Math.abs(mean - clusters)).toBeLessThanOrEqual(0.5);
  expect(Math.abs(mean - 1 / (2 * confidence))).toBeLessThanOrEqual(1);
  expect(halfWidth).toBeLessThan(0.25);
});

test.each([
  [0.1, 3.7],
  [0.15, 2.8],
  [0.2, 2],
  [0.25, 1],
  [0.3, 1],
])('Hegselmann-Krause among all: with confidence %d about %d major clusters', (confidence, clusters) => {
  const { mean, halfWidth } = majorClusters(hegselmannKrause, confidence, 30);
  expect(Math.abs(mean - clusters)).toBeLessThanOrEqual(0.5);
  expect(halfWidth).toBeLessThan(0.25);
});

const opinions5 = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });

test('Hegselmann-Krause is the rule of the paper, with strengths and directions', () => {
  fc.assert(
    fc.property(opinions5, fc.double({ min: 0, max: 1, noNaN: true }), (start, confidence) => {
      let expected = start;
      for (let step = 0; step < 4; step++) {
        // Who is just at the threshold is near or not by the order in which a sum was rounded.
        const before = expected;
        fc.pre(LOPSIDED.every(([from, to]) => Math.abs(Math.abs(before[from] - before[to]) - confidence) > 1e-9 || step === 0));
        expected = expected.map((own, i) => {
          const near = LOPSIDED.filter(([from, to]) => to === i && Math.abs(expected[from] - own) <= confidence);
          const weight = near.reduce((sum, [, , strength]) => sum + strength, 1);
          return near.reduce((sum, [from, , strength]) => sum + strength * expected[from], own) / weight;
        });
      }
      const run = { network: networkOf(5, LOPSIDED), initial: start, values: { confidence }, steps: 4, keys: classicKeys('any', 0) };
      const { states } = runClassic(hegselmannKrause, run);
      for (let i = 0; i < 5; i++) expect(states[i]).toBeCloseTo(expected[i], 12);
    }),
  );
});

test('Hegselmann-Krause freezes, with clusters out of reach of each other', () => {
  const recording = runClassic(hegselmannKrause, { network: everyone, values: { confidence: 0.1 }, keys: classicKeys('freeze', 0) });
  const { settled, states } = recording;
  expect(settled).not.toBeNull();
  const centres = [...new Set(Array.from(states, (opinion) => opinion.toFixed(9)))].map(Number).sort((a, b) => a - b);
  expect(centres.length).toBe(classicSeries(recording, 'clusters')[hegselmannKrause.steps]);
  for (let at = 1; at < centres.length; at++) expect(centres[at] - centres[at - 1]).toBeGreaterThan(0.1);
});

test('Deffuant on undirected ties keeps the mean, whatever the strengths, and lowers the spread', () => {
  fc.assert(
    fc.property(
      opinions5,
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: 0.05, max: 0.5, noNaN: true }),
      (start, confidence, step) => {
        const network = networkOf(5, LOPSIDED, false);
        const run = { network, initial: start, values: { confidence, step }, steps: 20, keys: classicKeys('kept', 0) };
        const recording = runClassic(deffuant, run);
        const mean = classicSeries(recording, 'mean');
        const sd = classicSeries(recording, 'sd');
        for (let t = 1; t <= 20; t++) {
          expect(mean[t]).toBeCloseTo(mean[0], 12);
          expect(sd[t]).toBeLessThanOrEqual(sd[t - 1] + 1e-12);
        }
      },
    ),
  );
});

test('Deffuant: of two people each moves by the step, and at one half both end in the middle', () => {
  const network = networkOf(2, [[0, 1, 0.3]], false);
  const run = { network, initial: [0.2, 0.6], steps: 60, keys: classicKeys('two', 0) };
  for (const opinion of runClassic(deffuant, { ...run, values: { confidence: 0.5 } }).states) expect(opinion).toBeCloseTo(0.4, 12);
  // Two meetings a step, each leaving 1 - 2 x .1 of the gap.
  const once = runClassic(deffuant, { ...run, steps: 1, values: { confidence: 0.5, step: 0.1 } }).states;
  expect(once[1] - once[0]).toBeCloseTo(0.4 * 0.64, 12);
  const apart = runClassic(deffuant, { ...run, values: { confidence: 0.3 } });
  expect([...apart.states]).toEqual([0.2, 0.6]);
  expect(apart.settled).toBe(1);
});

test('Deffuant: who is not influenced does not move, and strong ties meet more often', () => {
  const arcs: Arc[] = [
    [0, 2, 0.25],
    [1, 2, 0.75],
  ];
  // Person 2 alone listens; its first move goes to 0 or to 1.
  let towardsOne = 0;
  let moved = 0;
  for (let replicate = 0; replicate < 3000; replicate++) {
    const run = { network: networkOf(3, arcs), initial: [0, 1, 0.5], values: { confidence: 0.6, step: 0.5 } };
    const { states } = runClassic(deffuant, { ...run, steps: 1, keys: classicKeys('listener', replicate) });
    expect([...states.subarray(0, 2)]).toEqual([0, 1]);
    // A meeting takes it out of reach of the other, so that the side is that of the first.
    if (states[2] === 0.5) continue;
    moved++;
    if (states[2] > 0.5) towardsOne++;
  }
  expect(Math.abs(towardsOne / moved - 0.75)).toBeLessThan(0.035);
  expect(Math.abs(moved / 3000 - (1 - (2 / 3) ** 3))).toBeLessThan(0.035);
});

test('people as far apart as their confidence do not hear each other: the run is over at once', () => {
  const pair = generateNetwork({ kind: 'complete', people: 2, strength: 1 }, keysFromSeed('pair'));
  const run = (gap: number) =>
    runClassic(deffuant, {
      network: pair,
      values: { confidence: 0.25 },
      keys: classicKeys('pair', 0),
      initial: Float64Array.of(0.5, 0.5 + gap),
      steps: 3,
    });
  expect(run(0.25).settled).toBe(1);
  expect([...run(0.25).states]).toEqual([0.5, 0.75]);
  expect(new Set(run(0.125).states).size).toBe(1);
});
