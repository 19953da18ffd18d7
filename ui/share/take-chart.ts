import type { ShareChart, TimeChart } from '../../sim/chart/describe.ts';
import { layout, naturalHeight } from '../../sim/chart/index.ts';
import { encodeCsv } from '../../sim/store/codec/csv.ts';
import type { App } from '../app.ts';
import type { ChartAction } from '../element/sway-chart-menu.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { chartTable } from './chart-table.ts';
import { pngPicture, svgPicture } from './picture.ts';
import { fileStem, saveFile } from './save-file.ts';

const WIDTH = 960;
const HEIGHT = 540;

/**
 * Saves or copies one chart, as a picture of its own size or as numbers.
 *
 * @param ofScenario whether the chart shows the scenario at hand: a picture then carries it, and can be opened again
 * @throws Error when this browser cannot draw or copy it
 */
export async function takeChart(app: App, action: ChartAction, chart: TimeChart | ShareChart, ofScenario: boolean): Promise<void> {
  const { state } = app.state;
  const stem = `${ofScenario ? `${fileStem(scenarioOf(state.draft).name)}-` : ''}${fileStem(chart.title)}`;
  const carried = ofScenario ? state : null;
  const save = (name: string, content: Blob): void => {
    saveFile(name, content);
    app.announce(`The chart is saved as ${name}.`);
  };
  const drawing = () => layout(chart, { width: WIDTH, height: chart.kind === 'time' ? HEIGHT : naturalHeight(chart, WIDTH) });
  switch (action) {
    case 'png':
      return save(`${stem}.png`, await pngPicture(drawing(), carried));
    case 'svg':
      return save(`${stem}.svg`, new Blob([svgPicture(drawing(), carried)], { type: 'image/svg+xml' }));
    case 'csv':
      return save(`${stem}.csv`, new Blob([await csvOf(chart)], { type: 'text/csv' }));
    case 'copy-picture':
      // The promise goes in as it is: some browsers allow copying only while the click is fresh.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngPicture(drawing(), carried) })]);
      return app.announce(`The picture of ${chart.title} is copied.`);
    case 'copy-numbers':
      await navigator.clipboard.writeText(tabbed(chart));
      return app.announce(`The numbers of ${chart.title} are copied, to be pasted into a spreadsheet.`);
  }
}

async function csvOf(chart: TimeChart | ShareChart): Promise<string> {
  let text = '';
  for await (const part of encodeCsv([chartTable(chart)])) text += part;
  return text;
}

/** As spreadsheets paste it: cells apart by tabs, an empty cell for what is undefined. */
function tabbed(chart: TimeChart | ShareChart): string {
  const { rows, columns } = chartTable(chart);
  const cell = (value: number | string | boolean | null): string =>
    value === null || Number.isNaN(value) ? '' : String(value).replaceAll(/[\t\r\n]/g, ' ');
  const lines = Array.from({ length: rows }, (_, row) => columns.map(({ values }) => cell(values[row])).join('\t'));
  return [columns.map(({ name }) => name).join('\t'), ...lines].join('\n');
}
