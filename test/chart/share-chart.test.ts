import { describe, expect, it } from 'vitest';
import type { ShareChart } from '../../sim/chart/describe.ts';
import type { PathMark, TextMark } from '../../sim/chart/marks.ts';
import { layoutShareChart, shareHeight, shareSentence } from '../../sim/chart/share-chart.ts';

const CHART: ShareChart = {
  kind: 'shares',
  title: 'Reasons',
  measure: 'share',
  groups: [
    { name: 'Firm', look: 0 },
    { name: 'Friends', look: 1 },
    { name: 'Nobody', look: 2 },
  ],
  rows: [
    {
      name: 'a',
      parts: [
        { group: 0, name: 'ads', share: 0.2 },
        { group: 0, name: 'mail', share: 0.3 },
        { group: 1, name: 'talk', share: 0.5 },
        { group: 2, name: 'none', share: 0 },
      ],
    },
    { name: 'b', parts: [] },
  ],
};

function drawn(width: number) {
  return layoutShareChart(CHART, { width, height: shareHeight(CHART, width) });
}

/** From and to of the bars, the samples of the legend left out. */
function bars(width: number): [number, number][] {
  return drawn(width).marks.flatMap((mark): [number, number][] => {
    const found = mark.kind === 'path' ? /^M([\d.]+) [\d.]+H([\d.]+)V/.exec((mark as PathMark).d) : null;
    return found === null ? [] : [[Number(found[1]), Number(found[2])]];
  });
}

describe('a chart of shares', () => {
  it.each([1000, 340])('cuts a bar %d px wide in the order of the groups and leaves out what has no share', (width) => {
    const [first, second, ...more] = bars(width);
    expect(more).toEqual([]);
    expect(first[1]).toBeCloseTo(second[0], 1);
    expect(first[1] - first[0]).toBeCloseTo(second[1] - second[0], 1);
    expect(second[1]).toBe(width - 12);
  });

  it('says each group where there is room for it, and what a row without parts is', () => {
    const texts = drawn(1000).marks.flatMap((mark) => (mark.kind === 'text' ? [(mark as TextMark).text] : []));
    expect(texts.filter((text) => text === '50 %')).toHaveLength(3);
    expect(texts).toContain('nothing to divide');
    expect(texts).toEqual(expect.arrayContaining(['Reasons', 'Firm', 'Friends', 'Nobody', 'a', 'b']));
  });

  it('is told in words, largest group first', () => {
    expect(shareSentence(CHART)).toBe('Reasons. a: firm 50 % and friends 50 %; b: nothing.');
  });
});
