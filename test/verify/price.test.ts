import ln from '@stdlib/math-base-special-ln';
import { test } from 'vitest';
import { series } from '../../sim/market/recording.ts';
import { forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { advance, ESTABLISHED, openLaboratory, scenarioOf, strategyNamed } from './market-laboratory.ts';
import { sumOf } from './statistics.ts';

printFindings();

const BURN_IN = 52;
const WEEKS = 4;

/** Sales of an established brand while its price is a factor of what people are used to, which is held: they do not get used to it. */
function sales(factor: number, replicate: number): number {
  const scenario = scenarioOf({ ...ESTABLISHED, horizon: BURN_IN + WEEKS });
  const laboratory = openLaboratory({ scenario, replicate, strategy: strategyNamed('push') });
  advance(laboratory, BURN_IN);
  const [brand] = laboratory.world.brands;
  for (let week = 0; week < WEEKS; week++) {
    brand.referencePrice = brand.listPrice / factor;
    advance(laboratory, 1);
  }
  return sumOf(series(laboratory.recorder.recording, 'purchases'), BURN_IN);
}

test('price: a tenth more or less moves sales as in the meta-analysis of price elasticity', () => {
  find(
    'price',
    forSeeds(SEEDS, (seed) => ln(sales(1.1, seed) / sales(0.9, seed)) / ln(1.1 / 0.9)),
  );
});
