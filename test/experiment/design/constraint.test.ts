import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseConstraint } from '../../../sim/experiment/design/constraint.ts';
import { InputError } from '../../../sim/parameter/index.ts';

const holds = (text: string, values: Record<string, number> = {}) => parseConstraint(text, 'constraints.0').holds((path) => values[path]);

test('arithmetic and comparisons mean what they mean in mathematics', () => {
  expect(holds('2 + 3 * 4 = 14')).toBe(true);
  expect(holds('(2 + 3) * 4 = 20')).toBe(true);
  expect(holds('10 - 3 - 2 = 5')).toBe(true);
  expect(holds('16 / 4 / 2 = 2')).toBe(true);
  expect(holds('-2 * -3 >= 6')).toBe(true);
  expect(holds('.1 + .2 = .3')).toBe(true);
  expect(holds('1e3 != 1000')).toBe(false);
  expect(holds('a.b.0 < a.b.1', { 'a.b.0': 1, 'a.b.1': 2 })).toBe(true);
  expect(holds('a<=b', { a: 2, b: 1 })).toBe(false);
});

test('agrees with JavaScript on random sums and products', () => {
  const number = fc.integer({ min: 1, max: 20 });
  const operator = fc.constantFrom('+', '-', '*');
  fc.assert(
    fc.property(number, fc.array(fc.tuple(operator, number), { maxLength: 8 }), (start, rest) => {
      const text = rest.reduce((sofar, [op, n]) => `${sofar} ${op} ${n}`, String(start));
      const value = (new Function(`return ${text}`) as () => number)();
      expect(holds(`${text} = ${value < 0 ? `0 - ${-value}` : value}`)).toBe(true);
      expect(holds(`${text} < ${value < 0 ? `0 - ${-value}` : value}`)).toBe(false);
    }),
  );
});

test('what cannot be read is refused with its place', () => {
  for (const text of [
    '',
    '1',
    '1 <',
    '< 1',
    '1 < 2 < 3',
    '(1 < 2',
    'a..b < 1',
    'a = "b"',
    '1 + < 2',
    'x => 2',
    `${'('.repeat(300)}1 < 2`,
  ]) {
    expect(() => parseConstraint(text, 'constraints.3'), text).toThrow(InputError);
  }
});
