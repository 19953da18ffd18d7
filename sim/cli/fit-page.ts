import { drawnForecasts } from '../chart/fit-report.ts';
import { type TimeLine, terminalPlot } from '../chart/index.ts';
import { cutTo } from '../chart/terminal-text.ts';
import type { AgainstChance, ContagionTest } from '../experiment/fit/contagion-test.ts';
import type { FitResult, FittedModel } from '../experiment/fit/fit-adoption.ts';
import type { Score } from '../experiment/fit/holdout.ts';
import type { LeaveOutScore } from '../experiment/fit/leave-out.ts';
import { columnsOf, type Table, table } from '../store/codec/index.ts';
import type { Terminal } from './terminal.ts';

const PLOT = { width: 110, height: 13 };

/** What a fit found, for a person. */
export function fitPage(result: FitResult, source: string, terminal: Terminal): string {
  const { width } = terminal;
  const { communities, periods, fitted } = result;
  const people = communities.reduce((sum, each) => sum + each.people, 0);
  const adopted = communities.reduce((sum, each) => sum + each.people * (each.observed.at(-1) as number), 0);
  const where = communities.length === 1 ? '' : ` in ${communities.length} communities`;
  const cut = (lines: readonly string[]): string => lines.map((line) => cutTo(line, width)).join('\n');
  const found = [
    `${source}: ${people.toLocaleString('en')} people${where}, ${periods} periods, ${percent(adopted / people)} adopted.`,
    ...(fitted < periods ? [`Fitted to the first ${fitted} periods, scored on the other ${periods - fitted}.`] : []),
    ...result.warnings,
    ...(result.contagion === null ? [] : ['', ...contagionLines(result.contagion)]),
    ...result.models.flatMap((model) => ['', ...modelLines(model)]),
  ];
  const foretold = [
    ...(result.scores.length > 0 ? scoreLines(result.scores) : forecastLines(result)),
    ...(result.leaveOut === null ? [] : ['', ...leaveOutLines(result.leaveOut)]),
  ];
  return `${[cut(found), plot(result, terminal), cut(foretold)].join('\n\n')}\n`;
}

/** The observed curve and the forecasts of all communities together, people counted alike. */
function plot(result: FitResult, { width, ascii, colour }: Terminal): string {
  const { communities, forecasts, fitted } = result;
  const shown = drawnForecasts(result);
  const all = communities.reduce((sum, { people }) => sum + people, 0);
  const together = (curves: readonly (readonly number[])[]): number[] =>
    curves[0].map((_, t) => curves.reduce((sum, curve, at) => sum + (curve[t] * communities[at].people) / all, 0));
  const lineOf = (name: string, look: number, curve: readonly number[]): TimeLine => ({
    name,
    look,
    points: curve.map((value, week) => ({ week, q05: value, q25: value, q50: value, q75: value, q95: value })),
  });
  const lines = [
    ...shown.map(({ look, at }) => lineOf(forecasts[at].model, look + 1, together(forecasts[at].mean))),
    lineOf('observed', 0, together(communities.map(({ observed }) => observed))),
  ];
  const title = `Adopted, by period; fitted up to ${fitted}`;
  const weeks = lines[0].points.length - 1;
  return terminalPlot(
    { kind: 'time', title, measure: 'adopted', unit: 'share', weeks, clock: 'periods', runs: 1, bands: false, middle: 'mean', lines },
    { width: Math.min(width, PLOT.width), height: PLOT.height, characters: ascii ? 'ascii' : 'braille', colour },
  );
}

/** A row for each community, model and period: what was observed, and what was foretold with its 90 % interval. */
export function forecastTable({ communities, forecasts, fitted }: FitResult): Table {
  const rows = communities.flatMap(({ name, observed }, at) =>
    forecasts.flatMap(({ model, mean, low, high }) =>
      mean[at].map((value, period) => ({
        name,
        model,
        period,
        seen: observed[period],
        value,
        low: low?.[at][period],
        high: high?.[at][period],
      })),
    ),
  );
  const { texts, whole, numbers } = columnsOf(rows);
  return table(rows.length, [
    texts('community', ({ name }) => name),
    texts('model', ({ model }) => model),
    whole('period', ({ period }) => period),
    { name: 'fitted', type: 'boolean', values: rows.map(({ period }) => period <= fitted) },
    numbers('observed', ({ seen }) => seen),
    numbers('mean', ({ value }) => value),
    numbers('q05', ({ low }) => low),
    numbers('q95', ({ high }) => high),
  ]);
}

