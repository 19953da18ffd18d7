import { expect, test } from 'vitest';
import { BELIEF, CLAIM, FAMILIARITY, KNOWS_USE, PRECISION, READING, ROW, SATISFACTION, TRUST } from '../../sim/consumer/state.ts';
import { weekKeys } from '../../sim/market/world.ts';
import { trueProgress } from '../../sim/market/worth.ts';
import { drawNormal, drawUniform, PURPOSE } from '../../sim/random/index.ts';
import { besideTwin, expectClose, livelyWorld } from './steps.ts';

const clamp = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x));

test('buyers use what they bought, judge it, review it, and learn from it', () => {
  const world = livelyWorld({ market: { people: 20_000, need: 0.2 } });
  const { people, settings, tally, brands } = world;
  const { experience, disconfirmation, failure, belief, familiarity, trust, reviews, uses } = settings.consumers;
  const seen = { uses: 0, failures: 0, breaches: 0, reviews: 0, discoveries: 0, surprises: 0, served: 0 };
  besideTwin(world, 40, 'use', () => {
    const keys = (purpose: number) => weekKeys(world, purpose);
    const [noise, failing, writing, finding] = [PURPOSE.experience, PURPOSE.failure, PURPOSE.writeReview, PURPOSE.use].map(keys);
    const rows = Float64Array.from(people.rows);
    const affect = Float64Array.from(people.affect);
    const flags = people.flags.slice();
    const surprise = Float64Array.from(people.surprise);
    const tenure = people.tenure.slice();
    const fresh = new Uint8Array(people.n * 2);
    const written: number[][] = [[], []];
    const satisfactions = [0, 0];
    const counts = [brands[0].reviewCount, brands[1].reviewCount];
    const told = structuredClone(tally);
    for (const i of world.buyers.subarray(0, world.buyerCount)) {
      const b = people.present[i];
      const pair = i * 2 + b;
      const row = rows.subarray(pair * ROW, (pair + 1) * ROW);
      const served = brands[b].served;
      if (served > 0) seen.served++;
      const failed =
        drawUniform(failing.k0, failing.k1, i, b * 2 + 1) < (1 - served) * failure.probability + served * failure.servedProbability;
      if (failed) seen.failures++;
      const gave =
        trueProgress(world, i, b) + experience.noise * drawNormal(noise.k0, noise.k1, i, b * 2 + 1) - (failed ? failure.loss : 0);
      const missed = clamp((gave - row[BELIEF]) / disconfirmation.scale, -1, 1);
      const felt = missed < 0 ? missed * disconfirmation.negative : missed;
      const advantage = clamp((gave - people.outside[i]) / experience.performanceScale, -1, 1);
      const satisfaction = clamp(experience.performance * advantage + disconfirmation.weight * felt, -1, 1);
      row[SATISFACTION] = satisfaction;
      row[READING] = Math.max(0, gave);
      const precision = row[PRECISION] + belief.weight / belief.use;
      row[BELIEF] = (row[PRECISION] * row[BELIEF] + (belief.weight / belief.use) * gave) / precision;
      row[PRECISION] = Math.min(belief.maximum, precision);
      affect[pair] = clamp(affect[pair] + experience.affect * (satisfaction - affect[pair]), -1, 1);
      row[FAMILIARITY] += familiarity.use * (1 - row[FAMILIARITY]);
      if (row[CLAIM] >= 0 && row[CLAIM] - gave > trust.breachGap) {
        row[TRUST] *= trust.breachFactor;
        seen.breaches++;
      }
      surprise[i] = Math.max(0, -felt);
      if (felt < 0) seen.surprises++;
      fresh[pair] = 1;
      satisfactions[b] += satisfaction;
      seen.uses++;
      const share = reviews.write + reviews.extreme * satisfaction ** 2;
      if (drawUniform(writing.k0, writing.k1, i, b) * world.scale < share) {
        written[b].push(row[READING], Math.max(share, world.scale));
        seen.reviews++;
      }
      if (drawUniform(finding.k0, finding.k1, i, b) < uses.rate) {
        flags[pair] |= KNOWS_USE;
        seen.discoveries++;
      }
    }
    return () => {
      expectClose(people.rows, rows, 'rows');
      expectClose(people.affect, affect, 'affect');
      expectClose(people.surprise, surprise, 'surprise');
      expect(people.flags).toEqual(flags);
      expect(world.fresh).toEqual(fresh);
      expect(people.tenure).toEqual(tenure.map((weeks) => weeks + 1));
      for (let b = 0; b < 2; b++) {
        expect(tally.satisfaction[b] - told.satisfaction[b]).toBeCloseTo(satisfactions[b], 4);
        const { reviews: kept, reviewShares, reviewCount } = brands[b];
        expect(reviewCount - counts[b]).toBe(written[b].length / 2);
        let standing = 0;
        for (let k = 0; k < written[b].length; k += 2) {
          expect(kept[(counts[b] + k / 2) % kept.length]).toBeCloseTo(written[b][k], 4);
          expect(reviewShares[(counts[b] + k / 2) % kept.length]).toBeCloseTo(written[b][k + 1], 5);
          standing += written[b][k + 1];
        }
        expect(tally.reviewsWritten[b] - told.reviewsWritten[b]).toBeCloseTo(standing, 4);
        const users = world.buyers.subarray(0, world.buyerCount).filter((i) => people.present[i] === b).length;
        expect(tally.touchConsumer[b] - told.touchConsumer[b]).toBe(users);
      }
    };
  });
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(5);
  expect(Math.max(brands[0].reviewCount, brands[1].reviewCount)).toBeGreaterThan(64);
});

test('as long as anybody keeps what they have, tenure counts on and stops where its memory ends', () => {
  const world = livelyWorld({}, 60);
  world.people.tenure.fill(65_534);
  besideTwin(world, 3, 'use', () => () => undefined);
  expect(Math.max(...world.people.tenure)).toBe(65_535);
});
