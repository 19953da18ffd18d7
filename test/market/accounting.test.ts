import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenarioInBox } from '../../sim/experiment/design/box.ts';
import { latinHypercube } from '../../sim/experiment/design/latin-hypercube.ts';
import { COLUMNS, type ColumnName } from '../../sim/market/columns.ts';
import { series } from '../../sim/market/recording.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { parseScenario, plausibleBox, type Scenario } from '../../sim/scenario/index.ts';
import { runOf } from './settings.ts';

const PRESETS = ['push', 'targeted-push', 'influencer', 'promotion', 'push+co-creation', 'learn-and-relate', 'hybrid', 'monitor-only'];
const box = plausibleBox();

/** Random valid scenarios with all mechanisms on: a point of the whole plausible box, one to three brands, any strategies. */
const scenarios = fc
  .record({
    point: fc.string({ minLength: 4, maxLength: 8 }),
    people: fc.integer({ min: 60, max: 200 }),
    brands: fc.integer({ min: 1, max: 3 }),
    strategy: fc.constantFrom(...PRESETS),
    rival: fc.constantFrom(...PRESETS),
    horizon: fc.integer({ min: 1, max: 25 }),
  })
  .map(({ point, people, brands, strategy, rival, horizon }): Scenario => {
    const base = parseScenario({
      name: 'random',
      network: { kind: 'tribal', people },
      brands: Array.from({ length: brands }, (_, b) => (b === 0 ? { users: 0.2 } : { users: 0.2, familiarity: 0.3, strategy: rival })),
      strategies: [strategy],
      horizon,
    });
    const raw = scenarioInBox(base, box, latinHypercube(1, box.length, keysFromSeed(point))[0]);
    (raw.brands as { users: number }[])[0].users = 0.2;
    return parseScenario(raw);
  });

describe('every week, for any valid scenario', () => {
  test('people, purchases, messages and money add up', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const recording = runOf(scenario, scenario.strategies[0]);
        const n = recording.population;
        const activeOfAll = new Float64Array(recording.weeks);
        for (let b = 0; b < recording.brands; b++) {
          const of = (name: ColumnName) => series(recording, name, b);
          const column = Object.fromEntries(COLUMNS.map(({ name }) => [name, of(name)])) as Record<ColumnName, Float64Array>;
          const stages = COLUMNS.filter(({ name }) => name.startsWith('stage')).map(({ name }) => column[name]);
          let balance = 0;
          for (let w = 0; w < recording.weeks; w++) {
            // People: everyone is in one stage; users and adopters follow from what was bought.
            expect(stages.reduce((sum, stage) => sum + stage[w], 0)).toBe(n);
            expect(column.adopters[w] - (w > 0 ? column.adopters[w - 1] : column.adopters[w] - column.firstPurchases[w])).toBe(
              column.firstPurchases[w],
            );
            if (w > 0) expect(column.active[w] - column.active[w - 1]).toBe(column.purchases[w] - column.repeats[w] - column.lapses[w]);
            expect(column.firstPurchases[w] + column.repeats[w]).toBeLessThanOrEqual(column.purchases[w]);
            // Messages: sent = heard + lost, contacts: sent = attended + ignored.
            const sent = column.positiveSent[w] + column.negativeSent[w] + column.knowledgeSent[w];
            const heard = column.positiveHeard[w] + column.negativeHeard[w] + column.knowledgeHeard[w];
            expect(sent).toBe(heard + column.talkLost[w]);
            expect(column.contactsSent[w]).toBe(column.contactsAttended[w] + column.contactsIgnored[w]);
            // Money: what was unspent earns interest, what is granted is spent or kept.
            balance = balance * (1 + recording.interest) + column.budget[w] - column.spend[w];
            expect(Math.abs(column.balance[w] - balance)).toBeLessThan(1e-7 * (1 + Math.abs(balance) + column.budget[w]));
            expect(column.balance[w]).toBeGreaterThanOrEqual(-1e-6 * (1 + column.budget[w]));
            expect(column.grossMargin[w]).toBeCloseTo((column.purchases[w] * scenario.brands[b].margin * recording.people) / n, 2);
            for (const name of ['affect', 'trust', 'bond', 'belief', 'fit'] as const) expect(Number.isFinite(column[name][w])).toBe(true);
            activeOfAll[w] += column.active[w];
          }
        }
        for (const active of activeOfAll) expect(active).toBeLessThanOrEqual(n);
      }),
      { numRuns: 40, seed: 20 },
    );
  });

  test('bounded states stay in their bounds', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const recording = runOf(scenario, scenario.strategies[0]);
        for (let b = 0; b < recording.brands; b++) {
          for (const name of ['trust', 'bond'] as const) {
            for (const value of series(recording, name, b)) expect(value).toSatisfy((v: number) => v >= 0 && v <= 1);
          }
          for (const value of series(recording, 'affect', b)) expect(Math.abs(value)).toBeLessThanOrEqual(1);
          for (const value of series(recording, 'irritation', b)) expect(value).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 25, seed: 21 },
    );
  });
});
