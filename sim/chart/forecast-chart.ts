import { area, line } from 'd3-shape';
import { type Frame, type Scale, valueAxis, valueScale, weekAxis, weekScale } from './axis.ts';
import { formatValue, listed } from './format.ts';
import type { Drawing, Mark } from './marks.ts';
import { seriesInk, seriesStroke } from './palette.ts';
import { spreadLabels } from './spread-labels.ts';
import { TEXT, text } from './text-mark.ts';
import { fitText, textWidth } from './text-size.ts';

/** One forecast of a curve: a value a period from 0, and where it has one, an interval that holds nine tenths of its draws. */
export interface ForecastLine {
  readonly name: string;
  readonly look: number;
  readonly mean: readonly number[];
  readonly low: readonly number[] | null;
  readonly high: readonly number[] | null;
}

/** What was observed beside what models made of its first part. */
export interface ForecastChart {
  readonly title: string;
  /** Share of people who had adopted after each period; entry 0 is the start. */
  readonly observed: readonly number[];
  /** Periods that the models were fitted to. */
  readonly fitted: number;
  readonly forecasts: readonly ForecastLine[];
}

const SIZE = { width: 540, height: 300 };
const TITLE = 14;
const SAMPLE = 20;

/** Dots: observed. Lines and bands: forecasts from the broken line on; left of it they are fits. */
export function forecastDrawing({ title, observed, fitted, forecasts }: ForecastChart): Drawing {
  const periods = Math.max(observed.length, ...forecasts.map(({ mean }) => mean.length)) - 1;
  const room = SAMPLE + 14 + Math.max(...forecasts.map(({ name }) => textWidth(name, TEXT)));
  const frame: Frame = { left: 44, right: SIZE.width - room, top: 14 + TITLE + 16, bottom: SIZE.height - 40 };
  const top = [...observed, ...forecasts.flatMap(({ mean, high }) => [...mean, ...(high ?? [])])].reduce((a, b) => Math.max(a, b), 0);
  const x = weekScale(periods, frame);
  const y = valueScale([0, top], frame);
  const split: Mark[] =
    fitted >= periods
      ? []
      : [
          { kind: 'line', from: [x(fitted), frame.top], to: [x(fitted), frame.bottom], stroke: { ink: 'muted', width: 1, dash: '4 3' } },
          text(x(fitted) - 5, frame.top - 4, 'fitted', { size: TEXT - 1, anchor: 'end' }),
          text(x(fitted) + 5, frame.top - 4, 'foretold', { size: TEXT - 1 }),
        ];
  const ends = forecasts.map(({ name, mean }) => `${name} ${formatValue(mean.at(-1) ?? null, 'share')}`);
  return {
    ...SIZE,
    title,
    description: `${title}: ${formatValue(observed.at(-1) ?? null, 'share')} had adopted after ${observed.length - 1} periods. After period ${periods}, fitted to the first ${fitted}: ${listed(ends)}.`,
    marks: [
      text(4, 4 + TITLE, fitText(title, SIZE.width - 8, TITLE), { size: TITLE, ink: 'ink', bold: true }),
      ...valueAxis(y, 'share', frame, 5, TEXT),
      ...weekAxis(x, periods, frame, TEXT, true, 'periods'),
      ...forecasts.flatMap((each) => bandOf(each, x, y)),
      ...forecasts.map(({ mean, look }): Mark => ({ kind: 'path', d: curve(mean, x, y), stroke: seriesStroke(look, 2) })),
      ...split,
      ...observed.map((value, period): Mark => ({ kind: 'circle', centre: [x(period), y(value)], radius: 2.5, fill: 'ink' })),
      ...names(forecasts, x, y, frame),
    ],
  };
}

function curve(values: readonly number[], x: Scale, y: Scale): string {
  const path = line<number>()
    .x((_, period) => x(period))
    .y((value) => y(value))
    .digits(1);
  return path([...values]) ?? '';
}

function bandOf({ low, high, look }: ForecastLine, x: Scale, y: Scale): Mark[] {
  if (low === null || high === null) return [];
  const path = area<number>()
    .x((_, period) => x(period))
    .y0((value) => y(value))
    .y1((_, period) => y(high[period]))
    .digits(1);
  return [{ kind: 'path', d: path([...low]) ?? '', fill: seriesInk(look), opacity: 0.16 }];
}

function names(forecasts: readonly ForecastLine[], x: Scale, y: Scale, frame: Frame): Mark[] {
  const ends = forecasts.map(({ mean }) => [x(mean.length - 1), y(mean.at(-1) ?? 0)] as const);
  const placed = spreadLabels(
    ends.map(([, end]) => end),
    TEXT + 3,
    frame.top,
    frame.bottom,
  );
  const start = frame.right + 8;
  return forecasts.flatMap(({ name, look }, at): Mark[] => [
    { kind: 'line', from: [ends[at][0] + 1, ends[at][1]], to: [start, placed[at]], stroke: { ink: 'grid', width: 1 } },
    { kind: 'line', from: [start, placed[at]], to: [start + SAMPLE, placed[at]], stroke: seriesStroke(look, 2) },
    text(start + SAMPLE + 4, placed[at] + TEXT * 0.35, name, { ink: 'ink' }),
  ]);
}
