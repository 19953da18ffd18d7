import { expect, test } from 'vitest';
import { COMPONENTS, SOURCES } from '../../sim/market/ledger.ts';
import { series } from '../../sim/market/recording.ts';
import { runOf, smallScenario } from './settings.ts';

const width = SOURCES.length + COMPONENTS.length;

function reasonsOf(strategy: string, given: Record<string, unknown> = {}) {
  const scenario = smallScenario({ market: { need: 0.2 }, ...given });
  const recording = runOf(scenario, strategy, { ledger: true });
  const reasons = recording.reasons as Float64Array;
  const total = (k: number) =>
    Array.from({ length: recording.weeks }, (_, w) => reasons[w * width + k]).reduce((sum, each) => sum + each, 0);
  return {
    recording,
    reasons,
    source: (name: (typeof SOURCES)[number]) => total(SOURCES.indexOf(name)),
    component: (k: number) => total(SOURCES.length + k),
  };
}

test('the components of every purchase add up to the purchase', () => {
  const { recording, reasons } = reasonsOf('hybrid');
  const purchases = series(recording, 'purchases');
  expect(purchases.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(20);
  for (let w = 0; w < recording.weeks; w++) {
    const parts = reasons.subarray(w * width + SOURCES.length, (w + 1) * width);
    expect(parts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(purchases[w], 6);
    // Sources share out what affect, familiarity and belief contributed: no more than those three.
    const sources = reasons.subarray(w * width, w * width + SOURCES.length);
    expect(sources.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(parts[0] + parts[1] + parts[2] + 1e-6);
  }
});

test('advertising is a reason where there is advertising, and content only where there is content', () => {
  const push = reasonsOf('push');
  expect(push.source('advertising')).toBeGreaterThan(0);
  expect(push.source('content')).toBe(0);
  expect(push.source('being asked')).toBe(0);
  expect(reasonsOf('learn-and-relate').source('content')).toBeGreaterThan(0);
});

test('without word of mouth it is no reason', () => {
  const silent = { mechanisms: { talk: false, negativeTalk: false, sharing: false, advocacy: false, irritation: false } };
  expect(reasonsOf('push', silent).source('word of mouth')).toBe(0);
  expect(reasonsOf('push').source('word of mouth')).toBeGreaterThan(0);
});
