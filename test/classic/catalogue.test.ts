import { describe, expect, test } from 'vitest';
import { CLASSIC_MODELS, classicKeys, classicNamed, classicSeries, runClassic } from '../../sim/classic/index.ts';
import { generateNetwork } from '../../sim/network/index.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { keysFromSeed } from '../../sim/random/index.ts';

const network = generateNetwork({ kind: 'tribal', people: 120 }, keysFromSeed('classic'));

test('every model has a name of its own, and says where it comes from', () => {
  expect(new Set(CLASSIC_MODELS.map(({ name }) => name)).size).toBe(CLASSIC_MODELS.length);
  for (const { name, source, columns, meaning } of CLASSIC_MODELS) {
    expect({ name, source }).toEqual({ name, source: expect.stringMatching(/\d{4}/) });
    expect({ name, meaning }).toEqual({ name, meaning: expect.stringMatching(/\.$/) });
    expect({ name, columns: columns.length > 0 }).toEqual({ name, columns: true });
    expect({ name, twice: columns.length - new Set(columns.map((column) => column.name)).size }).toEqual({ name, twice: 0 });
  }
});

test('an unknown name is refused with what there is', () => {
  expect(() => classicNamed('sri')).toThrow(InputError);
  expect(() => classicNamed('sri')).toThrow(expect.objectContaining({ found: 'sri', allowed: expect.stringContaining('sir') }) as Error);
});

describe.each(CLASSIC_MODELS.map((model) => [model.name, model] as const))('%s', (_, model) => {
  const run = { network, steps: 12, keys: classicKeys('a', 0), history: true };

  test('runs with its defaults; all that is recorded is a number', () => {
    const recording = runClassic(model, run);
    expect(recording.values).toHaveLength(13 * model.columns.length);
    expect(recording.values.every(Number.isFinite)).toBe(true);
    expect(recording.states).toHaveLength(120 * recording.stateSize);
    expect(recording.history?.slice(-recording.states.length)).toEqual(recording.states);
    for (const { name, unit } of model.columns) {
      if (unit !== 'share') continue;
      for (const value of classicSeries(recording, name)) {
        expect(value, name).toBeGreaterThanOrEqual(0);
        expect(value, name).toBeLessThanOrEqual(1 + 1e-12);
      }
    }
  });

  test('equal keys give equal runs, however long they are', () => {
    const short = runClassic(model, { ...run, steps: 6 });
    const long = runClassic(model, run);
    expect(runClassic(model, run)).toEqual(long);
    expect(long.values.slice(0, short.values.length)).toEqual(short.values);
  });
});
