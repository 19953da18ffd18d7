import { describe, expect, test } from 'vitest';
import type { BandPoint, TimeChart } from '../../sim/chart/describe.ts';
import { layoutLoop } from '../../sim/chart/loop.ts';
import type { Mark, PathMark, TextMark } from '../../sim/chart/marks.ts';
import { cursorMarks, cursorSentence, layoutPlot, weekAt } from '../../sim/chart/plot.ts';
import { extentOfRanges, layoutRange } from '../../sim/chart/range.ts';

const point = (week: number, q50: number): BandPoint => ({ week, q05: q50 - 0.02, q25: q50 - 0.01, q50, q75: q50 + 0.01, q95: q50 + 0.02 });
const empty = (week: number): BandPoint => ({ week, q05: null, q25: null, q50: null, q75: null, q95: null });
const weeks = Array.from({ length: 20 }, (_, index) => index + 1);
const chart: TimeChart = {
  kind: 'time',
  title: 'Adoption',
  measure: 'share of people who ever bought',
  unit: 'share',
  weeks: 20,
  runs: 30,
  bands: true,
  lines: [
    { name: 'push', look: 0, points: weeks.map((week) => point(week, week / 40)) },
    { name: 'late', look: 1, points: weeks.map((week) => (week < 10 ? empty(week) : point(week, week / 80))) },
  ],
};
const texts = (marks: readonly Mark[]) => marks.filter((mark): mark is TextMark => mark.kind === 'text');

describe('plot of a screen', () => {
  const wide = layoutPlot(chart, { width: 900, height: 380 });
  const narrow = layoutPlot(chart, { width: 330, height: 240 });

  test('every place belongs to a week of the chart, and every week to its place', () => {
    for (const week of weeks) expect(weekAt(wide, wide.x(week), 20)).toBe(week);
    expect(weekAt(wide, -1000, 20)).toBe(1);
    expect(weekAt(wide, 5000, 20)).toBe(20);
  });

  test('names stand at the ends of lines, with the value at the cursor where there is room', () => {
    expect(texts(cursorMarks(chart, wide, 12)).map(({ text }) => text)).toEqual(['push 30.0 %', 'late 15.0 %']);
    expect(texts(cursorMarks(chart, wide, null)).map(({ text }) => text)).toEqual(['push 50.0 %', 'late 25.0 %']);
    expect(texts(cursorMarks(chart, narrow, 12)).map(({ text }) => text)).toEqual(['push', 'late']);
  });

  test('nothing reaches out of the picture', () => {
    for (const plot of [wide, narrow]) {
      const places = texts([...plot.marks, ...cursorMarks(chart, plot, 5)]).map(({ at }) => at);
      expect(places.every(([x, y]) => x >= 0 && x <= plot.width && y >= 0 && y <= plot.height)).toBe(true);
    }
  });

  test('a line without a value at the week has no dot, and says so in words', () => {
    expect(cursorMarks(chart, wide, 5).filter(({ kind }) => kind === 'circle')).toHaveLength(1);
    expect(cursorMarks(chart, wide, 12).filter(({ kind }) => kind === 'circle')).toHaveLength(2);
    expect(cursorSentence(chart, 5)).toBe('Week 5: push 12.5 % (10.5 % to 14.5 %), late undefined.');
    expect(cursorSentence({ ...chart, lines: [] }, null)).toBe('Week 20: nothing yet.');
  });

  test('an extent that is given is kept', () => {
    const plot = layoutPlot({ ...chart, extent: [0, 1] }, { width: 900, height: 380 });
    expect(plot.y(1)).toBeGreaterThan(plot.frame.top);
    expect(plot.y(0.5)).toBeGreaterThan(wide.y(0.5));
  });
});

describe('range', () => {
  test('ranges on one scale can be compared, and an empty one draws no value', () => {
    const [a, b] = [point(1, 0.2), point(1, 0.6)];
    const extent = extentOfRanges([a, b]);
    expect(extent[0]).toBeCloseTo(0.18);
    expect(extent[1]).toBeCloseTo(0.62);
    const dot = (range: BandPoint) =>
      layoutRange(range, 0, extent, 120, 14).marks.flatMap((mark) => (mark.kind === 'circle' ? [mark.centre[0]] : []));
    expect(dot(a)[0]).toBeLessThan(dot(b)[0]);
    expect(dot(empty(1))).toEqual([]);
    expect(extentOfRanges([empty(1)])).toEqual([0, 1]);
    expect(extentOfRanges([{ q05: 2, q25: 2, q50: 2, q75: 2, q95: 2 }])).toEqual([1, 3]);
  });

  test('no difference is marked where the scale holds it', () => {
    const lines = (extent: readonly [number, number]) =>
      layoutRange(point(1, 0.1), 0, extent, 120, 14).marks.filter(({ kind }) => kind === 'line').length;
    expect(lines([-1, 1])).toBe(lines([0, 1]) + 1);
  });
});

describe('loop', () => {
  const loop = (moves: readonly number[], chosen: number | null = null) =>
    layoutLoop(
      { title: 't', description: 'd', stages: ['a', 'b', 'c'], moves, notes: ['1', '2', '3'], chosen },
      { width: 500, height: 400 },
    );
  const paths = (drawing: ReturnType<typeof loop>) => drawing.marks.filter((mark): mark is PathMark => mark.kind === 'path');

  test('draws a band for each move that happens, a ring for each stage, and no band for those who stay', () => {
    expect(paths(loop([5, 2, 0, 0, 9, 1, 3, 0, 0]))).toHaveLength(3 + 3);
    expect(paths(loop([5, 0, 0, 0, 9, 0, 0, 0, 1]))).toHaveLength(3);
  });

  test('a chosen stage stands out from moves it has no part in', () => {
    const shown = paths(loop([0, 2, 0, 0, 0, 1, 3, 0, 0], 0)).flatMap(({ opacity }) => (opacity === undefined ? [] : [opacity]));
    expect(shown.filter((opacity) => opacity > 0.3)).toHaveLength(2);
    expect(shown.filter((opacity) => opacity < 0.1)).toHaveLength(1);
  });

  test('all numbers are finite, also when nothing moves', () => {
    for (const drawing of [loop([0, 2, 0, 0, 0, 1, 3, 0, 0]), loop([1, 0, 0, 0, 1, 0, 0, 0, 1])]) {
      expect(paths(drawing).every(({ d }) => !/NaN|Infinity/.test(d))).toBe(true);
    }
  });
});
