import { type Frame, valueAxis, valueScale, weekAxis, weekScale } from './axis.ts';
import type { MultiplesChart } from './describe.ts';
import { displayOf } from './format.ts';
import type { Drawing, Mark, Size } from './marks.ts';
import { seriesStroke } from './palette.ts';
import { timeSentence } from './sentence.ts';
import { text } from './text-mark.ts';
import { fitText, wrapText } from './text-size.ts';
import { bandCaption, curves, extentOf } from './time-chart.ts';

const TEXT = 11;
const TITLE = 15;
const PANEL_WIDTH = 190;
const PANEL_HEIGHT = 150;
const HEAD = 48;
const FOOT = 24;

function columnsIn(width: number, panels: number): number {
  return Math.max(1, Math.min(panels, Math.floor(width / PANEL_WIDTH)));
}

/** Height that gives every panel room. */
export function multiplesHeight(chart: MultiplesChart, width: number): number {
  return HEAD + Math.ceil(chart.panels.length / columnsIn(width, chart.panels.length)) * PANEL_HEIGHT + FOOT;
}

/** One small time chart a strategy with its bands; all share both axes, and the others' medians stand pale behind. */
export function layoutMultiples(chart: MultiplesChart, size: Size): Drawing {
  const { width, height } = size;
  const [first] = chart.panels;
  const columns = columnsIn(width, chart.panels.length);
  const rows = Math.ceil(chart.panels.length / columns);
  const cell = { width: width / columns, height: (height - HEAD - FOOT) / Math.max(1, rows) };
  const extents = chart.panels.map(extentOf);
  const extent: [number, number] = [Math.min(0, ...extents.map(([low]) => low)), Math.max(0, ...extents.map(([, high]) => high))];
  const frame: Frame = { left: 38, right: cell.width - 12, top: 22, bottom: cell.height - 34 };
  const unit = first === undefined ? '' : displayOf(first.unit).name;
  const measure = first === undefined ? 'nothing to show' : unit === '' ? first.measure : `${first.measure}, ${unit}`;
  const caption = first === undefined ? '' : `${bandCaption(first)} Pale: the medians of the other strategies.`;
  const marks: Mark[] = [
    text(4, 4 + TITLE, fitText(chart.title, width - 8, TITLE), { size: TITLE, ink: 'ink', bold: true }),
    text(4, 24 + TITLE, fitText(measure, width - 8, TEXT + 1), { size: TEXT + 1 }),
    ...chart.panels.map((panel, index): Mark => {
      const x = weekScale(panel.weeks, frame);
      const y = valueScale(extent, frame);
      const [only] = panel.lines;
      return {
        kind: 'group',
        at: [(index % columns) * cell.width, HEAD + Math.floor(index / columns) * cell.height],
        marks: [
          { kind: 'line', from: [frame.left, 10], to: [frame.left + 18, 10], stroke: seriesStroke(only?.look ?? 0, 2) },
          text(frame.left + 23, 14, fitText(panel.title, frame.right - frame.left - 23, TEXT + 1), { size: TEXT + 1, ink: 'ink' }),
          ...valueAxis(y, panel.unit, frame, 3, TEXT, index % columns === 0),
          ...weekAxis(x, panel.weeks, frame, TEXT, index + columns >= chart.panels.length),
          ...curves(panel, x, y),
        ],
      };
    }),
    text(4, height - 5, wrapText(caption, width - 8, TEXT)[0], { size: TEXT }),
  ];
  const description = `${chart.panels.map(timeSentence).join(' ')} ${caption}`;
  return { width, height, title: chart.title, description, marks };
}