function contagionLines({ ratio, low, high, timesShuffled, tiesRewired }: ContagionTest): string[] {
  const found = ratio > 1 && timesShuffled.p < 0.05 && tiesRewired.p < 0.05;
  return [
    found
      ? 'Contagion: people adopt sooner after those who influence them have (or are alike: the data cannot say which).'
      : 'Contagion: none found on this network.',
    `  hazard ratio of full exposure ${ratio.toFixed(2)} (95 % ${low.toFixed(2)} to ${high.toFixed(2)}), within community and period`,
    `  against shuffled times ${againstText(timesShuffled)}; against rewired ties ${againstText(tiesRewired)}`,
  ];
}

function againstText({ z, p }: AgainstChance): string {
  return `z ${z.toFixed(1)}, p ${p < 0.01 ? p.toFixed(4) : p.toFixed(2)}`;
}

function modelLines({ model, parameters, logLikelihood, thresholds, warnings }: FittedModel): string[] {
  const head =
    logLikelihood === null
      ? `${model}: ABC-SMC, distance down to ${(thresholds?.at(-1) ?? Number.NaN).toPrecision(2)} of the people`
      : `${model}: log-likelihood ${logLikelihood.toFixed(1)}`;
  const names = Math.max(...parameters.map(({ name }) => name.length));
  return [
    head,
    ...parameters.map(
      ({ name, best, q05, q95, unit, meaning }) =>
        `  ${name.padEnd(names)}  ${number(best).padStart(8)}  (90 % ${number(q05)} to ${number(q95)})  ${unit === '' || meaning === name ? unit : `${unit}: ${meaning}`}`,
    ),
    ...warnings.map((warning) => `  ! ${warning}`),
  ];
}

function scoreLines(scores: readonly Score[]): string[] {
  const names = Math.max(...scores.map(({ model }) => model.length));
  const best = scores.reduce((a, b) => (b.rmse < a.rmse ? b : a));
  return [
    `${'forecast'.padEnd(names + 2)}    RMSE  within 90 %  width`,
    ...scores.map(({ model, rmse, coverage, width }) => {
      const interval = coverage === null || width === null ? '' : `  ${percent(coverage).padStart(11)}  ${width.toFixed(2).padStart(5)}`;
      return `  ${model.padEnd(names)}  ${rmse.toFixed(3).padStart(6)}${interval}`;
    }),
    `Nearest to what came: ${best.model}. Errors are in shares of people, mean over communities.`,
  ];
}

function leaveOutLines(scores: readonly LeaveOutScore[]): string[] {
  const names = Math.max(...scores.map(({ model }) => model.length));
  return [
    'Each community foretold by the others: its curve from nothing, and each person from period to period',
    `${''.padEnd(names + 2)}    RMSE  log-loss`,
    ...scores.map(
      ({ model, rmse, logLoss }) => `  ${model.padEnd(names)}  ${rmse.toFixed(3).padStart(6)}  ${logLoss.toFixed(4).padStart(8)}`,
    ),
  ];
}

function forecastLines({ forecasts, communities, fitted }: FitResult): string[] {
  const people = communities.reduce((sum, each) => sum + each.people, 0);
  const last = forecasts[0].mean[0].length - 1;
  if (last === fitted) return ['Nothing left to forecast: --cut scores the models on a part left out, --until looks ahead.'];
  const all = (curves: readonly (readonly number[])[]): number =>
    curves.reduce((sum, curve, at) => sum + (curve[last] * communities[at].people) / people, 0);
  const names = Math.max(...forecasts.map(({ model }) => model.length));
  return [
    `Adopted by period ${last}:`,
    ...forecasts.map(({ model, mean }) => `  ${model.padEnd(names)}  ${percent(all(mean)).padStart(5)}`),
  ];
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
