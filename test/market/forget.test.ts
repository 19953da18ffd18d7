import { expect, test } from 'vitest';
import {
  BELIEF,
  BEST_KNOWN,
  BOND,
  EXPOSURE,
  FAMILIARITY,
  INTENT,
  IRRITATION,
  ONBOARDING,
  PRECISION,
  READING,
  ROW,
  TRUST,
} from '../../sim/consumer/state.ts';
import { forget } from '../../sim/market/forget.ts';
import { besideTwin, expectClose, livelyWorld } from './steps.ts';

test('a week without events fades and drifts everybody as the document says', () => {
  const world = livelyWorld();
  const { consumers } = world.settings;
  const half = (weeks: number) => 0.5 ** (1 / weeks);
  let users = 0;
  besideTwin(world, 30, 'forget', ({ people }) => {
    const rows = Float64Array.from(people.rows);
    const affect = Float64Array.from(people.affect);
    const { brands, n } = people;
    for (let i = 0; i < n; i++) {
      const now = people.present[i];
      if (now >= 0) users++;
      const better = now >= 0 ? people.rows[(i * brands + now) * ROW + BELIEF] : people.outside[i];
      for (let b = 0; b < brands; b++) {
        const pair = i * brands + b;
        const row = rows.subarray(pair * ROW, (pair + 1) * ROW);
        const known = row[FAMILIARITY];
        if (known > 0) {
          row[BEST_KNOWN] = Math.max(row[BEST_KNOWN], known);
          const least = Math.max(consumers.familiarity.lasting * row[BEST_KNOWN], now === b ? consumers.familiarity.userFloor : 0);
          row[FAMILIARITY] = Math.max(known * half(consumers.familiarity.halfLife), Math.min(known, least));
        }
        const standard = now === b ? people.outside[i] : better;
        const liked = row[READING] < 0 ? 0 : consumers.congruence.affect * (2 * world.worthOfValues[pair] - 1);
        const rest = Math.max(-1, Math.min(1, (row[BELIEF] - standard) / consumers.exposure.driftScale + liked));
        affect[pair] += consumers.exposure.drift * (rest - affect[pair]);
        row[PRECISION] += consumers.belief.fade * (1 - row[PRECISION]);
        row[TRUST] += consumers.trust.drift * (consumers.trust.start - row[TRUST]);
        row[BOND] *= half(consumers.bond.halfLife);
        row[IRRITATION] *= consumers.irritation.keep;
        row[INTENT] *= consumers.intent.keep;
        row[EXPOSURE] *= consumers.exposure.keep;
        row[ONBOARDING] *= consumers.onboarding.keep;
      }
    }
    return () => {
      expectClose(people.rows, rows, 'rows');
      expectClose(people.affect, affect, 'affect');
    };
  });
  expect(users).toBeGreaterThan(300);
});

test('what has all but faded is gone, and never lingers as a number too small to compute with', () => {
  const world = livelyWorld({}, 60);
  const { rows } = world.people;
  for (const field of [BOND, IRRITATION, INTENT, EXPOSURE, ONBOARDING]) rows[field] = 1;
  for (let week = 0; week < 2000; week++) forget(world);
  for (const field of [BOND, IRRITATION, INTENT, EXPOSURE, ONBOARDING]) expect(rows[field]).toBe(0);
  rows[BOND] = 2e-9;
  forget(world);
  expect(rows[BOND]).toBeGreaterThan(1e-9);
});
