import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { ROOMS } from '../../.ci/rooms.js';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git']);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function json<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(file, 'utf8')) as Shape;
}

const files = filesUnder('.');
const manifest = json<{ version: string; dependencies: Record<string, string>; devDependencies: Record<string, string> }>('package.json');
const lock = json<{ version: string; packages: Record<string, { resolved?: string }> }>('package-lock.json');

test('the house has these folders', () => {
  const folders = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name));
  const extra = folders.map((entry) => entry.name).filter((name) => !['sim', 'ui', 'scenarios', 'bench', 'test', 'docs'].includes(name));
  expect(extra.filter((name) => !name.startsWith('.'))).toEqual([]);
});

test('sim has the rooms that the arrows know, and no other', () => {
  const rooms = readdirSync('sim', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map((entry) => entry.name).filter((room) => !ROOMS.includes(room))).toEqual([]);
});

test('file names say what is inside', () => {
  const empty = /(^|[-.])(data|handlers?|utils?|utilities|helpers?|managers?|misc|common|stuff)([-.]|$)/;
  expect(files.filter((file) => /^(sim|ui|test|bench|[.]ci)\//.test(file) && empty.test(basename(file)))).toEqual([]);
});

test('one version everywhere', () => {
  expect(lock.version).toBe(manifest.version);
  expect(readFileSync('CITATION.cff', 'utf8')).toContain(`\nversion: ${manifest.version}\n`);
});

test('packages are pinned exactly, and the lock file names no place to load them from', () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, range]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(range),
  );
  expect(loose).toEqual([]);
  expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.includes('://'))).toEqual([]);
});

test('links between pages lead somewhere', () => {
  const pages = files.filter((file) => file.endsWith('.md'));
  const lost = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)]
      .map(([, target]) => ({ page, target, path: new URL(target, `file:///${page}`).pathname.slice(1) }))
      .filter(({ path }) => !files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`)))
      .map(({ target }) => `${page}: ${target}`),
  );
  expect(lost).toEqual([]);
});

test('no work is left as a note in the code', () => {
  const notes = files
    .filter((file) => /^(sim|ui|bench|[.]ci)\/.*\.(ts|js|mjs)$/.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => (/\b(TODO|FIXME|XXX|HACK)\b/.test(line) ? [`${file}:${index + 1}`] : [])),
    );
  expect(notes).toEqual([]);
});
