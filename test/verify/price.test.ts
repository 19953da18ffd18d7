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

const AFTER = 52;
const HALF_YEAR = 26;

/** The same brand's weekly sales, with or without four weeks of a fifth off the price for as many as want it, and never again. */
function salesWithPromotion(promoted: boolean, replicate: number): Float64Array {
  const scenario = scenarioOf({ ...ESTABLISHED, horizon: BURN_IN + WEEKS + AFTER });
  const sale = (week: number) => promoted && week >= BURN_IN && week < BURN_IN + WEEKS;
  const laboratory = openLaboratory({
    scenario,
    replicate,
    shares: (week) => (sale(week) ? { broadcast: 1 / MORE, promotion: 1 - 1 / MORE } : { broadcast: 1 }),
  });
  const { account, grants } = laboratory.world.brands[0];
  for (let week = 0; week < scenario.horizon; week++) {
    if (sale(week)) grants[week] *= MORE;
    advance(laboratory, 1);
    if (sale(week) && !sale(week + 1)) account.purses.fill(0);
  }
  return series(laboratory.recorder.recording, 'purchases');
}

/** So many times the usual money in the weeks of the promotion: as much advertising as ever, and discounts that do not run out. */
const MORE = 20;

test('promotion: sales rise while it lasts as in the meta-analysis, and little is left of it half a year later', () => {
  const change = forSeeds(SEEDS, (seed) => {
    const [sale, plain] = [true, false].map((promoted) => salesWithPromotion(promoted, seed));
    const between = (from: number, to: number) => sumOf(sale.subarray(from, to)) / sumOf(plain.subarray(from, to)) - 1;
    return { bump: between(BURN_IN, BURN_IN + WEEKS), lasting: between(BURN_IN + WEEKS + HALF_YEAR, BURN_IN + WEEKS + AFTER) };
  });
  find(
    'promotion bump',
    change.map(({ bump }) => -bump / 0.2),
  );
  find(
    'promotion lasting',
    change.map(({ lasting }) => lasting),
  );
});
