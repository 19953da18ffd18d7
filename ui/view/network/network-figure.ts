import { hundredths } from '../../../sim/chart/hundredths.ts';
import type { Drawing, Mark, OwnColour, PathMark } from '../../../sim/chart/marks.ts';
import { fitText, textWidth } from '../../../sim/chart/text-size.ts';
import type { ReplayState } from '../../../sim/experiment/replay/replay.ts';
import type { TribeMap } from '../../../sim/experiment/replay/tribe-map.ts';
import { columnsOf, table } from '../../../sim/store/codec/index.ts';
import type { Figure } from '../../share/figure.ts';
import { fitOf } from './fit.ts';
import { type Legend, type PeopleShown, peopleLegends, tribeLegends } from './legends.ts';
import { inksOf, lineLook, nodeLook, nodeSize, type Sight } from './network-looks.ts';
import { MOST_NAMES } from './picture.ts';
import { coloursOf, stateText } from './state-colours.ts';
import { TakenPlaces } from './taken-places.ts';
import type { TribePlace } from './tribe-places.ts';
import { tribeScene } from './tribe-scene.ts';

const WIDTH = 960;
const MARGIN = 24;
/** Baselines of title and explanation, and where the picture begins. */
const [TITLE, LEAD, TOP] = [34, 56, 76];
const PICTURE = { width: WIDTH - 2 * MARGIN, height: 640 };
const TEXT = 13;
const LEGEND_ROW = 22;

/** The words of a picture that stands alone. */
interface Words {
  readonly title: string;
  readonly lead: string;
}

/** People and lines where they stand, to be taken away; pictures are drawn on white whatever the page's ground. */
export function peopleFigure(
  { nameOf, lines, chosen, contacts, alone }: Omit<Sight, 'colourOf' | 'ground' | 'inks' | 'replay'>,
  shown: PeopleShown,
  places: Float32Array,
  words: Words,
  tribeName: (tribe: number) => string,
): Figure {
  const { replay, state, week } = shown;
  const row = week * replay.people.length;
  const colours = coloursOf(state, 'light');
  const colourOf = (node: number) => colours[state.values[row + node]];
  const sight: Sight = { replay, nameOf, lines, chosen, contacts, alone, colourOf, ground: 'light', inks: inksOf('light') };
  return {
    title: words.title,
    drawing: () => drawingOf(words, peopleMarks(sight, places), peopleLegends(shown, 'light')),
    table() {
      const { texts, whole } = columnsOf([...replay.people.keys()]);
      return table(replay.people.length, [
        texts('person', nameOf),
        texts('tribe', (node) => tribeName(replay.tribes[node])),
        whole('week', () => week),
        texts('measure', () => state.title),
        texts('value', (node) => stateText(state, state.values[row + node])),
      ]);
    },
  };
}

/** Tribes as they stand on their map. */
export function tribesFigure(
  { map, state, week }: { readonly map: TribeMap; readonly state: ReplayState; readonly week: number },
  { places, side }: { readonly places: readonly TribePlace[]; readonly side: number },
  words: Words,
  nameOf: (tribe: number) => string,
): Figure {
  const { lines, tribes } = tribeScene(map, state, week, places, 'light');
  const scale = PICTURE.height / side;
  const indent = (PICTURE.width - side * scale) / 2;
  const at = ({ x, y }: TribePlace): [number, number] => [indent + x * scale, y * scale];
  return {
    title: words.title,
    drawing() {
      const marks: Mark[] = lines.map(({ from, to, width, opacity }) => ({
        kind: 'path',
        d: `M${at(from).map(hundredths).join(' ')}L${at(to).map(hundredths).join(' ')}`,
        stroke: { ink: 'muted', width: hundredths(width) },
        opacity: hundredths(opacity),
      }));
      for (const tribe of tribes) {
        const centre = at(tribe);
        const radius = hundredths(tribe.radius * scale);
        marks.push({ kind: 'circle', centre, radius, fill: own(tribe.colour), stroke: { ink: 'paper', width: 1.5 } });
      }
      // On a plate of paper, names are read on any colour.
      for (const tribe of tribes.filter(({ named }) => named)) marks.push(...nameMarks(nameOf(tribe.tribe), at(tribe)));
      return drawingOf(words, marks, tribeLegends(state, 'light'));
    },
    table() {
      const { texts, whole, numbers } = columnsOf(tribes);
      return table(tribes.length, [
        texts('tribe', ({ tribe }) => nameOf(tribe)),
        whole('people', ({ people }) => people),
        whole('week', () => week),
        texts('measure', () => state.title),
        numbers('mean', ({ mean }) => mean),
      ]);
    },
  };
}

