import { describe, expect, it } from 'vitest';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import type { JourneyResult, TribeResult } from '../../ui/lab/protocol.ts';
import { pairSentence } from '../../ui/view/compare/pair-sentence.ts';
import { gapsOf } from '../../ui/view/firm/gaps.ts';
import { loopSentence, movesIn } from '../../ui/view/journey/moves.ts';
import { tribeRows, tribeSentence } from '../../ui/view/tribes/tribe-rows.ts';
import { compared, labResultOf } from './fixture/small-market.ts';

describe('what the firm sees', () => {
  const result = labResultOf(compared(4));
  const gaps = gapsOf(result, 'learn-and-relate');

  it('stands beside what is true, with a sentence on the gap', () => {
    expect(gaps.map(({ title }) => title)).toEqual([
      'Followers, and users',
      'Return by last touch, and return',
      'Surveyed satisfaction, and satisfaction',
      'Stated intention, and purchases',
    ]);
    for (const { chart, say } of gaps) {
      expect(chart.lines.map(({ name }) => name)).toEqual(['seen', 'true']);
      expect(chart.lines.every(({ points }) => points.length === 16)).toBe(true);
      for (const week of [1, 8, 16]) {
        expect(say(week)).toMatch(/^[A-Z0-9].*[.]$/s);
        expect(say(week)).not.toMatch(/NaN|Infinity|\d{5}/);
      }
    }
  });

  it('adds up what was announced and done, per person', () => {
    const [{ points }] = gaps[3].chart.lines;
    const weekly = result.columns['learn-and-relate'].statedIntention as Float32Array;
    expect(points[15].q50).toBeCloseTo(weekly.reduce((sum, announced) => sum + announced, 0) / 150, 5);
  });

  it('does not call means medians', () => {
    expect(gaps.map(({ caption }) => caption)).toEqual(['', '', 'Lines: means of 4 runs.', 'Lines: means of 4 runs.']);
  });

  it('says so where the firm does not ask', () => {
    expect(gapsOf(result, 'push')[2].say(16)).toMatch(/does not ask anybody|Nobody has used/);
  });
});

describe('the journey', () => {
  const stages = ['unaware', 'dormant', 'triggered', 'evaluating', 'customer', 'advocate', 'detractor', 'lapsed'];
  /** Ten people in each of two weeks: in the first 4 move from dormant to evaluating, in the second 3 back and 2 from customer to evaluating. */
  const flows = new Float32Array(2 * 64);
  flows[1 * 8 + 3] = 4;
  flows[1 * 8 + 1] = 6;
  flows[64 + 3 * 8 + 1] = 3;
  flows[64 + 4 * 8 + 3] = 2;
  flows[64 + 3 * 8 + 3] = 5;
  const journey: JourneyResult = { strategy: 'push', stages, flows, population: 10, runs: 1 };

  it('is a mean over the weeks asked for', () => {
    const first = movesIn(journey, 1, 1);
    expect(first.moves[1 * 8 + 3]).toBe(4);
    expect([...first.people]).toEqual([0, 6, 0, 4, 0, 0, 0, 0]);
    const both = movesIn(journey, 1, 2);
    expect(both.moves[1 * 8 + 3]).toBe(2);
    expect(both.people.reduce((sum, people) => sum + people)).toBe(10);
  });

  it('says how much of it leads back', () => {
    expect(loopSentence(movesIn(journey, 1, 2))).toBe(
      '56 % of all moves lead back to an earlier stage, and 33 % of those who begin to consider the brand have bought it before: it is a loop, not a funnel.',
    );
    expect(loopSentence(movesIn({ ...journey, flows: new Float32Array(64) }, 1, 1))).toBe(
      'Nobody moves from stage to stage in these weeks.',
    );
  });
});

describe('tribes', () => {
  const tribes: TribeResult = {
    strategy: 'push',
    ofOneReplicate: true,
    sizes: Uint32Array.of(10, 30, 0, 20),
    adoption: Float32Array.of(0, 0.1, 0, 0.2, 0.5, 0.3, 0, 0.4),
    affect: Float32Array.of(0, 0, 0, 0, -0.1, 0.2, 0, 0.3),
  };

  it('stand in the order of adoption at the week, without empty ones', () => {
    expect(tribeRows(tribes, 1).map(({ tribe }) => tribe)).toEqual([3, 1, 0]);
    expect(tribeRows(tribes, 2).map(({ tribe, people }) => [tribe, people])).toEqual([
      [0, 10],
      [3, 20],
      [1, 30],
    ]);
    expect([...tribeRows(tribes, 2)[1].affect]).toEqual([0, Math.fround(0.3)]);
  });

  it('are told apart in words', () => {
    const nameOf = (tribe: number): string => `Tribe ${tribe + 1}`;
    expect(tribeSentence(tribeRows(tribes, 2), 2, nameOf)).toBe(
      'In week 2 Tribe 1 is furthest (50.0 % bought at least once) and Tribe 2 least far (30.0 %); mean sentiment is above 0 in 2 of 3 tribes.',
    );
    expect(tribeSentence(tribeRows(tribes, 2), 2, String)).toContain('In week 2 tribe 0 is furthest');
  });

  it('are the largest where they are very many', () => {
    const sizes = Uint32Array.from({ length: 100 }, (_, tribe) => tribe + 1);
    const rows = tribeRows({ ...tribes, sizes, adoption: new Float32Array(100), affect: new Float32Array(100) }, 1);
    expect(rows).toHaveLength(40);
    expect(Math.min(...rows.map(({ people }) => people))).toBe(61);
  });
});

describe('the verdict on a pair', () => {
  const resultWith = (verdict: 'a' | 'b' | 'tie' | 'undecided', better: 'higher' | null = 'higher'): CompareResult =>
    ({
      replicates: 20,
      metricInfo: { adoption: { unit: 'share', better } },
      comparisons: [
        {
          a: 'x',
          b: 'y',
          metric: 'adoption',
          week: 52,
          difference: { mean: 0.1, low: 0.05, high: 0.15 },
          probabilityABeatsB: 0.9,
          verdict,
        },
      ],
    }) as unknown as CompareResult;

  it('names a winner only where the comparison does, from either side', () => {
    expect(pairSentence(resultWith('a'), 'adoption', 52, 'x', 'y')).toBe(
      'After 52 weeks x is better than y on adoption: difference 10 [5, 15] percentage points, ahead in 18 of 20 paired runs.',
    );
    expect(pairSentence(resultWith('a'), 'adoption', 52, 'y', 'x')).toContain('y is worse than x on adoption: difference -10 [-15, -5]');
    expect(pairSentence(resultWith('undecided'), 'adoption', 52, 'x', 'y')).toContain('undecided');
    expect(pairSentence(resultWith('undecided'), 'adoption', 52, 'x', 'y')).not.toMatch(/better|worse/);
    expect(pairSentence(resultWith('tie'), 'adoption', 52, 'x', 'y')).toBe('After 52 weeks x and y tie on adoption.');
    expect(pairSentence(resultWith('a', null), 'adoption', 52, 'x', 'y')).toContain('adoption is higher under x than under y');
    expect(pairSentence(resultWith('a'), 'adoption', 13, 'x', 'y')).toBe(
      'After 13 weeks adoption is not defined under both strategies in every run.',
    );
  });
});
