import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../sim/consumer/journey.ts';
import { armsOf } from '../../../sim/experiment/arms.ts';
import { KNOWLEDGE_TONE, NO_VALUE, NOBODY, STEPS } from '../../../sim/experiment/replay/codes.ts';
import { type Replay, type ReplayRequest, replayRun } from '../../../sim/experiment/replay/replay.ts';
import { networkOf, prepareExperiment } from '../../../sim/experiment/replicate.ts';
import type { ColumnName } from '../../../sim/market/columns.ts';
import { valueAt } from '../../../sim/market/recording.ts';
import { parseScenario } from '../../../sim/scenario/index.ts';

const scenario = parseScenario({
  name: 'replayed',
  network: { kind: 'tribal', people: 300 },
  horizon: 30,
  market: { need: 0.15 },
  brands: [{ name: 'ours' }, { name: 'theirs', familiarity: 0.6, users: 0.3, strategy: 'push' }],
  strategies: ['learn-and-relate', 'relate-only'],
});
const input = { scenario, network: null };
const request: ReplayRequest = { strategy: 0, replicate: 2, brand: 0, tribe: null };
const replay = replayRun(input, request);
const { recording, digest } = prepareExperiment(input).run(0, 2);

const values = (of: Replay, name: string): Uint8Array => {
  const state = of.states.find((each) => each.name === name);
  if (state === undefined) throw new Error(name);
  return state.values;
};
const inWeek = (of: Replay, name: string, week: number) =>
  values(of, name).subarray(week * of.people.length, (week + 1) * of.people.length);
const count = (bytes: Uint8Array, wanted: number) => bytes.reduce((sum, byte) => sum + (byte === wanted ? 1 : 0), 0);

