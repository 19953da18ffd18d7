import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import { newFolder, SMALL, swaylab } from './fixture/swaylab.ts';

/** Answers what it sees: state in the closure, a decision that depends on the view. */
const CLOSED_LOOP = `export default () => {
  let weeks = 0;
  return { decide(view) { weeks++; return { shares: view.purchases > 0 ? { content: 1 } : { broadcast: weeks % 2 } }; } };
};\n`;

function policy(text: string, name = 'closed-loop.mjs'): string {
  const file = join(newFolder(), name);
  writeFileSync(file, text);
  return file;
}

async function compared(file: string, ...parameters: string[]): Promise<CompareResult> {
  const { code, stdout, stderr } = await swaylab('compare', ...SMALL, '--policy', file, ...parameters, '--json', '--quiet');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as CompareResult;
}

test('a custom policy runs inside two workers as a strategy named after its file', async () => {
  const file = policy(CLOSED_LOOP);
  const result = await compared(file);
  expect(result.strategies.map(({ name }) => name)).toEqual(['push', 'hybrid', 'closed-loop', 'nothing']);
  const digests = (strategy: string): string[] => result.runs.filter((run) => run.strategy === strategy).map(({ digest }) => digest);
  expect(digests('closed-loop')).not.toEqual(digests('nothing'));
  expect(digests('closed-loop')).not.toEqual(digests('push'));
  expect(await compared(file, '--workers', '1')).toEqual(result);
});

test('a policy that does what a preset does gives its digests, under an identity of its own that follows the file', async () => {
  const push = (comment: string) => policy(`export default () => ({ decide: () => ({ shares: { broadcast: 1 } }) });\n// ${comment}\n`);
  const first = await compared(push('one'));
  const runsOf = ({ runs }: CompareResult, strategy: string) => runs.filter((run) => run.strategy === strategy);
  const custom = runsOf(first, 'closed-loop');
  expect(custom.map(({ digest }) => digest)).toEqual(runsOf(first, 'push').map(({ digest }) => digest));
  expect(custom[0].runId).not.toBe(runsOf(first, 'push')[0].runId);
  const second = await compared(push('two'));
  expect(runsOf(second, 'closed-loop')[0].runId).not.toBe(custom[0].runId);
  expect(runsOf(second, 'closed-loop')[0].digest).toBe(custom[0].digest);
});

test.each([
  ['without a default export', 'export const decide = 1;', 2],
  ['that is not JavaScript', 'export default () => {', 2],
  ['that throws in a week', "export default () => ({ decide() { throw new Error('out of ideas'); } });", 1],
  ['with a misspelt tactic', 'export default () => ({ decide: () => ({ shares: { broadcst: 1 } }) });', 1],
])('a module %s', async (_, text, expected) => {
  const { code, stdout, stderr } = await swaylab('run', ...SMALL, '--policy', policy(text, 'odd.mjs'), '--quiet');
  expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
  expect(stderr).toMatch(/odd|default export/);
  expect(stderr.split('\n').length).toBeLessThan(6);
});

test('a policy may not take the name of a strategy', async () => {
  const { code, stderr } = await swaylab('compare', ...SMALL, '--policy', policy(CLOSED_LOOP, 'push.mjs'));
  expect(code).toBe(2);
  expect(stderr).toContain('"push"');
});
