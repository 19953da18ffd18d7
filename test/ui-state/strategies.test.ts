import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRIVE_NAMES, plannedShares, STRATEGY_PRESETS, type Strategy, TACTICS } from '../../sim/scenario/vocabulary.ts';
import { FIRST_VIEW } from '../../ui/state/app-state.ts';
import { SCENARIO_PRESETS, titleOf } from '../../ui/state/presets.ts';
import { scenarioOf } from '../../ui/state/scenario-of.ts';
import { strategiesShown } from '../../ui/state/shown.ts';
import { freeName, strategyJson, withStrategies } from '../../ui/view/scenario/strategy-list.ts';
import { mixBands, weekAt, weekTicks, weekX } from '../../ui/view/scenario/timeline.ts';

const weeksOf = fc
  .uniqueArray(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 5 })
  .map((weeks) => weeks.sort((a, b) => a - b));

const strategyOf: fc.Arbitrary<Strategy> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 20 }),
  plan: weeksOf.chain((weeks) =>
    fc.tuple(
      ...weeks.map((week) =>
        fc.record({
          week: fc.constant(week),
          shares: fc
            .uniqueArray(fc.constantFrom(...TACTICS), { maxLength: 4 })
            .map((tactics) => Object.fromEntries(tactics.map((tactic) => [tactic, 0.25]))),
          linear: fc.boolean(),
        }),
      ),
    ),
  ),
  claims: fc.subarray([...DRIVE_NAMES], { minLength: 1 }),
  budget: fc.option(
    weeksOf.chain((weeks) =>
      fc.tuple(...weeks.map((week) => fc.record({ week: fc.constant(week), level: fc.integer({ min: 1, max: 9 }), linear: fc.boolean() }))),
    ),
    { nil: undefined },
  ),
  feedback: fc.boolean(),
});

describe('a strategy as a file has it', () => {
  it('is the name alone for one that ships', () => {
    expect(STRATEGY_PRESETS.map(strategyJson)).toEqual(STRATEGY_PRESETS.map((preset) => preset.name));
    expect(withStrategies({ name: 'x' }, STRATEGY_PRESETS)).toEqual({ name: 'x' });
  });

  it('plans, spends and claims the same when it is read again', () => {
    fc.assert(
      fc.property(strategyOf, (strategy) => {
        const [read] = scenarioOf(withStrategies({ name: 'x' }, [strategy])).strategies;
        expect(read.name).toBe(strategy.name);
        expect(read.claims).toEqual(DRIVE_NAMES.filter((drive) => strategy.claims.includes(drive)));
        expect(read.feedback === true).toBe(strategy.feedback);
        for (let week = 0; week < 156; week += 5) expect(plannedShares(read, week)).toEqual(plannedShares(strategy, week));
        const even = strategy.budget === undefined || (strategy.budget.length === 1 && strategy.budget[0].week === 0);
        const levels = (frames: Strategy['budget']) => frames?.map(({ week, level, linear }) => ({ week, level, linear: linear === true }));
        expect(levels(read.budget)).toEqual(even ? undefined : levels(strategy.budget));
      }),
    );
  });

  it('is written in full once it differs', () => {
    const changed = { ...STRATEGY_PRESETS[1], feedback: true };
    expect(strategyJson(changed)).toEqual({ name: 'push', plan: [{ week: 0, shares: { broadcast: 1 } }], feedback: true });
  });

  it('gets a name that is free', () => {
    expect(freeName('push', ['hybrid'])).toBe('push');
    expect(freeName('push', ['push', 'push 2'])).toBe('push 3');
    expect(freeName('push 2', ['push', 'push 2'])).toBe('push 3');
  });
});

describe('strategies shown', () => {
  const scenario = scenarioOf({ name: 'x' });

  it('are a few at first, those that differ most', () => {
    expect(strategiesShown(scenario, FIRST_VIEW)).toEqual(['push', 'targeted-push', 'learn-and-relate', 'hybrid']);
  });

  it('are those chosen that there are, in the order of the scenario', () => {
    expect(strategiesShown(scenario, { shown: ['hybrid', 'gone', 'nothing'] })).toEqual(['nothing', 'hybrid']);
    expect(strategiesShown(scenario, { shown: ['gone'] })).toHaveLength(4);
  });

  it('are never none, whatever the scenario', () => {
    for (const { draft } of SCENARIO_PRESETS) expect(strategiesShown(scenarioOf(draft), FIRST_VIEW).length).toBeGreaterThan(0);
    expect(strategiesShown(scenarioOf({ name: 'x', strategies: ['nothing'] }), FIRST_VIEW)).toEqual(['nothing']);
  });
});

describe('scenarios that ship', () => {
  it('are all valid, the default first, with titles to read', () => {
    expect(SCENARIO_PRESETS[0].id).toBe('default');
    expect(SCENARIO_PRESETS.length).toBeGreaterThan(10);
    for (const { draft, title } of SCENARIO_PRESETS) {
      expect(scenarioOf(draft).name).toBe(draft.name);
      expect(title).toMatch(/^[A-Z]/);
    }
    expect(titleOf('karate-club')).toBe('Karate club');
    expect(titleOf('Rival tribes')).toBe('Rival tribes');
  });
});

describe('the mix over time', () => {
  const box = { left: 12, right: 652, top: 16, bottom: 136 };

  it('has weeks where pointers find them', () => {
    for (const week of [0, 1, 77, 155]) expect(weekAt(weekX(week, 156, box), 156, box)).toBe(week);
    expect(weekTicks(156, 640)).toEqual([0, 26, 52, 78, 104, 130, 156]);
    expect(weekTicks(8, 640)).toHaveLength(9);
  });

  it('stacks a band for each tactic that is ever used, up to what is spent', () => {
    for (const preset of STRATEGY_PRESETS) {
      const bands = mixBands(preset, 156, box);
      const used = TACTICS.filter((tactic) => preset.plan.some((frame) => (frame.shares[tactic] ?? 0) > 0));
      expect(bands.map((band) => band.look.tactic).sort()).toEqual([...used].sort());
      const heights = bands.flatMap((band) => [...band.path.matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y)));
      for (const y of heights) expect(y).toBeGreaterThanOrEqual(box.top - 0.11);
      if (preset.plan.length > 0) expect(Math.min(...heights)).toBeCloseTo(box.top, 0);
    }
  });

  it('puts a name only where it fits inside its band', () => {
    const bands = mixBands(STRATEGY_PRESETS.find((preset) => preset.name === 'learn-and-relate') as Strategy, 156, box);
    const named = bands.filter((band) => band.label !== null).map((band) => band.look.tactic);
    expect(named).toContain('content');
    expect(named).not.toContain('service');
    for (const { label } of bands) {
      if (label === null) continue;
      expect(label.x).toBeGreaterThan(box.left);
      expect(label.x).toBeLessThan(box.right);
      expect(label.y).toBeLessThan(box.bottom);
    }
  });
});
