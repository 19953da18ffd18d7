import { join } from 'node:path';
import type { Command } from 'commander';
import { runIdOf } from '../compute/comparison-plan.ts';
import type { Outcome } from '../compute/index.ts';
import { allRuns, type Job } from '../compute/jobs.ts';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { createNodePool } from '../compute/pool.node.ts';
import { planAt, runsAt, type SweepRun, settingOf } from '../compute/sweep-plan.ts';
import { InputError } from '../parameter/index.ts';
import { keysFromSeed, Stream } from '../random/index.ts';
import { ResultsReader } from '../store/disk/index.ts';
import { Unfinished } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { type NetworkChoice, readNetworkFile } from './network-source.ts';
import { addReadingOptions, gathered, whole } from './options.ts';
import { print, printJson } from './output.ts';
import { policyFile } from './policy-file.ts';
import { analysisRuns } from './stored-analysis.ts';
import { type StoredPlan, storedPlan } from './stored-plan.ts';
import { addWorkerOptions, poolSettings, type WorkerOptions } from './sweep-options.ts';

interface VerifyOptions extends WorkerOptions, NetworkChoice {
  readonly sample: number;
  readonly run?: string;
  readonly network?: string;
  readonly policy?: readonly string[];
  readonly json?: boolean;
}

/** What came out when a run was repeated. */
interface Repeated extends SweepRun {
  readonly kept: string | null;
  readonly again: string | null;
  readonly agrees: boolean;
  /** What the run fails with, where it fails. */
  readonly error: string | null;
}

/** `swaylab verify`: are the results in a folder what they say they are? */
export function addVerifyCommand(program: Command): void {
  const command = program
    .command('verify')
    .description('checks the files of a results folder, and repeats a sample of its runs')
    .argument('<dir>', 'a folder of results')
    .option('--sample <n>', 'runs to repeat', whole('--sample', 0, 1_000_000), 20)
    .option('--run <id>', 'repeats this run alone, also one that failed')
    .option('--network <file>', 'the network that the results were made with, where that was imported');
  addReadingOptions(command).option('--policy <file>', 'the policy that the results were made with; repeatable', gathered);
  addWorkerOptions(command)
    .option('--json', 'prints one JSON document')
    .action(async (dir: string, options: VerifyOptions) => {
      await interruptible((signal) => verify(dir, options, signal));
    });
}

async function verify(dir: string, options: VerifyOptions, signal: AbortSignal): Promise<void> {
  const reader = await ResultsReader.open(dir);
  try {
    const network = options.network === undefined ? null : await readNetworkFile(options.network, options);
    const policies = await Promise.all((options.policy ?? []).map(policyFile));
    const plan = storedPlan(reader.manifest, join(dir, 'manifest.json'), { network, policies });
    const faults = (await reader.faultyTables()).map(({ file, problem }) => `${file} ${problem}`);
    if (reader.damaged > 0) faults.push(`the journal is damaged in ${reader.damaged} ${reader.damaged === 1 ? 'place' : 'places'}`);
    const { missing, chosen } = await choose(plan, reader, options);
    if (missing > 0 && reader.manifest.status === 'complete') {
      faults.push(`${missing} ${missing === 1 ? 'run of a complete batch is' : 'runs of a complete batch are'} not in the journal`);
    }
    const repeated = await repeat(plan, reader, chosen, options, signal);
    const wrong = repeated.filter(({ agrees }) => !agrees);
    if (options.json) await printJson({ folder: dir, faults, repeated });
    else await print(page(reader, faults, repeated));
    if (faults.length + wrong.length === 0) return;
    throw new Unfinished(
      `${dir} does not hold what it says: ${[...faults, ...wrong.map(({ runId }) => `run ${runId} differs`)].join('; ')}`,
    );
  } finally {
    await reader.close();
  }
}

