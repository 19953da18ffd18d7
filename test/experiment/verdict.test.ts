import { describe, expect, test } from 'vitest';
import { type PairedDifference, pairedDifference } from '../../sim/experiment/paired.ts';
import { judgeFamily } from '../../sim/experiment/verdict.ts';
import { drawNormal } from '../../sim/random/index.ts';

const zeros = (n: number) => new Array<number>(n).fill(0);

function pairsOf(a: readonly number[], better: 'higher' | 'lower' | null = 'higher'): PairedDifference {
  return pairedDifference(a, zeros(a.length), better) as PairedDifference;
}

const clear = [1.1, 0.9, 1.05, 0.95, 1.2, 0.8];
const unclear = [1, -1, 2, -1.5, 0.5, -0.4];

describe('verdict', () => {
  test('names the better side, by the direction of the metric', () => {
    expect(judgeFamily([pairsOf(clear)], 'higher')[0].verdict).toBe('a');
    expect(judgeFamily([pairsOf(clear, 'lower')], 'lower')[0].verdict).toBe('b');
    expect(judgeFamily([pairsOf(clear.map((x) => -x))], 'higher')[0].verdict).toBe('b');
    expect(judgeFamily([pairsOf(clear)], null)[0].verdict).toBe('a');
  });

  test('is undecided when the interval holds 0', () => {
    const [judgement] = judgeFamily([pairsOf(unclear)], 'higher');
    expect(judgement.verdict).toBe('undecided');
    expect(judgement.difference.low).toBeLessThan(0);
    expect(judgement.difference.high).toBeGreaterThan(0);
  });

  test('is a tie when every difference is 0, and only then without a margin', () => {
    expect(judgeFamily([pairsOf(zeros(5))], 'higher')[0]).toEqual({
      difference: { mean: 0, low: 0, high: 0 },
      probabilityABeatsB: 0.5,
      verdict: 'tie',
    });
    expect(judgeFamily([pairsOf(clear.map((x) => x * 1e-6))], 'higher')[0].verdict).toBe('a');
    expect(judgeFamily([pairsOf(clear.map((x) => x * 1e-6))], 'higher', 0.01)[0].verdict).toBe('tie');
    expect(judgeFamily([pairsOf(unclear)], 'higher', 0.01)[0].verdict).toBe('undecided');
  });

  test('an undefined difference is undecided and no test', () => {
    const [alone] = judgeFamily([pairsOf(clear)], 'higher');
    const [undefinedOne, beside] = judgeFamily([null, pairsOf(clear)], 'higher');
    expect(undefinedOne).toEqual({ difference: { mean: null, low: null, high: null }, probabilityABeatsB: null, verdict: 'undecided' });
    expect(beside).toEqual(alone);
  });

  test('a single replicate is undecided', () => {
    expect(judgeFamily([pairsOf([5])], 'higher')[0]).toEqual({
      difference: { mean: 5, low: null, high: null },
      probabilityABeatsB: 1,
      verdict: 'undecided',
    });
  });

  test('what stands alone may fall in a crowd', () => {
    const marginal = [2, 0.2, 1.5, -0.3, 1.8, 0.9];
    expect(judgeFamily([pairsOf(marginal)], 'higher')[0].verdict).toBe('a');
    const crowd = judgeFamily([pairsOf(marginal), ...new Array<PairedDifference>(20).fill(pairsOf(unclear))], 'higher');
    expect(crowd[0].verdict).toBe('undecided');
  });

  test('interval and verdict never disagree', () => {
    const family = Array.from({ length: 60 }, (_, pair) =>
      pairsOf(Array.from({ length: 12 }, (_, replicate) => drawNormal(7, 8, pair, replicate) + (pair % 4) * 0.6)),
    );
    const judgements = judgeFamily(family, 'higher');
    for (const { verdict, difference } of judgements) {
      const { low, high } = difference as { low: number; high: number };
      expect(verdict).toBe(low > 0 ? 'a' : high < 0 ? 'b' : 'undecided');
    }
    expect(new Set(judgements.map((judgement) => judgement.verdict))).toEqual(new Set(['a', 'undecided']));
  });

  // 300 families of 15 true nulls: a false verdict anywhere in a family is allowed in 5 %.
  test('names a false winner in at most about 5 % of families of equals', () => {
    let wrong = 0;
    for (let family = 0; family < 300; family++) {
      const pairs = Array.from({ length: 15 }, (_, pair) =>
        pairsOf(Array.from({ length: 10 }, (_, replicate) => drawNormal(family, pair, replicate, 0))),
      );
      if (judgeFamily(pairs, 'higher').some((judgement) => judgement.verdict !== 'undecided')) wrong++;
    }
    expect(wrong / 300).toBeLessThan(0.09);
    expect(wrong / 300).toBeGreaterThan(0.01);
  });
});
