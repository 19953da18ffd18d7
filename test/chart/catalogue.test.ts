import { describe, expect, test } from 'vitest';
import { differenceChartOf, pairSeenFrom, timeChartOf } from '../../sim/chart/catalogue.ts';
import { metricHead, metricMeaning, metricTitle } from '../../sim/chart/metric-text.ts';
import { METRICS } from '../../sim/experiment/metrics.ts';
import { comparisonOf } from '../experiment/synthetic.ts';

const result = comparisonOf({ weeks: 30, replicates: 12, metrics: ['adoption', 'womNegative', 'spend'] });

describe('catalogue', () => {
  test('a pair reads the same from both sides, turned round', () => {
    const seen = pairSeenFrom(result, 'adoption', 30, 'push', 'nothing');
    const back = pairSeenFrom(result, 'adoption', 30, 'nothing', 'push');
    expect(seen?.verdict).toBe('better');
    expect(back).toEqual({
      mean: -(seen?.mean as number),
      low: -(seen?.high as number),
      high: -(seen?.low as number),
      probability: 1 - (seen?.probability as number),
      verdict: 'worse',
    });
  });

  test('fewer complaints are better, and of spending neither side is', () => {
    expect(pairSeenFrom(result, 'womNegative', 30, 'nothing', 'push')?.verdict).toBe('better');
    expect(pairSeenFrom(result, 'spend', 30, 'push', 'nothing')?.verdict).toBe('higher');
    expect(pairSeenFrom(result, 'spend', 30, 'nothing', 'push')?.verdict).toBe('lower');
    expect(pairSeenFrom(result, 'spend', 30, 'push', 'hybrid')?.verdict).toBe('tie');
    expect(pairSeenFrom(result, 'spend', 30, 'push', 'nobody')).toBeNull();
  });

  test('a strategy looks the same in every chart', () => {
    const looks = new Map(timeChartOf(result, 'adoption').lines.map(({ name, look }) => [name, look]));
    const rows = differenceChartOf(result, 'adoption', 30, 'push').rows;
    expect(rows.map(({ name }) => name)).toEqual(['nothing', 'learn-and-relate', 'hybrid']);
    for (const { name, look } of rows) expect(look).toBe(looks.get(name));
  });

  test('every metric has a title and a head of its own', () => {
    for (const { name, meaning } of METRICS) {
      expect(metricTitle(name)).not.toBe(name);
      expect(metricMeaning(name)).toBe(meaning);
    }
    expect(new Set(METRICS.map(({ name }) => metricHead(name))).size).toBe(METRICS.length);
  });
});
