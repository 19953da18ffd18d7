import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holm } from '../../sim/experiment/holm.ts';

/** Holm's procedure is the closed test of Bonferroni: a hypothesis falls when every set of hypotheses that holds it falls. */
function closedBonferroni(pValues: readonly number[]): number[] {
  return pValues.map((_, index) => {
    let adjusted = 0;
    for (let set = 1; set < 1 << pValues.length; set++) {
      if (!(set & (1 << index))) continue;
      const members = pValues.filter((_, member) => set & (1 << member));
      adjusted = Math.max(adjusted, Math.min(1, members.length * Math.min(...members)));
    }
    return adjusted;
  });
}

describe("Holm's correction", () => {
  test('of the 15 thrombolysis tests in Benjamini & Hochberg (1995, doi:10.1111/j.2517-6161.1995.tb02031.x) rejects three', () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    const results = holm(p);
    expect(results.map((result) => result.adjusted < 0.05)).toEqual(p.map((_, rank) => rank < 3));
    // 15 x .0001, 14 x .0004, 13 x .0019, ..., never falling
    [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278].forEach((adjusted, rank) => {
      expect(results[rank].adjusted).toBeCloseTo(adjusted, 10);
    });
    expect(results[2].level).toBeCloseTo(0.05 / 13, 12);
    expect(results[14].level).toBeCloseTo(0.05 / 12, 12);
  });

  test('equals the closed test of Bonferroni, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 7 }), (p) => {
        const adjusted = holm(p).map((result) => result.adjusted);
        closedBonferroni(p).forEach((expected, index) => {
          expect(adjusted[index]).toBeCloseTo(expected, 12);
        });
      }),
    );
  });

  test('gives levels that agree with the decisions', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { minLength: 1, maxLength: 12 }), (p) => {
        holm(p).forEach(({ adjusted, level }, index) => {
          fc.pre(Math.abs(p[index] - level) > 1e-12 && Math.abs(adjusted - 0.05) > 1e-12);
          expect(p[index] < level).toBe(adjusted < 0.05);
        });
      }),
    );
  });

  test('of nothing is nothing', () => {
    expect(holm([])).toEqual([]);
  });
});
