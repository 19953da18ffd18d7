import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawInfluence, listeningOf, meanHeardInto, strengthHeard } from '../../../sim/classic/opinion/listening.ts';
import { buildNetwork } from '../../../sim/network/index.ts';

/** 0 and 1 influence 2, with strengths 1/4 and 3/4; 2 influences 0. */
const directed = buildNetwork({
  n: 4,
  directed: true,
  sources: Uint32Array.of(0, 1, 2),
  targets: Uint32Array.of(2, 2, 0),
  strengths: Float32Array.of(0.25, 0.75, 1),
});

test('a listener hears those who influence it, and nobody else', () => {
  const listening = listeningOf(directed);
  expect([0, 1, 2, 3].map((person) => strengthHeard(listening, person))).toEqual([1, 0, 1, 0]);
  expect(drawInfluence(listening, 1, 0.5)).toBe(-1);
  expect(listening.sources[drawInfluence(listening, 0, 0.999)]).toBe(2);
});

test('influencers are drawn in proportion to strength', () => {
  const listening = listeningOf(directed);
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (u) => {
      expect(listening.sources[drawInfluence(listening, 2, u)]).toBe(u < 0.25 ? 0 : 1);
    }),
  );
});

test('the mean heard weighs strengths and oneself', () => {
  const out = new Float64Array(4);
  meanHeardInto(out, Float64Array.of(0, 1, 0.5, 0.9), listeningOf(directed), 0.2);
  expect([...out]).toEqual([0.8 * 0.5, 1, 0.2 * 0.5 + 0.8 * 0.75, 0.9]);
});
