import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../sim/experiment/canonical.ts';

/** The same value with the members of every object in the opposite order of writing. */
function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, rewritten(member)]),
  );
}

describe('canonical JSON', () => {
  test('sorts keys by code unit at every depth and leaves no white space', () => {
    expect(canonicalJson({ b: [1, { z: null, a: 'x y' }], a: true, B: -0, 10: 1, 9: 2 })).toBe(
      '{"10":1,"9":2,"B":0,"a":true,"b":[1,{"a":"x y","z":null}]}',
    );
  });

  test('does not depend on the order of writing, and parses back to the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(rewritten(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('leaves out members that are undefined', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test.each([
    ['NaN', { a: [1, Number.NaN] }, '$.a[1]'],
    ['infinity', { a: { b: Number.POSITIVE_INFINITY } }, '$.a.b'],
    ['undefined in an array', [undefined], '$[0]'],
    ['a hole', new Array(1), '$[0]'],
    ['a function', { f: () => 0 }, '$.f'],
    ['a big integer', 1n, '$'],
    ['a class instance', { when: new Map() }, '$.when'],
    ['a typed array', { v: new Float64Array(1) }, '$.v'],
  ])('refuses %s and says where', (_, value, path) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson(value)).toThrow(`${path} `);
  });

  test('refuses a cycle but not a value used twice', () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
    const cycle: unknown[] = [];
    cycle.push({ cycle });
    expect(() => canonicalJson(cycle)).toThrow('$[0].cycle contains itself');
  });
});
