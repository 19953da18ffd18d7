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

  test('nothing spends nothing', () => {
    const spending = { name: 'nothing', plan: [{ week: 0, shares: { broadcast: 1 } }] };
    expect(refusal(scenario({ strategies: [spending] }))).toContain('"nothing" is the reference that spends nothing');
    expect(refusal(scenario({ brands: [{}, { strategy: spending }] }))).toContain('"nothing" is the reference that spends nothing');
    expect(scenario({ strategies: ['nothing', { ...spending, name: 'something' }] })().strategies).toHaveLength(2);
    expect(scenario({ strategies: [{ name: 'nothing', plan: [] }] })().strategies).toHaveLength(1);
  });
});
