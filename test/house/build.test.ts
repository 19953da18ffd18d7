import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { engineHash, writeEngineId } from '../../.ci/build.js';
import { LICENSES, writeLicenses } from '../../.ci/bundle.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
let dist: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
}

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'swaylab-build-'));
  write('experiment/engine.js', `export const ENGINE_ID = '${version}+source';\n`);
  write('random/draw.js', 'draw');
  write('market/week.js', 'week');
});

afterEach(() => rmSync(dist, { recursive: true, force: true }));

test('run from source, the engine says so', () => {
  expect(readFileSync('sim/experiment/engine.ts', 'utf8')).toContain(`ENGINE_ID: string = '${version}+source';`);
});

test('the build writes package version and hash into the engine file', () => {
  const id = writeEngineId(dist, version);
  expect(id).toBe(`${version}+${engineHash(dist)}`);
  expect(id).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  expect(readFileSync(join(dist, 'experiment/engine.js'), 'utf8')).toBe(`export const ENGINE_ID = '${id}';\n`);
});

test('an engine file of another version stops the build', () => {
  expect(() => writeEngineId(dist, '99.0.0')).toThrow('engine.js');
});

const CHANGES: [string, Record<string, string | null>][] = [
  ['code of a room changes', { 'market/week.js': 'other' }],
  ['a file comes', { 'brand/tactic/advertise.js': '' }],
  ['a file moves', { 'market/week.js': null, 'market/day.js': 'week' }],
  ['text moves between files', { 'market/week.js': '', 'random/draw.js': 'drawweek' }],
];
const NO_CHANGES: typeof CHANGES = [
  ['the id itself is written', { 'experiment/engine.js': "export const ENGINE_ID = '1.0.0+0';" }],
  ['declarations change', { 'market/week.d.ts': 'types' }],
  ['rooms that do not decide the numbers change', { 'cli/main.js': 'cli', 'chart/line.js': 'chart' }],
];

function hashBeforeAndAfter(files: Record<string, string | null>): [string, string] {
  const before = engineHash(dist);
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(dist, path));
    else write(path, text);
  }
  return [before, engineHash(dist)];
}

test.each(CHANGES)('the hash differs when %s', (_, files) => {
  const [before, after] = hashBeforeAndAfter(files);
  expect(after).not.toBe(before);
});

test.each(NO_CHANGES)('the hash stays when %s', (_, files) => {
  const [before, after] = hashBeforeAndAfter(files);
  expect(after).toBe(before);
});

test('licences are told once each, with the packages that are under them, and what they were made from is gone', () => {
  const entry = (name: string, text: string) => ({ name, version: '1.0.0', identifier: 'MIT', text });
  write(LICENSES, JSON.stringify([entry('a', 'one text'), entry('b', 'another'), entry('c', 'one text')]));
  writeLicenses(dist);
  const page = readFileSync(join(dist, 'licenses.md'), 'utf8');
  expect(page.match(/^## .*/gm)).toEqual(['## a 1.0.0, c 1.0.0', '## b 1.0.0']);
  expect(page.match(/one text/g)).toHaveLength(1);
  expect(existsSync(join(dist, LICENSES))).toBe(false);
});
