import { describe, expect, it } from 'vitest';
import { encodeJson } from '../../../sim/store/codec/json.ts';
import { type Table, table } from '../../../sim/store/codec/table.ts';
import { gathered } from '../fixture/text.ts';

const part = (...numbers: number[]): Table =>
  table(numbers.length, [
    { name: 'a "name"', type: 'string', values: numbers.map((number) => (number > 2 ? null : `n${number}`)) },
    { name: 'x', type: 'float64', values: Float64Array.from(numbers, (number) => (number === 2 ? Number.NaN : number / 3)) },
    { name: 'on', type: 'boolean', values: numbers.map((number) => number === 1) },
  ]);

const expected = [
  { 'a "name"': 'n1', x: 1 / 3, on: true },
  { 'a "name"': 'n2', x: null, on: false },
  { 'a "name"': null, x: 1, on: false },
];

describe('encodeJson', () => {
  it('writes one array, a row a line, over all parts', async () => {
    const text = (await gathered(encodeJson([part(1), part(), part(2, 3)], 'array'))).toString('utf8');
    expect(JSON.parse(text)).toEqual(expected);
    expect(text.split('\n')).toHaveLength(6);
  });

  it('writes NDJSON', async () => {
    const text = (await gathered(encodeJson([part(1, 2), part(3)], 'lines'))).toString('utf8');
    expect(text.endsWith('\n')).toBe(true);
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(expected);
  });

  it('writes an empty table', async () => {
    expect(JSON.parse((await gathered(encodeJson([part()], 'array'))).toString('utf8'))).toEqual([]);
    expect(await gathered(encodeJson([part()], 'lines'))).toHaveLength(0);
  });
});
