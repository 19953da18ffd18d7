import { quantileSorted } from 'simple-statistics';
import { valueAxis, valueScale } from './axis.ts';
import { escapeMarkup } from './escape.ts';
import { decimalsFor, fixed, formatRange, formatValue } from './format.ts';
import type { Drawing, Mark } from './marks.ts';
import { metricTitle } from './metric-text.ts';
import { htmlPage, htmlTable, section } from './page.ts';
import { seriesInk } from './palette.ts';
import { toSvg } from './svg.ts';
import { TEXT, text } from './text-mark.ts';
import { fitText, textWidth } from './text-size.ts';

/** A metric of a sweep, summed up at each point: the mean over the replicates of each strategy there. */
export interface SweptMetric {
  readonly name: string;
  readonly unit: string;
  readonly week: number;
  /** `means[strategy][point]`, NaN where nothing is known. */
  readonly means: readonly Float64Array[];
}

/** What the report of a sweep tells. */
export interface SweepSummary {
  readonly title: string;
  readonly story: string;
  readonly engine: string;
  readonly strategies: readonly string[];
  /** Parameters that are numbers, with their value at each point. */
  readonly factors: readonly { readonly path: string; readonly values: Float64Array }[];
  readonly metrics: readonly SweptMetric[];
  /** Facts in sentences: design, runs, replicates, machine. */
  readonly facts: readonly string[];
  readonly failures: readonly { readonly runId: string; readonly strategy: string; readonly point: number; readonly error: string }[];
  /** Command line that gives these results again. */
  readonly command: string;
}

const SIZE = { width: 540, height: 320 };
const LEGEND_ROW = 18;
/** Charts of more points than this show a part of them, evenly taken. */
const MOST_DOTS = 400;
const MOST_FACTORS = 8;
const MOST_FAILURES = 50;

/** One HTML document about a sweep that asks nothing of any network. It describes; it names no winner. */
export function sweepReport(summary: SweepSummary): string {
  const { title, story, engine, strategies, factors, metrics, facts, failures, command } = summary;
  const [first] = metrics;
  const charts = factors
    .slice(0, MOST_FACTORS)
    .map((_, position) => toSvg(scatter(summary, first, position), { id: `factor-${position}` }));
  const sections = [
    section('What was run', [
      ...(story === '' ? [] : [`<p>${escapeMarkup(story)}</p>`]),
      `<ul>${facts.map((fact) => `<li>${escapeMarkup(fact)}</li>`).join('')}</ul>`,
    ]),
    section('Over all points', [
      htmlTable(
        'Median over points of the mean over replicates, and the range of nine points in ten',
        ['strategy', ...metrics.map(({ name, week }) => `${metricTitle(name)}, week ${week}`)],
        strategies.map((name, strategy) => [name, ...metrics.map((metric) => spread(metric, strategy))]),
      ),
      '<p class="quiet">The spread is that of the design, not an error of measurement: it says how much the result depends on what was varied. Which strategy is ahead, and how surely, is for <code>swaylab map</code>; which parameter matters, for <code>swaylab sensitivity</code>.</p>',
    ]),
    ...(charts.length === 0 ? [] : [section(`${metricTitle(first.name)} after ${first.week} weeks, by what was varied`, charts)]),
    ...(failures.length === 0
      ? []
      : [
          section('Runs that failed', [
            htmlTable(
              `${Math.min(failures.length, MOST_FAILURES)} of ${failures.length}`,
              ['run', 'strategy', 'point', 'error'],
              failures.slice(0, MOST_FAILURES).map(({ runId, strategy, point, error }) => [runId, strategy, String(point), error]),
            ),
          ]),
        ]),
    section('To have it again', [`<p><code>${escapeMarkup(command)}</code></p>`]),
  ];
  return htmlPage({ title, kind: 'sweep', subtitle: `${facts[0]} Engine ${engine}.`, engine, sections });
}

function spread({ means, unit }: SweptMetric, strategy: number): string {
  const known = means[strategy].filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return '–';
  const at = (share: number): number => quantileSorted(known as unknown as number[], share);
  return `${formatValue(at(0.5), unit)} (${formatRange(at(0.05), at(0.95), unit)})`;
}

/** Filled in the palette's colours, then hollow in the same. */
function dot(centre: readonly [number, number], radius: number, strategy: number): Mark {
  const ink = seriesInk(strategy);
  const hollow = ink !== `series-${strategy}`;
  return { kind: 'circle', centre, radius, fill: hollow ? 'paper' : ink, stroke: { ink, width: hollow ? 1.5 : 0 } };
}

/** The dot and name of each strategy, in as many rows as they need. */
function legendOf(strategies: readonly string[]): { readonly marks: Mark[]; readonly rows: number } {
  let [left, row] = [8, 0];
  const marks = strategies.flatMap((name, strategy): Mark[] => {
    const words = fitText(name, SIZE.width - 32, TEXT);
    const width = textWidth(words, TEXT) + 30;
    if (left > 8 && left + width > SIZE.width) [left, row] = [8, row + 1];
    const [x, y] = [left, 30 + row * LEGEND_ROW];
    left += width;
    return [dot([x + 6, y], 4, strategy), text(x + 14, y + 4, words)];
  });
  return { marks, rows: row + 1 };
}

/** A dot a point and strategy; dots of one strategy have one look, named above. */
function scatter({ strategies, factors }: SweepSummary, metric: SweptMetric, position: number): Drawing {
  const { path, values } = factors[position];
  const { marks: legend, rows } = legendOf(strategies);
  const frame = { left: 64, right: SIZE.width - 16, top: 30 + rows * LEGEND_ROW, bottom: SIZE.height - 44 + (rows - 1) * LEGEND_ROW };
  const all = metric.means.flatMap((means) => [...means]).filter((value) => !Number.isNaN(value));
  const extent = (of: readonly number[]): [number, number] => [
    of.reduce((a, b) => Math.min(a, b), 0),
    of.reduce((a, b) => Math.max(a, b), 0),
  ];
  const y = valueScale(extent(all), frame);
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const x = (value: number): number => frame.left + 8 + ((value - low) / (high > low ? high - low : 1)) * (frame.right - frame.left - 16);
  const step = Math.ceil(values.length / MOST_DOTS);
  const dots = metric.means.flatMap((means, strategy) =>
    [...means].flatMap((value, point): Mark[] =>
      point % step !== 0 || Number.isNaN(value) ? [] : [dot([x(values[point]), y(value)], 2.5, strategy)],
    ),
  );
  const number = (value: number): string => fixed(value, decimalsFor(high - low || 1, 2));
  const title = `${metricTitle(metric.name)} against ${path}`;
  return {
    width: SIZE.width,
    height: SIZE.height + (rows - 1) * LEGEND_ROW,
    title,
    description: `Each dot is the mean over replicates at a point of the design, ${strategies.join(', ')}.`,
    marks: [
      text(4, 14, fitText(title, SIZE.width - 8, 14), { size: 14, ink: 'ink', bold: true }),
      ...legend,
      ...valueAxis(y, metric.unit, frame, 5, TEXT),
      ...dots,
      text(x(low), frame.bottom + 18, number(low), { anchor: 'middle' }),
      text(x(high), frame.bottom + 18, number(high), { anchor: 'middle' }),
      text((frame.left + frame.right) / 2, frame.bottom + 34, fitText(path, frame.right - frame.left, TEXT), { anchor: 'middle' }),
    ],
  };
}
