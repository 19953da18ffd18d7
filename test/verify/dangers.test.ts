import ln from '@stdlib/math-base-special-ln';
import { expect, test } from 'vitest';
import { learn } from '../../sim/consumer/belief.ts';
import { recallProbability } from '../../sim/consumer/familiarity.ts';
import { progress } from '../../sim/consumer/progress.ts';
import { BELIEF, FAMILIARITY, INTENT, JOBS, PRECISION, ROW, TRIED, TRUST } from '../../sim/consumer/state.ts';
import { changeTies } from '../../sim/market/change-ties.ts';
import { choose } from '../../sim/market/choose.ts';
import { forget } from '../../sim/market/forget.ts';
import { arise } from '../../sim/market/needs.ts';
import { series } from '../../sim/market/recording.ts';
import { newWorld } from '../../sim/market/world.ts';
import type { Scenario } from '../../sim/scenario/index.ts';
import { advance, openLaboratory, scenarioOf, strategyNamed } from './market-laboratory.ts';
import { pairs } from './pairs.ts';
import { sumOf } from './statistics.ts';

/**
 * What went wrong in earlier models of this kind, one test each. Every test measures twice: the model as it ships, and with the danger
 * let back in by taking its guard away, where the same measure must fail. So no test here can pass for want of power.
 */

test('danger: an intent stock that inflates elasticity', () => {
  const inMarket = (stock: number, change: (scenario: Scenario) => void) => {
    const scenario = scenarioOf({}, 1000);
    change(scenario);
    const { world } = openLaboratory({ scenario, replicate: 0 });
    for (let i = 0; i < world.people.n; i++) world.people.rows[i * ROW + INTENT] = stock;
    let people = 0;
    for (world.week = 0; world.week < 26; world.week++) {
      arise(world);
      people += world.marketCount;
    }
    return people;
  };
  // Ten attended, fully relevant contacts a week: as much intent as anything could pile up.
  const { gain, keep } = scenarioOf({}).consumers.intent;
  const piled = (10 * gain) / (1 - keep);
  const inflation = (change: (scenario: Scenario) => void) => inMarket(piled, change) / inMarket(0, change);
  expect(inflation(() => {})).toBeLessThan(1.3);
  expect(
    inflation((scenario) => {
      scenario.consumers.intent.need *= piled;
    }),
  ).toBeGreaterThan(1.3);
});

test('danger: beliefs that freeze', () => {
  const usesUntilHalfway = (change: (scenario: Scenario) => void) => {
    const scenario = scenarioOf({}, 50);
    change(scenario);
    const { world } = openLaboratory({ scenario, replicate: 0 });
    const { rows } = world.people;
    const { weight, use, maximum } = scenario.consumers.belief;
    const live = (worth: number) => {
      learn(rows, 0, worth, weight / use, maximum);
      forget(world);
    };
    for (let week = 0; week < 300; week++) live(0.5);
    let uses = 0;
    while (rows[BELIEF] < 0.65 && uses < 1000) {
      live(0.8);
      uses++;
    }
    return uses;
  };
  expect(usesUntilHalfway(() => {})).toBeLessThan(15);
  expect(usesUntilHalfway((scenario) => Object.assign(scenario.consumers.belief, { maximum: 1000, fade: 0 }))).toBeGreaterThan(100);
});

test('danger: social support counted twice', () => {
  const people = 4000;
  const share = 0.25;
  /** Log-odds of buying by reflection when the only peer uses and likes the brand. */
  const logOdds = (peerUses: boolean, weight: number) => {
    const scenario = scenarioOf({ horizon: 1, mechanisms: { reinforcement: false, familiarity: false } });
    scenario.consumers.support.weight = weight;
    const world = newWorld({
      settings: scenario,
      network: pairs(people),
      strategy: strategyNamed('nothing'),
      seed: 'support',
      replicate: 0,
      tiesChange: false,
    });
    const { rows, affect, present, outside, job, habit, struggle } = world.people;
    habit.fill(0);
    struggle.fill(0);
    world.marketCount = 0;
    for (let i = 0; i < people; i++) {
      job.set([0.5, 0.5 - share, share], i * JOBS);
      rows[i * ROW + FAMILIARITY] = 1;
      rows[i * ROW + PRECISION] = 15;
      rows[i * ROW + BELIEF] = outside[i] - 0.2;
      affect[i] = 0.5;
      if (i % 2 === 1) world.market[world.marketCount++] = i;
      else if (peerUses) present[i] = 0;
    }
    choose(world);
    return ln(world.buyerCount / (world.marketCount - world.buyerCount));
  };
  const { temperature } = scenarioOf({}).consumers.reflection;
  const gain = (weight: number) => (logOdds(true, weight) - logOdds(false, weight)) * (temperature / share);
  expect(gain(1)).toBeGreaterThan(0.85);
  expect(gain(1)).toBeLessThan(1.15);
  expect(gain(2)).toBeGreaterThan(1.15);

  // What use reveals holds nothing of the social side of the job.
  const worth = (job: readonly number[]) => progress(job, 0, 0.4, 0.7);
  expect(worth([0.2, 0.1, 0.7])).toBeCloseTo(worth([0.6, 0.3, 0.1]), 6);
});

