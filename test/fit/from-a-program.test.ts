import { expect, test } from 'vitest';
import { type AdoptionRecord, fitAdoption, fitReport, generateNetwork, keysFromSeed, recordOfCounts } from '../../sim/library.ts';

const settings = { seed: 'any', fitted: 7, until: 10, repeats: 20, leaveOut: false, market: null };

test('a program fits a curve, reads the scores and writes the report', () => {
  const result = fitAdoption(recordOfCounts([5, 8, 12, 17, 22, 24, 21, 15, 9, 5], 150), settings);
  expect(result.scores.map(({ model }) => model)).toContain('bass');
  expect(result.contagion).toBeNull();
  expect(fitReport(result, 'my sales', 'node mine.mjs')).toContain('node mine.mjs');
});

test('a program fits people on a network', () => {
  const times = Int32Array.from({ length: 60 }, (_, i) => (i % 3 === 2 ? 0 : 1 + (i % 10)));
  const network = generateNetwork({ kind: 'tribal', people: 60 }, keysFromSeed('any'));
  const record: AdoptionRecord = { periods: 10, times, community: new Uint32Array(60), names: ['all'], network };
  const { contagion, models } = fitAdoption(record, settings);
  expect(contagion?.ratio).toBeGreaterThan(0);
  expect(models.map(({ model }) => model)).toContain('contagion, network');
});
