import { describe, expect, it } from 'vitest';
import { KNOWLEDGE_TONE, NO_VALUE } from '../../../sim/experiment/replay/codes.ts';
import { replayRun } from '../../../sim/experiment/replay/replay.ts';
import { parseScenario } from '../../../sim/scenario/index.ts';
import { linesOf, TALK_WEEKS } from '../../../ui/view/network/lines-of.ts';
import { personReasons } from '../../../ui/view/network/person-reasons.ts';
import { eventsOf, portraitOf, spellsOf } from '../../../ui/view/network/person-story.ts';
import { startPlaces } from '../../../ui/view/network/start-places.ts';
import { coloursOf, legendOf, measureOf, stateText } from '../../../ui/view/network/state-colours.ts';
import { contactsOf, TieClock } from '../../../ui/view/network/tie-clock.ts';
import { tribePlaces } from '../../../ui/view/network/tribe-places.ts';

const weeks = 24;
const scenario = parseScenario({
  name: 'seen',
  network: { kind: 'tribal', people: 480 },
  market: { need: 0.2 },
  horizon: weeks,
  strategies: ['learn-and-relate'],
});
const replay = replayRun({ scenario, network: null }, { strategy: 0, replicate: 0, brand: 0, tribe: null });
const nodes = replay.people.length;
const nameOf = (node: number) => `N${node}`;
const rows = (words: Uint32Array, width: number) =>
  Array.from({ length: words.length / width }, (_, at) => [...words.subarray(at * width, (at + 1) * width)]);

/** Ties after so many weeks, by going through all that happened. */
function tiesBySlowWay(week: number): number[] {
  const balance = new Map<number, number>();
  const add = (a: number, b: number, change: number) => balance.set(a * nodes + b, (balance.get(a * nodes + b) ?? 0) + change);
  for (const [a, b] of rows(replay.ties, 2)) add(a, b, 1);
  for (const [at, a, b] of rows(replay.formed, 3)) if (at < week) add(a, b, 1);
  for (const [at, a, b] of rows(replay.ended, 3)) if (at < week) add(a, b, -1);
  return [...balance].filter(([, count]) => count > 0).map(([pair]) => pair);
}

describe('ties by week', () => {
  it('are the same whichever way one came to the week', () => {
    const clock = new TieClock(replay);
    for (const week of [0, 24, 3, 4, 5, 12, 1, 24, 0]) expect(new Set(clock.at(week))).toEqual(new Set(tiesBySlowWay(week)));
  });

  it('keep of the close ones those that were close at the start and last', () => {
    const close = new TieClock(replay, true);
    const first = new Set(close.at(0));
    expect(first.size).toBe(replay.strengths.filter((strength) => strength >= 0.5).length);
    for (const week of [8, 24]) {
      expect([...close.at(week)].every((pair) => first.has(pair))).toBe(true);
      expect(close.at(week).size).toBeLessThan(first.size);
    }
  });

  it('give everybody their contacts, both ways', () => {
    const ties = new TieClock(replay).at(10);
    const degrees = Array.from({ length: nodes }, (_, node) => contactsOf(ties, nodes, node));
    expect(degrees.reduce((sum, contacts) => sum + contacts.length, 0)).toBe(2 * ties.size);
    for (const other of degrees[7]) expect(degrees[other]).toContain(7);
  });
});

describe('lines', () => {
  const clocks = { all: new TieClock(replay), close: new TieClock(replay, true) };

  it('of talk are the pairs that talked in the last weeks, and nobody else', () => {
    for (const week of [1, 10, 24]) {
      const talked = rows(replay.messages, 4).filter(([at]) => at < week && at >= week - TALK_WEEKS);
      const pairs = new Set(talked.map(([, a, b]) => Math.min(a, b) * nodes + Math.max(a, b)));
      expect(new Set(linesOf(replay, clocks, 'talk', week, null).keys())).toEqual(pairs);
    }
  });

  it('say how the last message was meant', () => {
    const lines = linesOf(replay, clocks, 'talk', 24, null);
    const last = new Map(rows(replay.messages, 4).map(([, a, b, what]) => [Math.min(a, b) * nodes + Math.max(a, b), what & 255]));
    for (const [pair, line] of lines) {
      const tone = last.get(pair) as number;
      expect(line).toBe(tone === KNOWLEDGE_TONE ? 'useful' : tone > KNOWLEDGE_TONE ? 'for' : 'against');
    }
    expect(lines.size).toBeGreaterThan(10);
  });

  it('of somebody who is chosen are all their ties', () => {
    const lines = linesOf(replay, clocks, 'none', 12, 3);
    expect(lines.size).toBe(contactsOf(clocks.all.at(12), nodes, 3).length);
    expect(linesOf(replay, clocks, 'none', 12, null).size).toBe(0);
    expect(linesOf(replay, clocks, 'all', 12, null).size).toBe(clocks.all.at(12).size);
  });
});

