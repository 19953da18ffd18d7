import type { ShareChart } from './describe.ts';
import { fixed, listed } from './format.ts';
import { hundredths } from './hundredths.ts';
import type { Drawing, Mark, Size } from './marks.ts';
import { seriesInk } from './palette.ts';
import { TEXT, text } from './text-mark.ts';
import { fitText, textWidth } from './text-size.ts';

const TITLE = 15;
const ROW = 34;
const BAR = 22;
const HEAD = 34;
/** Less where the title stands elsewhere. */
const UNTITLED = 8;
const LEGEND = 20;
const FOOT = 26;
const SAMPLE = 12;
/** A group wider than this shows where its parts end. */
const ROOMY = 60;
/** Pale enough that words can be read on it, on either ground. */
const PALE = 0.5;
/** Narrower than this, names stand above their bars. */
const NARROW = 560;

/** Height that shows every row. */
export function shareHeight(chart: ShareChart, width: number): number {
  const row = width < NARROW ? ROW + TEXT + 4 : ROW;
  return headOf(chart) + legendOf(chart, width).rows * LEGEND + chart.rows.length * row + FOOT;
}

function headOf({ title }: ShareChart): number {
  return title === '' ? UNTITLED : HEAD;
}

/** One bar a row, as long as the whole, cut into its parts: groups by colour and in one order, the parts of a group by fine marks. */
export function layoutShareChart(chart: ShareChart, { width, height }: Size): Drawing {
  const narrow = width < NARROW;
  const names = narrow ? 4 : Math.min(width * 0.26, Math.max(40, ...chart.rows.map(({ name }) => textWidth(name, TEXT)))) + 14;
  const from = names;
  const to = width - 12;
  const legend = legendOf(chart, width);
  const top = headOf(chart) + legend.rows * LEGEND;
  const bottom = height - FOOT;
  const row = (bottom - top) / Math.max(1, chart.rows.length);
  const x = (share: number): number => from + (to - from) * share;
  return {
    width,
    height,
    title: chart.title,
    description: shareSentence(chart),
    marks: [
      text(4, 4 + TITLE, fitText(chart.title, width - 8, TITLE), { size: TITLE, ink: 'ink', bold: true }),
      ...legend.marks,
      ...chart.rows.flatMap((each, at): Mark[] => {
        const middle = narrow ? top + (at + 1) * row - BAR / 2 - 4 : top + (at + 0.5) * row;
        return [
          text(4, narrow ? middle - BAR / 2 - 5 : middle + TEXT * 0.35, fitText(each.name, (narrow ? width : names) - 12, TEXT), {
            ink: 'ink',
          }),
          ...barOf(chart, each, middle, x),
        ];
      }),
      ...[0, 0.25, 0.5, 0.75, 1].map((tick) =>
        text(x(tick), bottom + TEXT + 6, `${100 * tick} %`, { anchor: tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle' }),
      ),
    ],
  };
}

function barOf({ groups }: ShareChart, { parts }: ShareChart['rows'][number], middle: number, x: (share: number) => number): Mark[] {
  if (parts.length === 0) return [text(x(0), middle + TEXT * 0.35, 'nothing to divide')];
  const up = middle - BAR / 2;
  const down = middle + BAR / 2;
  const marks: Mark[] = [];
  let start = 0;
  for (const [group, { look }] of groups.entries()) {
    const own = parts.filter((part) => part.group === group);
    const share = own.reduce((sum, part) => sum + part.share, 0);
    if (share <= 0) continue;
    marks.push({
      kind: 'path',
      d: `M${hundredths(x(start))} ${up}H${hundredths(x(start + share))}V${down}H${hundredths(x(start))}Z`,
      fill: seriesInk(look),
      opacity: PALE,
    });
    let at = start;
    // Where there is little room, marks would cross the words.
    for (const part of x(start + share) - x(start) > ROOMY ? own.slice(0, -1) : []) {
      at += part.share;
      marks.push({ kind: 'line', from: [x(at), down - 5], to: [x(at), down], stroke: { ink: 'paper', width: 1 } });
    }
    const label = `${fixed(100 * share, 0)} %`;
    if (x(start + share) - x(start) > textWidth(label, TEXT) + 8) {
      marks.push(text((x(start) + x(start + share)) / 2, middle + TEXT * 0.35, label, { ink: 'ink', anchor: 'middle' }));
    }
    start += share;
    if (start < 0.999) marks.push({ kind: 'line', from: [x(start), up], to: [x(start), down], stroke: { ink: 'paper', width: 2 } });
  }
  return marks;
}

/** Samples with names, in the order of the bars, over as many lines as they need. */
function legendOf(chart: ShareChart, width: number): { readonly rows: number; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let at = 4;
  let row = 0;
  for (const { name, look } of chart.groups) {
    const wide = SAMPLE + 6 + textWidth(name, TEXT) + 16;
    if (at > 4 && at + wide > width) {
      at = 4;
      row++;
    }
    const y = headOf(chart) + row * LEGEND - 4;
    marks.push({ kind: 'path', d: `M${hundredths(at)} ${y}h${SAMPLE}v${SAMPLE}h${-SAMPLE}Z`, fill: seriesInk(look), opacity: PALE });
    marks.push(text(at + SAMPLE + 6, y + TEXT - 2, fitText(name, width - at - SAMPLE - 10, TEXT)));
    at += wide;
  }
  return { rows: row + 1, marks };
}

/** The groups of every row in words, largest first. */
export function shareSentence({ title, rows, groups }: ShareChart): string {
  const told = rows.map(({ name, parts }) => {
    const shares = groups
      .map((group, at) => ({
        name: group.name.toLowerCase(),
        share: parts.reduce((sum, part) => sum + (part.group === at ? part.share : 0), 0),
      }))
      .filter(({ share }) => share > 0.005)
      .sort((a, b) => b.share - a.share);
    return `${name}: ${shares.length === 0 ? 'nothing' : listed(shares.map((each) => `${each.name} ${fixed(100 * each.share, 0)} %`))}`;
  });
  return `${title}. ${told.join('; ')}.`;
}
