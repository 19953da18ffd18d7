import { scaleLinear } from 'd3-scale';
import type { EffectChart } from './describe.ts';
import { decimalsFor, fixed } from './format.ts';
import type { Drawing, Mark, Size } from './marks.ts';
import { seriesInk } from './palette.ts';
import { TEXT, text } from './text-mark.ts';
import { fitText, textWidth } from './text-size.ts';

const TITLE = 15;
const ROW = 26;
const HEAD = 62;
const FOOT = 44;
const APART = 8;

/** Height that shows every row. */
export function effectHeight(chart: EffectChart): number {
  return HEAD + chart.rows.length * ROW + FOOT;
}

/** A row for each factor: one dot a series with its interval, all on one axis that starts at or below 0. */
export function layoutEffectChart(chart: EffectChart, { width, height }: Size): Drawing {
  const values = chart.rows.flatMap((row) => row.estimates.flatMap(({ mean, low, high }) => [mean, low, high])).filter((v) => v !== null);
  const names = Math.min(width * 0.45, Math.max(0, ...chart.rows.map((row) => textWidth(row.name, TEXT))));
  const x = scaleLinear([Math.min(0, ...values), Math.max(1e-12, ...values)], [names + 20, width - 20]).nice(5);
  const bottom = height - FOOT;
  const step = (bottom - HEAD) / Math.max(1, chart.rows.length);
  const ticks = x.ticks(5);
  const decimals = ticks.length > 1 ? decimalsFor(ticks[1] - ticks[0], 1) : 0;
  return {
    width,
    height,
    title: chart.title,
    description: `${chart.measure}; ${chart.series.join(', ')}. ${chart.rows.map((row) => `${row.name} ${row.estimates.map(({ mean }) => (mean === null ? 'undefined' : fixed(mean, 3))).join(', ')}`).join('; ')}.`,
    marks: [
      text(4, 4 + TITLE, fitText(chart.title, width - 8, TITLE), { size: TITLE, ink: 'ink', bold: true }),
      ...legend(chart.series, width),
      ...ticks.flatMap((tick): Mark[] => [
        { kind: 'line', from: [x(tick), HEAD], to: [x(tick), bottom], stroke: { ink: tick === 0 ? 'muted' : 'grid', width: 1 } },
        text(x(tick), bottom + TEXT + 5, fixed(tick, decimals), { anchor: 'middle' }),
      ]),
      text((names + 20 + width) / 2, bottom + TEXT * 2 + 10, fitText(chart.measure, width - names - 20, TEXT), { anchor: 'middle' }),
      ...chart.rows.flatMap((row, index): Mark[] => {
        const middle = HEAD + (index + 0.5) * step;
        return [
          text(4, middle + TEXT * 0.35, fitText(row.name, names + 8, TEXT), { ink: 'ink' }),
          ...row.estimates.flatMap((estimate, at) => bar(estimate, at, middle + (at - (row.estimates.length - 1) / 2) * APART, x)),
        ];
      }),
    ],
  };
}

function bar(estimate: EffectChart['rows'][number]['estimates'][number], at: number, y: number, x: (value: number) => number): Mark[] {
  const { mean, low, high } = estimate;
  if (mean === null) return [];
  const ink = seriesInk(at);
  const interval: Mark[] =
    low === null || high === null ? [] : [{ kind: 'line', from: [x(low), y], to: [x(high), y], stroke: { ink, width: 2 } }];
  return [...interval, { kind: 'circle', centre: [x(mean), y], radius: 4, fill: at === 0 ? ink : 'paper', stroke: { ink, width: 2 } }];
}

function legend(series: readonly string[], width: number): Mark[] {
  let at = 8;
  return series.flatMap((name, position): Mark[] => {
    const x = at;
    at += textWidth(name, TEXT) + 34;
    return [
      {
        kind: 'circle',
        centre: [x, 13 + TITLE + TEXT * 0.65],
        radius: 4,
        fill: position === 0 ? seriesInk(0) : 'paper',
        stroke: { ink: seriesInk(position), width: 2 },
      },
      text(x + 9, 13 + TITLE + TEXT, fitText(name, width - x - 12, TEXT)),
    ];
  });
}
