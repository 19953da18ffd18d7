import type { CompareResult } from '../experiment/result-schema.ts';
import { comparedWeeksOf, differenceChartOf, lastWeek, multiplesOf, timeChartOf } from './catalogue.ts';
import type { ChartDescription } from './describe.ts';
import { escapeMarkup } from './escape.ts';
import { layout, naturalHeight } from './layout.ts';
import { metricMeaning, metricTitle } from './metric-text.ts';
import { findings, milestones } from './narrative.ts';
import { htmlPage, section } from './page.ts';
import { reasonChart, reasonRows } from './reason-chart.ts';
import { differencesTable, effectsTable, matrixTable, metricsTable, reasonsTable, settingsTable } from './report-tables.ts';
import { toSvg } from './svg.ts';

/** A parameter of the scenario that is not at its default. */
export interface ChangedSetting {
  readonly path: string;
  readonly value: unknown;
  readonly default: unknown;
  readonly unit?: string;
  readonly meaning?: string;
}

export interface ReportContext {
  /** Name of the scenario. */
  readonly title: string;
  /** What the scenario is about; paragraphs are parted by empty lines. */
  readonly story: string;
  readonly changed: readonly ChangedSetting[];
  /** Command line that gives this result again. */
  readonly command: string;
  /** Further facts that a reader should know, such as "the network was imported and is the same in every replicate". */
  readonly notes?: readonly string[];
}

/** Metrics on which the report looks for a winner. */
const DECIDING = ['margin', 'adoption'];
/** Columns that stand side by side, so that a table fits a sheet of paper. */
const TABLES = [
  ['adoption', 'active', 'womPositive', 'womNegative', 'womKnowledge', 'sentiment', 'fit', 'followers'],
  ['spend', 'revenue', 'margin', 'romi'],
];
const CHARTED = ['adoption', 'active', 'womPositive', 'womNegative', 'womKnowledge', 'sentiment', 'margin'];
const CHART_WIDTH = 560;
const WIDE = 1100;

