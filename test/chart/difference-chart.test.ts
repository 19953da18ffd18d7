import { describe, expect, test } from 'vitest';
import type { DifferenceChart } from '../../sim/chart/describe.ts';
import { layout, naturalHeight } from '../../sim/chart/layout.ts';
import type { CircleMark, LineMark, TextMark } from '../../sim/chart/marks.ts';

const chart: DifferenceChart = {
  kind: 'difference',
  title: 'Margin',
  measure: 'margin so far',
  unit: 'currency per head',
  week: 52,
  runs: 30,
  base: 'push',
  rows: [
    { name: 'nothing', look: 0, mean: -4, low: -5, high: -3, probability: 0, verdict: 'worse' },
    { name: 'hybrid', look: 2, mean: 0.5, low: -0.5, high: 1.5, probability: 0.6, verdict: 'undecided' },
    { name: 'twin', look: 3, mean: 0, low: 0, high: 0, probability: 0.5, verdict: 'tie' },
    { name: 'free', look: 4, mean: null, low: null, high: null, probability: null, verdict: 'undecided' },
  ],
};
const { marks, description } = layout(chart, { width: 700, height: naturalHeight(chart, 700) });
const texts = marks.filter((mark): mark is TextMark => mark.kind === 'text').map(({ text }) => text);
const dots = marks.filter((mark): mark is CircleMark => mark.kind === 'circle');
const lines = marks.filter((mark): mark is LineMark => mark.kind === 'line');

describe('difference chart', () => {
  test('states difference, interval, probability and verdict of each row', () => {
    expect(texts).toEqual(
      expect.arrayContaining(['-4.0 [-5.0, -3.0]', '0.00', 'worse', '0.5 [-0.5, 1.5]', '0.60', 'undecided', 'tie', '–']),
    );
    expect(texts.filter((text) => text === 'undecided')).toHaveLength(2);
  });

  test('marks the undecided hollow and draws nothing where nothing is defined', () => {
    expect(dots.map(({ fill }) => fill)).toEqual(['series-0', 'paper', 'series-3']);
  });

  test('intervals stand on the right side of the zero line', () => {
    const zero = lines.find(({ stroke }) => stroke.ink === 'ink') as LineMark;
    const [worse, undecided] = lines.filter(({ stroke }) => stroke.width === 2.5);
    expect(worse.to[0]).toBeLessThan(zero.from[0]);
    expect(undecided.from[0]).toBeLessThan(zero.from[0]);
    expect(undecided.to[0]).toBeGreaterThan(zero.from[0]);
    // same scale: five units are ten times half a unit
    expect((zero.from[0] - worse.from[0]) / (zero.from[0] - undecided.from[0])).toBeCloseTo(10, 6);
  });

  test('says the same in words', () => {
    expect(description).toContain('Margin after 52 weeks, difference from push: nothing -4.0 [-5.0, -3.0]');
    expect(description).toContain('hybrid 0.5 [-0.5, 1.5], ahead in a share of 0.60 of runs, undecided');
  });

  test('a narrow one keeps the verdicts', () => {
    const narrow = layout(chart, { width: 360, height: naturalHeight(chart, 360) }).marks;
    const words = narrow.filter((mark): mark is TextMark => mark.kind === 'text').map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['worse', 'undecided', 'tie']));
    expect(words).not.toContain('-4.0 [-5.0, -3.0]');
  });
});
