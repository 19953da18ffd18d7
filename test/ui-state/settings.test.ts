import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARAMETER_GROUPS } from '../../sim/scenario/parameter-groups.ts';
import { POSITIONS, positionOf, scaleOf, valueAt } from '../../ui/element/scale.ts';
import { plainNumber, wordsOf } from '../../ui/element/words.ts';
import type { Draft } from '../../ui/state/app-state.ts';
import { SCENARIO_PRESETS } from '../../ui/state/presets.ts';
import { CONSUMER_TOPICS, differencesIn, differencesOf, findParameters } from '../../ui/view/scenario/sections.ts';
import { sparkline } from '../../ui/view/scenario/sparkline.ts';

const NUMBERS = PARAMETER_GROUPS.flatMap((group) => Object.entries(group.parameters)).flatMap(([key, parameter]) =>
  parameter.type === 'choice' ? [] : [{ key, parameter, scale: scaleOf(parameter) }],
);

describe('a slider', () => {
  it('goes exactly from end to end, over all of the plausible range, and never back', () => {
    for (const { scale, parameter } of NUMBERS) {
      expect(scale.low).toBeLessThanOrEqual(parameter.range[0]);
      expect(scale.high).toBeGreaterThanOrEqual(parameter.range[1]);
      expect([valueAt(0, scale), valueAt(POSITIONS, scale)]).toEqual([scale.low, scale.high]);
      let before = Number.NEGATIVE_INFINITY;
      for (let position = 0; position <= POSITIONS; position += 25) {
        const value = valueAt(position, scale);
        expect(value).toBeGreaterThanOrEqual(before);
        expect(value).toBeLessThanOrEqual(scale.high);
        before = value;
      }
    }
  });

  it('stands where its value is, to less than a hundredth of its length', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NUMBERS), fc.integer({ min: 0, max: POSITIONS }), ({ scale }, position) => {
        const value = valueAt(position, scale);
        // A whole number covers as many positions as lie half a step around it.
        const step = scale.integer ? Math.abs(positionOf(value + 0.5, scale) - positionOf(value - 0.5, scale)) : 0;
        expect(Math.abs(positionOf(value, scale) - position)).toBeLessThanOrEqual(10 + step);
      }),
      { numRuns: 500 },
    );
  });

  it('gives round numbers, a hundredth to a thousandth of the range apart, and whole ones where they are asked for', () => {
    expect(valueAt(500, { low: 0, high: 1, log: false, integer: false })).toBe(0.5);
    expect(valueAt(333, { low: 0, high: 1, log: false, integer: false })).toBe(0.33);
    expect(valueAt(500, { low: 0.002, high: 0.2, log: true, integer: false })).toBe(0.02);
    expect(valueAt(501, { low: 1, high: 8, log: false, integer: true })).toBe(5);
    fc.assert(
      fc.property(fc.constantFrom(...NUMBERS), fc.integer({ min: 0, max: POSITIONS }), ({ scale }, position) => {
        expect(String(valueAt(position, scale)).length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('leaves room on both sides of the default, as far as is allowed', () => {
    for (const { key, parameter, scale } of NUMBERS) {
      if (parameter.type === 'vector') continue;
      const { default: usual, allowed } = parameter;
      const at = positionOf(usual, scale) / POSITIONS;
      if (usual > allowed[0]) expect(at, key).toBeGreaterThan(0.01);
      if (usual < allowed[1]) expect(at, key).toBeLessThan(0.99);
    }
  });

  it('stands at its end for a value outside the range', () => {
    const scale = { low: 1, high: 100, log: true, integer: false };
    expect([positionOf(0, scale), positionOf(-5, scale), positionOf(1e9, scale)]).toEqual([0, 0, POSITIONS]);
  });
});

describe('words', () => {
  it('are made of keys and numbers', () => {
    expect([wordsOf('strongTies'), wordsOf('cocreation'), wordsOf('barabasi-albert')]).toEqual([
      'Strong ties',
      'Co-creation',
      'Barabási–Albert',
    ]);
    expect([plainNumber(0.1 + 0.2), plainNumber(1e6), plainNumber(1500), plainNumber(-0.25)]).toEqual([
      '0.3',
      '1 000 000',
      '1500',
      '-0.25',
    ]);
  });
});

describe('sections', () => {
  it('hold every mechanism of the consumer, once', () => {
    const shown = CONSUMER_TOPICS.flatMap(([, mechanisms]) => mechanisms);
    const there = PARAMETER_GROUPS.filter((group) => group.name.startsWith('consumers.')).map((group) =>
      group.name.slice('consumers.'.length),
    );
    expect([...shown].sort()).toEqual([...there].sort());
  });

  it('are searched by words of name, meaning, group and unit', () => {
    expect(findParameters('half life content', 'tribal').map((found) => found.path)).toContain('tactics.content.halfLife');
    expect(findParameters('price', 'tribal')[0].path).toBe('brands.0.price');
    expect(findParameters('closure', 'tribal').map((found) => found.path)).toContain('network.closure');
    expect(findParameters('closure', 'ring').map((found) => found.path)).not.toContain('network.closure');
    expect(findParameters('horizon', 'ring').map((found) => found.path)).toEqual(['horizon']);
    expect(findParameters('', 'tribal')).toEqual([]);
    expect(findParameters('zebra', 'tribal')).toEqual([]);
  });

  it('find every parameter by its own path', () => {
    for (const group of PARAMETER_GROUPS.filter((each) => each.path !== 'network')) {
      for (const key of Object.keys(group.parameters)) {
        const path = `${group.path}.${key}`;
        expect(findParameters(path, 'tribal').map((found) => found.path)).toContain(path);
      }
    }
  });
});

describe('what differs', () => {
  it('is nothing in the default scenario', () => {
    expect(differencesOf(SCENARIO_PRESETS[0].draft, 'tribal')).toEqual([]);
  });

  it('is each value that is not the default, and counts where it stands', () => {
    const draft: Draft = {
      name: 'x',
      horizon: 52,
      seed: 'swaylab',
      market: { need: 0.2, budget: 0.02 },
      network: { kind: 'tribal', closure: 0.6, redraw: 'replicate' },
      ties: { closure: 5 },
      mechanisms: { habit: false, content: false, ties: false, trust: true },
      brands: [{ name: 'a' }, { name: 'b', price: 30, strategy: 'push' }],
      strategies: ['push'],
    };
    const differences = differencesOf(draft, 'tribal');
    expect(differences.map((each) => each.path)).toEqual([
      'horizon',
      'market.need',
      'network.closure',
      'ties.closure',
      'mechanisms.habit',
      'mechanisms.content',
      'mechanisms.ties',
      'brands.1.price',
      'brands.1.strategy',
      'strategies',
    ]);
    const counts = (['about', 'market', 'network', 'consumers', 'tactics', 'brands', 'strategies', 'changed'] as const).map((name) =>
      differencesIn(name, differences),
    );
    expect(counts).toEqual([1, 1, 3, 1, 1, 2, 1, 10]);
  });
});

describe('a thumbnail', () => {
  it('is one path, broken where the model has no value', () => {
    expect(sparkline([0, 1], 112, 32, 1)).toBe('M6.0 26.0L106.0 6.0');
    expect(sparkline([0, Number.NaN, 1], 112, 32, 1)).toBe('M6.0 26.0M106.0 6.0');
    expect(sparkline([], 112, 32, 1)).toBe('');
  });
});
