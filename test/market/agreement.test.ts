import { expect, test } from 'vitest';
import { agreement, measureAgreement, newAgreement } from '../../sim/market/agreement.ts';
import { series } from '../../sim/market/recording.ts';
import { partnerAt } from '../../sim/market/ties.ts';
import { runOf, smallScenario, worldOf } from './settings.ts';

/** Pearson correlation, written as it is defined. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  const moment = (of: (dx: number, dy: number) => number) => pairs.reduce((sum, [x, y]) => sum + of(x - mx, y - my), 0);
  return moment((dx, dy) => dx * dy) / Math.sqrt(moment((dx) => dx * dx) * moment((_, dy) => dy * dy));
}

test('over as many weeks as people have ties every tie is looked at, and the correlation is that of all ties', () => {
  const scenario = smallScenario({ network: { kind: 'ring', people: 300, neighboursPerSide: 3, tribes: 5 }, mechanisms: { ties: false } });
  const world = worldOf(scenario, 'nothing');
  const { people, ties } = world;
  for (let i = 0; i < 300; i++) people.affect[i] = Math.sin(i / 20);
  const total = newAgreement(1);
  const weekly = newAgreement(1);
  for (world.week = 0; world.week < 6; world.week++) {
    measureAgreement(world, weekly);
    for (let k = 0; k < total.length; k++) total[k] += weekly[k];
  }
  for (const between of [false, true]) {
    const pairs: [number, number][] = [];
    for (let i = 0; i < 300; i++) {
      for (let slot = ties.start[i]; slot < ties.start[i] + ties.used[i]; slot++) {
        const other = partnerAt(ties, slot);
        if ((people.tribe[i] !== people.tribe[other]) === between) pairs.push([people.affect[i], people.affect[other]]);
      }
    }
    expect(pairs.length).toBeGreaterThan(50);
    expect(agreement(total, 0, between)).toBeCloseTo(correlation(pairs), 9);
  }
});

test('agreement is measured where nobody takes in the views of others, too', () => {
  const scenario = smallScenario({ mechanisms: { conformity: false }, brands: [{ users: 0.3, familiarity: 0.3 }], horizon: 10 });
  const recording = runOf(scenario, 'push');
  for (const name of ['agreementWithin', 'agreementBetween'] as const) {
    expect(
      series(recording, name)
        .slice(2)
        .every((each) => each >= -1 && each <= 1),
    ).toBe(true);
  }
});
