import { expect, test } from 'vitest';
import { duration, progressStyle } from '../../sim/cli/progress.ts';
import { terminalOf } from '../../sim/cli/terminal.ts';

const terminal = { ...terminalOf(process.stderr), interactive: false };

test('progress is a line for a person, JSON for a program, and nothing for a log', () => {
  expect(progressStyle({ ...terminal, interactive: true }, { quiet: false, json: true })).toBe('line');
  expect(progressStyle(terminal, { quiet: false, json: true })).toBe('json');
  expect(progressStyle(terminal, { quiet: false, json: false })).toBe('none');
  expect(progressStyle({ ...terminal, interactive: true }, { quiet: true, json: true })).toBe('none');
});

test.each([
  [0.2, '1 s'],
  [59, '59 s'],
  [200, '3 min 20 s'],
  [7500, '2 h 5 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
