import ln from '@stdlib/math-base-special-ln';
import { mean } from 'simple-statistics';
import { expect, test } from 'vitest';
import { BOND, FAMILIARITY, IRRITATION, KNOWLEDGE, READING, ROW, SATISFACTION } from '../../sim/consumer/state.ts';
import { talkProbability } from '../../sim/consumer/talk.ts';
import { choose } from '../../sim/market/choose.ts';
import { arise } from '../../sim/market/needs.ts';
import { openRecorder } from '../../sim/market/record.ts';
import { searchAndRead } from '../../sim/market/search.ts';
import { talkAndListen } from '../../sim/market/talk.ts';
import { newWorld, type World } from '../../sim/market/world.ts';
import { failTogether, forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { advance, ESTABLISHED, scenarioOf, snapshot, strategyNamed } from './market-laboratory.ts';
import { pairs } from './pairs.ts';
import { meanWhere, slopes } from './statistics.ts';

printFindings();

test('W2: talk is an asymmetric U over satisfaction', () => {
  const { talk, negativeTalk } = scenarioOf({}).consumers;
  const chance = (satisfaction: number) => talkProbability(satisfaction, talk.base, talk.positive, negativeTalk.slope, negativeTalk.voice);
  const grid = Array.from({ length: 201 }, (_, at) => (at - 100) / 100);
  failTogether(
    () =>
      find('W2 curvature', [
        slopes(
          grid.map(chance),
          grid,
          grid.map((s) => s * s),
        )[1],
      ]),
    () => find('W2 ratio', [mean(grid.filter((s) => s < 0).map(chance)) / mean(grid.filter((s) => s > 0).map(chance))]),
  );
});

/** In each pair one speaks, the other listens. */
const PEOPLE = 600;
const OCCASIONS = 24;
const isListener = (i: number) => i % 2 === 1;

/** Share of occasions on which each person would buy now, from the state as it stands, which is put back afterwards. */
function purchaseProbability(world: World): Float64Array {
  const bought = new Float64Array(PEOPLE);
  const restore = snapshot(world);
  for (let occasion = 0; occasion < OCCASIONS; occasion++) {
    world.week = 500 + occasion;
    arise(world);
    searchAndRead(world);
    choose(world);
    for (let at = 0; at < world.buyerCount; at++) bought[world.buyers[at]] += 1 / OCCASIONS;
    restore();
  }
  return bought;
}

/** Every speaker has used the brand with this satisfaction and reading, and tells; who heard exactly one report is marked. */
function report(world: World, satisfaction: number, reading: number): Uint8Array {
  const { rows, sociability } = world.people;
  for (let i = 0; i < PEOPLE; i++) {
    const row = i * ROW;
    for (const field of [BOND, IRRITATION, KNOWLEDGE]) rows[row + field] = 0;
    rows[row + READING] = isListener(i) ? -1 : reading;
    rows[row + SATISFACTION] = satisfaction;
    world.fresh[i] = 1;
    sociability[i] = 1000;
  }
  const before = rows.slice();
  talkAndListen(world);
  const { heard } = world.settings.consumers.familiarity;
  return Uint8Array.from({ length: PEOPLE }, (_, i) => {
    const left = (1 - rows[i * ROW + FAMILIARITY]) / (1 - before[i * ROW + FAMILIARITY]);
    return isListener(i) && Math.round(ln(left) / ln(1 - heard)) === 1 ? 1 : 0;
  });
}

interface Reports {
  readonly prior: Float64Array;
  readonly gain: Float64Array;
  readonly loss: Float64Array;
  readonly gained: Uint8Array;
  readonly lost: Uint8Array;
}

/**
 * Listeners who know the brand but never used it, after half a year of its advertising, and who weigh a purchase afresh (no habit): what one strong report does
 * to the chance that they buy. With their habits most people would be all but certain what to do, and a report would move few.
 */
function hearReports(seed: number): Reports {
  const scenario = scenarioOf({
    ...ESTABLISHED,
    brands: [{ ...ESTABLISHED.brands[0], familiarity: 0.15, users: 0 }],
    horizon: 26,
    mechanisms: { ties: false },
  });
  scenario.consumers.talk.listeners = 1;
  scenario.consumers.negativeTalk.listeners = 1;
  const input = {
    settings: scenario,
    network: pairs(PEOPLE),
    strategy: strategyNamed('push'),
    seed: 'reports',
    replicate: seed,
    tiesChange: false,
  };
  const world = newWorld(input);
  advance({ world, recorder: openRecorder(world, { tribes: false, journey: false }) }, 26);
  scenario.market.need = 1;
  world.people.sated.fill(0);
  world.people.habit.fill(0);
  const restore = snapshot(world);
  const prior = purchaseProbability(world);
  // Readings .3 above and below what is expected of an unknown brand, which disappoint or delight fully.
  const gained = report(world, 1, 0.75);
  const praised = purchaseProbability(world);
  restore();
  const lost = report(world, -1, 0.15);
  const damned = purchaseProbability(world);
  return { prior, gain: praised.map((p, i) => p - prior[i]), loss: damned.map((p, i) => p - prior[i]), gained, lost };
}

test('W3: one strong report moves the probability of purchase, a good one further than a bad one', () => {
  const runs = forSeeds(SEEDS, hearReports);
  const near = ({ prior }: Reports, i: number) => Math.abs(prior[i] - 0.43) <= 0.15;
  const everybody = runs.map((run) => ({
    prior: meanWhere(run.prior, isListener),
    asymmetry: meanWhere(run.gain, (i) => run.gained[i] === 1) + meanWhere(run.loss, (i) => run.lost[i] === 1),
  }));
  expect(mean(everybody.map(({ prior }) => prior))).toBeLessThan(0.5);
  failTogether(
    () =>
      find(
        'W3 positive',
        runs.map((run) => meanWhere(run.gain, (i) => run.gained[i] === 1 && near(run, i))),
      ),
    () =>
      find(
        'W3 negative',
        runs.map((run) => meanWhere(run.loss, (i) => run.lost[i] === 1 && near(run, i))),
      ),
    () =>
      find(
        'W3 asymmetry',
        everybody.map(({ asymmetry }) => asymmetry),
      ),
  );
});
