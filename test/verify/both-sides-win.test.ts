import { expect, test } from 'vitest';
import { armsOf } from '../../sim/experiment/arms.ts';
import { scenarioInBox } from '../../sim/experiment/design/box.ts';
import { latinHypercube } from '../../sim/experiment/design/latin-hypercube.ts';
import { metricAt } from '../../sim/experiment/metrics.ts';
import { prepareExperiment } from '../../sim/experiment/replicate.ts';
import { keysFromSeed } from '../../sim/random/index.ts';
import { parseScenario, plausibleBox } from '../../sim/scenario/index.ts';
import { wilsonInterval } from './wilson.ts';

const POINTS = 210;
const WEEKS = [13, 52, 156];
const STRATEGIES = ['push', 'targeted-push', 'learn-and-relate', 'hybrid'];

test('over the plausible box both push and learn-and-relate win somewhere, at every horizon', () => {
  const box = plausibleBox();
  const base = parseScenario({ name: 'box', network: { kind: 'tribal', people: 250 }, strategies: STRATEGIES });
  const points = latinHypercube(POINTS, box.length, keysFromSeed('plausible box'));
  const arms = armsOf(base).map(({ name }) => name);
  const wins = new Map(WEEKS.map((week) => [week, new Map(arms.map((name) => [name, 0]))]));
  const pushBeatsLearn = new Map(WEEKS.map((week) => [week, 0]));
  for (const [at, point] of points.entries()) {
    const scenario = parseScenario({ ...scenarioInBox(base, box, point), seed: `box ${at}` });
    const experiment = prepareExperiment({ scenario, network: null });
    const recordings = arms.map((_, position) => experiment.run(position, 0).recording);
    const nothing = recordings[arms.indexOf('nothing')];
    for (const week of WEEKS) {
      const margins = recordings.map((recording) => metricAt('margin', recording, nothing, week - 1));
      const winner = arms[margins.indexOf(Math.max(...margins))];
      const of = wins.get(week) as Map<string, number>;
      of.set(winner, (of.get(winner) as number) + 1);
      if (margins[arms.indexOf('push')] > margins[arms.indexOf('learn-and-relate')]) {
        pushBeatsLearn.set(week, (pushBeatsLearn.get(week) as number) + 1);
      }
    }
  }
  // Bonferroni over all intervals printed: the family of horizons x (strategies + the duel).
  const level = 1 - 0.05 / (WEEKS.length * (arms.length + 1));
  for (const week of WEEKS) {
    const shares = arms.map((name) => {
      const count = wins.get(week)?.get(name) as number;
      const { low, high } = wilsonInterval(count, POINTS, level);
      return `${name} ${share(count)} [${(100 * low).toFixed(0)}-${(100 * high).toFixed(0)}]`;
    });
    const duel = pushBeatsLearn.get(week) as number;
    const { low, high } = wilsonInterval(duel, POINTS, level);
    console.log(
      `week ${week}, greatest margin: ${shares.join(', ')}; push beats learn-and-relate in ${share(duel)} [${(100 * low).toFixed(0)}-${(100 * high).toFixed(0)}]`,
    );
    // Neither side of the duel is hopeless at any horizon.
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
  }
  const anywhere = (name: string) => WEEKS.reduce((sum, week) => sum + (wins.get(week)?.get(name) as number), 0);
  expect(anywhere('push')).toBeGreaterThan(0);
  expect(anywhere('learn-and-relate')).toBeGreaterThan(0);
});

function share(count: number): string {
  return `${((100 * count) / POINTS).toFixed(1)} %`;
}