function peopleMarks(sight: Sight, places: Float32Array): Mark[] {
  const at = placesIn(PICTURE, places);
  const nodes = sight.replay.people.length;
  const size = nodeSize(nodes);
  const looks = Array.from({ length: nodes }, (_, node) => ({ node, ...nodeLook(sight, node, size) })).filter(({ hidden }) => !hidden);
  looks.sort((a, b) => a.layer - b.layer);
  const circles = looks.map(({ node, size: radius, colour, chosen }): Mark => {
    const stroke = chosen ? { stroke: { ink: 'ink' as const, width: 1.5 } } : {};
    return { kind: 'circle', centre: at(node), radius: hundredths(radius), fill: own(colour), ...stroke };
  });
  const taken = new TakenPlaces();
  const named = looks.filter(({ chosen }) => chosen || nodes <= MOST_NAMES).reverse();
  const names = named.flatMap(({ node, size: radius, label, chosen }): Mark[] => {
    const [x, y] = at(node);
    const width = textWidth(label, TEXT - 1);
    const before = x + radius + 3 + width > PICTURE.width;
    const from = before ? x - radius - 3 : x + radius + 3;
    if (!taken.take(before ? from - width : from, y - TEXT / 2, width, TEXT)) return [];
    return [{ kind: 'text', at: [from, y + 4], text: label, size: TEXT - 1, ink: 'ink', anchor: before ? 'end' : 'start', bold: chosen }];
  });
  return [...lineMarks(sight, at), ...circles, ...names];
}

/** Lines of one look are one path: a picture of many stays small. */
function lineMarks(sight: Sight, at: (node: number) => [number, number]): Mark[] {
  const nodes = sight.replay.people.length;
  const kinds = new Map<string, { readonly layer: number; readonly mark: Omit<PathMark, 'd'>; readonly parts: string[] }>();
  for (const pair of sight.lines.keys()) {
    const { hidden, colour, width, layer } = lineLook(sight, pair);
    if (hidden) continue;
    const kind = kinds.get(`${colour} ${width}`) ?? { layer, mark: { kind: 'path', ...strokeOf(colour, width) }, parts: [] };
    kinds.set(`${colour} ${width}`, kind);
    const [from, to] = [at(Math.floor(pair / nodes)), at(pair % nodes)];
    kind.parts.push(`M${from.map(hundredths).join(' ')}L${to.map(hundredths).join(' ')}`);
  }
  return [...kinds.values()].sort((a, b) => a.layer - b.layer).map(({ mark, parts }) => ({ ...mark, d: parts.join('') }));
}

/** Where each node is drawn. */
function placesIn({ width, height }: { readonly width: number; readonly height: number }, places: Float32Array) {
  const { centre, scale } = fitOf(places, width, height, MARGIN);
  // As on the page: up is up.
  return (node: number): [number, number] => [
    width / 2 + (places[2 * node] - centre.x) * scale,
    height / 2 - (places[2 * node + 1] - centre.y) * scale,
  ];
}

function nameMarks(name: string, [x, y]: readonly [number, number]): Mark[] {
  const half = textWidth(name, TEXT - 1) / 2 + 3;
  const [left, right, top, bottom] = [x - half, x + half, y - 9, y + 8].map(hundredths);
  return [
    { kind: 'path', d: `M${left} ${top}H${right}V${bottom}H${left}Z`, fill: 'paper', opacity: 0.8 },
    { kind: 'text', at: [x, y + 4], text: name, size: TEXT - 1, ink: 'ink', anchor: 'middle' },
  ];
}

function drawingOf({ title, lead }: Words, picture: readonly Mark[], legends: readonly Legend[]): Drawing {
  const marks: Mark[] = [
    { kind: 'text', at: [MARGIN, TITLE], text: fitText(title, PICTURE.width, 18), size: 18, ink: 'ink', anchor: 'start', bold: true },
    { kind: 'text', at: [MARGIN, LEAD], text: fitText(lead, PICTURE.width, TEXT), size: TEXT, ink: 'muted', anchor: 'start' },
    { kind: 'group', at: [MARGIN, TOP], marks: picture },
  ];
  let down = TOP + PICTURE.height + LEGEND_ROW;
  for (const { entries } of legends) {
    let across = MARGIN;
    for (const { colour, text, count } of entries) {
      const words = count === null ? text : `${text} (${count})`;
      const width = textWidth(words, TEXT) + 30;
      if (across > MARGIN && across + width > WIDTH - MARGIN) {
        across = MARGIN;
        down += LEGEND_ROW;
      }
      marks.push(
        { kind: 'circle', centre: [across + 6, down], radius: 6, fill: own(colour) },
        { kind: 'text', at: [across + 18, down + 4], text: words, size: TEXT, ink: 'ink', anchor: 'start' },
      );
      across += width;
    }
    down += LEGEND_ROW;
  }
  return { width: WIDTH, height: down, title, description: lead, marks };
}

/** A colour with its share of opacity apart: not every program that reads SVG knows eight digits. */
function strokeOf(colour: string, width: number): Pick<PathMark, 'stroke' | 'opacity'> {
  const stroke = { ink: own(colour.slice(0, 7)), width };
  return colour.length === 9 ? { stroke, opacity: hundredths(Number.parseInt(colour.slice(7), 16) / 255) } : { stroke };
}

function own(colour: string): OwnColour {
  if (!/^#[\da-f]{6}$/i.test(colour)) throw new RangeError(`"${colour}" is no colour of six hex digits`);
  return colour as OwnColour;
}
