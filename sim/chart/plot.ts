import { type Frame, type Scale, valueAxis, valueScale, weekAxis, weekScale } from './axis.ts';
import type { BandPoint, TimeChart } from './describe.ts';
import { decimalsFor, displayOf, fixed, formatRange, formatValue } from './format.ts';
import type { Mark } from './marks.ts';
import { seriesInk, seriesStroke } from './palette.ts';
import { spreadLabels } from './spread-labels.ts';
import { fitText, textWidth } from './text-size.ts';
import { curves, extentOf } from './time-chart.ts';

const TEXT = 12;
const SMALL = 11;
const SAMPLE = 16;
/** Width below which names stand at the ends of lines without their values. */
const COMPACT = 520;

/** A time chart for a screen: title, caption and table stand around it as text, and the week under the cursor is drawn on top. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly frame: Frame;
  readonly x: Scale;
  readonly y: Scale;
  /** Names without values, for want of room. */
  readonly compact: boolean;
  /** What does not change with the cursor. */
  readonly marks: readonly Mark[];
}

export function layoutPlot(chart: TimeChart, { width, height }: { readonly width: number; readonly height: number }): Plot {
  const compact = width < COMPACT;
  const size = compact ? SMALL : TEXT;
  const names = Math.max(0, ...chart.lines.map(({ name }) => textWidth(name, size)));
  const values = compact ? 0 : textWidth('  00.0 %', size);
  const room = Math.min(width * (compact ? 0.4 : 0.34), SAMPLE + 14 + names + values);
  const frame: Frame = { left: compact ? 38 : 44, right: width - room, top: 20, bottom: height - (compact ? 24 : 40) };
  const x = weekScale(chart.weeks, frame);
  const y = valueScale(chart.extent ?? extentOf(chart), frame);
  const unit = displayOf(chart.unit).name;
  return {
    width,
    height,
    frame,
    x,
    y,
    compact,
    marks: [
      ...(unit === '' ? [] : [{ kind: 'text', at: [2, 11], text: unit, size: SMALL, ink: 'muted', anchor: 'start' } as const]),
      ...valueAxis(y, chart.unit, frame, compact ? 4 : 5, SMALL),
      ...weekAxis(x, chart.weeks, frame, SMALL, !compact),
      ...curves(chart, x, y),
    ],
  };
}

/** The week at this place of a plot. */
export function weekAt(plot: Plot, across: number, weeks: number): number {
  return Math.min(weeks, Math.max(1, Math.round(plot.x.invert(across))));
}

function pointAt(points: readonly BandPoint[], week: number | null): BandPoint | undefined {
  if (week === null) return points.findLast((point) => point.q50 !== null);
  const point = points[week - 1];
  return point === undefined || point.q50 === null ? undefined : point;
}

/** The cursor: a line at the week and a dot on every curve; and at the right the name of every line, with its value where there is room. */
export function cursorMarks(chart: TimeChart, plot: Plot, week: number | null): Mark[] {
  const { frame, x, y, compact, width } = plot;
  const size = compact ? SMALL : TEXT;
  const found = chart.lines.flatMap((line) => {
    const point = pointAt(line.points, week);
    return point === undefined ? [] : [{ line, point, end: pointAt(line.points, null) ?? point }];
  });
  const placed = spreadLabels(
    found.map(({ end }) => y(end.q50 as number)),
    size + 3,
    frame.top,
    frame.bottom,
  );
  const start = frame.right + 6;
  const decimals = labelDecimals(chart);
  const { factor, suffix } = displayOf(chart.unit);
  const cursor: Mark[] =
    week === null ? [] : [{ kind: 'line', from: [x(week), frame.top], to: [x(week), frame.bottom], stroke: { ink: 'muted', width: 1 } }];
  return [
    ...cursor,
    ...found.flatMap(({ line, point }): Mark[] =>
      week === null
        ? []
        : [
            {
              kind: 'circle',
              centre: [x(point.week), y(point.q50 as number)],
              radius: 3.5,
              fill: seriesInk(line.look),
              stroke: { ink: 'paper', width: 1.5 },
            },
          ],
    ),
    ...found.flatMap(({ line, point }, index): Mark[] => {
      const value = compact ? '' : ` ${fixed((point.q50 as number) * factor, decimals)}${suffix}`;
      const roomForName = width - start - SAMPLE - 6 - textWidth(value, size);
      return [
        { kind: 'line', from: [start, placed[index]], to: [start + SAMPLE, placed[index]], stroke: seriesStroke(line.look, 2) },
        {
          kind: 'text',
          at: [start + SAMPLE + 4, placed[index] + size * 0.35],
          text: `${fitText(line.name, roomForName, size)}${value}`,
          size,
          ink: 'ink',
          anchor: 'start',
        },
      ];
    }),
  ];
}

function labelDecimals(chart: TimeChart): number {
  const [low, high] = chart.extent ?? extentOf(chart);
  return decimalsFor(Math.max(Math.abs(low), Math.abs(high)) * displayOf(chart.unit).factor, 3);
}

/** What the cursor shows, in words: "Week 52: push 12.3 % (90 % of runs 10 % to 14 %), …". */
export function cursorSentence(chart: TimeChart, week: number | null): string {
  const at = week ?? chart.weeks;
  const parts = chart.lines.flatMap(({ name, points }) => {
    const point = pointAt(points, at);
    if (point === undefined) return [`${name} undefined`];
    const range = chart.runs > 1 ? ` (${formatRange(point.q05, point.q95, chart.unit)})` : '';
    return [`${name} ${formatValue(point.q50, chart.unit)}${range}`];
  });
  return `Week ${at}: ${parts.length === 0 ? 'nothing yet' : parts.join(', ')}.`;
}
