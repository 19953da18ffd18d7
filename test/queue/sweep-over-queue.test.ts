import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { ended, newFolder, start, swaylab } from '../cli/fixture/swaylab.ts';
import { experimentIn, journalOf, tablesIn } from '../cli/fixture/sweep.ts';
import { needsRedis, type RedisServer, startRedis } from './fixture/redis.ts';

// Each of these tests starts the command line several times, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 });

/** What a sweep over the workers of one process gives. */
let local: Record<string, string>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'swaylab-queue-'));
  const out = join(folder, 'out');
  expect((await swaylab('sweep', experimentIn(folder), '--out', out, '--workers', '2')).code).toBe(0);
  local = tablesIn(out);
  rmSync(folder, { recursive: true });
});

function worker({ url, environment }: RedisServer, ...more: string[]): ChildProcess {
  const child = start(['worker', '--queue', url, '--workers', '1', '--patience', '2', '--quiet', ...more], {
    env: { ...process.env, ...environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function coordinator({ url, environment }: RedisServer, file: string, out: string, ...more: string[]): ChildProcess {
  const child = start(['sweep', file, '--out', out, '--queue', url, '--resume', ...more], { env: { ...process.env, ...environment } });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

test('over TLS with a password, through the death of a worker and of the coordinator: the same tables, no run lost, none double', async (context) => {
  needsRedis(context);
  const server = await startRedis({ secret: 'p@ss/word' });
  const folder = newFolder();
  const out = join(folder, 'out');
  const file = experimentIn(folder);
  const doomed = worker(server);
  const steady = worker(server);
  const first = coordinator(server, file, out);
  await journalOf(out, 100_000);
  await kill(doomed);
  await kill(first);
  const { code, stderr } = await ended(coordinator(server, file, out));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(tablesIn(out)).toEqual(local);
  expect(readFileSync(join(out, 'manifest.json'), 'utf8')).not.toContain('p@ss');
  steady.kill('SIGTERM');
  expect(await ended(steady)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ runs computed\n$/) as string });
});

test('a server that dies in mid-batch and comes back without its memory costs only time', async (context) => {
  needsRedis(context);
  const server = await startRedis();
  const folder = newFolder();
  const out = join(folder, 'out');
  worker(server);
  worker(server);
  const sweep = coordinator(server, experimentIn(folder), out);
  const end = ended(sweep);
  await journalOf(out, 100_000);
  await server.kill();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await server.start();
  const { code, stderr } = await end;
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('the queue is back') as string });
  expect(tablesIn(out)).toEqual(local);
});

test('a custom policy is computed where the same file is, wherever it lies, and nowhere else', async (context) => {
  needsRedis(context);
  const server = await startRedis();
  const folder = newFolder();
  const [here, there] = ['here', 'there'].map((name) => {
    mkdirSync(join(folder, name));
    const file = join(folder, name, 'closed-loop.mjs');
    writeFileSync(
      file,
      'export default () => ({ decide: ({ purchases }) => ({ shares: purchases > 0 ? { content: 1 } : { broadcast: 1 } }) });\n',
    );
    return file;
  });
  const other = join(folder, 'other.mjs');
  writeFileSync(other, 'export default () => ({ decide: () => ({ shares: { broadcast: 1 } }) });\n');
  const file = experimentIn(folder, { replicates: 1 });
  const [alone, out] = [join(folder, 'alone'), join(folder, 'out')];
  expect((await swaylab('sweep', file, '--out', alone, '--policy', here, '--workers', '1')).code).toBe(0);
  const strangers = [worker(server), worker(server, '--policy', other)];
  const able = worker(server, '--policy', there);
  const { code, stderr } = await ended(coordinator(server, file, out, '--policy', here));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(tablesIn(out)).toEqual(tablesIn(alone));
  const counts: string[] = [];
  for (const each of [...strangers, able]) {
    const end = ended(each);
    each.kill('SIGTERM');
    counts.push((await end).stdout);
  }
  expect(counts).toEqual(['0 runs computed\n', '0 runs computed\n', '24 runs computed\n']);
});
