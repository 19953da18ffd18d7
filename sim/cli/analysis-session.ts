import { type Command, Option } from 'commander';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { type MeasuredRuns, measureDesign, measuresKept } from '../compute/measure-design.ts';
import { createNodePool } from '../compute/pool.node.ts';
import type { SweepPlan } from '../compute/sweep-plan.ts';
import { InputError } from '../parameter/index.ts';
import {
  type Analysis,
  type AskedRuns,
  sweepLayout,
  sweepRows,
  TABLE_FORMATS,
  type Table,
  type TableFormat,
} from '../store/codec/index.ts';
import { beginSession, ResultsFolder } from '../store/disk/index.ts';
import { Interrupted } from './exit.ts';
import { interruptible } from './interrupt.ts';
import type { Measuring } from './map-result.ts';
import { whole } from './options.ts';
import { warn } from './output.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { type CommandNamed, folderMode } from './session.ts';
import { sweepManifest } from './sweep-session.ts';
import { terminalOf } from './terminal.ts';

/** Options of commands that measure a design: how it is computed, and where its runs are kept. */
export interface AnalysisOptions {
  readonly workers?: number;
  readonly out?: string;
  readonly format?: TableFormat;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function addAnalysisOptions(command: Command): Command {
  return command
    .option('--workers <n>', 'workers (cores)', whole('--workers', 1, 512))
    .option('--out <dir>', 'keeps every run in a folder, and writes the result there as a table')
    .addOption(new Option('--format <format>', 'format of the tables in that folder (csv)').choices([...TABLE_FORMATS]))
    .option('--resume', 'continues what is in the folder')
    .option('--force', 'replaces the results in the folder')
    .option('--json', 'prints one JSON document')
    .option('--quiet', 'shows no progress');
}

/** Refuses options of a folder without one. */
export function checkAnalysisOptions({ out, resume, force, format }: AnalysisOptions): void {
  const lone = out !== undefined ? undefined : resume ? '--resume' : force ? '--force' : format === undefined ? undefined : '--format';
  if (lone !== undefined) throw new InputError(`${lone} needs --out`, { path: lone, found: lone, allowed: '--out DIR with it' });
  if (resume && force)
    throw new InputError('--resume does not go with --force', { path: '--resume', found: '--resume', allowed: 'one of the two' });
}

/** The strategies that an analysis runs, each once. */
export function measuredNames({ strategies, against }: Analysis): string[] {
  return [...new Set(against === null ? strategies : [...strategies, against])];
}

/** What an analysis gives, and the table of it for the folder. */
export interface Analysed<T> {
  readonly result: T;
  readonly table: Table;
}

/**
 * Carries out an analysis over worker threads with progress, and keeps every run in the folder where one is asked for. When it is stopped, the
 * folder can be resumed: the analysis is then made again over the runs that are there.
 *
 * @param runs that it will measure in all
 * @throws Interrupted, with the number of runs; what the input, the workers or the disk failed with
 */
export function runAnalysis<T>(
  command: CommandNamed,
  plan: SweepPlan,
  analysis: Analysis,
  runs: number,
  options: AnalysisOptions,
  work: (measure: Measuring) => Promise<Analysed<T>>,
): Promise<T> {
  const { out, format = 'csv' } = options;
  const strategies = positionsOf(plan, analysis);
  const terminal = terminalOf(process.stderr);
  const style = progressStyle(terminal, { quiet: options.quiet === true, json: options.json === true });
  return interruptible(async (signal) => {
    const pool = createNodePool<MarketInput>(options.workers === undefined ? {} : { workers: options.workers });
    const asked: AskedRuns[] = [];
    let folder: ResultsFolder | null = null;
    let display: ProgressDisplay | null = null;
    let before = 0;
    const measure: Measuring = async (places) => {
      for (const place of places) asked.push({ ...place, strategies });
      const onProgress = (done: number): void => {
        display ??= new ProgressDisplay(style, terminal, runs, folder === null ? 0 : Math.min(runs, folder.finished.size));
        display.update(before + done, 0);
      };
      const values = await measureDesign(pool, plan, strategies, places, { signal, keeper: folder, onProgress });
      before += places.reduce((sum, { from, to }) => sum + (to - from) * strategies.length, 0);
      return values;
    };
    try {
      if (out !== undefined) {
        const start = { ...sweepManifest(command, plan, null), analysis, planned: runs };
        folder = await ResultsFolder.open(out, folderMode(options), start, beginSession(pool.workers));
        for (const notice of folder.notices) warn(notice);
      }
      const { result, table } = await work(measure);
      (display as ProgressDisplay | null)?.clear();
      if (folder !== null) await finish(plan, folder, asked, { status: 'complete', format, table, kind: analysis.kind, signal });
      return result;
    } catch (error) {
      (display as ProgressDisplay | null)?.keep();
      const stopped = error instanceof Interrupted;
      if (folder !== null && (stopped || folder.failed.size > 0)) {
        const manifest = await finish(plan, folder, asked, { status: 'stopped', format, table: null, kind: analysis.kind });
        if (stopped) error.message = `stopped after ${manifest.runs.done} of ${runs} runs, kept in ${out}; --resume continues`;
      }
      throw error;
    } finally {
      await pool.close();
      await folder?.close();
    }
  });
}

/** Measures from the runs that a folder holds. @throws InputError when one is missing */
export function fromFolder(plan: SweepPlan, analysis: Analysis, runs: MeasuredRuns & { readonly path: string }): Measuring {
  const strategies = positionsOf(plan, analysis);
  return async (places) => {
    const values = await measuresKept(runs, plan, strategies, places);
    if (values !== null) return values;
    throw new InputError(`${runs.path} does not hold every run of its ${analysis.kind} yet`, {
      file: runs.path,
      found: 'missing runs',
      allowed: `a complete folder: "swaylab ${analysis.kind}" with --out ${runs.path} --resume computes the rest`,
    });
  };
}

/** Positions of the strategies that an analysis runs, among the arms of its plan. */
export function positionsOf({ base: { names } }: SweepPlan, analysis: Analysis): number[] {
  return measuredNames(analysis).map((name) => names.indexOf(name));
}

interface Ending {
  readonly status: 'stopped' | 'complete';
  readonly format: TableFormat;
  readonly kind: Analysis['kind'];
  readonly table: Table | null;
  readonly signal?: AbortSignal;
}

function finish(plan: SweepPlan, folder: ResultsFolder, asked: readonly AskedRuns[], { kind, table, ...ending }: Ending) {
  const inOrder = asked.toSorted((a, b) => a.point - b.point);
  return folder.finish({
    ...ending,
    runs: { [Symbol.asyncIterator]: () => sweepRows(plan, folder, inOrder) },
    layout: sweepLayout(plan),
    weeks: false,
    ...(table && { result: { name: kind, table } }),
  });
}
