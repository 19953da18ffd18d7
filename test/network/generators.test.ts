import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateNetwork, NETWORK_GENERATORS, type NetworkSpec } from '../../sim/network/generators.ts';
import type { NetworkKind } from '../../sim/network/kinds.ts';
import type { Network } from '../../sim/network/network.ts';
import { validateNetwork } from '../../sim/network/validate-network.ts';
import { InputError, type Parameter } from '../../sim/parameter/index.ts';
import { keysFromSeed } from '../../sim/random/index.ts';

const kinds = Object.keys(NETWORK_GENERATORS) as NetworkKind[];
const keys = keysFromSeed('generators');

/** Few people, so that hundreds of networks are quick and crowded enough to be awkward. */
const SMALL: Readonly<Record<string, readonly [number, number]>> = {
  people: [9, 120],
  rungs: [1, 50],
  caves: [1, 10],
  caveSize: [1, 12],
  meanDegree: [0.1, 30],
  tiesPerNewcomer: [1, 20],
  neighboursPerSide: [1, 20],
  tribes: [1, 20],
  blocks: [1, 20],
  smallestTribe: [2, 60],
};

function anyValue(name: string, parameter: Parameter): fc.Arbitrary<number | string> {
  if (parameter.type === 'vector') throw new Error('no generator has vectors');
  if (parameter.type === 'choice') return fc.constantFrom(...parameter.options);
  const [low, high] = SMALL[name] ?? parameter.allowed;
  const min = Math.max(low, parameter.allowed[0]);
  return parameter.type === 'integer' ? fc.integer({ min, max: high }) : fc.double({ min, max: high, noNaN: true });
}

const specs: fc.Arbitrary<NetworkSpec> = fc.constantFrom(...kinds).chain((kind) => {
  const table: Readonly<Record<string, Parameter>> = NETWORK_GENERATORS[kind].parameters;
  const values = fc.record(Object.fromEntries(Object.entries(table).map(([name, parameter]) => [name, anyValue(name, parameter)])));
  return values.map((chosen): NetworkSpec => ({ ...chosen, kind }));
});

/** Every byte of a network; quicker to compare than arrays of numbers. */
function bytesOf({ n, tribeCount, offsets, targets, strengths, layers, tribes }: Network): string {
  const arrays = [offsets, targets, strengths, layers, tribes];
  return [
    n,
    tribeCount,
    ...arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength).toString('latin1')),
  ].join();
}

