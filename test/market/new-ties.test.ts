import { expect, test } from 'vitest';
import { VALUES } from '../../sim/consumer/state.ts';
import { changeTies } from '../../sim/market/change-ties.ts';
import type { Onlooker } from '../../sim/market/onlooker.ts';
import { newWorld, type World } from '../../sim/market/world.ts';
import { generateNetwork } from '../../sim/network/generators.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { smallScenario } from './settings.ts';
import { tiesOf } from './steps.ts';

interface Change {
  readonly a: number;
  readonly b: number;
  readonly week: number;
}

/** Ties that ended and formed over some weeks in a market that does nothing else, and everybody's ties as each week began. */
function changes(ties: Record<string, number>, weeks = 12, network: Record<string, unknown> = { kind: 'tribal', people: 300 }) {
  const scenario = smallScenario({ ties: { strengthen: 0, ...ties }, network });
  const ended: Change[] = [];
  const formed: Change[] = [];
  const onlooker: Onlooker = {
    look: () => undefined,
    heard: () => undefined,
    tied: (week, a, b) => void formed.push({ week, a, b }),
    parted: (week, a, b) => void ended.push({ week, a, b }),
  };
  const { redraw: _, ...spec } = scenario.network;
  const world: World = newWorld({
    settings: scenario,
    network: generateNetwork(spec as Parameters<typeof generateNetwork>[0], keysFromSeed('ties')),
    strategy: { name: 'nothing', plan: [], claims: ['acquire'] },
    seed: 'ties',
    replicate: 0,
    tiesChange: true,
    onlooker,
  });
  const before: Set<number>[][] = [];
  for (let week = 0; week < weeks; week++) {
    before.push(tiesOf(world.ties, world.people.n).map((own) => new Set(own.map(({ other }) => other))));
    changeTies(world);
    world.week++;
  }
  return { world, ended, formed, before };
}

test('with closure alone every new tie closes a triangle, without it hardly any does', () => {
  const closing = (closure: number) => {
    const { formed, before, ended } = changes({ closure, bridgeSurvival: 0.9, embeddedSurvival: 0.95, outsiders: 1 });
    expect(formed.length).toBeGreaterThan(200);
    const share = formed.filter(({ week, a, b }) => {
      // Ties change one after another within a week: those who were tied when it began, or became so during it.
      const friends = (person: number) => {
        const now = new Set(before[week][person]);
        for (const each of formed) if (each.week === week && each.a === person) now.add(each.b);
        for (const each of formed) if (each.week === week && each.b === person) now.add(each.a);
        return now;
      };
      return [...friends(a)].some((friend) => friend !== b && friends(friend).has(b));
    }).length;
    expect(Math.abs(ended.length - formed.length)).toBeLessThan(0.1 * ended.length);
    return share / formed.length;
  };
  expect(closing(1e6)).toBeGreaterThan(0.999);
  expect(closing(0)).toBeLessThan(0.85);
});

