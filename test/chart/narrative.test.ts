import { describe, expect, test } from 'vitest';
import { finding, findings, milestones } from '../../sim/chart/narrative.ts';
import { ARMS, comparisonOf } from '../experiment/synthetic.ts';

const result = comparisonOf({ replicates: 12, metrics: ['adoption', 'active', 'margin', 'romi', 'spend'] });

describe('findings', () => {
  test('name a winner only when it beats every other strategy', () => {
    const early = finding(result, 'margin', 13);
    for (const { winner, week, metric } of findings(result, ['margin', 'adoption'])) {
      const beaten = result.comparisons.filter(
        (pair) =>
          pair.week === week &&
          pair.metric === metric &&
          ((pair.a === winner && pair.verdict === 'a') || (pair.b === winner && pair.verdict === 'b')),
      );
      expect(beaten).toHaveLength(winner === null ? 0 : 3);
    }
    expect(early.sentence).toMatch(/^After 13 weeks/);
  });

  test('refuse to name one among those that cannot be told apart', () => {
    const { winner, sentence } = finding(result, 'adoption', 156);
    expect(winner).toBeNull();
    expect(sentence).toMatch(
      /^After 156 weeks no winner can be named on adoption: push \(.*\) and hybrid \(.*\) cannot be told apart in 12 replicates\.$/,
    );
  });

  test('call equals a tie', () => {
    const twins = comparisonOf({ arms: [ARMS[0], ARMS[1], { ...ARMS[1], name: 'twin' }], weeks: 20, replicates: 5, metrics: ['adoption'] });
    expect(finding(twins, 'adoption', 20).sentence).toMatch(/no winner .*push \(.*\) and twin \(.*\) tie\.$/);
  });

  test('say nothing on the strength of one run, one strategy or undefined values', () => {
    expect(finding(comparisonOf({ weeks: 20, replicates: 1, metrics: ['adoption'] }), 'adoption', 20).sentence).toContain(
      'a single run proves nothing',
    );
    expect(finding(comparisonOf({ arms: [ARMS[0]], weeks: 20, replicates: 3, metrics: ['adoption'] }), 'adoption', 20).sentence).toContain(
      'only one strategy',
    );
    expect(finding(result, 'romi', 156)).toMatchObject({ winner: null, compared: true });
    const alone = comparisonOf({ arms: ARMS.slice(0, 2), weeks: 20, replicates: 5, metrics: ['romi'] });
    expect(finding(alone, 'romi', 20)).toMatchObject({ winner: null, compared: false });
  });

  test('judge a metric among those that have it, and name those that do not', () => {
    const rivals = comparisonOf({ arms: ARMS.slice(0, 3), weeks: 60, replicates: 12, metrics: ['romi'] });
    const pair = rivals.comparisons.find(({ a, b, week }) => a === ARMS[1].name && b === ARMS[2].name && week === 60);
    expect(pair?.verdict).toMatch(/^[ab]$/);
    const { winner, sentence } = finding(rivals, 'romi', 60);
    expect(winner).toBe(pair?.verdict === 'a' ? pair.a : pair?.b);
    expect(sentence).toMatch(/ahead of every other strategy; it is not defined under doing nothing\.$/);
  });

  test('say among whom, where there are others', () => {
    const spenders = comparisonOf({ arms: ARMS.slice(0, 2), weeks: 20, replicates: 12, metrics: ['adoption'] });
    expect(finding(spenders, 'adoption', 20, [ARMS[0].name, ARMS[1].name]).sentence).toMatch(
      /^After 20 weeks push has the best adoption of the 2 strategies shown, \S+ \[.*\] %\.$/,
    );
    expect(finding(result, 'adoption', 156, ['push', 'learn-and-relate', 'hybrid']).sentence).toMatch(
      /^After 156 weeks no winner .* among the 3 strategies shown and doing nothing: /,
    );
  });

  test('call more money spent higher, never better', () => {
    const spenders = comparisonOf({
      arms: [ARMS[0], { ...ARMS[1], weeklySpend: 40_000 }, ARMS[2]],
      weeks: 20,
      replicates: 12,
      metrics: ['spend'],
    });
    expect(finding(spenders, 'spend', 20)).toMatchObject({ winner: 'push' });
    expect(finding(spenders, 'spend', 20).sentence).toContain('has the highest spending');
  });
});

describe('milestones', () => {
  test('tell when adoption passed its marks, with the range over runs', () => {
    const push = result.strategies[1].weekly.adoption;
    const week = (quantile: 'q05' | 'q50' | 'q95', mark: number) => push.find((entry) => (entry[quantile] as number) >= mark)?.week;
    const [first] = milestones(result)[1].sentences;
    for (const mark of [10, 25, 50]) {
      const share = mark / 100;
      expect(first).toContain(`${mark} % in week ${week('q50', share)} (${week('q95', share)} to ${week('q05', share)})`);
    }
    expect(first).not.toContain('75 %');
    expect(milestones(result)[0].sentences[0]).toBe('The median of adoption stayed below 10 %.');
  });

  test('tell when money was earned back', () => {
    const learn = result.strategies[2].weekly.margin;
    const back = (learn.findLast((entry) => (entry.q50 as number) <= 0)?.week as number) + 1;
    expect(milestones(result)[2].sentences.join(' ')).toContain(`The money spent was earned back from week ${back} (`);
    const short = comparisonOf({ weeks: 5, replicates: 3, metrics: ['margin'] });
    expect(milestones(short)[2].sentences).toEqual(['The money spent was not earned back by week 5.']);
  });

  test('are silent about ranges when there is one run', () => {
    const one = comparisonOf({ weeks: 60, replicates: 1, metrics: ['adoption'] });
    expect(milestones(one)[1].sentences[0]).toMatch(/^Adoption passed 10 % in week \d+, 25 % in week \d+ and 50 % in week \d+\.$/);
  });
});
