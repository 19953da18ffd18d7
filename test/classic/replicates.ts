import { mean, sampleStandardDeviation } from 'simple-statistics';
import { expect } from 'vitest';
import { type ClassicModel, type ClassicRun, classicKeys, runClassic } from '../../sim/classic/index.ts';
import type { ParameterTable } from '../../sim/parameter/index.ts';

/** A column of many replicates: one array a step. */
export function replicated<T extends ParameterTable>(
  model: ClassicModel<T>,
  run: Omit<ClassicRun, 'keys'>,
  column: string,
  replicates: number,
  seed = 'replicates',
): number[][] {
  const at = model.columns.findIndex(({ name }) => name === column);
  const series = Array.from({ length: (run.steps ?? model.steps) + 1 }, (): number[] => []);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const { values } = runClassic(model, { ...run, keys: classicKeys(seed, replicate) });
    series.forEach((all, step) => {
      all.push(values[step * model.columns.length + at]);
    });
  }
  return series;
}

/**
 * The mean of many replicates is the exact expectation, to within four standard errors: under a correct model one comparison in 16,000 fails,
 * and seeds are fixed.
 */
export function expectMean(values: readonly number[], exact: number, message?: string): void {
  const error = sampleStandardDeviation(values as number[]) / Math.sqrt(values.length);
  expect(
    Math.abs(mean(values as number[]) - exact),
    `${message ?? ''} mean ${mean(values as number[])}, exact ${exact}`,
  ).toBeLessThanOrEqual(4 * error + 1e-12);
}
