import type { MorrisEffect } from '../experiment/sensitivity/morris-effects.ts';
import type { SensitivityOutput, SensitivityResult } from '../experiment/sensitivity/result.ts';
import type { Index } from '../experiment/sensitivity/sobol-indices.ts';
import type { EffectChart } from './describe.ts';
import { effectHeight, layoutEffectChart } from './effect-chart.ts';
import { escapeMarkup } from './escape.ts';
import { decimalsFor, fixed } from './format.ts';
import { metricTitle } from './metric-text.ts';
import { htmlPage, htmlTable, section } from './page.ts';
import { toSvg } from './svg.ts';
import { grid, wrapped } from './table.ts';

type FactorResult = NonNullable<SensitivityOutput['factors']>[number];

const HEADS = {
  morris: ['mu*', 'mu', 'sigma', 'sigma of luck'],
  sobol: ['first order', 'total'],
} as const;

const MEANING = {
  morris:
    'mu*: mean absolute effect of moving a parameter along its whole range; mu: the same with sign; sigma: how much the effect depends on the other parameters; ' +
    'sigma of luck: what chance alone adds to it. Brackets: 95 % bootstrap intervals.',
  sobol:
    'first order: share of the variance between points that a parameter explains by itself; total: with all its interactions. Brackets: 95 % bootstrap intervals.',
};

/** Every output as a table for the terminal, the strongest factor first. */
export function sensitivityTables(
  result: SensitivityResult,
  { width, ascii }: { readonly width: number; readonly ascii: boolean },
): string {
  const heads = HEADS[result.method];
  const tables = result.outputs.map((output) => {
    const title = `${titleOf(output)}. ${luckSentence(output, result.replicates)}`;
    if (output.factors === null) return wrapped(`${title} It is undefined somewhere, or never varies: no effects.`, width).join('\n');
    const rows = ranked(output);
    const columns = heads.map((head, at) => ({ head, cells: rows.map((row) => cellsOf(row)[at].replaceAll('–', ascii ? '-' : '–')) }));
    return grid(
      title,
      'parameter',
      rows.map(({ path }) => path),
      columns,
      width,
    );
  });
  return [
    wrapped(`${result.name}: ${result.points} points, ${result.replicates} replicates. ${MEANING[result.method]}`, width).join('\n'),
    ...tables,
    wrapped(`engine ${result.engine}, seed ${JSON.stringify(result.seed)}`, width).join('\n'),
  ].join('\n\n');
}

/** The same as a document, with a chart of each output. */
export function sensitivityReport(result: SensitivityResult, command: string): string {
  const sections = result.outputs.map((output, at) =>
    section(titleOf(output), [
      `<p>${escapeMarkup(luckSentence(output, result.replicates))}</p>`,
      ...(output.factors === null
        ? ['<p>It is undefined somewhere, or never varies: no effects.</p>']
        : [
            figure(sensitivityChart(output, result.method), at),
            htmlTable(
              `${titleOf(output)}, strongest first`,
              ['Parameter', ...HEADS[result.method]],
              ranked(output).map((row) => [row.path, ...cellsOf(row)]),
            ),
          ]),
    ]),
  );
  return htmlPage({
    title: result.name,
    kind: 'sensitivity',
    subtitle: `${result.factors.length} parameters, ${result.points} points, ${result.replicates} replicates each`,
    engine: result.engine,
    sections: [
      ...sections,
      section('How to read it', [`<p>${escapeMarkup(MEANING[result.method])}</p>`]),
      section('Parameters and ranges', [
        htmlTable(
          'What varied',
          ['Parameter', 'Range'],
          result.factors.map((factor) => [
            factor.path,
            'levels' in factor
              ? factor.levels.map((level) => JSON.stringify(level)).join(' | ')
              : `${factor.low} to ${factor.high}${factor.log ? ', logarithmic' : ''}`,
          ]),
        ),
      ]),
      section('How to get this again', [
        `<pre><code>${escapeMarkup(command)}</code></pre><p class="quiet">Engine <code>${escapeMarkup(result.engine)}</code>, seed <code>${escapeMarkup(result.seed)}</code>.</p>`,
      ]),
    ],
  });
}

function figure(chart: EffectChart, at: number): string {
  return `<figure>${toSvg(layoutEffectChart(chart, { width: 900, height: effectHeight(chart) }), { id: `effects-${at}` })}</figure>`;
}

/** The effects of one output, strongest first. */
export function sensitivityChart(output: SensitivityOutput, method: SensitivityResult['method']): EffectChart {
  const rows = ranked(output).map((row) => ({
    name: row.path,
    estimates: (isMorris(row) ? [row.muStar] : [row.first, row.total]).map(({ estimate, low, high }) => ({ mean: estimate, low, high })),
  }));
  return {
    kind: 'effects',
    title: titleOf(output),
    measure: method === 'morris' ? `mu*, ${output.unit}` : 'share of the variance between points',
    series: method === 'morris' ? ['mu* with its 95 % interval'] : ['first order', 'total'],
    rows,
  };
}

function titleOf({ strategy, against, metric, week }: SensitivityOutput): string {
  return `${metricTitle(metric)} of ${strategy}${against === null ? '' : ` less that of ${against}`} after ${week} weeks`;
}

/** How much of the variance is luck, in a sentence. */
export function luckSentence({ split }: SensitivityOutput, replicates: number): string {
  if (split === null) return replicates < 2 ? 'One replicate: luck cannot be told from parameters.' : 'It is undefined somewhere.';
  if (split.luckShare === null) return 'It never varies.';
  return `Of the variance of a single run over these points ${fixed(100 * split.luckShare, 1)} % is luck.`;
}

function ranked({ factors }: SensitivityOutput): FactorResult[] {
  return [...(factors ?? [])].sort((a, b) => strengthOf(b) - strengthOf(a));
}

function strengthOf(row: FactorResult): number {
  return isMorris(row) ? row.muStar.estimate : row.total.estimate;
}

function isMorris(row: FactorResult): row is FactorResult & MorrisEffect {
  return 'muStar' in row;
}

function cellsOf(row: FactorResult): string[] {
  if (!isMorris(row)) return [indexText(row.first), indexText(row.total)];
  return [indexText(row.muStar), indexText(row.mu), number(row.sigma), row.noise === null ? '–' : number(row.noise)];
}

function indexText({ estimate, low, high }: Index): string {
  const decimals = decimalsFor(high - low, 2);
  return `${fixed(estimate, decimals)} [${fixed(low, decimals)}, ${fixed(high, decimals)}]`;
}

/** The rows of the table of one output, strongest first; its head is `sensitivityHead`. */
export function sensitivityRows(output: SensitivityOutput): { readonly head: string; readonly cells: readonly string[] }[] {
  return ranked(output).map((row) => ({ head: row.path, cells: cellsOf(row) }));
}

export function sensitivityHead(method: SensitivityResult['method']): readonly string[] {
  return HEADS[method];
}

function number(value: number): string {
  return fixed(value, decimalsFor(value, 3));
}
