/**
 * Speed and memory of the market itself: 10,000 consumers x 156 weeks x 2 brands on one core, the engine in one piece as the command line
 * and the screen have it.
 *
 *   npm run build && node --expose-gc bench/market.mjs [people] [weeks] [brands] [rounds]
 *
 * Machines are noisy, so every round also times a fixed loop of keyed draws (about 4 ns each on an idle core of this kind) and the run is
 * given in millions of such draws besides seconds: that ratio is what to compare between machines and versions. CPU time of this thread's
 * process; memory is the growth of the resident set. The last figure is what a week allocates on the JavaScript heap.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../.ci/bundle.js';

const folder = mkdtempSync(join(tmpdir(), 'swaylab-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await bundle({ rounds: join(import.meta.dirname, 'market-rounds.mjs') }, folder);
// In a process of its own: the memory of the bundler is not that of the market.
const { status } = spawnSync(process.execPath, [...process.execArgv, join(folder, 'rounds.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
