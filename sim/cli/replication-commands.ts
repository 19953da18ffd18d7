import type { Command } from 'commander';
import { padLeft } from '../chart/terminal-text.ts';
import { type Claim, REPLICATIONS, type Replication, replicationNamed } from '../classic/replication/index.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { type Summary, summarise } from '../experiment/summary.ts';
import { interruptible } from './interrupt.ts';
import { whole } from './options.ts';
import { print, printJson } from './output.ts';
import { wrapped } from './parameter-catalogue.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { type Terminal, terminalOf } from './terminal.ts';

const SEED = 'verification';

interface ReplicateOptions {
  readonly replicates: number;
  readonly seed: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `swaylab classic replicate`: published results repeated, the paper's numbers beside ours. */
export function addReplicateCommand(classic: Command): void {
  classic
    .command('replicate')
    .description("repeats a published simulation or experiment, the paper's numbers beside ours")
    .argument('[name]', `${REPLICATIONS.map(({ name }) => name).join(', ')}; none lists them`)
    .option('--replicates <n>', 'replicates, each with its own luck', whole('--replicates', 2, 100_000), 30)
    .option('--seed <text>', 'any text; equal seeds give equal results', SEED)
    .option('--json', 'prints one JSON document')
    .option('--quiet', 'shows no progress')
    .action(async (name: string | undefined, options: ReplicateOptions) => {
      const { json = false, seed, replicates } = options;
      if (name === undefined) {
        const list = REPLICATIONS.map(({ measure: _, ...rest }) => rest);
        return await (json ? printJson(list) : print(listPage(terminalOf(process.stdout))));
      }
      const replication = replicationNamed(name);
      const findings = await measured(replication, options);
      if (!json) return await print(page(replication, findings, options, terminalOf(process.stdout)));
      const { title, source, design } = replication;
      await printJson({ engine: ENGINE_ID, name, title, source, design, seed, replicates, findings });
    });
}

type Finding = Claim & { readonly measured: Summary; readonly verdict: 'hit' | 'miss' | 'too wide' | 'undefined' };

/** The house's verdict: the 95 % interval of the mean overlaps the band, and its half-width is below half the width of the band. */
function judged(claim: Claim, values: readonly number[]): Finding {
  const summary = summarise(values);
  const [low, high] = claim.band;
  const { low: from, high: to } = summary;
  if (from === null || to === null) return { ...claim, measured: summary, verdict: 'undefined' };
  if (to < low || from > high) return { ...claim, measured: summary, verdict: 'miss' };
  return { ...claim, measured: summary, verdict: (to - from) / 2 > 0.5 * (high - low) ? 'too wide' : 'hit' };
}

async function measured({ claims, measure }: Replication, { replicates, seed, json, quiet }: ReplicateOptions): Promise<Finding[]> {
  const terminal = terminalOf(process.stderr);
  const display = new ProgressDisplay(progressStyle(terminal, { quiet: quiet === true, json: json === true }), terminal, replicates, 0);
  const runs = await interruptible(async (signal) => {
    const done: Readonly<Record<string, number>>[] = [];
    for (let replicate = 0; replicate < replicates; replicate++) {
      done.push(measure(seed, replicate));
      display.update(done.length, 0);
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
    return done;
  });
  display.clear();
  return claims.map((claim) =>
    judged(
      claim,
      runs.map((run) => run[claim.name]),
    ),
  );
}

function listPage({ width }: Terminal): string {
  const widest = Math.max(...REPLICATIONS.map(({ name }) => name.length));
  const lines = REPLICATIONS.flatMap(({ name, title, source }) =>
    [title, source]
      .flatMap((text) => wrapped(text, width - widest - 2))
      .map((line, at) => `${(at === 0 ? name : '').padEnd(widest)}  ${line}`),
  );
  return `${lines.join('\n')}\n`;
}

function page(
  { title, source, design }: Replication,
  findings: readonly Finding[],
  { replicates, seed }: ReplicateOptions,
  { width, ascii }: Terminal,
): string {
  const cells = findings.map(({ band, measured: { mean, high }, verdict }) => [
    mean === null || high === null ? '-' : `${short(mean)} ${ascii ? '+-' : '±'} ${short(high - mean)}`,
    `${short(band[0])} to ${short(band[1])}`,
    verdict,
  ]);
  const heads = ['ours (95 %)', 'band', 'verdict'];
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((row) => row[at].length)));
  const line = (row: readonly string[]): string => row.map((cell, at) => padLeft(cell, widths[at])).join('  ');
  const indent = widths.reduce((sum, each) => sum + each + 2, 0);
  const rows = findings.flatMap(({ statistic, published }, at) => {
    const [first, ...rest] = wrapped(`${statistic}. Published: ${published}.`, Math.max(20, width - indent));
    return [`${line(cells[at])}  ${first}`, ...rest.map((text) => `${' '.repeat(indent)}${text}`)];
  });
  const hits = findings.filter(({ verdict }) => verdict === 'hit').length;
  return `${[
    title,
    ...wrapped(`${source}.`, width),
    ...wrapped(design, width),
    '',
    line(heads),
    ...rows,
    '',
    `${hits} of ${findings.length} hit; ${replicates} replicates, seed ${JSON.stringify(seed)}, engine ${ENGINE_ID}`,
  ].join('\n')}\n`;
}

function short(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'any' : '-any';
  return Math.abs(value) < 10 ? value.toFixed(3) : value.toFixed(1);
}
