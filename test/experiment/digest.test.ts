import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { comparisonDigest, runDigest } from '../../sim/experiment/digest.ts';
import { COLUMNS } from '../../sim/market/columns.ts';
import { positionOf } from '../../sim/market/recording.ts';
import { recordingOf } from './synthetic.ts';

const counting = recordingOf({ adopters: (week, brand) => week * 2 + brand, affect: () => -0.25 }, { weeks: 3, brands: 2 });

describe('digest of a run', () => {
  test('is SHA-256 of column, week, brand in that order, little-endian', () => {
    const bytes: Buffer[] = [];
    for (const { name } of COLUMNS) {
      for (let week = 0; week < 3; week++) {
        for (let brand = 0; brand < 2; brand++) {
          const word = Buffer.alloc(8);
          word.writeDoubleLE(name === 'adopters' ? week * 2 + brand : name === 'affect' ? -0.25 : 0);
          bytes.push(word);
        }
      }
    }
    expect(runDigest(counting)).toBe(createHash('sha256').update(Buffer.concat(bytes)).digest('hex'));
  });

  test('stays what it was published as', () => {
    expect(runDigest(counting)).toMatchInlineSnapshot(`"6433f22ae029e5921078b78f03565e1841332363c4995d3e9ef6174a6f60c309"`);
  });

  test('takes -0 for 0', () => {
    const values = counting.values.map((value) => (value === 0 ? -0 : value));
    expect(Object.is(values[0], -0)).toBe(true);
    expect(runDigest({ ...counting, values })).toBe(runDigest(counting));
  });

  test('takes every NaN for one, and that one for no number', () => {
    const first = counting.values.slice();
    const other = counting.values.slice();
    const at = positionOf('satisfaction') * 6;
    first[at] = Number.NaN;
    const bits = new BigUint64Array(other.buffer);
    bits[at] = 0xfff8dead0000beefn;
    expect(other[at]).toBeNaN();
    const digest = runDigest({ ...counting, values: first });
    expect(runDigest({ ...counting, values: other })).toBe(digest);
    expect(digest).not.toBe(runDigest(counting));

    const bytes = Buffer.from(counting.values.buffer.slice(0));
    bytes.set([0, 0, 0, 0, 0, 0, 0xf8, 0x7f], at * 8);
    expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('moves with any single value, and not with sizes, names or tribes', () => {
    const tribes = { count: 1, sizes: new Uint32Array(1), adopters: new Float32Array(6), affect: new Float32Array(6) };
    expect(runDigest({ ...counting, population: 5, people: 7, interest: 0.5, tribes })).toBe(runDigest(counting));
    const digests = new Set(
      Array.from({ length: counting.values.length }, (_, position) => {
        const values = counting.values.slice();
        values[position] += 1;
        return runDigest({ ...counting, values });
      }),
    );
    expect(digests.size).toBe(counting.values.length);
  });

  test('refuses a recording of the wrong size', () => {
    expect(() => runDigest({ ...counting, weeks: 4 })).toThrow(RangeError);
  });
});

describe('digest of a comparison', () => {
  const a = runDigest(counting);
  const b = runDigest(recordingOf({}, { weeks: 1 }));

  test('hashes the bytes of the run digests in order', () => {
    const expected = createHash('sha256')
      .update(Buffer.from(a + b, 'hex'))
      .digest('hex');
    expect(comparisonDigest([a, b])).toBe(expected);
    expect(comparisonDigest([b, a])).not.toBe(expected);
  });
});
