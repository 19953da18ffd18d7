import { expect, test } from 'vitest';
import { type Interval, tInterval } from '../../sim/experiment/intervals.ts';
import { type MetricName, metricAt } from '../../sim/experiment/metrics.ts';
import { varianceRatio } from '../../sim/experiment/paired.ts';
import { networkOf } from '../../sim/experiment/replicate.ts';
import { relabel } from '../../sim/network/index.ts';
import { keysFromSeed, Stream } from '../../sim/random/index.ts';
import { runOf, smallScenario } from '../market/settings.ts';

const SEEDS = 30;
const METRICS: MetricName[] = ['adoption', 'active', 'womPositive', 'womNegative', 'sentiment', 'margin'];

/** Two-sample Kolmogorov-Smirnov statistic. */
function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
  const all = [...a, ...b].sort((x, y) => x - y);
  const cdf = (sample: readonly number[], x: number) => sample.filter((each) => each <= x).length / sample.length;
  return Math.max(...all.map((x) => Math.abs(cdf(a, x) - cdf(b, x))));
}

test('who has which number does not matter: shuffled people are equal in distribution (30 seeds, Kolmogorov-Smirnov)', () => {
  const scenario = smallScenario({ horizon: 52 }, 400);
  const plain: number[][] = METRICS.map(() => []);
  const shuffled: number[][] = METRICS.map(() => []);
  for (let replicate = 0; replicate < SEEDS; replicate++) {
    const network = networkOf(scenario, replicate);
    const order = Uint32Array.from({ length: network.n }, (_, i) => i);
    new Stream(keysFromSeed(`order ${replicate}`)).shuffle(order);
    const a = runOf(scenario, 'hybrid', { network, replicate });
    const b = runOf(scenario, 'hybrid', { network: relabel(network, order), replicate });
    for (const [at, metric] of METRICS.entries()) {
      plain[at].push(metricAt(metric, a, a, 51));
      shuffled[at].push(metricAt(metric, b, b, 51));
    }
  }
  // Critical value at 1 % over six metrics (Bonferroni): sqrt(-ln(.01 / 12) / 2) * sqrt(2 / n).
  const critical = Math.sqrt(-Math.log(0.01 / 12) / 2) * Math.sqrt(2 / SEEDS);
  for (const [at, metric] of METRICS.entries()) {
    const distance = kolmogorovSmirnov(plain[at], shuffled[at]);
    console.log(`shuffled people, ${metric}: KS distance ${distance.toFixed(3)} (critical ${critical.toFixed(3)})`);
    expect(distance).toBeLessThan(critical);
  }
});

test('results per person do not depend on the number of people simulated (1,000 against 20,000)', () => {
  // Equal tribes in both, so that only the number of people differs.
  const scenarioOf = (people: number) =>
    smallScenario({ horizon: 52, network: { kind: 'stochastic-block', people, blocks: Math.round(people / 100), meanDegree: 20 } });
  for (const strategy of ['push', 'hybrid']) {
    const runs = (people: number, seeds: number) => {
      const scenario = scenarioOf(people);
      return Array.from({ length: seeds }, (_, replicate) =>
        runOf(scenario, strategy, { network: networkOf(scenario, replicate), replicate }),
      );
    };
    const few = runs(1000, 60);
    const many = runs(20_000, 5);
    for (const metric of METRICS) {
      const of = (recordings: typeof few) => tInterval(recordings.map((recording) => metricAt(metric, recording, recording, 51)));
      const [a, b] = [of(few), of(many)] as Interval[];
      console.log(`${strategy}, ${metric}: ${show(a)} at 1,000, ${show(b)} at 20,000`);
      // The 95 % intervals of the two means overlap.
      expect(a.low).toBeLessThan(b.high);
      expect(b.low).toBeLessThan(a.high);
    }
  }
});

const show = ({ low, high }: Interval) => `${low.toPrecision(4)} .. ${high.toPrecision(4)}`;

test('common random numbers cut the variance of differences', () => {
  const scenario = smallScenario({ horizon: 52 }, 400);
  const reports: string[] = [];
  for (const metric of ['adoption', 'womPositive', 'sentiment'] as const) {
    const of = (strategy: string, seed: string) =>
      Array.from({ length: SEEDS }, (_, replicate) => {
        const recording = runOf(scenario, strategy, { network: networkOf(scenario, replicate), replicate, seed });
        return metricAt(metric, recording, recording, 51);
      });
    const common = varianceRatio(of('push', 'one'), of('targeted-push', 'one'));
    reports.push(`${metric} ${(100 * (1 - common)).toFixed(0)} %`);
    expect(common).toBeLessThan(0.9);
  }
  console.log(`variance of push - targeted-push saved by common random numbers: ${reports.join(', ')}`);
});