function page(reader: ResultsReader, faults: readonly string[], repeated: readonly Repeated[]): string {
  const { manifest, finished } = reader;
  const agree = repeated.filter(({ agrees }) => agrees).length;
  const lines = [
    `${finished.size} runs, ${manifest.tables.length} tables, status ${manifest.status}`,
    ...(faults.length === 0 ? ['every table is as it was written, and the journal is whole'] : faults),
    ...(repeated.length > 0 ? [`${agree} of ${repeated.length} repeated runs have the digest that is kept`] : []),
    ...repeated
      .filter(({ agrees, error }) => !agrees || error !== null)
      .map(({ runId, kept, again, error }) => `  ${runId}: kept ${kept ?? 'as failed'}, now ${again ?? `failed: ${error}`}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The runs to repeat: the one that is named, or a sample drawn by lot, the same lot every time. */
async function choose(
  plan: StoredPlan,
  reader: ResultsReader,
  { run, sample }: VerifyOptions,
): Promise<{ missing: number; chosen: SweepRun[] }> {
  const lot = new Stream(keysFromSeed(`verify ${reader.manifest.experiment}`));
  const chosen: SweepRun[] = [];
  let missing = 0;
  let seen = 0;
  for await (const candidate of plannedRuns(plan, reader)) {
    if (run !== undefined) {
      if (candidate.runId === run) return { missing: 0, chosen: [candidate] };
    } else if (!reader.finished.has(candidate.runId)) missing++;
    else {
      seen++;
      if (chosen.length < sample) chosen.push(candidate);
      else {
        const place = Math.floor(lot.uniform() * seen);
        if (place < sample) chosen[place] = candidate;
      }
    }
  }
  if (run === undefined) return { missing: reader.manifest.shard === null ? missing : 0, chosen };
  throw new InputError(`there is no run ${run} in this experiment`, {
    path: '--run',
    found: run,
    allowed: 'a runId of the table runs or errors',
  });
}

async function* plannedRuns(plan: StoredPlan, reader: ResultsReader): AsyncGenerator<SweepRun> {
  const { analysis, replicates } = reader.manifest;
  if (plan.kind === 'sweep' && analysis !== null) {
    yield* analysisRuns(plan.sweep, analysis, reader);
    return;
  }
  if (plan.kind === 'sweep') {
    for (let point = 0; point < plan.sweep.points; point++) yield* runsAt(plan.sweep, planAt(plan.sweep, point), point);
    return;
  }
  for (const { strategy, replicate } of allRuns(plan.base.arms.length, replicates)) {
    yield { point: 0, strategy, replicate, runId: runIdOf(plan.base, strategy, replicate) };
  }
}

async function repeat(
  plan: StoredPlan,
  reader: ResultsReader,
  chosen: readonly SweepRun[],
  options: WorkerOptions,
  signal: AbortSignal,
): Promise<Repeated[]> {
  if (chosen.length === 0) return [];
  const pool = createNodePool<MarketInput>(poolSettings(options));
  const jobs = chosen.map(({ point, strategy, replicate }): Job => {
    const setting = plan.kind === 'sweep' ? settingOf(planAt(plan.sweep, point)) : undefined;
    return { point, replicate, strategies: [strategy], setting };
  });
  const repeated: Repeated[] = [];
  try {
    const input = plan.kind === 'sweep' ? plan.sweep.input : plan.base.input;
    for await (const outcome of pool.run({ input, jobs }, { signal })) {
      const same = (run: SweepRun): boolean =>
        run.point === outcome.point && run.strategy === outcome.strategy && run.replicate === outcome.replicate;
      const run = chosen.find(same);
      if (run !== undefined) repeated.push(await judged(run, outcome, reader));
    }
  } finally {
    await pool.close();
  }
  return repeated.sort((a, b) => a.point - b.point || a.strategy - b.strategy || a.replicate - b.replicate);
}

async function judged(run: SweepRun, outcome: Outcome, reader: ResultsReader): Promise<Repeated> {
  const known = reader.finished.has(run.runId) || reader.failed.has(run.runId) ? await reader.read(run.runId) : null;
  const kept = known?.digest ?? null;
  const again = outcome.status === 'done' ? outcome.digest : null;
  const measures = outcome.status === 'done' ? outcome.measures : undefined;
  const equal = measures === undefined || !known?.measures || measures.every((value, at) => Object.is(value, known.measures?.[at]));
  return { ...run, kept, again, agrees: kept === again && equal, error: outcome.status === 'failed' ? outcome.error.message : null };
}