test('new ties start at .3, go both ways, and join different people once', () => {
  const { world, formed } = changes({ keep: 1, bridgeSurvival: 0.95, embeddedSurvival: 0.97 }, 1);
  const own = tiesOf(world.ties, world.people.n);
  expect(formed.length).toBeGreaterThan(30);
  for (const { a, b } of formed) {
    expect(a).not.toBe(b);
    const tie = own[a].find(({ other }) => other === b);
    expect(tie).toEqual({ other: b, strength: Math.fround(0.3), hears: true, tells: true });
  }
  expect(new Set(formed.map(({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}`)).size).toBe(formed.length);
});

test('strangers of other tribes are accepted as often as outsiders says', () => {
  // Without closure everybody is as likely to be met: acceptance alone decides who becomes tied.
  const crossing = (outsiders: number) => {
    const { formed, world } = changes({ closure: 0, outsiders, bridgeSurvival: 0.8, embeddedSurvival: 0.9 });
    return formed.filter(({ a, b }) => world.people.tribe[a] !== world.people.tribe[b]).length / formed.length;
  };
  expect(crossing(0)).toBe(0);
  const [open, half] = [crossing(1), crossing(0.5)];
  const odds = (share: number) => share / (1 - share);
  expect(odds(half) / odds(open)).toBeGreaterThan(0.35);
  expect(odds(half) / odds(open)).toBeLessThan(0.75);
});

test('the more alike their values are, the likelier two who meet become tied', () => {
  const { formed, world } = changes({ closure: 0, outsiders: 1, bridgeSurvival: 0.8, embeddedSurvival: 0.9 });
  const { values, n } = world.people;
  const cosine = (a: number, b: number) => {
    let sum = 0;
    for (let k = 0; k < VALUES; k++) sum += values[a * VALUES + k] * values[b * VALUES + k];
    return sum;
  };
  // Met evenly and accepted by (1 + cos) / 2, the mean cosine of new ties is E[c (1 + c)] / E[1 + c] over all pairs.
  let [weight, expected, square] = [0, 0, 0];
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < a; b++) {
      const c = cosine(a, b);
      weight += 1 + c;
      expected += c * (1 + c);
      square += c * c * (1 + c);
    }
  }
  expected /= weight;
  const error = Math.sqrt((square / weight - expected ** 2) / formed.length);
  const mean = formed.reduce((sum, { a, b }) => sum + cosine(a, b), 0) / formed.length;
  expect(Math.abs(mean - expected)).toBeLessThan(5 * error);
  expect(expected).toBeGreaterThan(8 * error);
});

test('those who lost a tie look for another first; the rest comes from anybody', () => {
  const { ended, formed } = changes({ bridgeSurvival: 0.8, embeddedSurvival: 0.9, closure: 1, outsiders: 1 }, 1);
  const losers = new Set(ended.map(({ a }) => a));
  expect(formed.filter(({ a }) => losers.has(a)).length / formed.length).toBeGreaterThan(0.9);
  expect(ended.length).toBeGreaterThan(100);
});

test('without change nothing changes; what silence takes is taken, down to the weakest', () => {
  const still = changes({ bridgeSurvival: 1, embeddedSurvival: 1, keep: 1 }, 5);
  expect([still.ended, still.formed]).toEqual([[], []]);
  const { world } = changes({ bridgeSurvival: 0.5, embeddedSurvival: 0.999, keep: 0.9 }, 60, {
    kind: 'ring',
    people: 200,
    neighboursPerSide: 2,
  });
  const strengths = tiesOf(world.ties, 200).flatMap((own) => own.map(({ strength }) => strength));
  expect(Math.min(...strengths)).toBeCloseTo(0.05, 6);
  // Over a week ties that nobody talks over keep 90 % in the mean.
  const once = changes({ bridgeSurvival: 0.5, embeddedSurvival: 0.999, keep: 0.9 }, 1, {
    kind: 'ring',
    people: 4000,
    neighboursPerSide: 2,
    strength: 0.8,
  });
  const tied = new Set(once.formed.map(({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}`));
  const kept = tiesOf(once.world.ties, 4000).flatMap((own, i) =>
    own.filter(({ other }) => !tied.has(`${Math.min(i, other)} ${Math.max(i, other)}`)).map(({ strength }) => strength / Math.fround(0.8)),
  );
  expect(Math.abs(kept.reduce((sum, each) => sum + each, 0) / kept.length - 0.9)).toBeLessThan(0.01);
});

test('where embedded ties are the ones that do not last, it is they that are lost', () => {
  const lost = (given: Record<string, number>) => {
    const { ended, before } = changes({ ...given, closure: 0 }, 1);
    const embedded = ended.filter(({ a, b }) => [...before[0][a]].some((each) => before[0][b].has(each))).length;
    return { embedded, bridges: ended.length - embedded };
  };
  expect(lost({ bridgeSurvival: 1, embeddedSurvival: 0.9 }).bridges).toBeLessThan(3);
  expect(lost({ bridgeSurvival: 1, embeddedSurvival: 0.9 }).embedded).toBeGreaterThan(20);
  expect(lost({ bridgeSurvival: 0.5, embeddedSurvival: 1 }).embedded).toBe(0);
});
