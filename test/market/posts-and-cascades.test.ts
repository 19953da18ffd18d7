import { expect, test } from 'vitest';
import { FAMILIARITY, FOLLOWER, ROW } from '../../sim/consumer/state.ts';
import { openRecorder } from '../../sim/market/record.ts';
import { series } from '../../sim/market/recording.ts';
import { week } from '../../sim/market/week.ts';
import { runOf, smallScenario, worldOf } from './settings.ts';

test('a brand that spends nothing posts nothing, however many follow it', () => {
  const scenario = smallScenario({ consumers: { followers: { seePost: 1 } }, horizon: 4 }, 80);
  const known = (strategy: string) => {
    const world = worldOf(scenario, strategy);
    world.people.flags.fill(FOLLOWER);
    const recorder = openRecorder(world, { tribes: false, journey: false });
    week(world, recorder);
    let sum = 0;
    for (let i = 0; i < 80; i++) sum += world.people.rows[i * ROW + FAMILIARITY];
    return sum;
  };
  expect(known('nothing')).toBe(0);
  expect(known('relate-only')).toBeGreaterThan(0);
});

test('knowledge that is passed on and on runs deeper than one step, and fades before it runs on for ever', () => {
  const scenario = smallScenario({ consumers: { sharing: { base: 0.9 }, talk: { listeners: 6 } }, horizon: 30 }, 200);
  const recording = runOf(scenario, 'learn-and-relate');
  const depth = series(recording, 'cascadeDepth');
  expect(Math.max(...depth)).toBeGreaterThan(1);
  expect(Math.max(...depth)).toBeLessThanOrEqual(16);
  // Whoever passes something on makes a cascade at least one step deep, and nobody else does.
  const sent = series(recording, 'knowledgeSent');
  expect(Array.from(depth, (each) => each > 0)).toEqual(Array.from(sent, (each) => each > 0));
});

test('a brand that pays nobody to read hears no voices', () => {
  const heard = (strategy: string) => {
    const world = worldOf(smallScenario({ brands: [{ users: 0.3 }], horizon: 12 }, 120), strategy);
    const recorder = openRecorder(world, { tribes: false, journey: false });
    let most = 0;
    for (let w = 0; w < 12; w++) {
      week(world, recorder);
      most = Math.max(most, world.seen.voices[0]);
    }
    return most;
  };
  expect(heard('push')).toBe(0);
  expect(heard('learn-and-relate')).toBeGreaterThan(0);
});

test('reading is bounded by what is paid for and by who talks', () => {
  const reads = (budget: number) => {
    const scenario = smallScenario({ brands: [{ users: 0.4 }], market: { budget }, horizon: 6 }, 120);
    const world = worldOf(scenario, { name: 'reader', plan: [{ week: 0, shares: { listen: 1 } }], claims: ['acquire'] });
    const recorder = openRecorder(world, { tribes: false, journey: false });
    return Array.from({ length: 5 }, () => {
      const before = world.brands[0].knowledge.researched;
      week(world, recorder);
      return { read: world.brands[0].knowledge.researched - before, voices: world.seen.voices[0] / world.scale };
    });
  };
  // Money for all: everybody who talks is read.
  const rich = reads(5);
  expect(rich.some(({ read }) => read > 0)).toBe(true);
  for (const { read, voices } of rich) expect(read).toBeCloseTo(voices, 6);
  // A hundred a week for a million people, and half a unit for each who is read: two hundred a week, and what was saved before anybody talked.
  const poor = reads(0.0001);
  const all = poor.reduce((sum, { read }) => sum + read, 0);
  expect(Math.abs(all - 5 * 200)).toBeLessThan(5);
  expect(poor[4].voices).toBeGreaterThan(poor[4].read);
});
