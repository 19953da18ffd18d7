import { describe, expect, test } from 'vitest';
import { timeChartOf } from '../../sim/chart/catalogue.ts';
import type { TimeChart } from '../../sim/chart/describe.ts';
import { terminalPlot } from '../../sim/chart/terminal-plot.ts';
import { terminalWidth } from '../../sim/chart/text-size.ts';
import { ARMS, comparisonOf } from '../experiment/synthetic.ts';
import { HOSTILE } from './hostile.ts';

const chart = timeChartOf(comparisonOf({ replicates: 5, metrics: ['adoption'] }), 'adoption');

describe('terminal plot', () => {
  test('looks like this in braille', () => {
    expect(terminalPlot(chart, { width: 76 })).toMatchInlineSnapshot(`
      "Adoption (median of 5 runs, %)
      64 ▏                   ⣀⠤⢤⣒⣒⣒⡪⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭ d hybrid
         ▏                ⢠⡴⠝⠊⠉⠁                               b push
         ▏              ⢀⡼⠁
         ▏             ⢰⠊
         ▏            ⡰⠁                      ⢀⣀⡠⠤⠔⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉⠉ c learn-and-relate
         ▏           ⡸                   ⢀⡠⠔⠒⠉⠁
      32 ▏          ⡸                ⢀⡠⠔⠊⠁
         ▏         ⡼              ⢀⡠⠔⠁
         ▏       ⢀⠜            ⢀⡠⠔⠁
         ▏      ⢠⠞          ⢀⡠⠔⠁
         ▏    ⢀⡰⠁        ⣀⠤⠊⠁
         ▏  ⣀⠔⠊    ⣀⣀⠤⠔⠊⠉                ⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀ a nothing
       0 ▏⣶⣭⣤⣒⣒⣒⣊⣉⣉⡠⠤⠤⠤⠤⠤⠤⠤⠔⠒⠒⠒⠒⠒⠊⠉⠉⠉⠉⠉⠉⠉⠁
          0               52               104              156 weeks"
    `);
  });

  test('looks like this in ASCII', () => {
    const text = terminalPlot(chart, { width: 76, characters: 'ascii' });
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect(text).toMatchInlineSnapshot(`
      "Adoption (median of 5 runs, %)
      64 |                     ddddddddddddddddddddddddddddddd d hybrid
         |                 dbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb b push
         |               bbb
         |             bb
         |            b                        ccccccccccccccc c learn-and-relate
         |           b                   cccccc
      32 |          b                 ccc
         |         b              cccc
         |        b            ccc
         |      bb          ccc
         |    bb        cccc
         | bbbd cccccccc       aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa a nothing
       0 |aaaaaaaaaaaaaaaaaaaaa
          0               52               104              156 weeks"
    `);
  });

  test('a straight line is drawn straight: its ends in opposite corners, every column filled', () => {
    const line = { name: 'line', look: 0, points: Array.from({ length: 50 }, (_, week) => flat(week + 1, week / 49)) };
    const rows = terminalPlot({ ...chart, weeks: 50, lines: [line] }, { width: 60, height: 10, characters: 'ascii' })
      .split('\n')
      .slice(1, 11)
      .map((row) => row.slice(row.indexOf('|') + 1).replace(/ a line$/, ''));
    const columns = rows[0].length;
    expect(columns).toBeGreaterThan(40);
    expect(rows[0].at(-1)).toBe('a');
    expect(rows[9][0]).toBe('a');
    for (let column = 0; column < columns; column++) expect(rows.filter((row) => row[column] === 'a')).toHaveLength(1);
  });

  test('fits the width, has a row for each name, and leaves none out while there is room', () => {
    for (const width of [40, 60, 100, 160]) {
      const lines = terminalPlot(chart, { width }).split('\n');
      expect(lines).toHaveLength(15);
      for (const line of lines) expect(terminalWidth(line)).toBeLessThanOrEqual(width);
    }
    const text = terminalPlot(chart, { width: 100 });
    for (const { name } of ARMS) expect(text).toContain(name);
  });

  test('uses colour only when asked', () => {
    expect(terminalPlot(chart, { width: 80 })).not.toContain('\u001b');
    expect(terminalPlot(chart, { width: 80, colour: true })).toContain('\u001b[34m');
  });

  test('shows undefined values as gaps and survives having none', () => {
    const empty: TimeChart = { ...chart, lines: [{ name: 'x', look: 0, points: [] }] };
    expect(terminalPlot(empty, { width: 60, characters: 'ascii' })).not.toMatch(/\|.*a/);
  });

  test('names cannot command the terminal', () => {
    const lines = HOSTILE.map((name, look) => ({ name, look, points: [flat(1, look)] }));
    const text = terminalPlot({ ...chart, weeks: 1, lines }, { width: 70 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

function flat(week: number, value: number) {
  return { week, q05: value, q25: value, q50: value, q75: value, q95: value };
}
