import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../sim/market/columns.ts';
import { series } from '../../sim/market/recording.ts';
import { buildNetwork } from '../../sim/network/csr.ts';
import { MAXIMUM_BRANDS } from '../../sim/scenario/vocabulary.ts';
import { networkFor, runOf, smallScenario } from './settings.ts';

/** Undefined by their own meaning where there is nobody to measure. */
const MAY_BE_UNDEFINED = new Set(['satisfaction', 'surveyedSatisfaction', 'agreementWithin', 'agreementBetween']);

const CORNERS: readonly (readonly [name: string, given: Record<string, unknown>])[] = [
  ['two people', { network: { kind: 'complete', people: 2 } }],
  ['people of whom most have no ties', { network: { kind: 'erdos-renyi', people: 60, meanDegree: 0.1 } }],
  ['as many brands as there can be', { brands: Array.from({ length: MAXIMUM_BRANDS }, (_, b) => (b === 0 ? {} : { strategy: 'push' })) }],
  ['one week', { horizon: 1 }],
  ['a price of next to nothing', { brands: [{ price: 0.01, margin: 0 }] }],
  ['money without end', { market: { budget: 100 } }],
  ['everybody in need every week', { market: { need: 1 } }],
  ['nobody ever in need', { market: { need: 0 } }],
];

describe.each(CORNERS)('%s', (_, given) => {
  test.each(['push', 'learn-and-relate'])('%s runs, and every number of every week is one', (strategy) => {
    const scenario = smallScenario({ horizon: 12, ...given }, 60);
    const recording = runOf(scenario, strategy, { network: networkFor(scenario) });
    for (const { name } of COLUMNS) {
      if (MAY_BE_UNDEFINED.has(name)) continue;
      for (let brand = 0; brand < recording.brands; brand++) {
        expect(
          [...series(recording, name, brand)].filter((value) => !Number.isFinite(value)),
          `${name} of brand ${brand}`,
        ).toEqual([]);
      }
    }
    expect(Math.max(...series(recording, 'adopters'))).toBeLessThanOrEqual(recording.population);
  });
});

test('nobody who is never in need buys; without ties nobody hears from anybody', () => {
  const needless = smallScenario({ horizon: 12, market: { need: 0 } }, 60);
  expect(Math.max(...series(runOf(needless, 'push'), 'purchases'))).toBe(0);
  const alone = smallScenario({ horizon: 26, brands: [{ users: 0.5 }] }, 60);
  const none = new Uint32Array(0);
  const network = buildNetwork({ n: 60, directed: false, sources: none, targets: none });
  const recording = runOf(alone, 'push', { network, tiesChange: false });
  expect(Math.max(...series(recording, 'positiveSent'))).toBeGreaterThan(0);
  expect(Math.max(...series(recording, 'positiveHeard'), ...series(recording, 'negativeHeard'))).toBe(0);
});
