import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../sim/parameter/index.ts';
import { PARAMETER_GROUPS } from '../../sim/scenario/parameter-groups.ts';
import type { Draft, JsonValue } from '../../ui/state/app-state.ts';
import { draftValue, pathOf, withDraftValue } from '../../ui/state/draft.ts';
import { meanOf, networkKindOf, parameterAt, withMean, withNetworkKind } from '../../ui/state/parameters.ts';
import { scenarioOf } from '../../ui/state/scenario-of.ts';

/** A value that the parameter may take, other than its default. */
function valuesOf(parameter: Parameter): fc.Arbitrary<JsonValue> {
  if (parameter.type === 'choice') return fc.constantFrom(...parameter.options);
  const [low, high] = parameter.range;
  if (parameter.type === 'integer') return fc.integer({ min: low, max: high });
  const number = fc.double({ min: low, max: high, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value));
  if (parameter.type === 'vector') return fc.array(number, { minLength: parameter.elements.length, maxLength: parameter.elements.length });
  return number;
}

const EVERY = PARAMETER_GROUPS.flatMap((group) => Object.entries(group.parameters).map(([key, parameter]) => ({ group, key, parameter })));

describe('a parameter in a draft', () => {
  it('is set and taken back, every one of them, and the scenario has the value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVERY).chain((each) => valuesOf(each.parameter).map((value) => ({ ...each, value }))),
        ({ group, key, parameter, value }) => {
          const kind = group.path === 'network' ? group.name.slice('network.'.length) : 'tribal';
          const start: Draft = kind === 'tribal' ? { name: 'x' } : { name: 'x', network: { kind } };
          const path = pathOf(`${group.path}.${key}`);
          const set = withDraftValue(start, path, value);
          expect(draftValue(set, path)).toEqual(value);
          expect(parameterAt(path.join('.'), networkKindOf(start))).toBe(parameter);
          expect(draftValue(scenarioOf(set) as unknown as Draft, path)).toEqual(value);
          expect(withDraftValue(set, path, undefined)).toEqual(start);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('leaves everything else as it is, shared', () => {
    const draft: Draft = { name: 'x', market: { need: 0.1, budget: 1 }, consumers: { habit: { start: 0.4 } } };
    const set = withDraftValue(draft, ['market', 'need'], 0.2);
    expect(set).toEqual({ ...draft, market: { need: 0.2, budget: 1 } });
    expect(set.consumers).toBe(draft.consumers);
    expect(withDraftValue(set, ['market', 'need'], undefined)).toEqual({ ...draft, market: { budget: 1 } });
  });

  it('reaches into brands, whose list starts with one that is all default', () => {
    const draft: Draft = { name: 'x' };
    expect(withDraftValue(draft, pathOf('brands.0.price'), 30)).toEqual({ name: 'x', brands: [{ price: 30 }] });
    const two: Draft = { name: 'x', brands: [{ price: 30 }, { strategy: 'push' }] };
    expect(withDraftValue(two, pathOf('brands.0.price'), undefined)).toEqual({ name: 'x', brands: [{}, { strategy: 'push' }] });
    expect(draftValue(two, pathOf('brands.1.strategy'))).toBe('push');
    expect(draftValue(two, pathOf('brands.5.strategy.name'))).toBeUndefined();
  });
});

describe('the kind of network', () => {
  it('changes and comes back without a trace', () => {
    const draft: Draft = { name: 'x' };
    expect(withNetworkKind(draft, 'ring')).toEqual({ name: 'x', network: { kind: 'ring' } });
    expect(withNetworkKind(withNetworkKind(draft, 'ring'), 'tribal')).toEqual(draft);
  });

  it('keeps the number of people where the kind has one, and drops what it does not have', () => {
    const draft: Draft = { name: 'x', network: { kind: 'tribal', people: 700, closure: 0.6, redraw: 'once' } };
    expect(withNetworkKind(draft, 'ring').network).toEqual({ kind: 'ring', people: 700, redraw: 'once' });
    expect(withNetworkKind(draft, 'karate-club').network).toEqual({ kind: 'karate-club', redraw: 'once' });
    expect(scenarioOf(withNetworkKind(draft, 'karate-club')).network.kind).toBe('karate-club');
  });
});

describe('a vector moved as a whole', () => {
  it('has the mean asked for while no element meets a bound', () => {
    expect(withMean([0.45, 0.4, 0.4, 0.4], 0.5125, [0, 1])).toEqual([0.55, 0.5, 0.5, 0.5]);
    expect(meanOf(withMean([0.1, 0.9], 0.55, [0, 1]))).toBe(0.55);
  });

  it('stays within its bounds', () => {
    expect(withMean([0.1, 0.9], 1, [0, 1])).toEqual([0.6, 1]);
    expect(withMean([0.1, 0.9], 0, [0, 1])).toEqual([0, 0.4]);
  });
});
