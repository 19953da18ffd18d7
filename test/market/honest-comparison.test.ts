import { describe, expect, test } from 'vitest';
import { grants, PRESETS, type Strategy, weeklyInterest } from '../../sim/brand/index.ts';
import { runDigest } from '../../sim/experiment/digest.ts';
import { series } from '../../sim/market/recording.ts';
import { runOf, smallScenario } from './settings.ts';

const push = PRESETS.find((preset) => preset.name === 'push') as Strategy;
const learn = PRESETS.find((preset) => preset.name === 'learn-and-relate') as Strategy;

describe('no label reaches a consumer', () => {
  test('swapping the names of two strategies leaves both runs byte-identical', () => {
    const scenario = smallScenario();
    for (const strategy of [push, learn]) {
      const other = strategy === push ? learn : push;
      expect(runDigest(runOf(scenario, { ...strategy, name: other.name }))).toBe(runDigest(runOf(scenario, strategy)));
    }
    expect(runDigest(runOf(scenario, push))).not.toBe(runDigest(runOf(scenario, learn)));
  });

  test('the names of brands and scenarios change nothing either', () => {
    const brands = [{ name: 'x' }, { name: 'y', strategy: 'learn-and-relate' }];
    const renamed = [{ name: 'y' }, { name: 'x', strategy: 'learn-and-relate' }];
    expect(runDigest(runOf(smallScenario({ brands }), push))).toBe(
      runDigest(runOf(smallScenario({ name: 'other', brands: renamed }), push)),
    );
  });
});

describe('equal money', () => {
  const interest = weeklyInterest(0.12);
  const presentValue = (schedule: Float64Array) => schedule.reduce((sum, money, week) => sum + money / (1 + interest) ** week, 0);

  test('every shape over time has the same present value', () => {
    const even = presentValue(grants(push, 1000, 156, interest));
    for (const budget of [
      [
        { week: 0, level: 1, linear: true },
        { week: 155, level: 0 },
      ],
      [
        { week: 0, level: 0 },
        { week: 100, level: 3 },
      ],
      [
        { week: 0, level: 0, linear: true },
        { week: 26, level: 5 },
        { week: 60, level: 0.1 },
      ],
    ]) {
      expect(presentValue(grants({ ...push, budget }, 1000, 156, interest))).toBeCloseTo(even, 6);
    }
  });

  test('all presets are granted the same, and spend or keep it', () => {
    const scenario = smallScenario();
    const granted = PRESETS.map((preset) => {
      const recording = runOf(scenario, preset);
      const [budget, spend, balance] = (['budget', 'spend', 'balance'] as const).map((name) => series(recording, name));
      const final = spend.reduce((left, money, week) => left * (1 + recording.interest) + budget[week] - money, 0);
      expect(Math.abs(final - balance[recording.weeks - 1])).toBeLessThan(1e-6 * (1 + Math.abs(final)));
      return presentValue(budget);
    });
    for (const each of granted) expect(each).toBeCloseTo(granted[0], 6);
  });
});

describe('parity world', () => {
  const equal = { cost: 0.01, relevance: 0.1, intrusiveness: 1, precision: 0 };

  test('tactics with equal attributes, cost and targeting give identical runs on common random numbers', () => {
    const scenario = smallScenario({ tactics: { broadcast: equal, targeted: equal } });
    const other: Strategy = { name: 'other', plan: [{ week: 0, shares: { targeted: 1 } }], claims: ['acquire'] };
    expect(runDigest(runOf(scenario, other))).toBe(runDigest(runOf(scenario, push)));
  });

  test('and different ones as soon as an attribute differs', () => {
    const scenario = smallScenario({ tactics: { broadcast: equal, targeted: { ...equal, relevance: 0.5 } } });
    const other: Strategy = { name: 'other', plan: [{ week: 0, shares: { targeted: 1 } }], claims: ['acquire'] };
    expect(runDigest(runOf(scenario, other))).not.toBe(runDigest(runOf(scenario, push)));
  });
});

describe('no money, no effect', () => {
  test('a brand without money and without users sells nothing and nobody speaks of it', () => {
    const recording = runOf(smallScenario({ market: { budget: 0 } }), learn);
    for (const name of ['purchases', 'positiveSent', 'contactsSent', 'followers', 'spend'] as const) {
      expect(series(recording, name).every((value) => value === 0)).toBe(true);
    }
  });
});
