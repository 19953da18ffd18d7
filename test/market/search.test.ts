import { expect, test } from 'vitest';
import { BELIEF, FAMILIARITY, PRECISION, ROW } from '../../sim/consumer/state.ts';
import { searchAndRead } from '../../sim/market/search.ts';
import { type World, weekKeys } from '../../sim/market/world.ts';
import { drawInteger, drawNormal, drawUniform, PURPOSE } from '../../sim/random/index.ts';
import { besideTwin, expectClose, livelyWorld } from './steps.ts';

const recalls = (world: World, person: number, b: number): boolean => {
  const { k0, k1 } = weekKeys(world, PURPOSE.recall);
  const known = world.people.rows[(person * 2 + b) * ROW + FAMILIARITY];
  return drawUniform(k0, k1, person, b) < known / (known + world.settings.consumers.familiarity.recallHalf);
};

/** The brand whose content is found, in proportion to stock, with one piece's worth of nothing; -1 for nothing. */
function found(world: World, u: number): number {
  const stocks = world.brands.map((brand) => brand.contentStock);
  let mark = u * (1 + stocks[0] + stocks[1]);
  for (let b = 0; b < 2; b++) {
    if (mark < stocks[b]) return b;
    mark -= stocks[b];
  }
  return -1;
}

test('those who reflect read reviews of what they consider, taken by how many write them, and learn from them', () => {
  // Nobody finds content here, so reading is all that happens.
  const world = livelyWorld({ market: { need: 0.25 }, consumers: { search: { find: 0, curious: 0 }, reviews: { read: 3, write: 0.3 } } });
  const { people, settings, tally, brands } = world;
  const { belief, familiarity } = settings.consumers;
  let read = 0;
  besideTwin(world, 25, 'searchAndRead', () => {
    const keys = weekKeys(world, PURPOSE.review);
    const before = people.rows.slice();
    const recalled = Array.from({ length: people.n }, (_, i) => [0, 1].map((b) => people.present[i] === b || recalls(world, i, b)));
    const seen = Float64Array.from(tally.reviewsRead);
    const touched = Float64Array.from(tally.touchConsumer);
    return () => {
      const rows = Float64Array.from(before);
      const counts = [0, 0];
      for (const i of world.market.subarray(0, world.marketCount)) {
        if (people.reflex[i] === 1) continue;
        for (let b = 0; b < 2; b++) {
          const { reviews, reviewShares, reviewCount } = brands[b];
          const there = Math.min(reviewCount, 64);
          if (there === 0 || !recalled[i][b]) continue;
          const most = Math.max(...reviewShares.subarray(0, there));
          const row = rows.subarray((i * 2 + b) * ROW, (i * 2 + b + 1) * ROW);
          for (let k = 0; k < 3; k++) {
            const at = b * 256 + k * 12;
            let picked = 0;
            for (let attempt = 0; attempt < 5; attempt++) {
              picked = drawInteger(keys.k0, keys.k1, i, at + 2 * attempt, there);
              if (drawUniform(keys.k0, keys.k1, i, at + 2 * attempt + 1) * most < reviewShares[picked]) break;
            }
            const told = reviews[picked] + belief.scale * Math.sqrt(belief.review) * drawNormal(keys.k0, keys.k1, i, at + 11);
            const precision = row[PRECISION] + belief.weight / belief.review;
            row[BELIEF] = (row[PRECISION] * row[BELIEF] + (belief.weight / belief.review) * told) / precision;
            row[PRECISION] = Math.min(belief.maximum, precision);
            row[FAMILIARITY] += familiarity.heard * (1 - row[FAMILIARITY]);
            counts[b]++;
          }
        }
      }
      read += counts[0];
      expectClose(people.rows, rows, 'rows');
      for (let b = 0; b < 2; b++) {
        expect(tally.reviewsRead[b] - seen[b]).toBe(counts[b]);
        expect(tally.touchConsumer[b] - touched[b]).toBe(counts[b]);
      }
    };
  });
  expect(read).toBeGreaterThan(200);
});

test('content is found by those who look for it and by the curious who recall the brand, in proportion to what there is', () => {
  const world = livelyWorld({
    market: { need: 0.25 },
    mechanisms: { reviews: false },
    consumers: { search: { find: 0.6, curious: 0.2 } },
    brands: [
      { users: 0.25, familiarity: 0.3 },
      { users: 0.25, familiarity: 0.4, strategy: 'learn-and-relate' },
    ],
    tactics: { content: { cost: 500 } },
  });
  const { people, settings, tally, brands } = world;
  const { find, curious } = settings.consumers.search;
  let sought = 0;
  let met = 0;
  besideTwin(world, 25, 'searchAndRead', () => {
    const { k0, k1 } = weekKeys(world, PURPOSE.find);
    const before = Float64Array.from(tally.contactsSent);
    const touched = Float64Array.from(tally.touchConsumer);
    const recalled = Array.from({ length: people.n }, (_, i) => [0, 1].map((b) => recalls(world, i, b)));
    return () => {
      const counts = [0, 0];
      for (let i = 0; i < people.n; i++) {
        if (people.inMarket[i] === 1) {
          if (people.reflex[i] === 1 || drawUniform(k0, k1, i, 0) >= find) continue;
          const b = found(world, drawUniform(k0, k1, i, 1));
          if (b < 0) continue;
          counts[b]++;
          sought++;
        } else if (drawUniform(k0, k1, i, 2) < curious) {
          const b = found(world, drawUniform(k0, k1, i, 3));
          if (b < 0 || !recalled[i][b]) continue;
          counts[b]++;
          met++;
        }
      }
      // Found by oneself: attended for certain, and the person's own touchpoint.
      for (let b = 0; b < 2; b++) {
        expect(tally.contactsSent[b] - before[b]).toBe(counts[b]);
        expect(tally.touchConsumer[b] - touched[b]).toBe(counts[b]);
      }
    };
  });
  expect(Math.min(brands[0].contentStock, brands[1].contentStock)).toBeGreaterThan(0.1);
  expect(sought).toBeGreaterThan(50);
  expect(met).toBeGreaterThan(50);
});

test('where there is no content, or nobody is curious, nobody comes upon any', () => {
  for (const given of [{ search: { curious: 0 } }, {}]) {
    const world = livelyWorld({ consumers: given }, 60);
    const empty = given.search === undefined;
    for (const brand of world.brands) brand.contentStock = empty ? 0 : 1000;
    searchAndRead(world);
    expect(world.tally.contactsSent[0] + world.tally.contactsSent[1]).toBe(0);
  }
});
