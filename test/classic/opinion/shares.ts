import { classicKeys, startClassic } from '../../../sim/classic/index.ts';
import type { ClassicModel } from '../../../sim/classic/model.ts';
import type { Network } from '../../../sim/network/index.ts';

/** Share of replicates that end with all ones, from the opinions given. */
export function shareEndingWithOnes(
  model: ClassicModel,
  network: Network,
  initial: readonly number[],
  values: Record<string, number>,
  replicates: number,
): number {
  let ones = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const { process } = startClassic(model, { network, initial, values, keys: classicKeys('small', replicate) });
    let left = 5000;
    while (process.step()) if (--left === 0) throw new Error(`replicate ${replicate} did not end`);
    ones += process.states[0];
  }
  return ones / replicates;
}

/** Mean and half-width of its 95 % interval. */
export function interval(values: readonly number[]): { mean: number; halfWidth: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, halfWidth: 1.96 * Math.sqrt(variance / values.length) };
}
