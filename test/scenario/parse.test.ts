import { describe, expect, test } from 'vitest';
import { parseJson, parseScenario } from '../../sim/scenario/index.ts';

/** The message with which an input is refused. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was taken');
}

const scenario = (given: Record<string, unknown>) => () => parseScenario({ name: 'x', ...given });

describe('what is refused, and how', () => {
  test('malformed JSON names line, column, what stands there and what is needed', () => {
    expect(refusal(() => parseJson('{\n  "name": "x",\n  "market": {"need": .1}\n}', 'a.json'))).toContain(
      'line 3, column 22: found .1}, needed is a value',
    );
    expect(refusal(() => parseJson('{"name": "x"', 'a.json'))).toContain(
      'line 1, column 13: found the end of the text, needed is a comma or }',
    );
  });

  test('a network of one kind is offered keys of its own kind only', () => {
    const ring = refusal(scenario({ network: { kind: 'ring', neighboursPerSid: 2 } }));
    expect(ring).toContain('did you mean "neighboursPerSide"?');
    // A tribal network has mixing, a ring has not.
    const mixing = refusal(scenario({ network: { kind: 'ring', mixin: 0.2 } }));
    expect(mixing).toContain('unknown key "mixin"');
    expect(mixing).not.toContain('"mixing"');
    expect(refusal(scenario({ network: { kind: 'tribal', mixin: 0.2 } }))).toContain('did you mean "mixing"?');
  });

  test('a key that stands twice is not quietly overwritten', () => {
    expect(refusal(() => parseJson('{"name": "x",\n "name": "y"}', 'a.json'))).toContain(
      'line 2, column 2: found "name": "y"}, needed is a key',
    );
  });

  test('types and kinds are named as a sentence names them', () => {
    expect(refusal(() => parseScenario([]))).toBe('(top level): found [], an object is needed');
    expect(refusal(scenario({ horizon: 1.5 }))).toBe('horizon: found 1.5, a whole number is needed');
    expect(refusal(scenario({ name: undefined }))).toBe('name: missing, a string is needed');
    expect(refusal(scenario({ network: { kind: 'tribl' } }))).toMatch(
      /^network.kind: found "tribl", allowed: tribal, .*; did you mean "tribal"\?$/,
    );
    expect(refusal(scenario({ network: {} }))).toMatch(/^network.kind: found nothing, allowed: tribal, /);
  });

  test('a market without brands, equal names and a bottomless list are input, not accidents', () => {
    expect(refusal(scenario({ brands: [] }))).toBe('brands: found [], allowed is at least 1');
    const twice = {
      strategies: [
        { name: 'a', plan: [] },
        { name: 'a', plan: [] },
      ],
    };
    expect(refusal(scenario(twice))).toBe('strategies.1.name: two strategies are named "a" (found "a")');
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    expect(refusal(scenario({ name: deep }))).toBe('name: found an array nested too deeply to show, a string is needed');
  });

  test('names and stories hold nothing that a terminal would obey', () => {
    expect(refusal(scenario({ name: 'red \u001b[31m' }))).toContain('name: control characters are not allowed');
    expect(refusal(scenario({ story: 'bell \u0007' }))).toContain('story: ');
    expect(scenario({ name: 'Käse 🧀', story: 'a line\n\tand another' })().name).toBe('Käse 🧀');
  });

  test('nothing spends nothing', () => {
    const spending = { name: 'nothing', plan: [{ week: 0, shares: { broadcast: 1 } }] };
    expect(refusal(scenario({ strategies: [spending] }))).toContain('"nothing" is the reference that spends nothing');
    expect(refusal(scenario({ brands: [{}, { strategy: spending }] }))).toContain('"nothing" is the reference that spends nothing');
    expect(scenario({ strategies: ['nothing', { ...spending, name: 'something' }] })().strategies).toHaveLength(2);
    expect(scenario({ strategies: [{ name: 'nothing', plan: [] }] })().strategies).toHaveLength(1);
  });
});
