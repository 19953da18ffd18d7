import { expect } from 'vitest';
import { act, settleAccounts } from '../../sim/market/act.ts';
import { changeTies } from '../../sim/market/change-ties.ts';
import { choose } from '../../sim/market/choose.ts';
import { forget } from '../../sim/market/forget.ts';
import { meetAndConform } from '../../sim/market/meet.ts';
import { arise } from '../../sim/market/needs.ts';
import { openRecorder, type Recorder, record } from '../../sim/market/record.ts';
import { searchAndRead } from '../../sim/market/search.ts';
import { talkAndListen } from '../../sim/market/talk.ts';
import { HEARS, isMarked, partnerAt, strengthAt, TELLS, type Ties } from '../../sim/market/ties.ts';
import { use } from '../../sim/market/use.ts';
import type { World } from '../../sim/market/world.ts';
import { networkFor, smallScenario, worldOf } from './settings.ts';
import { EVERYTHING, LIVELY } from './stored-runs.ts';

const STEPS = { forget, arise, act, searchAndRead, talkAndListen, meetAndConform, choose, use, changeTies, settleAccounts } as const;
export type Step = keyof typeof STEPS;

/** A twin of a step: sees the world before it, and afterwards checks what the step made of it. */
export type Twin = (world: World) => (world: World) => void;

/** A market in which everything happens: rivals, tribes that like and dislike each other, money for every tactic. */
export function livelyWorld(given: Record<string, unknown> = {}, people = 150): World {
  const scenario = smallScenario(
    {
      ...LIVELY,
      ...given,
      consumers: {
        ...LIVELY.consumers,
        regard: { likedShare: 0.3, dislikedShare: 0.4 },
        advocacy: { rate: 0.3 },
        sharing: { base: 0.5 },
        conformity: { weight: 0.15 },
        ...(given.consumers as object),
      },
    },
    people,
  );
  return worldOf(scenario, EVERYTHING, { network: networkFor(scenario) });
}

/** Lets a market live for some weeks, one step beside its twin. */
export function besideTwin(world: World, weeks: number, step: Step, twin: Twin): void {
  const recorder = openRecorder(world, { tribes: false, journey: false });
  for (let week = 0; week < weeks; week++) {
    for (const [name, run] of Object.entries(STEPS)) {
      const check = name === step ? twin(world) : null;
      run(world);
      check?.(world);
    }
    record(world, recorder);
    world.week++;
  }
}

/** A recorder beside a market that has lived for some weeks; its last week is still to be recorded. */
export function livedIn(world: World, weeks: number, observe = { tribes: true, journey: true }): Recorder {
  const recorder = openRecorder(world, observe);
  for (let week = 0; week < weeks; week++) {
    if (week > 0) {
      record(world, recorder);
      world.week++;
    }
    for (const run of Object.values(STEPS)) run(world);
  }
  return recorder;
}

/** One tie, seen from one end. */
export interface TieEnd {
  readonly other: number;
  readonly strength: number;
  readonly hears: boolean;
  readonly tells: boolean;
}

/** Everybody's ties, in the order in which they are kept. */
export function tiesOf(ties: Ties, people: number): TieEnd[][] {
  return Array.from({ length: people }, (_, person) =>
    Array.from({ length: ties.used[person] }, (_, k) => {
      const slot = ties.start[person] + k;
      return {
        other: partnerAt(ties, slot),
        strength: strengthAt(ties, slot),
        hears: isMarked(ties, slot, HEARS),
        tells: isMarked(ties, slot, TELLS),
      };
    }),
  );
}

/** Index of the element within whose part of the running sum a mark falls; the last one where rounding passes it, -1 where there is none. */
export function atMark(weights: readonly number[], mark: number): number {
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    sum += weight;
    if (mark < sum) return at;
  }
  return weights.length - 1;
}

/** Compares states that are kept as 32-bit floats with what they should be. */
export function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, what: string, tolerance = 2e-5): void {
  expect(found.length).toBe(expected.length);
  for (let at = 0; at < found.length; at++) {
    const allowed = tolerance * Math.max(1, Math.abs(expected[at]));
    if (!(Math.abs(found[at] - expected[at]) <= allowed) && !Object.is(found[at], expected[at])) {
      expect.fail(`${what}: number ${at} is ${found[at]}, expected ${expected[at]}`);
    }
  }
}