test('danger: trust that drifts to a built-in win', () => {
  const leftAfterAYear = (drift: number, trust: number) => {
    const scenario = scenarioOf({}, 50);
    scenario.consumers.trust.drift = drift;
    const { world } = openLaboratory({ scenario, replicate: 0 });
    world.people.rows[TRUST] = trust;
    for (let week = 0; week < 52; week++) forget(world);
    return world.people.rows[TRUST] - scenario.consumers.trust.start;
  };
  const { drift, start } = scenarioOf({}).consumers.trust;
  // Good and bad reputations fade alike, and nobody who does nothing gains any.
  expect(leftAfterAYear(drift, start + 0.4)).toBeLessThan(0.25);
  expect(leftAfterAYear(drift, start + 0.4)).toBeCloseTo(-leftAfterAYear(drift, start - 0.4), 5);
  expect(leftAfterAYear(drift, start)).toBeCloseTo(0, 6);
  expect(leftAfterAYear(0, start + 0.4)).toBeGreaterThan(0.25);
});

test('danger: a network that dissolves', () => {
  const tiesLeft = (replaced: boolean) => {
    const { world } = openLaboratory({ scenario: scenarioOf({}, 1000), replicate: 0 });
    const before = world.ties.initial;
    if (!replaced) world.ties.initial = 0;
    for (world.week = 0; world.week < 52; world.week++) changeTies(world);
    return world.ties.count / before;
  };
  expect(tiesLeft(true)).toBeGreaterThan(0.95);
  expect(tiesLeft(true)).toBeLessThan(1.05);
  expect(tiesLeft(false)).toBeLessThan(0.8);
});

test('danger: a gate that locks everyone to what they have', () => {
  /** Share of a poor product's habitual users who are still there after two years. */
  const stay = (change: (scenario: Scenario) => void) => {
    const delivery = [0.15, 0.15, 0.15, 0.15];
    const scenario = scenarioOf({ horizon: 104, brands: [{ users: 1, familiarity: 0.5, delivery }], market: { outsideMean: 0.5 } });
    change(scenario);
    const laboratory = openLaboratory({ scenario, replicate: 0 });
    laboratory.world.people.habit.fill(0.9);
    advance(laboratory, 104);
    return series(laboratory.recorder.recording, 'active')[103] / laboratory.world.people.n;
  };
  expect(stay(() => {})).toBeLessThan(0.5);
  expect(stay((scenario) => Object.assign(scenario.consumers.dualProcess, { surprise: 0, bias: 100 }))).toBeGreaterThan(0.5);
});

test('danger: a recall threshold that makes small campaigns worthless', () => {
  const SMALL = 0.05;
  const { recallHalf } = scenarioOf({}).consumers.familiarity;
  /** How many of those who never bought recall the brand after half a year, by a rule from familiarity to recall. */
  const recalled = (budget: number, rule: (known: number) => number) => {
    const scenario = scenarioOf({ horizon: 26, brands: [{ budget }] });
    const laboratory = openLaboratory({ scenario, replicate: 0, strategy: strategyNamed('push') });
    advance(laboratory, 26);
    const { rows, flags, n } = laboratory.world.people;
    let sum = 0;
    for (let i = 0; i < n; i++) if ((flags[i] & TRIED) === 0) sum += rule(rows[i * ROW + FAMILIARITY]);
    return sum;
  };
  // A unit of money makes more people recall the brand in a small campaign, whose next contact is still news.
  const worthOfSmall = (rule: (known: number) => number) => recalled(SMALL, rule) / SMALL / recalled(1, rule);
  expect(worthOfSmall((known) => recallProbability(known, recallHalf))).toBeGreaterThan(1);
  expect(worthOfSmall((known) => (known >= 0.2 ? 1 : 0))).toBeLessThan(1);
});

test("danger: satisfaction judged against the product's own past, so that a good product pleases nobody any more", () => {
  const later = (change: (scenario: Scenario) => void) => {
    const delivery = [0.75, 0.75, 0.75, 0.75];
    const scenario = scenarioOf({
      horizon: 130,
      brands: [{ users: 1, familiarity: 0.5, delivery }],
      tactics: { cocreation: { obsolescence: 0 } },
    });
    change(scenario);
    const laboratory = openLaboratory({ scenario, replicate: 0 });
    advance(laboratory, 130);
    const { recording } = laboratory.recorder;
    return { satisfaction: sumOf(series(recording, 'satisfaction'), 104) / 26, affect: series(recording, 'affect')[129] };
  };
  const shipped = later(() => {});
  expect(shipped.satisfaction).toBeGreaterThan(0.15);
  expect(shipped.affect).toBeGreaterThan(0.15);
  // Without the comparison with the alternative only surprises are left, and they wear off.
  expect(
    later((scenario) => {
      scenario.consumers.experience.performance = 0;
    }).satisfaction,
  ).toBeLessThan(0.15);
});