/** One HTML document that holds everything, asks nothing of any network, runs no script, and prints. */
export function reportHtml(result: CompareResult, context: ReportContext): string {
  const has = (metric: string) => metric in result.metricInfo;
  const draw = drawer();
  const weeks = comparedWeeksOf(result);
  const deciding = DECIDING.filter(has);
  const tables = TABLES.map((metrics) => metrics.filter(has)).filter((metrics) => metrics.length > 0);
  const rest = Object.keys(result.metricInfo).filter((metric) => !TABLES.flat().includes(metric));
  const base = result.strategies.find(({ name }) => name !== 'nothing')?.name;
  const sections = [
    section('What came out', [
      `<ul class="findings">${findings(result, deciding)
        .map(({ winner, sentence }) => `<li${winner === null ? ' class="open"' : ''}>${escapeMarkup(sentence)}</li>`)
        .join('')}</ul>`,
      `<p class="quiet">A winner is named only where the interval of its paired difference from every other strategy, corrected for the number of comparisons, excludes 0. Brackets hold the 95 % interval of the mean over ${result.replicates} replicates. Effects hold for the assumptions of the scenario, not for markets at large.</p>`,
    ]),
    section('The scenario', [
      ...context.story.split(/\n\s*\n/).map((paragraph) => `<p>${escapeMarkup(paragraph.trim())}</p>`),
      ...(context.notes ?? []).map((note) => `<p class="quiet">${escapeMarkup(note)}</p>`),
      context.changed.length === 0 ? '<p>Every parameter is at its default.</p>' : settingsTable(context.changed),
    ]),
    section('How it went', [
      `<div class="charts">${CHARTED.filter(has)
        .map((metric) => draw(timeChartOf(result, metric), CHART_WIDTH))
        .join('')}</div>`,
      ...(result.strategies.length > 4 ? deciding.map((metric) => draw(multiplesOf(result, metric), WIDE)) : []),
    ]),
    ...(result.reasons === undefined
      ? []
      : [
          section('Why people bought', [
            '<p class="quiet">Each purchase is divided over all that spoke for it, and what people had come to feel, know and expect over what had built that. This is what purchases rested on; what a strategy caused is the difference from doing nothing.</p>',
            draw(reasonChart(reasonRows(result, lastWeek(result)), lastWeek(result)), WIDE),
            ...weeks.map((week) => reasonsTable(result, week)),
          ]),
        ]),
    section('Milestones', [
      '<p class="quiet">Medians over replicates; in brackets the weeks between which 90 % of runs got there.</p>',
      `<dl>${milestones(result)
        .map(({ strategy, sentences }) => `<dt>${escapeMarkup(strategy)}</dt><dd>${escapeMarkup(sentences.join(' '))}</dd>`)
        .join('')}</dl>`,
    ]),
    section('Numbers', [
      ...weeks.map((week) => `<h3>After ${week} weeks</h3>${tables.map((metrics) => metricsTable(result, week, metrics)).join('')}`),
      rest.length === 0
        ? ''
        : `<details><summary>More measures</summary>${weeks
            .map(
              (week) =>
                `<h3>After ${week} weeks</h3>${inRows(rest, 7)
                  .map((metrics) => metricsTable(result, week, metrics))
                  .join('')}`,
            )
            .join('')}</details>`,
    ]),
    ...(result.strategies.length > 1 && base !== undefined
      ? [
          section('Strategy against strategy', [
            '<p>Every replicate gives all strategies the same luck, so that what differs is the strategy. P is the share of replicates in which one is ahead of the other; ties count half.</p>',
            ...deciding.map((metric) => draw(differenceChartOf(result, metric, lastWeek(result), base), WIDE)),
            ...deciding.flatMap((metric) => weeks.map((week) => matrixTable(result, metric, week))),
            ...effectSizes(result, deciding),
            `<details><summary>Differences from ${escapeMarkup(base)} in every measure after ${lastWeek(result)} weeks</summary>${inRows(
              tables.flat(),
              4,
            )
              .map((metrics) => differencesTable(result, metrics, lastWeek(result), base))
              .join('')}</details>`,
          ]),
        ]
      : []),
    section('How to get this again', [
      `<pre><code>${escapeMarkup(context.command)}</code></pre>`,
      `<dl>${[
        ['Engine', result.engine],
        ['Seed', result.seed],
        ['Replicates', String(result.replicates)],
        ['Digest of all runs', result.digest],
      ]
        .map(([term, value]) => `<dt>${term}</dt><dd><code>${escapeMarkup(value)}</code></dd>`)
        .join('')}</dl>`,
      '<p class="quiet">The same engine, scenario and seed give the same digest on any machine.</p>',
    ]),
    section('What the measures mean', [
      `<dl>${Object.entries(result.metricInfo)
        .map(
          ([metric, { unit }]) =>
            `<dt>${escapeMarkup(metricTitle(metric))}</dt><dd>${escapeMarkup(metricMeaning(metric))} (${escapeMarkup(unit)})</dd>`,
        )
        .join('')}</dl>`,
    ]),
  ];
  return htmlPage({
    title: context.title,
    kind: 'comparison of strategies',
    subtitle: `${result.strategies.length} strategies, ${lastWeek(result)} weeks, ${result.replicates} replicates each`,
    engine: result.engine,
    sections,
  });
}

/** Only documents that were asked for statistics have them. */
function effectSizes(result: CompareResult, metrics: readonly string[]): string[] {
  const tables = metrics.map((metric) => effectsTable(result, metric, lastWeek(result))).filter((table) => table !== '');
  if (tables.length === 0) return [];
  return [
    '<p class="quiet">Hedges’ g counts in standard deviations of the single strategies, as published effect sizes do; d<sub>z</sub> in those of the paired differences, on which the number of replicates needed depends. The BCa bootstrap interval follows skewed values; it is that of each pair alone. Variance saved: what the shared luck of a replicate took away from the variance of the difference.</p>',
    ...tables,
  ];
}

function inRows<T>(items: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, row) => items.slice(row * length, (row + 1) * length));
}

/** Draws charts as figures, each with ids of its own. */
function drawer(): (chart: ChartDescription, width: number) => string {
  let drawn = 0;
  return (chart, width) => {
    drawn++;
    return `<figure>${toSvg(layout(chart, { width, height: naturalHeight(chart, width) }), { id: `chart-${drawn}` })}</figure>`;
  };
}
