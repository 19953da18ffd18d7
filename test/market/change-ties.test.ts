import { expect, test } from 'vitest';
import { changeTies } from '../../sim/market/change-ties.ts';
import { smallScenario, worldOf } from './settings.ts';

test('where ties are few and nobody has just lost one, people drawn by lot seek, and nobody more than others', () => {
  const scenario = smallScenario({ ties: { bridgeSurvival: 1, embeddedSurvival: 1 }, horizon: 40 }, 80);
  const gained = new Float64Array(80);
  for (let replicate = 0; replicate < 30; replicate++) {
    const world = worldOf(scenario, 'nothing', { replicate });
    // As if half as many again had been there at the start.
    Object.assign(world.ties, { initial: Math.round(1.5 * world.ties.count) });
    const before = Uint32Array.from(world.ties.used);
    for (let w = 0; w < 4; w++) {
      changeTies(world);
      world.week++;
    }
    for (let i = 0; i < 80; i++) gained[i] += world.ties.used[i] - before[i];
  }
  const all = gained.reduce((sum, each) => sum + each);
  expect(all).toBeGreaterThan(300);
  // Everybody has about all / 80; person 0, first in every list, is no exception by five standard errors.
  expect(Math.abs(gained[0] - all / 80)).toBeLessThan(5 * Math.sqrt(all / 80));
});