describe('the story of a person', () => {
  it('covers every week with a stage, and never the same twice in a row', () => {
    for (const node of [0, 50, 239]) {
      const spells = spellsOf(replay, node);
      expect(spells[0].from).toBe(0);
      expect(spells.at(-1)?.to).toBe(weeks);
      for (let at = 1; at < spells.length; at++) {
        expect(spells[at].from).toBe(spells[at - 1].to + 1);
        expect(spells[at].stage).not.toBe(spells[at - 1].stage);
      }
    }
  });

  it('tells all talk and all choices of all people', () => {
    const stories = Array.from({ length: nodes }, (_, node) => eventsOf(replay, node, nameOf));
    const all = stories.flat();
    const kind = (wanted: string) => all.filter((event) => event.kind === wanted).length;
    expect(kind('heard')).toBe(replay.messages.length / 4);
    expect(kind('said')).toBe(replay.messages.length / 4);
    expect(kind('choice')).toBe(replay.decisions.rows.length / 5);
    for (const story of stories) {
      for (let at = 1; at < story.length; at++) expect(story[at].week).toBeGreaterThanOrEqual(story[at - 1].week);
    }
    const buyer = all.find(({ text }) => text.includes('buys the brand instead'));
    expect(buyer?.text).toMatch(
      /^A need comes up; (without much thought|after thinking it over), buys the brand instead of what was in use\./,
    );
  });

  it('says what had won over whoever bought, in shares that add up', () => {
    let buyers = 0;
    for (let node = 0; node < nodes; node++) {
      const purchases = eventsOf(replay, node, nameOf).filter(({ text }) => /buys the brand/.test(text)).length;
      const chart = personReasons(replay, node);
      expect(chart === null).toBe(purchases === 0);
      if (chart === null) continue;
      buyers++;
      expect(chart.rows.map(({ name }) => name)).toEqual([
        'First purchase',
        ...(purchases === 2 ? ['The later one'] : purchases > 2 ? [`${purchases - 1} later ones`] : []),
      ]);
      for (const { parts } of chart.rows) expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    expect(buyers).toBeGreaterThan(3);
  });

  it('says who it is', () => {
    const [drive, job, manner] = portraitOf(replay, 5);
    expect(drive).toMatch(/wish to (acquire|bond|comprehend|defend) \(\d+ % of four drives\); values [\w-]+ and [\w-]+ most/);
    expect(job).toMatch(/(functional|emotional|social) job/);
    expect(manner).toMatch(/conformity 0\.\d\d of 1/);
  });
});

describe('colours of states', () => {
  it('tell categories apart and count everybody', () => {
    for (const state of replay.states.filter(({ categories }) => categories !== null)) {
      const legend = legendOf(state, state.values.subarray(0, nodes), 'light');
      expect(legend.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(nodes);
      expect(new Set(legend.map(({ colour }) => colour)).size).toBe(legend.length);
    }
  });

  it('grow from one end of a scale to the other, apart from having none', () => {
    const trust = replay.states.find(({ name }) => name === 'trust');
    if (trust === undefined) throw new Error('no trust');
    for (const ground of ['light', 'dark'] as const) {
      const colours = coloursOf(trust, ground);
      expect(new Set(colours).size).toBeGreaterThan(150);
      expect(colours.every((colour) => /^#[0-9a-f]{6}$/.test(colour))).toBe(true);
      expect(colours[NO_VALUE]).not.toBe(colours[254]);
    }
    expect(measureOf(trust, 127)).toBeCloseTo(0.5, 9);
    expect(stateText(trust, NO_VALUE)).toBe('none yet');
  });
});

describe('places', () => {
  it('put the people of a tribe together, everybody apart, always the same', () => {
    const places = startPlaces(replay.tribes);
    expect(startPlaces(replay.tribes)).toEqual(places);
    const at = (node: number) => [places[2 * node], places[2 * node + 1]] as const;
    const centre = (tribe: number) => {
      const members = Array.from(replay.tribes.keys()).filter((node) => replay.tribes[node] === tribe);
      return [0, 1].map((k) => members.reduce((sum, node) => sum + at(node)[k], 0) / members.length);
    };
    const centres = new Map([...new Set(replay.tribes)].map((tribe) => [tribe, centre(tribe)]));
    for (let node = 0; node < nodes; node++) {
      const [x, y] = at(node);
      const distance = (tribe: number) => Math.hypot(x - (centres.get(tribe)?.[0] ?? 0), y - (centres.get(tribe)?.[1] ?? 0));
      const nearest = [...centres.keys()].sort((a, b) => distance(a) - distance(b))[0];
      expect(nearest).toBe(replay.tribes[node]);
    }
    expect(new Set(Array.from({ length: nodes }, (_, node) => at(node).join())).size).toBe(nodes);
  });

  it('of tribes lie within the map, none over another', () => {
    const sizes = Uint32Array.from({ length: 40 }, (_, at) => 400 - 9 * at);
    const ties = Uint32Array.from(Array.from({ length: 39 }, (_, at) => [at, at + 1, 50 - at]).flat());
    const places = tribePlaces({ sizes, ties }, 600);
    for (const { x, y, radius } of places) {
      for (const value of [x, y]) {
        expect(value - radius).toBeGreaterThan(-0.01);
        expect(value + radius).toBeLessThan(600.01);
      }
    }
    for (const [a, one] of places.entries()) {
      for (const other of places.slice(0, a))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
    }
    expect(places[0].radius / places[10].radius).toBeCloseTo(Math.sqrt(sizes[0] / sizes[10]), 6);
  });
});
