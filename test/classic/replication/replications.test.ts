import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardisedEffects } from '../../../sim/classic/replication/effects.ts';
import { REPLICATIONS, replicationNamed } from '../../../sim/classic/replication/index.ts';
import { stepTo, within } from '../../../sim/classic/replication/replication.ts';
import { InputError } from '../../../sim/parameter/index.ts';

test('every claim says what is measured and where the mean has to lie; orders and bands are not empty', () => {
  for (const { name, source, claims } of REPLICATIONS) {
    expect({ name, source }).toEqual({ name, source: expect.stringMatching(/\d{4}, 10\.\d/) });
    expect(new Set(claims.map((claim) => claim.name)).size).toBe(claims.length);
    for (const { band, order, kind } of claims) {
      expect(band[0]).toBeLessThan(band[1]);
      expect(order !== undefined).toBe(kind === 'order');
    }
  }
  expect(() => replicationNamed('watts')).toThrow(InputError);
});

// The others take seconds a replicate, and stand in the verification.
describe.each(['watts-2002', 'centola-2010', 'axelrod-1997', 'libai-2013', 'goldenberg-2007', 'muchnik-2013'])('%s', (name) => {
  test('a replicate has a number for each claim, the same every time', () => {
    const { claims, measure } = replicationNamed(name);
    const values = measure('everyday', 0);
    expect(Object.keys(values).sort()).toEqual(claims.map((claim) => claim.name).sort());
    expect(Object.entries(values).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
    if (name === 'watts-2002') expect(measure('everyday', 0)).toEqual(values);
  });
});

test('cascades happen inside the window and not outside', () => {
  const values = replicationNamed('watts-2002').measure('everyday', 1);
  expect([values['z 0.8'], values['z 6.5'], values['z 8']]).toEqual([0, 0, 0]);
  expect(Math.min(values['z 1.5'], values['z 3'], values['z 4.5'])).toBeGreaterThan(0.1);
});

test('standardised effects are those of a linear law without noise', () => {
  const slope = fc.double({ min: -3, max: 3, noNaN: true }).filter((each) => Math.abs(each) > 0.1);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 12, maxLength: 30 }), slope, slope, (points, a, b) => {
      const spread = (column: number[]) => {
        const mean = column.reduce((sum, each) => sum + each) / column.length;
        return Math.sqrt(column.reduce((sum, each) => sum + (each - mean) ** 2, 0));
      };
      const outcome = points.map(([x, y]) => a * x + b * y + 5);
      const spreads = [0, 1, 2].map((factor) => spread(points.map((point) => point[factor])));
      fc.pre(Math.min(...spreads, spread(outcome)) > 2);
      const effects = standardisedEffects(points, outcome);
      fc.pre(effects.every(Number.isFinite));
      expect(effects[0]).toBeCloseTo((a * spreads[0]) / spread(outcome), 6);
      expect(effects[1]).toBeCloseTo((b * spreads[1]) / spread(outcome), 6);
      expect(effects[2]).toBeCloseTo(0, 6);
    }),
    { seed: 7 },
  );
});

test('steps and bands', () => {
  expect([stepTo([0, 0.2, 0.5], 0.2), stepTo([0, 0.2], 0.6)]).toEqual([1, Number.NaN]);
  expect([...within(0.25, -4), ...within(0.5, 2)]).toEqual([-5, -3, 1, 3]);
});

test('large cascades begin with the easily influenced, and hubs refer more than the fringe', () => {
  const cascades = replicationNamed('watts-dodds-2007').measure('everyday', 0);
  expect(cascades['easily influenced']).toBeGreaterThan(1.2);
  expect(cascades['multiplier z 3']).toBeLessThan(1);
  const campaign = replicationNamed('hinz-2011').measure('everyday', 0);
  expect(campaign['hubs over fringe']).toBeGreaterThan(2);
  expect(campaign['hubs over random']).toBeGreaterThan(1.2);
});
