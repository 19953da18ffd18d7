import { test } from 'vitest';
import { series } from '../../sim/market/recording.ts';
import { failTogether, forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { advance, openLaboratory, scenarioOf, strategyNamed } from './market-laboratory.ts';
import { sumOf } from './statistics.ts';

printFindings();

const HALF_A_YEAR = 26;
const WEEKS = 78;

/** A new product under push, its messages claiming this much on all four drives. */
function launch(claimedDelivery: readonly number[], claimedValues: readonly number[], replicate: number) {
  const scenario = scenarioOf({ horizon: WEEKS });
  Object.assign(scenario.brands[0], { claimedDelivery, claimedValues });
  const strategy = { ...strategyNamed('push'), claims: ['acquire', 'bond', 'comprehend', 'defend'] as const };
  const laboratory = openLaboratory({ scenario, replicate, strategy });
  advance(laboratory, WEEKS);
  const { recording } = laboratory.recorder;
  const repeats = sumOf(series(recording, 'repeats'));
  return {
    tried: series(recording, 'adopters')[HALF_A_YEAR - 1] / recording.population,
    repeat: repeats / (repeats + sumOf(series(recording, 'lapses'))),
  };
}

test('E2: a brand that promises more than it delivers is tried by more and kept by fewer', () => {
  const [{ delivery, values }] = scenarioOf({}).brands;
  const runs = forSeeds(SEEDS, (seed) => ({
    honest: launch(delivery, values, seed),
    loud: launch([0.95, 0.95, 0.95, 0.95], values, seed),
  }));
  failTogether(
    () =>
      find(
        'E2 trial',
        runs.map(({ honest, loud }) => loud.tried - honest.tried),
      ),
    () =>
      find(
        'E2 repeat',
        runs.map(({ honest, loud }) => loud.repeat - honest.repeat),
      ),
  );
});
