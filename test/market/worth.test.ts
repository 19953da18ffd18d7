import { expect, test } from 'vitest';
import { DRIVES, JOBS, KNOWS_USE, VALUES } from '../../sim/consumer/state.ts';
import { trueProgress } from '../../sim/market/worth.ts';
import { smallScenario, worldOf } from './settings.ts';

test('everyone, first and last, is given what their own drives, values and job make of each brand', () => {
  const given = { brands: [{}, { delivery: [0.2, 0.7, 0.3, 0.6], values: [2, 5, 3, 4, 1, 4, 3, 2, 5, 1] }] };
  const scenario = smallScenario(given, 60);
  const world = worldOf(scenario, 'nothing');
  const { people } = world;
  const { rho } = scenario.consumers.synergy;
  for (let i = 0; i < people.n; i++) {
    for (let b = 0; b < 2; b++) {
      const pair = i * 2 + b;
      const { delivery, values } = scenario.brands[b];
      const functional = delivery.reduce((sum, p, k) => sum + people.drives[i * DRIVES + k] * p ** rho, 0) ** (1 / rho);
      const mean = values.reduce((sum, each) => sum + each) / VALUES;
      const length = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0));
      const cosine = values.reduce((sum, each, k) => sum + (people.values[i * VALUES + k] * (each - mean)) / length, 0);
      const emotional = (1 + scenario.consumers.congruence.weight * cosine) / 2;
      const [f, e] = people.job.subarray(i * JOBS, i * JOBS + 2);
      expect(world.worthOfValues[pair]).toBeCloseTo(emotional, 5);
      expect(world.worth[pair]).toBeCloseTo((f * functional + e * emotional) / (f + e), 5);
      // A use that nobody intended adds its gain, to who knows it and to nobody else.
      expect(trueProgress(world, i, b)).toBe(world.worth[pair]);
      people.flags[pair] |= KNOWS_USE;
      expect(trueProgress(world, i, b)).toBeCloseTo(world.worth[pair] + scenario.consumers.uses.gain, 6);
    }
  }
});
