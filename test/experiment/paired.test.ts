import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceInterval, pairedDifference, varianceRatio } from '../../sim/experiment/paired.ts';
import { drawNormal } from '../../sim/random/index.ts';

// Hours of sleep gained by ten patients under two drugs: Student (1908), Biometrika 6:1-25.
const dextro = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const laevo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('paired difference', () => {
  test("agrees with the published analysis of Student's sleep data", () => {
    const paired = pairedDifference(dextro, laevo, 'higher');
    expect(paired?.mean).toBeCloseTo(-1.58, 12);
    expect(paired?.interval?.low).toBeCloseTo(-2.4598858, 6);
    expect(paired?.interval?.high).toBeCloseTo(-0.7001142, 6);
    expect(paired?.pValue).toBeCloseTo(0.00283289, 7);
    // nine patients slept longer under the second drug, one the same
    expect(paired?.probability).toBeCloseTo(0.05, 12);
  });

  test('counts the direction that is better', () => {
    expect(pairedDifference(dextro, laevo, 'lower')?.probability).toBeCloseTo(0.95, 12);
    expect(pairedDifference(dextro, laevo, null)?.probability).toBeCloseTo(0.05, 12);
  });

  test('equal arms tie: no width, no doubt, half the wins', () => {
    expect(pairedDifference(laevo, laevo, 'higher')).toMatchObject({
      mean: 0,
      interval: { low: 0, high: 0 },
      pValue: 1,
      probability: 0.5,
      tie: true,
    });
  });

  test('differences that come from the order of additions are ties', () => {
    expect(pairedDifference([0.1 + 0.2, 0.6], [0.3, 0.1 + 0.5], 'higher')?.tie).toBe(true);
    expect(pairedDifference([1 + 1e-9], [1], 'higher')?.tie).toBe(false);
  });

  test('a single pair proves nothing', () => {
    const paired = pairedDifference([2], [1], 'higher');
    expect(paired).toMatchObject({ mean: 1, interval: null, pValue: 1, probability: 1, tie: false });
  });

  test('equal differences are judged by the sign test: two prove nothing, ten do', () => {
    const ones = (n: number) => pairedDifference(new Array<number>(n).fill(3.3), new Array<number>(n).fill(2.1), 'higher');
    expect(ones(2)).toMatchObject({ pValue: 0.5, interval: null });
    expect(ones(10)?.pValue).toBeCloseTo(2 / 1024, 12);
    expect(ones(10)?.interval?.low).toBeCloseTo(1.2, 12);
  });

  test('is undefined without pairs or with an undefined value', () => {
    expect(pairedDifference([], [], 'higher')).toBeNull();
    expect(pairedDifference([1, Number.NaN], [1, 2], 'higher')).toBeNull();
  });

  test('turning the pair round turns the answer round', () => {
    const arm = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(arm, arm, (left, right) => {
        const n = Math.min(left.length, right.length);
        const ab = pairedDifference(left.slice(0, n), right.slice(0, n), 'higher');
        const ba = pairedDifference(right.slice(0, n), left.slice(0, n), 'higher');
        expect(ab?.mean).toBeCloseTo(-(ba?.mean ?? Number.NaN), 9);
        expect(ab?.pValue).toBeCloseTo(ba?.pValue ?? Number.NaN, 9);
        expect((ab?.probability ?? 0) + (ba?.probability ?? 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('the interval excludes 0 exactly when p is below the level', () => {
    const arm = fc.array(fc.integer({ min: -20, max: 30 }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(arm, fc.constantFrom(0.1, 0.05, 0.01, 0.001), (values, level) => {
        const paired = pairedDifference(values, new Array<number>(values.length).fill(0), 'higher');
        if (paired === null) throw new Error('defined values gave no difference');
        const interval = differenceInterval(paired, level);
        const excludes = interval !== null && (interval.low > 0 || interval.high < 0);
        fc.pre(Math.abs(paired.pValue - level) > 1e-9);
        expect(excludes).toBe(paired.pValue < level);
      }),
    );
  });
});

describe('variance ratio', () => {
  const draw = (stream: number) => Array.from({ length: 4000 }, (_, replicate) => drawNormal(stream, 9, replicate, 0));

  test('is about 1 for independent arms', () => {
    expect(varianceRatio(draw(1), draw(2))).toBeCloseTo(1, 1);
  });

  test('is what the shared luck leaves', () => {
    // shared part of variance 1, own parts of variance .25: (2 x .25) / (2 x 1.25)
    const shared = draw(3);
    const a = draw(4).map((own, replicate) => shared[replicate] + own / 2);
    const b = draw(5).map((own, replicate) => shared[replicate] + own / 2 + 7);
    expect(varianceRatio(a, b)).toBeCloseTo(0.2, 1);
  });

  test('is 0 for arms that differ by a constant and undefined for arms that do not vary', () => {
    expect(varianceRatio([1, 2, 4], [2, 3, 5])).toBe(0);
    expect(varianceRatio([1, 1], [2, 2])).toBeNaN();
  });
});
