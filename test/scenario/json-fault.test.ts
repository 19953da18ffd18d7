import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../../sim/scenario/json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const AGAIN = 'a key that is not there yet';

/** Whether as many keys are written as the engine keeps. */
const namesKeysOnce = (text: string): boolean => {
  const written = text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
  let kept = 0;
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) kept += Object.keys(value).length;
    return value;
  });
  return written === kept;
};

/** JSON with characters taken out, put in or exchanged. */
const damaged = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('', ',', ':', '"', '{', '}', '[', ']', '\\', '0', '-', '.', 'e', ' ', '\n', '\u0001', 'x')),
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [at, put]) => now.slice(0, at % (now.length + 1)) + put + now.slice((at % (now.length + 1)) + (at % 2)), text),
  );

test('finds a fault exactly where the engine refuses the text or drops a key', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      expect(jsonFault(text) === null).toBe(isJson(text) && namesKeysOnce(text));
    }),
    { numRuns: 5000, seed: 1 },
  );
});

test('up to the fault, and no further, the text can be continued', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const fault = jsonFault(text);
      fc.pre(fault !== null && fault.needed !== AGAIN);
      const { offset } = fault as { offset: number };
      // What ends before the fault breaks at its own end, not sooner.
      const start = jsonFault(text.slice(0, offset));
      expect(start === null || start.offset === offset).toBe(true);
      // With one more character it breaks at the fault.
      if (offset < text.length) expect(jsonFault(text.slice(0, offset + 1))?.offset).toBe(offset);
    }),
    { numRuns: 5000, seed: 1 },
  );
});

test.each([
  ['{"a": 1,}', 8, 'a key in double quotes'],
  ['{"a" 1}', 5, 'a colon'],
  ['[1 2]', 3, 'a comma or ]'],
  ['{"a": 1 "b": 2}', 8, 'a comma or }'],
  ['{"a": tru}', 6, 'a value'],
  ["{'a': 1}", 1, 'a key in double quotes'],
  ['{"a": "b\n"}', 8, 'the end of a text in double quotes'],
  ['{"a": 1} // why', 9, 'the end of the text'],
  ['{"a": [1', 8, 'a comma or ]'],
  ['', 0, 'a value'],
  ['{"a": {"b": 1}, "b": 2, "a": 3}', 24, AGAIN],
  ['[{"a": 1}, {"a": 1, "\\u0061": 2}]', 20, AGAIN],
])('%j breaks at %i', (text, offset, needed) => {
  expect(jsonFault(text)).toEqual({ offset, needed });
});

test('depth and length are no obstacle', () => {
  expect(jsonFault('['.repeat(100_000))?.offset).toBe(100_000);
  expect(jsonFault(JSON.stringify('x'.repeat(1_000_000)))).toBeNull();
});
