import type { MapResult } from '../experiment/map/result.ts';
import { escapeMarkup } from './escape.ts';
import { fixed, formatProbability } from './format.ts';
import { layoutWinMap, sharesSentence } from './heat-map.ts';
import { metricTitle } from './metric-text.ts';
import { htmlPage, htmlTable, section } from './page.ts';
import { toSvg } from './svg.ts';
import { wrapped } from './table.ts';

const MAP_SIZE = { width: 640, height: 620 };
/** Columns and rows of the table for the terminal. */
const TABLE_CELLS = 9;

/** The map of one panel as a picture that stands alone. */
export function winMapSvg(map: MapResult, panel = 0, theme: 'light' | 'dark' = 'light'): string {
  return toSvg(layoutWinMap(map, map.panels[panel], MAP_SIZE), { theme, id: `map-${panel}` });
}

/** The map as a table for the terminal: P(first beats second), with a mark where it is not settled who wins more often. */
export function winMapTable(map: MapResult, { width }: { readonly width: number }): string {
  const [xAxis, yAxis] = map.axes;
  const head =
    `${map.name}: probability that ${map.first} beats ${map.second} in ${metricTitle(map.metric).toLowerCase()} after ${map.week} weeks. ` +
    `Columns: ${xAxis.path}; rows: ${yAxis.path}; ? where it is not settled who wins more often (95 %). ` +
    `${map.points.length} places, ${map.points[0].replicates} replicates each.`;
  const panels = map.panels.map((panel) => {
    const pick = <T>(list: readonly T[]) =>
      Array.from({ length: TABLE_CELLS }, (_, cell) => list[Math.round((cell * (list.length - 1)) / (TABLE_CELLS - 1))]);
    const rows = pick(panel.y.map((y, row) => ({ y, row }))).reverse();
    const columns = pick(panel.x.map((x, column) => ({ x, column })));
    const lines = rows.map(({ y, row }) => {
      const cells = columns.map(({ column }) => {
        const ahead = panel.ahead[row][column];
        const open = ahead > 0.05 && ahead < 0.95 ? '?' : ' ';
        return `${fixed(panel.probability[row][column], 2)}${open}`.padStart(8);
      });
      return `${short(y).padStart(10)}${cells.join('')}`;
    });
    const held = panel.fixed.map(({ path, value }) => `${path} = ${short(value)}`).join(', ');
    return [
      ...(held === '' ? [] : [held]),
      ...lines,
      `${' '.repeat(10)}${columns.map(({ x }) => `${short(x)} `.padStart(8)).join('')}`,
    ].join('\n');
  });
  return [
    wrapped(head, width).join('\n'),
    ...panels,
    wrapped(sharesSentence(map), width).join('\n'),
    wrapped(`engine ${map.engine}, seed ${JSON.stringify(map.seed)}`, width).join('\n'),
  ].join('\n\n');
}

/** The map as a document: pictures, what they say, and the places that were run. */
export function winMapReport(map: MapResult, command: string): string {
  const figures = map.panels.map((panel, at) => `<figure>${toSvg(layoutWinMap(map, panel, MAP_SIZE), { id: `map-${at}` })}</figure>`);
  return htmlPage({
    title: map.name,
    kind: 'map of winners',
    subtitle: `${map.first} against ${map.second}: ${map.points.length} places, ${map.points[0].replicates} replicates each`,
    engine: map.engine,
    sections: [
      section('Where who wins', [`<p>${escapeMarkup(sharesSentence(map))}</p>`, `<div class="charts">${figures.join('')}</div>`]),
      section('Places that were run', [
        '<p class="quiet">The first ones cover the box evenly; the others were chosen where the winner was least certain.</p>',
        htmlTable(
          `Share of replicates that ${map.first} won`,
          ['Place', ...map.axes.map(({ path }) => path), 'Won'],
          map.points.map(({ values, wins, replicates }, at) => [
            String(at + 1),
            ...values.map(short),
            `${formatProbability(replicates === 0 ? null : wins / replicates)} of ${replicates}`,
          ]),
        ),
      ]),
      section('How to get this again', [
        `<pre><code>${escapeMarkup(command)}</code></pre><p class="quiet">Engine <code>${escapeMarkup(map.engine)}</code>, seed <code>${escapeMarkup(map.seed)}</code>.</p>`,
      ]),
    ],
  });
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
