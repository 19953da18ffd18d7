import { join } from 'node:path';
import type { Command } from 'commander';
import { runsIn } from '../compute/sweep-plan.ts';
import { InputError } from '../parameter/index.ts';
import type { Manifest, TableFormat } from '../store/codec/index.ts';
import { beginSession, ResultsFolder, ResultsReader } from '../store/disk/index.ts';
import { Unfinished } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { reproducibleCommand } from './options.ts';
import { folderMode } from './session.ts';
import { storedPlan } from './stored-plan.ts';
import { tellSweep } from './sweep-commands.ts';
import { formatOption } from './sweep-options.ts';
import { finishSweep, knownRuns, sweepManifest } from './sweep-session.ts';

interface MergeOptions {
  readonly out: string;
  readonly format: TableFormat;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `swaylab merge`: the folders of shards as one. */
export function addMergeCommand(program: Command): void {
  const command = program
    .command('merge')
    .description('joins the folders of a sweep that was run in shards; the tables are those of a sweep in one piece')
    .argument('<dirs...>', 'folders of shards')
    .requiredOption('--out <dir>', 'folder of the whole')
    .addOption(formatOption())
    .option('--resume', 'adds to what is in the folder')
    .option('--force', 'replaces the results in the folder')
    .option('--json', 'prints one JSON document')
    .action(async (dirs: string[], options: MergeOptions) => {
      const line = [reproducibleCommand(command, undefined), ...dirs].join(' ');
      const manifest = await interruptible((signal) => merge(dirs, line, options, signal));
      await tellSweep(manifest, options.out, options.json === true);
      const { planned, done, failed } = manifest.runs;
      if (done < planned) {
        const why = failed > 0 ? `, ${failed} of them failed` : '';
        throw new Unfinished(
          `${planned - done} of ${planned} runs are missing${why}; "swaylab sweep" with --out ${options.out} --resume computes them`,
        );
      }
    });
}

async function merge(dirs: readonly string[], line: string, options: MergeOptions, signal: AbortSignal): Promise<Manifest> {
  const shards: ResultsReader[] = [];
  let folder: ResultsFolder | null = null;
  try {
    for (const dir of dirs) shards.push(await ResultsReader.open(dir));
    const [first] = shards;
    for (const { manifest, path } of shards) mustBelong(manifest, first.manifest, join(path, 'manifest.json'), first.path);
    const stored = storedPlan(first.manifest, join(first.path, 'manifest.json'), null);
    if (stored.kind !== 'sweep' || first.manifest.analysis !== null) {
      throw new InputError(`${first.path} holds no sweep`, {
        file: first.path,
        found: first.manifest.command,
        allowed: 'folders of a sweep',
      });
    }
    const plan = { ...stored.sweep, replicates: Math.max(...shards.map(({ manifest }) => manifest.replicates)) };
    folder = await ResultsFolder.open(
      options.out,
      folderMode(options),
      sweepManifest({ name: 'sweep', line }, plan, null),
      beginSession(0),
    );
    for (const shard of shards) await copyRuns(shard, folder, signal);
    const status = knownRuns(plan, folder, null) === runsIn(plan) ? 'complete' : 'stopped';
    return await finishSweep(plan, folder, status, options.format, signal);
  } finally {
    await folder?.close();
    for (const shard of shards) await shard.close();
  }
}

function mustBelong(manifest: Manifest, first: Manifest, file: string, firstPath: string): void {
  const differs = (['engine', 'experiment', 'weeks'] as const).find((key) => manifest[key] !== first[key]);
  if (differs === undefined) return;
  throw new InputError(`${file} is of another sweep than ${firstPath}`, {
    file,
    path: differs,
    found: String(manifest[differs]),
    allowed: String(first[differs]),
  });
}

/** Runs that finished go before runs that failed: what failed on one machine may have finished on another. */
async function copyRuns(shard: ResultsReader, folder: ResultsFolder, signal: AbortSignal): Promise<void> {
  for (const runId of [...shard.finished.keys(), ...shard.failed.keys()]) {
    signal.throwIfAborted();
    if (folder.finished.has(runId)) continue;
    await folder.append(await shard.read(runId));
  }
}
