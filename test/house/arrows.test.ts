import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WrongImport, wrongImports } from '../../.ci/arrows.js';

/** Written again here, so that a slip in the configuration cannot hide itself. */
const ORDER = 'parameter random network consumer brand market classic scenario experiment compute store queue chart cli'.split(' ');
const WITHOUT_HOST = ORDER.slice(0, 9);
const FOR_UI = ['parameter', 'network', 'classic', 'scenario', 'experiment', 'compute', 'chart', 'lesson'];

let tree: string;
let found: WrongImport[];

/** Plants `from`, which imports each target: a path within the tree, or a package. */
function plant(from: string, ...targets: string[]): void {
  const specifiers = targets.map((target) =>
    /^[\w.]+\/.*\.(ts|js)$/.test(target) ? relative(dirname(from), target).replace(/^(?!\.)/, './') : target,
  );
  mkdirSync(dirname(join(tree, from)), { recursive: true });
  writeFileSync(join(tree, from), `// planted\n${specifiers.map((specifier) => `import '${specifier}';`).join('\n')}\n`);
}

function rulesBroken(from: string): string[] {
  return found.filter((wrong) => wrong.file === from).map((wrong) => wrong.rule);
}

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'swaylab-arrows-'));
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  const manifest = { dependencies: { seedrandom: '1', 'simple-statistics': '1' }, devDependencies: { vitest: '1' } };
  writeFileSync(join(tree, 'package.json'), JSON.stringify(manifest));

  for (const room of ORDER) plant(`sim/${room}/end.ts`);
  plant('ui/end.ts');
  plant('test/end.ts');
  plant('sim/store/codec/end.ts');
  for (const room of ORDER) {
    plant(`sim/${room}/others.ts`, ...ORDER.filter((other) => other !== room).map((other) => `sim/${other}/end.ts`));
    plant(`sim/${room}/host.ts`, 'node:fs');
    plant(`sim/${room}/above.ts`, 'ui/end.ts', 'test/end.ts', 'sim/index.ts');
  }
  plant('sim/index.ts', ...ORDER.map((room) => `sim/${room}/end.ts`));
  plant('sim/compute/pool.node.ts', 'node:worker_threads');
  plant('sim/compute/pool.browser.ts', 'node:worker_threads');
  plant('sim/store/codec/host.ts', 'node:fs');
  plant('sim/store/codec/disk.ts', 'sim/store/end.ts');
  plant('sim/store/disk.ts', 'sim/store/codec/end.ts');
  plant('sim/market/inexact.ts', 'simple-statistics');
  plant('sim/experiment/statistics.ts', 'simple-statistics');
  plant('sim/random/keys.ts', 'seedrandom');
  plant('sim/cli/tests.ts', 'vitest');
  plant('sim/cli/unlisted.ts', 'commander');
  plant('sim/queue/bull.ts', 'bullmq');
  plant('sim/queue/other.ts', 'bullmq');
  plant('sim/cli/lost.ts', './nowhere.ts');
  plant('sim/cli/circle-a.ts', 'sim/cli/circle-b.ts');
  plant('sim/cli/circle-b.ts', 'sim/cli/circle-a.ts');
  plant('sim/cli/type-a.ts', 'sim/cli/type-b.ts');
  writeFileSync(join(tree, 'sim/cli/type-b.ts'), "import type { A } from './type-a.ts';\nexport type B = A;\n");
  plant('ui/rooms.ts', ...ORDER.map((room) => `sim/${room}/end.ts`), 'sim/store/codec/end.ts');
  plant('test/rooms.ts', ...ORDER.map((room) => `sim/${room}/end.ts`), 'node:fs', 'vitest');
  found = (await wrongImports(tree)).wrong;
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('a room imports only rooms before it', () => {
  test.each(ORDER)('%s', (room) => {
    const targets = found.filter((wrong) => wrong.file === `sim/${room}/others.ts`).map((wrong) => wrong.to);
    const later = ORDER.slice(ORDER.indexOf(room) + 1).map((other) => `sim/${other}/end.ts`);
    expect(targets.sort()).toEqual(later.sort());
  });

  test.each(ORDER)('%s sees neither screen nor tests nor the library entry', (room) => {
    expect(rulesBroken(`sim/${room}/above.ts`)).toEqual(['sim-sees-itself', 'sim-sees-itself', 'sim-sees-itself']);
  });
});

describe('hosts', () => {
  test.each([...WITHOUT_HOST, 'chart'])('%s imports nothing of Node', (room) => {
    expect(rulesBroken(`sim/${room}/host.ts`)).toEqual(['no-host']);
  });

  test.each(['store', 'queue', 'cli'])('%s may import Node', (room) => {
    expect(rulesBroken(`sim/${room}/host.ts`)).toEqual([]);
  });

  test('of the pool, only the Node variant imports Node', () => {
    expect(rulesBroken('sim/compute/pool.node.ts')).toEqual([]);
    expect(rulesBroken('sim/compute/pool.browser.ts')).toEqual(['no-host-in-browser-variants']);
    expect(rulesBroken('sim/compute/host.ts')).toEqual(['no-host-in-browser-variants']);
  });

  test('the codec imports neither Node nor the disk; the disk imports the codec', () => {
    expect(rulesBroken('sim/store/codec/host.ts')).toEqual(['no-host']);
    expect(rulesBroken('sim/store/codec/disk.ts')).toEqual(['codec-without-disk']);
    expect(rulesBroken('sim/store/disk.ts')).toEqual([]);
  });
});

test('the screen sees seven rooms and the codec', () => {
  const targets = found.filter((wrong) => wrong.file === 'ui/rooms.ts').map((wrong) => wrong.to);
  const hidden = ORDER.filter((room) => !FOR_UI.includes(room)).map((room) => `sim/${room}/end.ts`);
  expect(targets.sort()).toEqual(hidden.sort());
});

test('tests and the library entry may import every room', () => {
  expect(rulesBroken('test/rooms.ts')).toEqual([]);
  expect(rulesBroken('sim/index.ts')).toEqual([]);
});

describe('packages', () => {
  test('only measured arithmetic feeds a run', () => {
    expect(rulesBroken('sim/market/inexact.ts')).toEqual(['exact-packages']);
    expect(rulesBroken('sim/experiment/statistics.ts')).toEqual([]);
    expect(rulesBroken('sim/random/keys.ts')).toEqual([]);
  });

  test('what ships imports only what is installed with it', () => {
    expect(rulesBroken('sim/cli/tests.ts')).toEqual(['no-development-packages']);
    expect(rulesBroken('sim/cli/unlisted.ts')).toEqual(['listed-packages']);
  });

  test('one file loads the packages of the queue', () => {
    expect(rulesBroken('sim/queue/bull.ts')).toEqual([]);
    expect(rulesBroken('sim/queue/other.ts')).toEqual(['queue-packages']);
  });
});

test('imports lead somewhere, and not in a circle', () => {
  expect(rulesBroken('sim/cli/lost.ts')).toEqual(['found']);
  expect([...rulesBroken('sim/cli/circle-a.ts'), ...rulesBroken('sim/cli/circle-b.ts')]).toContain('no-circle');
  expect([...rulesBroken('sim/cli/type-a.ts'), ...rulesBroken('sim/cli/type-b.ts')]).toEqual([]);
});

test('a wrong import is reported with its line and column', () => {
  expect(found.find((wrong) => wrong.file === 'sim/market/inexact.ts')).toMatchObject({ line: 2, column: 8 });
});
