import { area, line } from 'd3-shape';
import { type Frame, type Scale, valueAxis, valueScale, weekAxis, weekScale } from './axis.ts';
import type { BandPoint, TimeChart, TimeLine } from './describe.ts';
import { displayOf } from './format.ts';
import type { Drawing, Mark, Size } from './marks.ts';
import { seriesInk, seriesStroke } from './palette.ts';
import { timeSentence } from './sentence.ts';
import { spreadLabels } from './spread-labels.ts';
import { fitText, textWidth, wrapText } from './text-size.ts';

const TEXT = 12;
const TITLE = 15;
const TICKS = 5;
/** Length of the piece of line in front of a label. */
const SAMPLE = 22;

/** What the lines and bands of a time chart stand for, in words. */
export function bandCaption(chart: TimeChart): string {
  const { runs } = chart;
  if (runs < 2) return runs === 1 ? 'Line: the only run.' : 'No run yet.';
  return chart.bands ? `Line: median; bands: 50 % and 90 % of ${runs} runs.` : `Line: median of ${runs} runs.`;
}

/** Lowest and highest value that a chart shows. */
export function extentOf(chart: TimeChart): [number, number] {
  let low = 0;
  let high = 0;
  for (const { points } of [...chart.lines, ...(chart.background ?? [])]) {
    for (const point of points) {
      for (const value of chart.bands ? [point.q05, point.q95] : [point.q50]) {
        if (value === null) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }
  return [low, high];
}

export function layoutTimeChart(chart: TimeChart, size: Size): Drawing {
  const { width, height } = size;
  const drawing = { width, height, title: chart.title, description: `${timeSentence(chart)} ${bandCaption(chart)}` };
  const extent = chart.extent ?? extentOf(chart);
  if (size.detail === 'thumbnail') {
    const frame = { left: 2, right: width - 2, top: 2, bottom: height - 2 };
    const x = weekScale(chart.weeks, frame);
    return { ...drawing, marks: curves(chart, x, valueScale(extent, frame)) };
  }
  const unit = displayOf(chart.unit).name;
  const measure = wrapText([chart.measure, unit].filter((part) => part !== '').join(', '), width - 8, TEXT);
  const title = wrapText(chart.title, width - 8, TITLE).map((text) => fitText(text, width - 8, TITLE));
  /** Where the title ends. */
  const head = 14 + TITLE + Math.max(0, title.length - 1) * (TITLE + 3);
  const caption = wrapText(bandCaption(chart), width - 8, TEXT - 1);
  const labelRoom = Math.min(width * 0.38, SAMPLE + 12 + Math.max(0, ...chart.lines.map(({ name }) => textWidth(name, TEXT))));
  const frame: Frame = {
    left: 52,
    right: width - labelRoom - 6,
    top: head + measure.length * (TEXT + 3) + 10,
    bottom: height - 40 - caption.length * (TEXT + 2),
  };
  const x = weekScale(chart.weeks, frame);
  const y = valueScale(extent, frame);
  return {
    ...drawing,
    marks: [
      ...title.map(
        (text, row): Mark => ({
          kind: 'text',
          at: [4, 4 + TITLE + row * (TITLE + 3)],
          text,
          size: TITLE,
          ink: 'ink',
          anchor: 'start',
          bold: true,
        }),
      ),
      ...measure.map(
        (text, row): Mark => ({
          kind: 'text',
          at: [4, head - 8 + (row + 1) * (TEXT + 3)],
          text,
          size: TEXT,
          ink: 'muted',
          anchor: 'start',
        }),
      ),
      ...valueAxis(y, chart.unit, frame, TICKS, TEXT),
      ...weekAxis(x, chart.weeks, frame, TEXT, true, chart.clock),
      ...curves(chart, x, y),
      ...labels(chart, x, y, frame, width),
      ...caption.map(
        (text, row): Mark => ({
          kind: 'text',
          at: [4, height - 5 - (caption.length - 1 - row) * (TEXT + 2)],
          text,
          size: TEXT - 1,
          ink: 'muted',
          anchor: 'start',
        }),
      ),
    ],
  };
}

/** A pale line needs no more points than this. */
const BACKGROUND_POINTS = 40;

function thinned(points: readonly BandPoint[]): BandPoint[] {
  const step = Math.ceil(points.length / BACKGROUND_POINTS);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

/** Background lines, then all bands, then all medians, so that no band hides a line. */
export function curves(chart: TimeChart, x: Scale, y: Scale): Mark[] {
  const band = (low: keyof BandPoint, high: keyof BandPoint) =>
    area<BandPoint>()
      .defined((point) => point[low] !== null && point[high] !== null)
      .x((point) => x(point.week))
      .y0((point) => y(point[low] ?? 0))
      .y1((point) => y(point[high] ?? 0))
      .digits(1);
  const median = line<BandPoint>()
    .defined((point) => point.q50 !== null)
    .x((point) => x(point.week))
    .y((point) => y(point.q50 ?? 0))
    .digits(1);
  const paths = (lines: readonly TimeLine[], draw: (each: TimeLine) => Mark[]) =>
    lines.flatMap(draw).filter((mark) => mark.kind !== 'path' || mark.d !== '');
  return [
    ...paths(chart.background ?? [], ({ points }) => [
      { kind: 'path', d: median(thinned(points)) ?? '', stroke: { ink: 'grid', width: 1.25 } },
    ]),
    ...(chart.bands && chart.runs > 1
      ? paths(chart.lines, ({ points, look }) => [
          { kind: 'path', d: band('q05', 'q95')(points) ?? '', fill: seriesInk(look), opacity: 0.14 },
          { kind: 'path', d: band('q25', 'q75')(points) ?? '', fill: seriesInk(look), opacity: 0.26 },
        ])
      : []),
    ...paths(chart.lines, ({ points, look }) => [{ kind: 'path', d: median(points) ?? '', stroke: seriesStroke(look, 2) }]),
  ];
}

/** The name of each line at its end, with a piece of the line, moved apart where lines end close together. */
function labels(chart: TimeChart, x: Scale, y: Scale, frame: Frame, width: number): Mark[] {
  const ends = chart.lines.flatMap(({ name, look, points }) => {
    const last = points.findLast((point) => point.q50 !== null);
    return last === undefined ? [] : [{ name, look, x: x(last.week), y: y(last.q50 as number) }];
  });
  const placed = spreadLabels(
    ends.map((end) => end.y),
    TEXT + 3,
    frame.top,
    frame.bottom,
  );
  const start = frame.right + 8;
  return ends.flatMap((end, index): Mark[] => [
    { kind: 'line', from: [end.x + 1, end.y], to: [start, placed[index]], stroke: { ink: 'grid', width: 1 } },
    { kind: 'line', from: [start, placed[index]], to: [start + SAMPLE, placed[index]], stroke: seriesStroke(end.look, 2) },
    {
      kind: 'text',
      at: [start + SAMPLE + 4, placed[index] + TEXT * 0.35],
      text: fitText(end.name, width - start - SAMPLE - 6, TEXT),
      size: TEXT,
      ink: 'ink',
      anchor: 'start',
    },
  ]);
}