describe('every kind of network', () => {
  it('is valid for any allowed values, or says which of them do not go together', () => {
    let built = 0;
    fc.assert(
      fc.property(specs, fc.string(), (spec, seed) => {
        try {
          validateNetwork(generateNetwork(spec, keysFromSeed(seed)));
          built++;
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as InputError).path).toMatch(/^network/);
          expect((error as InputError).allowed).not.toBeNull();
          expect((error as InputError).path).not.toMatch(/offsets|targets|strengths|layers|tribes\.\d/);
        }
      }),
      { numRuns: 400 },
    );
    expect(built).toBeGreaterThan(200);
  });

  it.each(kinds)('%s: defaults and both ends of every range make a valid network', (kind) => {
    const table: Readonly<Record<string, Parameter>> = NETWORK_GENERATORS[kind].parameters;
    const small: Record<string, number> = 'people' in table && kind !== 'complete' ? { people: 500 } : {};
    validateNetwork(generateNetwork({ ...small, kind }, keys));
    for (const [name, parameter] of Object.entries(table)) {
      if (parameter.type === 'vector' || name === 'people') continue;
      const ends = parameter.type === 'choice' ? parameter.options : parameter.range;
      for (const end of ends) expect(() => generateNetwork({ ...small, [name]: end, kind }, keys)).not.toThrow();
    }
  });

  it('any point of the plausible ranges can be built, so that designs never fall into a hole', () => {
    const plausible = fc.constantFrom(...kinds.filter((kind) => 'meanDegree' in NETWORK_GENERATORS[kind].parameters)).chain((kind) => {
      const table: Readonly<Record<string, Parameter>> = { ...NETWORK_GENERATORS[kind].parameters };
      const within = Object.entries(table).map(([name, parameter]) => {
        if (parameter.type === 'vector' || parameter.type === 'choice') throw new Error(`${name} has no range`);
        const [min, high] = parameter.range;
        const max = name === 'people' ? 1000 : high;
        return [name, parameter.type === 'integer' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })];
      });
      return fc
        .record(Object.fromEntries(within) as Record<string, fc.Arbitrary<number>>)
        .map((chosen): NetworkSpec => ({ ...chosen, kind }));
    });
    fc.assert(
      fc.property(plausible, (spec) => validateNetwork(generateNetwork(spec, keys))),
      { numRuns: 60 },
    );
  });

  it.each(kinds)('%s: equal keys give equal networks', (kind) => {
    const once = bytesOf(generateNetwork({ kind }, keys));
    const again = bytesOf(generateNetwork({ kind }, keys));
    expect(once === again).toBe(true);
  });

  it.each(kinds.filter((kind) => !/^(lattice|ring|complete|path|ladder|caveman|connected|karate|florentine|krackhardt)/.test(kind)))(
    '%s: other keys give another network',
    (kind) => {
      expect(bytesOf(generateNetwork({ kind }, keys)) === bytesOf(generateNetwork({ kind }, keysFromSeed('other')))).toBe(false);
    },
  );

  it.each(kinds)('%s: never asks the engine for luck', (kind) => {
    const luck = Math.random;
    Math.random = () => {
      throw new Error('Math.random was called');
    };
    try {
      expect(() => generateNetwork({ kind }, keys)).not.toThrow();
    } finally {
      Math.random = luck;
    }
  });

  it.each(kinds)('%s: every parameter states meaning, source and a default within its range', (kind) => {
    expect(NETWORK_GENERATORS[kind].meaning).toMatch(/\.$/);
    for (const parameter of Object.values(NETWORK_GENERATORS[kind].parameters as Record<string, Parameter>)) {
      expect(parameter.meaning).toMatch(/\.$/);
      expect(parameter.source.length).toBeGreaterThan(5);
      if (parameter.type === 'choice') expect(parameter.options).toContain(parameter.default);
      else if (parameter.type !== 'vector') {
        const [low, high] = parameter.range;
        expect(parameter.default >= low || parameter.default === 1).toBe(true);
        expect(parameter.default <= high).toBe(true);
        expect(low >= parameter.allowed[0] && high <= parameter.allowed[1]).toBe(true);
      }
    }
  });
});

describe('specs that are wrong', () => {
  const refused = (spec: Record<string, unknown>) => () => generateNetwork(spec as unknown as NetworkSpec, keys);

  it.each([
    [{ kind: 'small-world' }, 'network.kind', 'small-world', /watts-strogatz/],
    [{ kind: 'toString' }, 'network.kind', 'toString', /tribal/],
    [{ kind: 'tribal', meanDegre: 20 }, 'network.meanDegre', 'meanDegre', /meanDegree/],
    [{ kind: 'tribal', mixing: 1.5 }, 'network.mixing', '1.5', /from 0 to 1/],
    [{ kind: 'tribal', mixing: NaN }, 'network.mixing', 'NaN', /from 0 to 1/],
    [{ kind: 'tribal', people: 99.5 }, 'network.people', '99.5', /whole number/],
    [{ kind: 'tribal', people: '500' }, 'network.people', '500', /whole number/],
    [{ kind: 'lattice', neighbours: 6 }, 'network.neighbours', '6', /one of 4, 8/],
    [{ kind: 'tribal', people: 30, meanDegree: 20 }, 'network.meanDegree', '20', /at most 14/],
  ])('%o', (spec, path, found, allowed) => {
    expect(refused(spec)).toThrow(InputError);
    expect(refused(spec)).toThrow(expect.objectContaining({ path, found, allowed: expect.stringMatching(allowed) }));
  });
});
