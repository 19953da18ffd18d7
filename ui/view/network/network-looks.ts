import { colour } from '../../../sim/chart/palette.ts';
import type { Replay } from '../../../sim/experiment/replay/replay.ts';
import type { Line } from './lines-of.ts';
import type { Inks, LineLook, NodeLook } from './picture.ts';
import { type Ground, LINE_COLOURS, veiled } from './state-colours.ts';

/** Up to so many lines of talk are drawn in full colour. */
const CLEAR_LINES = 150;
const LEAST_SEEN = 0.3;

/** What is looked at, and how. */
export interface Sight {
  readonly replay: Replay;
  /** Colour of each node. */
  readonly colourOf: (node: number) => string;
  readonly nameOf: (node: number) => string;
  /** Lines to draw between nodes, by `a * nodes + b`. */
  readonly lines: ReadonlyMap<number, Line>;
  /** The person whose story is told, and their contacts. */
  readonly chosen: number | null;
  readonly contacts: ReadonlySet<number>;
  /** Show nobody but the chosen person and their contacts. */
  readonly alone: boolean;
  readonly ground: Ground;
  readonly inks: Inks;
}

/** @param read a colour that the page may have set, by its name */
export function inksOf(ground: Ground, read: (name: string) => string = () => ''): Inks {
  const dark = ground === 'dark';
  return {
    ink: read('--chart-ink') || colour('ink', ground),
    paper: read('--chart-paper') || colour('paper', ground),
    tie: dark ? '#8fa0b44d' : '#5b6b7e40',
    muted: read('--chart-muted') || colour('muted', ground),
    faint: dark ? '#2a3037' : '#e6e9ed',
  };
}

/** Radius of a node, in pixels: the more there are the smaller. */
export function nodeSize(nodes: number): number {
  return Math.max(2.2, Math.min(9, 110 / Math.sqrt(nodes)));
}

export function nodeLook({ chosen, contacts, colourOf, nameOf, alone, inks }: Sight, node: number, size: number): NodeLook {
  const isChosen = chosen === node;
  const near = chosen === null || isChosen || contacts.has(node);
  return {
    size: isChosen ? size * 1.8 : near && chosen !== null ? size * 1.25 : size,
    colour: near ? colourOf(node) : inks.faint,
    label: nameOf(node),
    hidden: alone && !near,
    chosen: isChosen,
    layer: isChosen ? 3 : near ? 2 : 0,
  };
}

export function lineLook(sight: Sight, pair: number): LineLook {
  const { replay, lines, chosen, inks } = sight;
  const nodes = replay.people.length;
  const line = lines.get(pair) ?? 'tie';
  const own = chosen !== null && (Math.floor(pair / nodes) === chosen || pair % nodes === chosen);
  return {
    hidden: chosen !== null && !own,
    colour: line !== 'tie' ? talkColour(sight, line, own) : own ? inks.muted : inks.tie,
    width: line === 'tie' ? (own ? 1 : 0.6) : 1.6,
    layer: line === 'tie' ? 0 : 1,
  };
}

/** The more talk there is, the paler each line, so that people are seen between them. */
function talkColour({ ground, inks, lines }: Sight, line: Exclude<Line, 'tie'>, own: boolean): string {
  const full = LINE_COLOURS[ground][line];
  return own ? full : veiled(full, inks.paper, Math.max(LEAST_SEEN, Math.min(1, CLEAR_LINES / lines.size)));
}
