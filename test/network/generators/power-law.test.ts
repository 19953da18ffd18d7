import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPowerLaw, powerLawMean, powerLawQuantile, powerLawWithMean } from '../../../sim/network/generators/power-law.ts';
import { keysFromSeed, Stream } from '../../../sim/random/index.ts';

const laws = fc.record({
  exponent: fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.double({ min: 0.1, max: 5, noNaN: true })),
  low: fc.double({ min: 0.5, max: 50, noNaN: true }),
  high: fc.double({ min: 60, max: 5000, noNaN: true }),
});

/** Integral of x^-exponent by Simpson's rule on a logarithmic grid. */
function area(exponent: number, low: number, high: number): number {
  const steps = 400;
  const width = Math.log(high / low) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * (low * Math.exp(i * width)) ** (1 - exponent);
  }
  return (sum * width) / 3;
}

describe('power law', () => {
  it('mean and quantiles agree with numerical integration', () => {
    fc.assert(
      fc.property(laws, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (law, u) => {
        const { exponent, low, high } = law;
        expect(powerLawQuantile(law, 0) / low).toBeCloseTo(1, 6);
        expect(powerLawQuantile(law, 1) / high).toBeCloseTo(1, 6);
        expect(area(exponent, low, powerLawQuantile(law, u)) / area(exponent, low, high)).toBeCloseTo(u, 5);
        expect(powerLawMean(law) / (area(exponent - 1, low, high) / area(exponent, low, high))).toBeCloseTo(1, 5);
      }),
    );
  });

  it('has known means: uniform at exponent 0, logarithmic at 1 and 2', () => {
    expect(powerLawMean({ exponent: 0, low: 2, high: 8 })).toBeCloseTo(5, 12);
    expect(powerLawMean({ exponent: 1, low: 2, high: 8 })).toBeCloseTo(6 / Math.log(4), 12);
    expect(powerLawMean({ exponent: 2, low: 2, high: 8 })).toBeCloseTo(Math.log(4) / (1 / 2 - 1 / 8), 12);
  });

  it('finds the law of a given mean', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5, noNaN: true }), fc.double({ min: 0.2, max: 1, noNaN: true }), (exponent, share) => {
        const law = powerLawWithMean(exponent, 100 * share, 100);
        expect(powerLawMean(law)).toBeCloseTo(100 * share, 3);
      }),
    );
  });

  it('draws keep the mean, the ends and the tail', () => {
    const law = { exponent: 2.5, low: 8, high: 300 };
    const values = drawPowerLaw(law, 50_000, new Stream(keysFromSeed('law')));
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean / powerLawMean(law)).toBeCloseTo(1, 2);
    expect(Math.min(...values)).toBe(8);
    expect(Math.max(...values)).toBeGreaterThanOrEqual(299);
    expect(Math.max(...values)).toBeLessThanOrEqual(300);
    // P(X > 50) in closed form, to a rounding of half a unit.
    const tail = (50 ** -1.5 - 300 ** -1.5) / (8 ** -1.5 - 300 ** -1.5);
    expect(values.filter((x) => x > 50).length / values.length).toBeCloseTo(tail, 2);
  });
});
