import { expect, test } from 'vitest';
import { choice, completeValues, count, InputError, real, vector } from '../../sim/parameter/index.ts';

const TABLE = {
  rate: real(0.1, [0, 1], 'share', 'A rate.', 'Assumption'),
  people: count(3, [1, 5], 'people', 'People.', 'Assumption', [1, 9]),
  rule: choice('a', ['a', 'b'], 'A rule.', 'Assumption'),
  weights: vector([1, 2], ['x', 'y'], [0, 3], 'weight', 'Weights.', 'Assumption'),
};

const complete = (given: Record<string, unknown>) => completeValues(TABLE, given, 'thing', 'A thing');

test('what is not given takes its default, fresh on every call', () => {
  const values = complete({ people: 9 });
  expect(values).toEqual({ rate: 0.1, people: 9, rule: 'a', weights: [1, 2] });
  values.weights[0] = 7;
  expect(complete({}).weights).toEqual([1, 2]);
});

test.each([
  [{ rate: 2 }, 'thing.rate', '2', 'a number from 0 to 1'],
  [{ rate: '0.5' }, 'thing.rate', '0.5', 'a number from 0 to 1'],
  [{ rate: Number.NaN }, 'thing.rate', 'NaN', 'a number from 0 to 1'],
  [{ people: 1.5 }, 'thing.people', '1.5', 'a whole number from 1 to 9'],
  [{ rule: 'c' }, 'thing.rule', 'c', 'one of a, b'],
  [{ weights: [1] }, 'thing.weights', '[1]', '2 numbers from 0 to 3'],
  [{ weights: [1, 4] }, 'thing.weights', '[1,4]', '2 numbers from 0 to 3'],
  [{ colour: 1 }, 'thing.colour', 'colour', 'rate, people, rule, weights'],
])('refuses %j', (given, path, found, allowed) => {
  expect(() => complete(given)).toThrow(InputError);
  expect(() => complete(given)).toThrow(expect.objectContaining({ path, found, allowed }) as Error);
});
