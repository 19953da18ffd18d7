import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reasonChart, reasonRows } from '../../sim/chart/reason-chart.ts';
import { comparisonOf, planComparison } from '../../sim/compute/comparison-plan.ts';
import { REASON_NAMES, reasonsOf } from '../../sim/experiment/reasons.ts';
import { prepareExperiment } from '../../sim/experiment/replicate.ts';
import { compareResultJsonSchema } from '../../sim/experiment/result-schema.ts';
import { series } from '../../sim/market/recording.ts';
import { parseScenario } from '../../sim/scenario/index.ts';

const WEEKS = 30;
const scenario = parseScenario({
  name: 'x',
  seed: 'why',
  horizon: WEEKS,
  replicates: 2,
  network: { kind: 'tribal', people: 300 },
  brands: [{}, { users: 0.2 }],
  strategies: ['push', 'learn-and-relate'],
});

/** The comparison, its ledger kept in the runs for which `kept` says so. */
function compared(kept: (strategy: number) => boolean) {
  const plan = planComparison({ scenario, reasons: true });
  const comparison = comparisonOf(plan);
  const runs = [true, false].map((ledger) => prepareExperiment({ scenario: plan.input.scenario, network: null, ledger }));
  for (let strategy = 0; strategy < plan.names.length; strategy++) {
    for (let replicate = 0; replicate < scenario.replicates; replicate++) {
      comparison.add({ ...runs[kept(strategy) ? 0 : 1].run(strategy, replicate), runId: `${strategy}${replicate}`.padStart(32, '0') });
    }
  }
  return comparison.result();
}

const whole = compared(() => true);

describe('reasons for purchases in a comparison', () => {
  it('are there for every strategy and compared week, as the published schema says', () => {
    const validate = new Ajv2020({ strict: false }).compile(compareResultJsonSchema());
    validate(JSON.parse(JSON.stringify(whole)));
    expect(validate.errors).toBeNull();
    expect(whole.reasons?.map(({ strategy, week }) => [strategy, week])).toEqual(
      ['push', 'learn-and-relate', 'nothing'].flatMap((name) => [
        [name, 13],
        [name, WEEKS],
      ]),
    );
  });

  it('divide the purchases of the first brand, and add up to 1', () => {
    const [push] = reasonRows(whole, WEEKS);
    expect(push.strategy).toBe('push');
    expect(push.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(push.shares[REASON_NAMES.indexOf('advertising')]).toBeGreaterThan(0.1);
    const run = prepareExperiment({ scenario: planComparison({ scenario }).input.scenario, network: null, ledger: true }).run(0, 0);
    const bought = series(run.recording, 'purchases').reduce((sum, count) => sum + count, 0);
    expect(reasonsOf(run.recording, WEEKS)?.purchases).toBeCloseTo(bought / 300, 6);
    // The rival's purchases are its own.
    const theirs = series(run.recording, 'purchases', 1).reduce((sum, count) => sum + count, 0);
    expect(reasonsOf(run.recording, WEEKS, 1)?.purchases).toBeCloseTo(theirs / 300, 6);
  });

  it('are undefined where nothing was bought, and absent where a run kept no ledger', () => {
    const nothing = whole.reasons?.filter(({ strategy }) => strategy === 'nothing').at(-1);
    expect(nothing?.purchases.mean).toBe(0);
    expect(nothing?.shares.advertising.mean).toBeNull();
    expect(reasonChart(reasonRows(whole, WEEKS), WEEKS).rows.map(({ parts }) => parts.length)).toEqual([13, 13, 0]);
    expect(compared((strategy) => strategy === 0).reasons).toBeUndefined();
  });

  it('change no number of the comparison', () => {
    const { reasons: _, ...rest } = whole;
    expect(compared(() => false)).toEqual(rest);
  });
});
