import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { bundle, writeLicenses } from './bundle.js';
import { SAME_BITS_ROOMS } from './rooms.js';

const ENGINE_FILE = 'experiment/engine.js';

/**
 * First 12 hex digits of the SHA-256 over path and content of every built file of the rooms that decide the numbers.
 * @param {string} dist
 */
export function engineHash(dist) {
  const hash = createHash('sha256');
  const paths = SAME_BITS_ROOMS.filter((room) => existsSync(join(dist, room)))
    .flatMap((room) => readdirSync(join(dist, room), { recursive: true }).map((path) => `${room}/${String(path).replaceAll('\\', '/')}`))
    .filter((path) => path.endsWith('.js') && path !== ENGINE_FILE)
    .sort();
  for (const path of paths) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(dist, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * Replaces the id of the source by that of the build.
 * @param {string} dist
 * @param {string} version
 */
export function writeEngineId(dist, version) {
  const file = join(dist, ENGINE_FILE);
  const source = readFileSync(file, 'utf8');
  const placeholder = `'${version}+source'`;
  if (!source.includes(placeholder))
    throw new Error(`${file}: found no ${placeholder}; sim/experiment/engine.ts must name the version of package.json`);
  const id = `${version}+${engineHash(dist)}`;
  writeFileSync(file, source.replace(placeholder, `'${id}'`));
  return id;
}

/** Compiles beside dist/ and swaps at the end, so that a failed build leaves the last good one. */
async function build() {
  const root = resolve(import.meta.dirname, '..');
  const dist = join(root, 'dist');
  const fresh = join(root, 'node_modules/.cache/swaylab', `dist-${process.pid}`);
  const last = `${fresh}-last`;
  mkdirSync(fresh, { recursive: true });
  try {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh], { cwd: root, stdio: 'inherit' });
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const id = writeEngineId(fresh, version);
    buildScreen(root, fresh, id);
    await buildForNode(fresh);
    for (const folder of ['node', 'ui']) writeLicenses(join(fresh, folder));
    if (existsSync(dist)) renameSync(dist, last);
    renameSync(fresh, dist);
    console.error(`built engine ${id}`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(last, { recursive: true, force: true });
  }
}

/**
 * The screen, as a folder for any static host.
 * @param {string} root
 * @param {string} compiled folder of the package, in which the screen gets its own
 * @param {string} engine
 */
function buildScreen(root, compiled, engine) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SWAYLAB_ENGINE: engine, SWAYLAB_COMPILED: compiled, SWAYLAB_SCREEN_OUT: join(compiled, 'ui') },
  });
}

/**
 * Library, command line and the worker of both.
 * @param {string} compiled
 */
async function buildForNode(compiled) {
  const out = join(compiled, 'node');
  await bundle(
    {
      index: join(compiled, 'index.js'),
      main: join(compiled, 'cli/main.js'),
      'worker.node': join(compiled, 'compute/worker.node.js'),
    },
    out,
  );
  chmodSync(join(out, 'main.js'), 0o755);
}

if (import.meta.filename === process.argv[1]) {
  try {
    await build();
  } catch (error) {
    // The compiler has said what is wrong; a stack of this script would hide it.
    if (!(error instanceof Error && 'status' in error)) throw error;
    process.exitCode = 1;
  }
}
