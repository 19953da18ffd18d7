import { encodeCsv } from '../../sim/store/codec/csv.ts';
import type { App } from '../app.ts';
import type { ChartAction } from '../element/sway-chart-menu.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { type Figure, figureOf, type TakenChart } from './figure.ts';
import { pngPicture, svgPicture } from './picture.ts';
import { fileStem, saveFile } from './save-file.ts';

/**
 * Saves or copies one chart, as a picture of its own size or as numbers.
 *
 * @param ofScenario whether the chart shows the scenario at hand: a picture then carries it, and can be opened again
 * @throws Error when this browser cannot draw or copy it
 */
export async function takeChart(app: App, action: ChartAction, chart: TakenChart | Figure, ofScenario: boolean): Promise<void> {
  const figure = 'kind' in chart ? figureOf(chart) : chart;
  const { title, drawing } = figure;
  const { state } = app.state;
  const stem = `${ofScenario ? `${fileStem(scenarioOf(state.draft).name)}-` : ''}${fileStem(title)}`;
  const carried = ofScenario ? state : null;
  const save = (name: string, content: Blob): void => {
    saveFile(name, content);
    app.announce(`The chart is saved as ${name}.`);
  };
  switch (action) {
    case 'png':
      return save(`${stem}.png`, await pngPicture(drawing(), carried));
    case 'svg':
      return save(`${stem}.svg`, new Blob([svgPicture(drawing(), carried)], { type: 'image/svg+xml' }));
    case 'csv':
      return save(`${stem}.csv`, new Blob([await csvOf(figure)], { type: 'text/csv' }));
    case 'copy-picture':
      // The promise goes in as it is: some browsers allow copying only while the click is fresh.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngPicture(drawing(), carried) })]);
      return app.announce(`The picture of ${title} is copied.`);
    case 'copy-numbers':
      await navigator.clipboard.writeText(tabbed(figure));
      return app.announce(`The numbers of ${title} are copied, to be pasted into a spreadsheet.`);
  }
}

async function csvOf(figure: Figure): Promise<string> {
  let text = '';
  for await (const part of encodeCsv([figure.table()])) text += part;
  return text;
}

/** As spreadsheets paste it: cells apart by tabs, an empty cell for what is undefined. */
function tabbed(figure: Figure): string {
  const { rows, columns } = figure.table();
  const cell = (value: number | string | boolean | null): string =>
    value === null || Number.isNaN(value) ? '' : String(value).replaceAll(/[\t\r\n]/g, ' ');
  const lines = Array.from({ length: rows }, (_, row) => columns.map(({ values }) => cell(values[row])).join('\t'));
  return [columns.map(({ name }) => name).join('\t'), ...lines].join('\n');
}
