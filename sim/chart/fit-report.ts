import type { FitResult } from '../experiment/fit/fit-adoption.ts';
import { escapeMarkup } from './escape.ts';
import { forecastDrawing } from './forecast-chart.ts';
import { fixed } from './format.ts';
import { htmlPage, htmlTable, section } from './page.ts';
import { toSvg } from './svg.ts';

/** Drawn in every chart: the two curves everybody fits, and what people do to each other. The tables have all. */
const DRAWN = ['bass', 'logistic', 'contagion, well-mixed', 'contagion, both', 'market'];

/** Positions in the palette of the forecasts that charts show: the same model looks the same everywhere. */
export function drawnForecasts({ forecasts }: FitResult): { readonly look: number; readonly at: number }[] {
  return DRAWN.flatMap((name, look) => {
    const at = forecasts.findIndex(({ model }) => model === name);
    return at < 0 ? [] : [{ look, at }];
  });
}

/** One HTML document about a fit that asks nothing of any network: observed curves, forecasts with their bands, scores and parameters. */
export function fitReport(result: FitResult, source: string, command: string): string {
  const { engine, seed, periods, fitted, communities, forecasts, scores, models, warnings, contagion } = result;
  const shown = drawnForecasts(result);
  const charts = communities.map(({ name, people, observed }, community) => {
    const title = communities.length === 1 ? `${people} people` : `${name}, ${people} people`;
    const lines = shown.map(({ look, at }) => {
      const { model, mean, low, high } = forecasts[at];
      return { name: model, look, mean: mean[community], low: low?.[community] ?? null, high: high?.[community] ?? null };
    });
    return toSvg(forecastDrawing({ title, observed, fitted, forecasts: lines }), { id: `community-${community}` });
  });
  const sections = [
    section('Observed and foretold', [
      `<p class="quiet">Dots: share of people who had adopted. Lines: what each model makes of the first ${fitted} of ${periods} periods; bands hold nine of ten of its draws. Left of the broken line they have seen the dots.</p>`,
      ...warnings.map((warning) => `<p>${escapeMarkup(warning)}</p>`),
      `<div class="charts">${charts.map((chart) => `<figure>${chart}</figure>`).join('')}</div>`,
    ]),
    ...(scores.length === 0
      ? []
      : [
          section('How far each forecast was off', [
            htmlTable(
              `Errors in the ${periods - fitted} periods left out, in shares of people, mean over communities`,
              ['forecast', 'RMSE', 'within 90 %', 'width of the interval'],
              scores.map(({ model, rmse, coverage, width }) => [
                model,
                fixed(rmse, 3),
                coverage === null ? '–' : `${fixed(100 * coverage, 0)} %`,
                width === null ? '–' : fixed(width, 2),
              ]),
            ),
          ]),
        ]),
    ...(contagion === null
      ? []
      : [
          section('Contagion on the network', [
            htmlTable(
              'Hazard ratio of full exposure, within community and period',
              ['', 'ratio', '95 %', 'shuffled times, p', 'rewired ties, p'],
              [
                [
                  'all periods',
                  fixed(contagion.ratio, 2),
                  `${fixed(contagion.low, 2)} to ${fixed(contagion.high, 2)}`,
                  fixed(contagion.timesShuffled.p, 4),
                  fixed(contagion.tiesRewired.p, 4),
                ],
              ],
            ),
            '<p class="quiet">People who are alike and tied adopt alike, too: a ratio above 1 is no proof of influence.</p>',
          ]),
        ]),
    section('What the data say of the parameters', [
      htmlTable(
        'Best values and 90 % of the posterior',
        ['parameter', 'model', 'best', '90 %', 'unit'],
        models.flatMap(({ model, parameters }) =>
          parameters.map(({ name, best, q05, q95, unit }) => [name, model, number(best), `${number(q05)} to ${number(q95)}`, unit]),
        ),
      ),
      ...models.flatMap((model) => model.warnings.map((warning) => `<p>${escapeMarkup(`${model.model}: ${warning}`)}</p>`)),
    ]),
    section('To have it again', [`<p><code>${escapeMarkup(command)}</code></p>`]),
  ];
  const subtitle = `${communities.reduce((sum, { people }) => sum + people, 0)} people, ${periods} periods. Engine ${engine}, seed ${JSON.stringify(seed)}.`;
  return htmlPage({ title: source, kind: 'fit', subtitle, engine, sections });
}

const number = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
