import { describe, expect, it } from 'vitest';
import { toSvg } from '../../sim/chart/index.ts';
import type { Drawing, Mark } from '../../sim/chart/marks.ts';
import { textWidth } from '../../sim/chart/text-size.ts';
import { type Replay, replayRun } from '../../sim/experiment/replay/replay.ts';
import { parseScenario } from '../../sim/scenario/index.ts';
import type { Table } from '../../sim/store/codec/index.ts';
import { linesOf } from '../../ui/view/network/lines-of.ts';
import { peopleFigure, tribesFigure } from '../../ui/view/network/network-figure.ts';
import { namesOf } from '../../ui/view/network/people-names.ts';
import { startPlaces } from '../../ui/view/network/start-places.ts';
import { coloursOf, stateText } from '../../ui/view/network/state-colours.ts';
import { contactsOf, TieClock } from '../../ui/view/network/tie-clock.ts';
import { tribePlaces } from '../../ui/view/network/tribe-places.ts';

const WEEK = 12;
const WORDS = { title: 'Who <bought>?', lead: 'A lead' };

function replayOf(network: object, horizon: number): Replay {
  const scenario = parseScenario({ name: 'x', seed: 'figure', horizon, network, market: { need: 0.2 }, strategies: ['push'] });
  return replayRun({ scenario, network: null }, { strategy: 0, replicate: 0, brand: 0, tribe: null });
}

const karate = replayOf({ kind: 'karate-club' }, WEEK);
const names = namesOf(null, 'karate-club');

function figureOf(chosen: number | null, alone = false) {
  const [state] = karate.states;
  const clocks = { all: new TieClock(karate), close: new TieClock(karate, true) };
  const sight = {
    nameOf: (node: number) => names.person(karate.people[node]),
    lines: linesOf(karate, clocks, 'all', WEEK, chosen),
    chosen,
    contacts: new Set(chosen === null ? [] : contactsOf(clocks.all.at(WEEK), 34, chosen)),
    alone,
  };
  return {
    figure: peopleFigure(sight, { replay: karate, state, week: WEEK, lines: 'all' }, startPlaces(karate.tribes), WORDS, names.tribe),
    ...sight,
    state,
  };
}

const flat = (marks: readonly Mark[]): Mark[] => marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]));
/** What is in the picture itself, without words around it and legends below. */
const picture = ({ marks }: Drawing) => flat(marks.filter(({ kind }) => kind === 'group'));
const ofKind = <K extends Mark['kind']>(marks: readonly Mark[], kind: K) =>
  marks.filter((mark) => mark.kind === kind) as Extract<Mark, { kind: K }>[];
const column = (table: Table, wanted: string): unknown[] => [...(table.columns.find(({ name }) => name === wanted)?.values ?? [])];

describe('people, taken away', () => {
  it('are all drawn, inside the picture, with every tie', () => {
    const { figure, lines } = figureOf(null);
    const drawing = figure.drawing();
    const circles = ofKind(picture(drawing), 'circle');
    expect(circles).toHaveLength(34);
    for (const { centre } of circles) {
      expect(centre[0]).toBeGreaterThan(0);
      expect(centre[0]).toBeLessThan(drawing.width);
      expect(centre[1]).toBeGreaterThan(0);
      expect(centre[1]).toBeLessThan(drawing.height);
    }
    const strokes = ofKind(picture(drawing), 'path').flatMap(({ d }) => d.match(/M/g) ?? []);
    expect(strokes).toHaveLength(lines.size);
  });

  it('are named where there is room, the chosen first, and no name lies on another', () => {
    const names = ofKind(picture(figureOf(5).figure.drawing()), 'text');
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter(({ bold }) => bold).map(({ text }) => text)).toEqual(['Person 6']);
    const boxes = names.map(({ at: [x, y], text, size, anchor }) => {
      const width = textWidth(text, size);
      return { left: anchor === 'end' ? x - width : x, width, y };
    });
    for (const [k, one] of boxes.entries()) {
      for (const other of boxes.slice(k + 1)) {
        const apart = one.left + one.width <= other.left || other.left + other.width <= one.left || Math.abs(one.y - other.y) >= 13;
        expect(apart).toBe(true);
      }
    }
  });

  it('have the colour of what they are, on white whatever the page is', () => {
    const { figure, state } = figureOf(null);
    const colours = coloursOf(state, 'light');
    const wanted = Array.from(karate.people, (_, node) => colours[state.values[WEEK * 34 + node]]);
    expect(new Set(wanted).size).toBeGreaterThan(1);
    expect(ofKind(picture(figure.drawing()), 'circle').map(({ fill }) => fill)).toEqual(wanted);
  });

  it('stand in the legend as often as in the picture', () => {
    const { figure, state } = figureOf(null);
    const drawing = figure.drawing();
    const below = ofKind(drawing.marks, 'text').map(({ text }) => text);
    const values = column(figure.table(), 'value');
    for (const category of state.categories ?? []) {
      expect(below).toContain(`${category} (${values.filter((value) => value === category).length})`);
    }
    expect(values).toEqual(Array.from(karate.people, (_, node) => stateText(state, state.values[WEEK * 34 + node])));
    expect(figure.table().rows).toBe(34);
  });

  it('are few where one looks at one person alone', () => {
    const { figure, contacts } = figureOf(0, true);
    expect(contacts.size).toBeGreaterThan(2);
    expect(ofKind(picture(figure.drawing()), 'circle')).toHaveLength(contacts.size + 1);
  });

  it('are a picture that stands alone: every colour is fixed, every name escaped', () => {
    const svg = toSvg(figureOf(3).figure.drawing(), { theme: 'light' });
    expect(svg).not.toContain('var(');
    expect(svg).toContain('Who &lt;bought&gt;?');
    for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)) expect(colour).toMatch(/^(none|#[\da-f]{6})$/i);
  });
});

describe('tribes, taken away', () => {
  const replay = replayOf({ kind: 'tribal', people: 5600 }, 2);
  const state = replay.states.find(({ name }) => name === 'bought');
  if (state === undefined) throw new Error('no state "bought"');
  const figure = tribesFigure(
    { map: replay.map, state, week: 2 },
    { places: tribePlaces(replay.map, 600), side: 600 },
    WORDS,
    namesOf(null, 'tribal').tribe,
  );

  it('are circles whose areas are in proportion to people', () => {
    const circles = ofKind(picture(figure.drawing()), 'circle');
    expect(circles).toHaveLength(replay.map.tribes.length);
    const [largest, second] = circles;
    expect((largest.radius / second.radius) ** 2).toBeCloseTo(replay.map.sizes[0] / replay.map.sizes[1], 1);
  });

  it('are rows with the mean of each', () => {
    const table = figure.table();
    expect(column(table, 'people')).toEqual([...replay.map.sizes]);
    expect(column(table, 'mean')).toEqual([...replay.map.means.bought.subarray(2 * table.rows, 3 * table.rows)]);
  });
});
