import type { Replay, ReplayState } from '../../../sim/experiment/replay/replay.ts';
import { type LinesShown, TALK_WEEKS } from './lines-of.ts';
import { type Ground, type LegendEntry, LINE_COLOURS, legendOf } from './state-colours.ts';

/** What colours mean. */
export interface Legend {
  readonly heading: string;
  readonly entries: readonly LegendEntry[];
}

/** One run, week and state, as people are shown in it. */
export interface PeopleShown {
  readonly replay: Replay;
  readonly state: ReplayState;
  readonly week: number;
  readonly lines: LinesShown;
}

export function peopleLegends({ replay, state, week, lines }: PeopleShown, ground: Ground): Legend[] {
  const row = week * replay.people.length;
  const people = { heading: state.title, entries: legendOf(state, state.values.subarray(row, row + replay.people.length), ground) };
  return lines === 'talk' ? [people, { heading: 'Lines', entries: talkEntries(ground) }] : [people];
}

export function tribeLegends(state: ReplayState, ground: Ground): Legend[] {
  return [{ heading: state.title, entries: legendOf(scaleOf(state), new Uint8Array(0), ground) }];
}

/** The scale of a tribe's mean: a share has the same as a measure from 0 to 1. */
export function scaleOf(state: ReplayState): ReplayState {
  return state.categories === null ? state : { ...state, categories: null, low: 0, high: 1 };
}

/** What a tribe's mean is. */
export function meanMeaning({ categories, meaning }: ReplayState): string {
  return categories === null ? `Mean of the tribe: ${meaning}` : `Share of the tribe: ${meaning}`;
}

function talkEntries(ground: Ground): LegendEntry[] {
  const colours = LINE_COLOURS[ground];
  return [
    { colour: colours.for, text: `good said in the last ${TALK_WEEKS} weeks`, count: null },
    { colour: colours.against, text: 'ill said', count: null },
    { colour: colours.useful, text: 'something useful passed on', count: null },
  ];
}
