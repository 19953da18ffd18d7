import { scaleLinear, scaleLog } from 'd3-scale';
import { contour } from '../experiment/map/contour.ts';
import type { MapAxis, MapPanel, MapResult } from '../experiment/map/result.ts';
import { decimalsFor, fixed } from './format.ts';
import { hundredths } from './hundredths.ts';
import type { Drawing, Mark, Size } from './marks.ts';
import { metricTitle } from './metric-text.ts';
import { TEXT, text } from './text-mark.ts';
import { fitText, wrapText } from './text-size.ts';

const TITLE = 15;
const LEFT = 62;
const TOP = 64;
const FOOT = 96;
/** Steps of colour on each side of even odds. */
const STEPS = 10;
const SURE = 0.95;

/**
 * Where the first strategy beats the second over two parameters: the deeper the colour, the surer a win in a single run. A strong line where
 * both win equally often; dashed lines enclose where it is not settled who wins more often; rings are the places that were run.
 */
export function layoutWinMap(map: MapResult, panel: MapPanel, { width, height }: Size): Drawing {
  const [xAxis, yAxis] = map.axes;
  const [right, bottom] = [width - 16, height - FOOT];
  const x = (share: number) => LEFT + share * (right - LEFT);
  const y = (share: number) => bottom - share * (bottom - TOP);
  const title = `${metricTitle(map.metric)} after ${map.week} weeks: ${map.first} against ${map.second}`;
  const held = panel.fixed.map(({ path, value }) => `${path} = ${numberText(value)}`).join(', ');
  const caption = wrapText(captionOf(map, held), width - 8, TEXT - 1);
  return {
    width,
    height,
    title,
    description: `${captionOf(map, held)} ${sharesSentence(map)}`,
    marks: [
      text(4, 4 + TITLE, fitText(title, width - 8, TITLE), { size: TITLE, ink: 'ink', bold: true }),
      text(4, 9 + TITLE + TEXT, fitText(held === '' ? yAxis.path : `${yAxis.path}; ${held}`, width - 8, TEXT)),
      ...cells(panel, x, y),
      ...lines(contourShares(panel.ahead, SURE), x, y, { ink: 'ink', width: 1, dash: '3 3' }),
      ...lines(contourShares(panel.ahead, 1 - SURE), x, y, { ink: 'ink', width: 1, dash: '3 3' }),
      ...lines(panel.border, x, y, { ink: 'ink', width: 2.5 }),
      ...(panel.fixed.length === 0 ? places(map, x, y) : []),
      ...axisMarks(xAxis, (share) => x(share)).flatMap(({ at, label }): Mark[] => [
        { kind: 'line', from: [at, bottom], to: [at, bottom + 4], stroke: { ink: 'muted', width: 1 } },
        text(at, bottom + 6 + TEXT, label, { anchor: 'middle' }),
      ]),
      ...axisMarks(yAxis, (share) => y(share)).flatMap(({ at, label }): Mark[] => [
        { kind: 'line', from: [LEFT - 4, at], to: [LEFT, at], stroke: { ink: 'muted', width: 1 } },
        text(LEFT - 7, at + TEXT * 0.35, label, { anchor: 'end' }),
      ]),
      { kind: 'path', d: `M${LEFT},${TOP}H${right}V${bottom}H${LEFT}Z`, stroke: { ink: 'muted', width: 1 } },
      text((LEFT + right) / 2, bottom + 10 + TEXT * 2.1, fitText(xAxis.path, right - LEFT, TEXT), { anchor: 'middle' }),
      ...caption.map((line, row) => text(4, height - 5 - (caption.length - 1 - row) * (TEXT + 2), line, { size: TEXT - 1 })),
    ],
  };
}

/** What the map says about the whole box, in a sentence. */
export function sharesSentence({ first, second, shares }: MapResult): string {
  const percent = (share: number) => `${fixed(100 * share, 0)} %`;
  return `${first} wins more often in ${percent(shares.first)} of the box, ${second} in ${percent(shares.second)}; ${percent(shares.open)} is not settled.`;
}

