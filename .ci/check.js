import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** Every check of the source, all of them even if one fails, so that one run names everything there is to mend. */
const CHECKS = {
  'format and lint': 'biome check --error-on-warnings .',
  'lint with types': 'eslint --max-warnings 0 .',
  types: 'tsc -p tsconfig.json',
  'dead code': 'knip',
  arrows: 'node .ci/arrows.js',
  build: 'node .ci/build.js',
  schemas: 'node .ci/schemas.js',
};

const root = resolve(import.meta.dirname, '..');
const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
const failed = [];

for (const [name, command] of Object.entries(CHECKS)) {
  const started = Date.now();
  const { status } = spawnSync(command, { cwd: root, shell: true, stdio: 'inherit', env: { ...process.env, PATH: path } });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
