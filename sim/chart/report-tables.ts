import { REASON_NAMES } from '../experiment/reasons.ts';
import type { CompareResult } from '../experiment/result-schema.ts';
import { pairSeenFrom, type SeenPair } from './catalogue.ts';
import { escapeMarkup } from './escape.ts';
import { columnDecimals, displayOf, fixed, formatInterval, formatProbability } from './format.ts';
import { metricTitle } from './metric-text.ts';
import type { ChangedSetting } from './report.ts';

/** A table in a box that scrolls sideways, also by keyboard. */
function table(caption: string, head: readonly string[], rows: readonly string[], look = 'numbers'): string {
  const heads = head.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const name = caption.replace(/<[^>]*>/g, '');
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="${look}"><caption>${caption}</caption>` +
    `<thead><tr>${heads}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table></div>`
  );
}

const rowHead = (text: string) => `<th scope="row">${escapeMarkup(text)}</th>`;

/** Head of a metric's column: its title and the unit of its numbers. */
function metricColumn(result: CompareResult, metric: string): string {
  const { name } = displayOf(result.metricInfo[metric].unit);
  return `${escapeMarkup(metricTitle(metric))}${name === '' ? '' : `<span class="interval">${escapeMarkup(name)}</span>`}`;
}

/** Strategies by metrics at a week: the mean, and under it the 95 % interval. */
export function metricsTable(result: CompareResult, week: number, metrics: readonly string[]): string {
  const caption = `Mean and 95 % interval over ${result.replicates} replicates, after ${week} weeks`;
  const columns = metrics.map((metric) => {
    const { factor } = displayOf(result.metricInfo[metric].unit);
    const estimates = result.strategies.map(({ atWeek }) => atWeek.find((entry) => entry.week === week)?.metrics[metric] ?? null);
    const decimals = columnDecimals(estimates, factor);
    return estimates.map((estimate) => {
      if (estimate === null || estimate.mean === null) return '<td class="open-cell">undefined</td>';
      const { mean, low, high } = estimate;
      const interval = low === null || high === null ? '' : `${fixed(low * factor, decimals)} to ${fixed(high * factor, decimals)}`;
      return `<td>${fixed(mean * factor, decimals)}<span class="interval">${interval}</span></td>`;
    });
  });
  const rows = result.strategies.map(({ name }, row) => `${rowHead(name)}${columns.map((cells) => cells[row]).join('')}`);
  return table(caption, ['Strategy', ...metrics.map((metric) => metricColumn(result, metric))], rows);
}

/** Strategies by reasons for purchases at a week: mean share, and under it the 95 % interval. */
export function reasonsTable({ reasons = [], replicates }: CompareResult, week: number): string {
  const own = reasons.filter((each) => each.week === week);
  const cell = ({ mean, low, high }: (typeof own)[number]['purchases'], factor: number, decimals: number): string => {
    if (mean === null) return '<td class="open-cell">none</td>';
    const interval = low === null || high === null ? '' : `${fixed(low * factor, decimals)} to ${fixed(high * factor, decimals)}`;
    return `<td>${fixed(mean * factor, decimals)}<span class="interval">${interval}</span></td>`;
  };
  const rows = own.map(
    ({ strategy, purchases, shares }) =>
      `${rowHead(strategy)}${cell(purchases, 1, 2)}${REASON_NAMES.map((name) => cell(shares[name], 100, 1)).join('')}`,
  );
  const caption = `What spoke for purchases in weeks 1 to ${week}, in percent: mean and 95 % interval over ${replicates} replicates`;
  return table(caption, ['Strategy', 'purchases a person', ...REASON_NAMES], rows);
}

/** Every pair in one metric at a week: P(row beats column), and in words whether that is settled. */
export function matrixTable(result: CompareResult, metric: string, week: number): string {
  const names = result.strategies.map(({ name }) => name);
  const rows = names.map((name) => {
    const cells = names.map((other) =>
      name === other ? '<td aria-label="itself">·</td>' : pairCell(pairSeenFrom(result, metric, week, name, other)),
    );
    return `${rowHead(name)}${cells.join('')}`;
  });
  const caption = `${escapeMarkup(metricTitle(metric))} after ${week} weeks: probability that the row beats the column, and the verdict on the row`;
  return table(caption, ['Strategy', ...names.map(escapeMarkup)], rows);
}

function pairCell(pair: SeenPair | null): string {
  if (pair === null) return '<td></td>';
  const ahead = pair.verdict === 'better' || pair.verdict === 'higher';
  const look = pair.verdict === 'undecided' || pair.verdict === 'tie' ? 'open-cell' : ahead ? 'ahead' : 'behind';
  return `<td class="${look}">${escapeMarkup(formatProbability(pair.probability))}<span class="interval">${pair.verdict}</span></td>`;
}

/** Differences of every strategy from one of them, metric by metric. */
export function differencesTable(result: CompareResult, metrics: readonly string[], week: number, base: string): string {
  const others = result.strategies.map(({ name }) => name).filter((name) => name !== base);
  const rows = others.map((name) => {
    const cells = metrics.map((metric) => {
      const pair = pairSeenFrom(result, metric, week, name, base);
      if (pair === null || pair.mean === null) return '<td class="open-cell">undefined</td>';
      const interval = formatInterval(pair.mean, pair.low, pair.high, result.metricInfo[metric].unit);
      return `<td>${interval}<span class="interval">P ${escapeMarkup(formatProbability(pair.probability))}, ${pair.verdict}</span></td>`;
    });
    return `${rowHead(name)}${cells.join('')}`;
  });
  const caption = `Mean paired difference from ${escapeMarkup(base)} with its corrected interval, after ${week} weeks`;
  return table(caption, ['Strategy', ...metrics.map((metric) => metricColumn(result, metric))], rows);
}

/** Every pair of strategies in one metric at a week: how large the difference is, in its own unit and in standard deviations. */
export function effectsTable(result: CompareResult, metric: string, week: number): string {
  const { unit } = result.metricInfo[metric];
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '–' : fixed(value, 2));
  const rows = result.comparisons.flatMap((pair) => {
    if (pair.metric !== metric || pair.week !== week || pair.statistics === undefined) return [];
    const { bca, effectSize, pairedEffectSize, varianceSaved } = pair.statistics;
    const { mean, low, high } = pair.difference;
    const intervals = [formatInterval(mean, low, high, unit), bca === null ? '–' : formatInterval(mean, bca.low, bca.high, unit)];
    const saved = varianceSaved === null ? '–' : `${fixed(100 * varianceSaved, 0)} %`;
    const cells = [...intervals, number(effectSize), number(pairedEffectSize), saved];
    return [`${rowHead(`${pair.a} – ${pair.b}`)}${cells.map((cell) => `<td>${cell}</td>`).join('')}`];
  });
  if (rows.length === 0) return '';
  const caption = `${escapeMarkup(metricTitle(metric))} after ${week} weeks: size of the paired differences`;
  return table(
    caption,
    ['Pair', 'Difference, corrected interval', 'BCa interval, 95 %', 'Hedges’ g', 'd<sub>z</sub>', 'Variance saved'],
    rows,
  );
}

/** Parameters that the scenario sets otherwise than the defaults. */
export function settingsTable(changed: readonly ChangedSetting[]): string {
  const show = (value: unknown) => (value === undefined ? '' : typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  const rows = changed.map(
    (setting) =>
      `${rowHead(setting.path)}<td>${escapeMarkup(show(setting.value))}</td><td>${escapeMarkup(show(setting.default))}</td>` +
      `<td>${escapeMarkup(setting.unit ?? '')}</td><td>${escapeMarkup(setting.meaning ?? '')}</td>`,
  );
  return table('Parameters that differ from the defaults', ['Parameter', 'Here', 'Default', 'Unit', 'Meaning'], rows, 'settings');
}