describe('replay', () => {
  it('is the run of the comparison', () => {
    expect(replay.digest).toBe(digest);
    expect(replay.people).toHaveLength(300);
  });

  it.each(Array.from(STAGES.entries()))('shows as many people as were recorded at stage %i %s', (stage, name) => {
    const column = `stage${name[0].toUpperCase()}${name.slice(1)}` as ColumnName;
    for (let week = 0; week < 30; week++) expect(count(inWeek(replay, 'stage', week + 1), stage)).toBe(valueAt(recording, column, week));
  });

  it('shows users and buyers as recorded, of each brand', () => {
    for (const brand of [0, 1]) {
      const seen = replayRun(input, { ...request, brand });
      for (let week = 0; week < 30; week++) {
        expect(count(inWeek(seen, 'uses', week + 1), brand + 1)).toBe(valueAt(recording, 'active', week, brand));
        expect(count(inWeek(seen, 'bought', week + 1), 1)).toBe(valueAt(recording, 'adopters', week, brand));
      }
    }
    expect(count(inWeek(replay, 'uses', 0), 2)).toBeGreaterThan(50);
  });

  it.each([
    ['affect', -1, 1],
    ['belief', 0, 1],
    ['trust', 0, 1],
    ['fit', 0, 1],
    ['bond', 0, 1],
  ] as const)('keeps %s to half a step of its scale', (name, low, high) => {
    for (const week of [0, 10, 29]) {
      const bytes = inWeek(replay, name, week + 1);
      const mean = bytes.reduce((sum, byte) => sum + low + (byte / STEPS) * (high - low), 0) / bytes.length;
      expect(Math.abs(mean - valueAt(recording, name, week))).toBeLessThan((high - low) / STEPS / 2);
    }
  });

  it('has no satisfaction for those who never used it', () => {
    const satisfied = inWeek(replay, 'satisfaction', 30);
    const bought = inWeek(replay, 'bought', 30);
    expect(bought.some((yes) => yes === 1)).toBe(true);
    for (const [node, yes] of bought.entries()) expect(satisfied[node] === NO_VALUE).toBe(yes === 0);
  });

  it('lists every message heard, of its kind', () => {
    const heard = { against: 0, knowledge: 0, for: 0 };
    for (let at = 0; at < replay.messages.length; at += 4) {
      const [week, speaker, listener, what] = replay.messages.subarray(at, at + 4);
      expect(week).toBeLessThan(30);
      expect(speaker).not.toBe(listener);
      expect(speaker).not.toBe(NOBODY);
      if (what >> 8 !== 0) continue;
      const tone = what & 255;
      heard[tone === KNOWLEDGE_TONE ? 'knowledge' : tone < KNOWLEDGE_TONE ? 'against' : 'for']++;
    }
    const total = (name: ColumnName) => Array.from({ length: 30 }, (_, week) => valueAt(recording, name, week)).reduce((a, b) => a + b, 0);
    expect(heard.against + heard.knowledge + heard.for).toBe(total('negativeHeard') + total('knowledgeHeard') + total('positiveHeard'));
    // A view of almost nothing rounds to the tone of knowledge.
    expect(Math.abs(heard.knowledge - total('knowledgeHeard'))).toBeLessThan(0.02 * total('knowledgeHeard') + 5);
    expect(heard.for).toBeGreaterThan(0);
    expect(replay.messagesLost).toBe(0);
  });

  it('lists the choices of all who were in market', () => {
    const purchases = new Array<number>(30).fill(0);
    const choosers = new Array<number>(30).fill(0);
    for (let at = 0; at < replay.decisions.rows.length; at += 5) {
      const [week, , choice] = replay.decisions.rows.subarray(at, at + 5);
      choosers[week]++;
      if (choice === 1) purchases[week]++;
    }
    expect(choosers).toEqual(Array.from({ length: 30 }, (_, week) => valueAt(recording, 'choosers', week)));
    expect(purchases).toEqual(Array.from({ length: 30 }, (_, week) => valueAt(recording, 'purchases', week)));
    const sources = replay.decisions.sources.length / (replay.decisions.rows.length / 5);
    expect(sources).toBe(9);
    for (let decision = 0; decision < replay.decisions.rows.length / 5; decision++) {
      const sum = replay.decisions.sources.subarray(decision * 9, decision * 9 + 9).reduce((a, b) => a + b, 0);
      if (replay.decisions.rows[decision * 5 + 2] === 0) expect(sum).toBe(0);
      else expect(Math.abs(sum - 255)).toBeLessThan(6);
    }
    // Nobody's first choice of a brand unknown by use rests on having used it.
    const ownUse = replay.decisions.sourceNames.indexOf('own use');
    const bought = new Set<number>();
    let repeats = 0;
    for (let decision = 0; decision < replay.decisions.rows.length / 5; decision++) {
      const [, node, choice] = replay.decisions.rows.subarray(decision * 5, decision * 5 + 5);
      const share = replay.decisions.sources[decision * 9 + ownUse];
      if (choice !== 1) continue;
      if (bought.has(node)) repeats += share;
      else expect(share).toBe(0);
      bought.add(node);
    }
    expect(repeats).toBeGreaterThan(0);
  });

  it('starts from the ties of the network and lets them form and end as they did', () => {
    const network = networkOf(scenario, 2);
    expect(replay.ties.length / 2).toBe(network.targets.length / 2);
    const alive = new Set(
      Array.from({ length: replay.ties.length / 2 }, (_, tie) => `${replay.ties[2 * tie]} ${replay.ties[2 * tie + 1]}`),
    );
    const events = [
      ...rows(replay.ended).map(([week, a, b]) => ({ week, key: `${a} ${b}`, gone: true })),
      ...rows(replay.formed).map(([week, a, b]) => ({ week, key: `${a} ${b}`, gone: false })),
    ];
    expect(rows(replay.ended).length).toBeGreaterThan(100);
    // A tie ends only after it was there, and forms only when it was not: balanced pair by pair.
    const balance = new Map<string, number>();
    for (const { key, gone } of events) balance.set(key, (balance.get(key) ?? 0) + (gone ? -1 : 1));
    for (const [key, change] of balance) expect([0, 1]).toContain(change + (alive.has(key) ? 1 : 0));
  });

  it('maps tribes with the means of everybody', () => {
    const { map } = replay;
    expect(map.sizes.reduce((a, b) => a + b, 0) + map.hidden.people).toBe(300);
    const week = 30 * map.tribes.length;
    const adopters = map.sizes.reduce((sum, size, at) => sum + size * map.means.bought[week + at], 0);
    expect(adopters).toBeCloseTo(valueAt(recording, 'adopters', 29), 3);
    const between = rows(map.ties).reduce((sum, [, , ties]) => sum + ties, 0);
    expect(between + map.inside.reduce((a, b) => a + b, 0)).toBe(replay.ties.length / 2);
  });

  it('names strategies as the comparison does', () => {
    expect(armsOf(scenario).map(({ name }) => name)).toEqual(['learn-and-relate', 'relate-only', 'nothing']);
    expect(replayRun(input, { ...request, strategy: 2 }).decisions.rows.length).toBeGreaterThan(0);
  });
});

describe('a replay of a market too large to show', () => {
  const large = parseScenario({ name: 'large', network: { kind: 'tribal', people: 6000 }, horizon: 3, strategies: ['push'] });

  it('shows nobody but the map, or one tribe', () => {
    const map = replayRun({ scenario: large, network: null }, { strategy: 0, replicate: 0, brand: 0, tribe: null });
    expect(map.people).toHaveLength(0);
    expect(map.population).toBe(6000);
    const [tribe] = map.map.tribes;
    const one = replayRun({ scenario: large, network: null }, { strategy: 0, replicate: 0, brand: 0, tribe });
    expect(one.people.length).toBe(Math.min(2000, one.map.sizes[0]));
    expect(one.tribes.every((each) => each === tribe)).toBe(true);
    expect(one.digest).toBe(map.digest);
  });
});

function rows(words: Uint32Array): number[][] {
  return Array.from({ length: words.length / 3 }, (_, at) => [...words.subarray(3 * at, 3 * at + 3)]);
}
