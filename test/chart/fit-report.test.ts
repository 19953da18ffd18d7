import { expect, test } from 'vitest';
import { fitReport } from '../../sim/chart/fit-report.ts';
import { forecastDrawing } from '../../sim/chart/forecast-chart.ts';
import { fitPage, forecastTable } from '../../sim/cli/fit-page.ts';
import { recordOfCounts } from '../../sim/experiment/fit/adoption-record.ts';
import { fitAdoption } from '../../sim/experiment/fit/fit-adoption.ts';

const settings = { seed: 'report', fitted: 7, until: 12, repeats: 20, leaveOut: false, market: null };
const result = fitAdoption(recordOfCounts([5, 8, 12, 17, 22, 24, 21, 15, 9, 5], 150), settings);

test('the chart has a dot a period observed, the split where the fit ends, and a band where a model has one', () => {
  const bass = result.forecasts.find(({ model }) => model === 'bass')?.mean[0] ?? [];
  const wave = bass.map((value) => value / 2);
  const { observed } = result.communities[0];
  const lines = [
    { name: 'bass', look: 0, mean: bass, low: null, high: null },
    { name: 'with a band', look: 1, mean: wave, low: wave.map((value) => value * 0.9), high: wave.map((value) => value * 1.1) },
  ];
  const { marks } = forecastDrawing({ title: 'Villages', observed, fitted: 7, forecasts: lines });
  expect(marks.filter(({ kind }) => kind === 'circle')).toHaveLength(observed.length);
  const paths = marks.filter((mark) => mark.kind === 'path');
  expect(paths.filter(({ fill }) => fill !== undefined)).toHaveLength(1);
  expect(paths.filter(({ stroke }) => stroke !== undefined)).toHaveLength(2);
  const dots = marks.filter((mark) => mark.kind === 'circle').map(({ centre }) => centre[0]);
  const split = marks.find((mark) => mark.kind === 'line' && mark.stroke.dash === '4 3');
  expect(split).toMatchObject({ from: [dots[7], expect.any(Number)] });
  // A later dot is never lower: the curve is cumulative.
  const heights = marks.filter((mark) => mark.kind === 'circle').map(({ centre }) => centre[1]);
  expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  const whole = forecastDrawing({ title: 'All', observed, fitted: 12, forecasts: lines });
  expect(whole.marks.some((mark) => mark.kind === 'text' && mark.text === 'foretold')).toBe(false);
});

test('the report holds scores, parameters and command, and nothing of what it is given can break out', () => {
  const report = fitReport(result, '<b>sales.csv', 'swaylab fit sales.csv');
  expect(report).toContain('&lt;b&gt;sales.csv');
  expect(report).not.toContain('<b>sales');
  expect(report).toContain('swaylab fit sales.csv');
  for (const { model, rmse } of result.scores) expect(report).toContain(`<th scope="row">${model}</th><td>${rmse.toFixed(3)}</td>`);
  expect(report).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});

test('the table has what was observed beside every forecast, and the page draws both', () => {
  const { rows, columns } = forecastTable(result);
  expect(rows).toBe(result.forecasts.length * 13);
  const column = (name: string) => columns.find((each) => each.name === name)?.values ?? [];
  expect(column('period')[12]).toBe(12);
  expect(column('fitted')[7]).toBe(true);
  expect(column('fitted')[8]).toBe(false);
  expect(column('observed')[10]).toBeCloseTo(138 / 150, 12);
  expect(column('observed')[11]).toBeNaN();
  const page = fitPage(result, 'sales.csv', { interactive: false, width: 100, rows: 40, ascii: true, colour: false });
  expect(page).toContain('Adopted, by period; fitted up to 7 (mean, %)');
  expect(page.split('\n').every((line) => line.length <= 100)).toBe(true);
  expect(page).toMatch(/[a-z] observed/);
});
