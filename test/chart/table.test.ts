import { describe, expect, test } from 'vitest';
import { comparisonTable } from '../../sim/chart/table.ts';
import { terminalWidth } from '../../sim/chart/text-size.ts';
import { ARMS, comparisonOf } from '../experiment/synthetic.ts';
import { HOSTILE } from './hostile.ts';

const result = comparisonOf({ replicates: 8, metrics: ['adoption', 'margin', 'romi'] });

describe('table', () => {
  test('reads like this', () => {
    expect(comparisonTable(result, { width: 110 })).toMatchInlineSnapshot(`
      "After 13 weeks (8 replicates: mean ± half-width of its 95 % interval)
      strategy          adoption %   margin/head     ROMI
      nothing           0.30 ± 0.00   0.027 ± 0.001      -
      push              8.06 ± 0.29   0.367 ± 0.022   1.32 ± 0.08
      learn-and-relate  2.15 ± 0.08  -0.049 ± 0.006  -0.29 ± 0.02
      hybrid            7.79 ± 0.45   0.352 ± 0.036   1.26 ± 0.13

      After 52 weeks (8 replicates: mean ± half-width of its 95 % interval)
      strategy          adoption %  margin/head  ROMI
      nothing            1.8 ± 0.1   0.4 ± 0.0      -
      push              55.6 ± 2.0  12.1 ± 0.5   11.6 ± 0.4
      learn-and-relate  12.0 ± 0.3   1.5 ± 0.1    1.1 ± 0.1
      hybrid            55.4 ± 3.2  11.8 ± 0.7   11.3 ± 0.7

      After 156 weeks (8 replicates: mean ± half-width of its 95 % interval)
      strategy          adoption %  margin/head  ROMI
      nothing            5.0 ± 0.2   4.3 ± 0.1      -
      push              61.7 ± 2.2  67.6 ± 2.5   21.9 ± 0.8
      learn-and-relate  43.5 ± 1.3  30.8 ± 1.0    9.2 ± 0.3
      hybrid            62.5 ± 3.6  67.9 ± 4.1   22.0 ± 1.4

      Adoption, %: paired difference from push, with Holm-corrected interval; P: share of replicates ahead
      strategy          after 13 weeks                       after 52 weeks
      nothing           -7.76 [-8.29, -7.24]  P 0.00  worse  -53.8 [-57.3, -50.3]  P 0.00  worse
      learn-and-relate  -5.91 [-6.31, -5.51]  P 0.00  worse  -43.6 [-46.6, -40.7]  P 0.00  worse
      hybrid            -0.28 [-0.51, -0.04]  P 0.06  worse      -0.3 [-1.9, 1.4]  P 0.50  undecided

      strategy          after 156 weeks
      nothing           -56.7 [-60.4, -53.0]  P 0.00  worse
      learn-and-relate  -18.3 [-20.1, -16.5]  P 0.00  worse
      hybrid                 0.8 [-1.2, 2.7]  P 0.63  undecided

      Margin, currency per head: paired difference from push, with Holm-corrected interval; P: share of replicates
      ahead
      strategy          after 13 weeks                              after 52 weeks
      nothing           -0.340 [-0.376, -0.305]  P 0.00  worse      -11.8 [-12.6, -10.9]  P 0.00  worse
      learn-and-relate  -0.416 [-0.446, -0.387]  P 0.00  worse       -10.7 [-11.4, -9.9]  P 0.00  worse
      hybrid             -0.015 [-0.036, 0.006]  P 0.38  undecided      -0.3 [-0.7, 0.1]  P 0.38  undecided

      strategy          after 156 weeks
      nothing           -63.3 [-67.7, -58.9]  P 0.00  worse
      learn-and-relate  -36.8 [-39.7, -33.9]  P 0.00  worse
      hybrid                 0.3 [-2.1, 2.7]  P 0.63  undecided"
    `);
  });

  test('fits the width it is given', () => {
    for (const width of [60, 80, 120]) {
      for (const line of comparisonTable(result, { width }).split('\n')) expect(terminalWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('can do without characters beyond ASCII', () => {
    expect(comparisonTable(result, { width: 80, ascii: true })).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('says undecided exactly where the comparison does', () => {
    const paired = comparisonTable(result, { width: 200, metrics: [], paired: ['adoption'], against: 'push' });
    const open = result.comparisons.filter(
      ({ a, b, metric, verdict }) => metric === 'adoption' && (a === 'push' || b === 'push') && verdict === 'undecided',
    );
    expect(open.length).toBeGreaterThan(0);
    expect(paired.match(/undecided/g)).toHaveLength(open.length);
  });

  test('one replicate has means and no intervals; one strategy has no pairs', () => {
    const one = comparisonTable(comparisonOf({ weeks: 13, replicates: 1, metrics: ['adoption'] }), { width: 80 });
    expect(one).toContain('1 replicate: no interval');
    expect(one).not.toContain('±');
    expect(one).toContain('undecided');
    expect(
      comparisonTable(comparisonOf({ arms: [ARMS[0]], weeks: 13, replicates: 3, metrics: ['adoption'] }), { width: 80 }),
    ).not.toContain('paired');
  });

  test('names cannot command the terminal', () => {
    const arms = [ARMS[0], ...HOSTILE.map((name) => ({ ...ARMS[1], name }))];
    const text = comparisonTable(comparisonOf({ arms, weeks: 13, replicates: 3, metrics: ['adoption'] }), { width: 80 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    for (const line of text.split('\n')) expect(terminalWidth(line)).toBeLessThanOrEqual(80);
  });
});
