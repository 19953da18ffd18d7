import { describe, expect, test } from 'vitest';
import type { BandPoint, TimeChart } from '../../sim/chart/describe.ts';
import { layout } from '../../sim/chart/layout.ts';
import type { LineMark, Mark, PathMark, TextMark } from '../../sim/chart/marks.ts';
import { bandCaption } from '../../sim/chart/time-chart.ts';

const point = (week: number, q50: number | null): BandPoint =>
  q50 === null
    ? { week, q05: null, q25: null, q50, q75: null, q95: null }
    : { week, q05: q50 - 0.2, q25: q50 - 0.1, q50, q75: q50 + 0.1, q95: q50 + 0.2 };

const chart: TimeChart = {
  kind: 'time',
  title: 'Adoption',
  measure: 'share of people who ever bought',
  unit: 'share',
  weeks: 4,
  runs: 20,
  bands: true,
  lines: [
    { name: 'push', look: 0, points: [1, 2, 3, 4].map((week) => point(week, 0.2 * week)) },
    { name: 'learn', look: 1, points: [1, 2, 3, 4].map((week) => point(week, week === 2 ? null : 0.2 * week - 0.01)) },
  ],
};
const size = { width: 600, height: 320 };
const marks = layout(chart, size).marks;
const texts = (all: readonly Mark[]) => all.filter((mark): mark is TextMark => mark.kind === 'text');
const paths = (all: readonly Mark[]) => all.filter((mark): mark is PathMark => mark.kind === 'path');

describe('time chart', () => {
  test('draws two bands and a median for each line, the medians last', () => {
    expect(paths(marks).map(({ fill, stroke }) => (fill === undefined ? `line ${stroke?.ink}` : `band ${fill}`))).toEqual([
      'band series-0',
      'band series-0',
      'band series-1',
      'band series-1',
      'line series-0',
      'line series-1',
    ]);
  });

  test('puts values where the axis says they are', () => {
    const y = (label: string) => {
      const head = texts(marks).find(({ text, anchor }) => text === label && anchor === 'end') as TextMark;
      return head.at[1] - head.size * 0.35;
    };
    const x = (label: string) => (texts(marks).find(({ text, anchor }) => text === label && anchor === 'middle') as TextMark).at[0];
    const median =
      paths(marks)[4]
        .d.match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    expect(median[0]).toBeCloseTo(x('1'), 0);
    expect(median[1]).toBeCloseTo(y('20'), 0);
    expect(median.at(-2)).toBeCloseTo(x('4'), 0);
    expect(median.at(-1)).toBeCloseTo(y('80'), 0);
  });

  test('leaves a gap where a value is undefined', () => {
    expect(paths(marks)[5].d.match(/M/g)).toHaveLength(2);
    expect(paths(marks)[4].d.match(/M/g)).toHaveLength(1);
  });

  test('tells lines apart by dash as well as colour', () => {
    const looks = Array.from({ length: 11 }, (_, look) => ({ name: `s${look}`, look, points: [point(1, 0.1 * look)] }));
    const lines = paths(layout({ ...chart, bands: false, lines: looks }, size).marks).filter(({ stroke }) => stroke);
    expect(new Set(lines.map(({ stroke }) => `${stroke?.ink} ${stroke?.dash}`)).size).toBe(11);
    expect(new Set(lines.slice(0, 5).map(({ stroke }) => stroke?.dash)).size).toBe(5);
  });

  test('names each line at its end without one name covering another', () => {
    const labels = texts(marks).filter(({ text }) => text === 'push' || text === 'learn');
    expect(labels).toHaveLength(2);
    expect(Math.abs(labels[0].at[1] - labels[1].at[1])).toBeGreaterThanOrEqual(labels[0].size);
    const crowd = Array.from({ length: 15 }, (_, look) => ({ name: `strategy ${look}`, look, points: [point(1, 0.5), point(4, 0.5)] }));
    const heights = texts(layout({ ...chart, lines: crowd }, { width: 600, height: 400 }).marks)
      .filter(({ text }) => text.startsWith('strategy'))
      .map(({ at }) => at[1])
      .sort((a, b) => a - b);
    expect(heights).toHaveLength(15);
    for (let label = 1; label < 15; label++) expect(heights[label] - heights[label - 1]).toBeGreaterThan(12);
  });

  test('says what lines and bands contain, with the number of runs', () => {
    expect(texts(marks).some(({ text }) => text === 'Line: median; bands: 50 % and 90 % of 20 runs.')).toBe(true);
    expect(bandCaption({ ...chart, bands: false })).toBe('Line: median of 20 runs.');
    expect(bandCaption({ ...chart, runs: 1 })).toBe('Line: the only run.');
  });

  test('has axis titles with units', () => {
    expect(texts(marks).map(({ text }) => text)).toEqual(expect.arrayContaining(['share of people who ever bought, %', 'time, weeks']));
  });

  test('keeps everything within its size, also when narrow', () => {
    for (const width of [260, 400, 800]) {
      for (const mark of layout(chart, { width, height: 300 }).marks) {
        const ends = mark.kind === 'text' ? [mark.at] : mark.kind === 'line' ? [(mark as LineMark).from, mark.to] : [];
        for (const [x, y] of ends) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(300);
        }
      }
    }
  });

  test('survives having nothing to show', () => {
    const empty = layout({ ...chart, runs: 0, lines: [{ name: 'push', look: 0, points: [point(1, null)] }] }, size);
    expect(empty.description).toBe('Adoption: no value is defined. No run yet.');
    expect(paths(empty.marks)).toHaveLength(0);
  });
});