function captionOf({ first, second, points }: MapResult, held: string): string {
  const rings = held === '' ? ` Rings: the ${points.length} places that were run, filled where ${first} won more often.` : '';
  return (
    `Blue: ${first} beats ${second} in most runs; orange: the other way round; pale: about even. Solid line: both win equally often; ` +
    `between the dashed lines it is not settled (95 %).${rings}`
  );
}

/** Cells of like colour as one path. */
function cells({ probability }: MapPanel, x: (share: number) => number, y: (share: number) => number): Mark[] {
  const rows = probability.length;
  const columns = probability[0].length;
  const paths = new Map<number, string[]>();
  probability.forEach((row, j) => {
    row.forEach((p, i) => {
      const step = Math.round((2 * p - 1) * STEPS);
      if (step === 0) return;
      const edge = (at: number, count: number) => Math.min(1, Math.max(0, at / (count - 1)));
      const [x0, x1] = [x(edge(i - 0.5, columns)), x(edge(i + 0.5, columns))].map(hundredths);
      const [y0, y1] = [y(edge(j - 0.5, rows)), y(edge(j + 0.5, rows))].map(hundredths);
      const path = paths.get(step) ?? [];
      path.push(`M${x0},${y0}H${x1}V${y1}H${x0}Z`);
      paths.set(step, path);
    });
  });
  return [...paths].map(([step, path]) => ({
    kind: 'path',
    d: path.join(''),
    fill: step > 0 ? 'series-0' : 'series-1',
    opacity: (0.75 * Math.abs(step)) / STEPS,
  }));
}

function contourShares(grid: readonly (readonly number[])[], level: number): MapPanel['border'] {
  const [rows, columns] = [grid.length, grid[0].length];
  return contour(grid.flat(), columns, rows, level).map(
    ([from, to]) =>
      [
        [from[0] / (columns - 1), from[1] / (rows - 1)],
        [to[0] / (columns - 1), to[1] / (rows - 1)],
      ] as const,
  );
}

function lines(
  segments: MapPanel['border'],
  x: (share: number) => number,
  y: (share: number) => number,
  stroke: { readonly ink: 'ink'; readonly width: number; readonly dash?: string },
): Mark[] {
  if (segments.length === 0) return [];
  const d = segments
    .map(([from, to]) => `M${hundredths(x(from[0]))},${hundredths(y(from[1]))}L${hundredths(x(to[0]))},${hundredths(y(to[1]))}`)
    .join('');
  return [{ kind: 'path', d, stroke }];
}

function places({ axes, points }: MapResult, x: (share: number) => number, y: (share: number) => number): Mark[] {
  return points.map(({ values, wins, replicates }) => ({
    kind: 'circle',
    centre: [x(shareOf(axes[0], values[0])), y(shareOf(axes[1], values[1]))],
    radius: 3,
    fill: 2 * wins > replicates ? 'ink' : 'paper',
    stroke: { ink: 'ink', width: 1 },
  }));
}

function shareOf({ low, high, log }: MapAxis, value: number): number {
  return (log ? scaleLog([low, high], [0, 1]) : scaleLinear([low, high], [0, 1]))(value);
}

function axisMarks(axis: MapAxis, at: (share: number) => number): { at: number; label: string }[] {
  const scale = axis.log ? scaleLog([axis.low, axis.high], [0, 1]) : scaleLinear([axis.low, axis.high], [0, 1]);
  const all = scale.ticks(5);
  const decades = all.filter((tick) => /^1(0*|e[+-]?\d+)$/.test(String(tick)) || /^0\.0*1$/.test(String(tick)));
  const ticks = axis.log && decades.length > 1 ? decades : all.length > 7 ? all.filter((_, index) => index % 3 === 0) : all;
  return ticks.map((tick) => ({ at: at(scale(tick)), label: numberText(tick) }));
}

function numberText(value: number): string {
  if (Math.abs(value) >= 10_000) return value.toExponential(Number.isInteger(Math.log10(value)) ? 0 : 1).replace('e+', 'e');
  return fixed(value, Math.min(3, decimalsFor(value, 3)))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
