import { describe, expect, test } from 'vitest';
import { tHalfWidth, tInterval } from '../../sim/experiment/intervals.ts';
import { drawNormal, drawUniform } from '../../sim/random/index.ts';

describe('t interval', () => {
  // Two-sided 95 % and 99 % points of Student's t, as printed in every table.
  test.each([
    [1, 12.706, 63.657],
    [2, 4.303, 9.925],
    [5, 2.571, 4.032],
    [9, 2.262, 3.25],
    [29, 2.045, 2.756],
    [100, 1.984, 2.626],
  ])('uses the tabulated critical values for %i degrees of freedom', (degrees, at95, at99) => {
    const n = degrees + 1;
    expect(tHalfWidth(n, n)).toBeCloseTo(at95, 3);
    expect(tHalfWidth(n, n, 0.99)).toBeCloseTo(at99, 3);
  });

  test('of a small sample, by hand', () => {
    // mean 3, variance 2.5, 2.776445 sqrt(2.5 / 5)
    const interval = tInterval([1, 2, 3, 4, 5]);
    expect(interval?.low).toBeCloseTo(3 - 1.963243, 4);
    expect(interval?.high).toBeCloseTo(3 + 1.963243, 4);
  });

  test('does not exist for fewer than two values and has no width without variance', () => {
    expect(tInterval([])).toBeNull();
    expect(tInterval([1])).toBeNull();
    expect(tHalfWidth(1, 1)).toBeNaN();
    expect(tInterval([2, 2, 2])).toEqual({ low: 2, high: 2 });
  });

  // 4,000 experiments: the standard error of the coverage is .0034.
  test.each([
    ['normal', 10, (consumer: number, index: number) => drawNormal(1, 2, consumer, index), 0],
    ['uniform', 8, (consumer: number, index: number) => drawUniform(3, 4, consumer, index), 0.5],
  ])('covers the true mean of %s draws in 95 % of experiments', (_, n, draw, truth) => {
    let covered = 0;
    for (let experiment = 0; experiment < 4000; experiment++) {
      const interval = tInterval(Array.from({ length: n }, (_, index) => draw(experiment, index)));
      if (interval && interval.low <= truth && truth <= interval.high) covered++;
    }
    expect(covered / 4000).toBeGreaterThan(0.938);
    expect(covered / 4000).toBeLessThan(0.962);
  });
});
