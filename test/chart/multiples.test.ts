import { describe, expect, test } from 'vitest';
import { multiplesOf } from '../../sim/chart/catalogue.ts';
import { layout, naturalHeight } from '../../sim/chart/layout.ts';
import type { GroupMark, PathMark, TextMark } from '../../sim/chart/marks.ts';
import { comparisonOf } from '../experiment/synthetic.ts';

const chart = multiplesOf(comparisonOf({ weeks: 40, replicates: 5, metrics: ['adoption'] }), 'adoption');
const panels = (width: number) =>
  layout(chart, { width, height: naturalHeight(chart, width) }).marks.filter((mark): mark is GroupMark => mark.kind === 'group');

describe('small multiples', () => {
  test('give every strategy a panel with its own bands and the others pale behind', () => {
    expect(panels(800)).toHaveLength(4);
    panels(800).forEach((panel, look) => {
      const paths = panel.marks.filter((mark): mark is PathMark => mark.kind === 'path');
      expect(paths.filter(({ stroke }) => stroke?.ink === 'grid')).toHaveLength(3);
      expect(paths.filter(({ fill }) => fill === `series-${look}`)).toHaveLength(2);
    });
  });

  test('share both axes: a line stands at the same height in its own panel and behind another', () => {
    const heights = panels(800).map((panel) => {
      const paths = panel.marks.filter((mark): mark is PathMark => mark.kind === 'path' && mark.stroke !== undefined);
      return paths.map(({ d }) => Number(d.match(/[\d.]+$/)?.[0])).sort((a, b) => a - b);
    });
    for (const other of heights) expect(other).toEqual(heights[0]);
  });

  test('flow into the columns that fit, without overlap', () => {
    expect(new Set(panels(800).map(({ at }) => at[1])).size).toBe(1);
    expect(new Set(panels(420).map(({ at }) => at[1])).size).toBe(2);
    expect(new Set(panels(200).map(({ at }) => at[1])).size).toBe(4);
    expect(new Set(panels(420).map(({ at }) => at.join())).size).toBe(4);
  });

  test('are captioned once', () => {
    const texts = layout(chart, { width: 800, height: 300 }).marks.filter((mark): mark is TextMark => mark.kind === 'text');
    expect(texts.map(({ text }) => text)).toContain(
      'Line: median; bands: 50 % and 90 % of 5 runs. Pale: the medians of the other strategies.',
    );
  });
});
