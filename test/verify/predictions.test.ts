import exp from '@stdlib/math-base-special-exp';
import { expect, test } from 'vitest';
import type { ColumnName } from '../../sim/market/columns.ts';
import { Memory } from '../../sim/market/memory.ts';
import { type Recording, series } from '../../sim/market/recording.ts';
import { drawUniform, keysFromSeed } from '../../sim/random/index.ts';
import { fitBass } from './bass-curve.ts';
import { forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { advance, openLaboratory, scenarioOf, strategyNamed } from './market-laboratory.ts';
import { partialCorrelation, sumOf } from './statistics.ts';

printFindings();

const THREE_YEARS = 156;
const memory = new Memory();

function run(strategy: string, weeks: number, replicate: number, brand: Record<string, unknown> = {}, people = 1000): Recording {
  const scenario = scenarioOf({ horizon: weeks, brands: [brand] }, people);
  const laboratory = openLaboratory({ scenario, replicate, strategy: strategyNamed(strategy), memory });
  advance(laboratory, weeks);
  return laboratory.recorder.recording;
}

const total = (recording: Recording, column: ColumnName, from = 0) => sumOf(series(recording, column), from);

test('a Bass curve is recovered from its own points', () => {
  const points = Array.from({ length: 520 }, (_, week) => {
    const fading = exp((-(0.03 + 0.38) * (week + 1)) / 52);
    return (0.8 * (1 - fading)) / (1 + (0.38 / 0.03) * fading);
  });
  const curve = fitBass(points);
  expect(curve.p).toBeCloseTo(0.03, 3);
  expect(curve.q).toBeCloseTo(0.38, 2);
  expect(curve.m).toBeCloseTo(0.8, 2);
});

test('predictions for the default market under push: adoption, talk, touchpoints', () => {
  const runs = forSeeds(SEEDS, (seed) => run('push', THREE_YEARS, seed));
  const curves = runs.map((recording) => fitBass(series(recording, 'adopters').map((people) => people / recording.population)));
  find(
    'D2 fit',
    curves.map((curve) => curve.r2),
  );
  find(
    'D2 p',
    curves.map((curve) => curve.p),
  );
  find(
    'D2 q',
    curves.map((curve) => curve.q),
  );
  find(
    'W1 ratio',
    runs.map((recording) => total(recording, 'positiveHeard', 104) / total(recording, 'negativeHeard', 104)),
  );
  find(
    'K1 touchpoints',
    runs.map((recording) => total(recording, 'touchConsumer') / (total(recording, 'touchConsumer') + total(recording, 'touchFirm'))),
  );
});

/** Brands of every quality, known to some degree, with the same money; lift is what the money adds to adopters within a year. */
test('predictions: what followers say about the lift of a brand', () => {
  const { k0, k1 } = keysFromSeed('brands of every quality');
  const sample = (seed: number) => {
    const brands = Array.from({ length: 12 }, (_, b) => {
      const delivery = [0, 1, 2, 3].map((drive) => 0.3 + 0.3 * drawUniform(k0, k1, b, drive));
      const brand = { delivery, familiarity: 0.4 * drawUniform(k0, k1, b, 4), users: 0.3 * drawUniform(k0, k1, b, 5) };
      // Every brand has a market of its own; with the same luck all would win the same followers.
      const luck = seed * 12 + b;
      const active = run('push', 52, luck, brand, 400);
      const silent = run('nothing', 52, luck, brand, 400);
      return {
        followers: series(active, 'followers')[51],
        lift: series(active, 'adopters')[51] - series(silent, 'adopters')[51],
        fondness: series(silent, 'affect')[51],
      };
    });
    return partialCorrelation(
      brands.map((brand) => brand.followers),
      brands.map((brand) => brand.lift),
      brands.map((brand) => brand.fondness),
    );
  };
  find('B2 followers', forSeeds(SEEDS, sample));
});

test('predictions: asking and reading teach a brand, counting mentions does not', () => {
  const errors = (strategy: string) => forSeeds(SEEDS, (seed) => series(run(strategy, 52, seed), 'knowledgeError'));
  const learned = errors('learn-and-relate');
  find(
    'B3 learning',
    learned.map((error) => error[51] - error[0]),
  );
  find(
    'B3 later',
    learned.map((error) => error[51] - error[12]),
  );
  find(
    'B3 monitoring',
    errors('monitor-only').map((error) => error[51] - error[0]),
  );
});
