import type { Command } from 'commander';
import { claimsMarkdown, claimsText } from '../chart/claims.ts';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { createNodePool } from '../compute/pool.node.ts';
import { runClaims } from '../compute/run-claims.ts';
import { HYPOTHESES } from '../experiment/claims/hypotheses.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { InputError } from '../parameter/index.ts';
import { interruptible } from './interrupt.ts';
import { gathered, whole } from './options.ts';
import { print, printJson } from './output.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { terminalOf } from './terminal.ts';

interface ClaimOptions {
  readonly only?: readonly string[];
  readonly replicates: number;
  readonly population: number;
  readonly seed: string;
  readonly workers?: number;
  readonly markdown?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `swaylab claims`: the hypotheses H1 to H20, tested. */
export function addClaimsCommand(program: Command): void {
  program
    .command('claims')
    .description('tests the hypotheses H1 to H20 about social media and marketing, and prints a verdict on each')
    .option('--only <id>', 'one hypothesis, such as H3; repeatable', gathered)
    .option('--replicates <n>', 'replicates of every world', whole('--replicates', 2, 100_000), 30)
    .option('--population <n>', 'people in every world', whole('--population', 20, 10_000_000), 1000)
    .option('--seed <text>', 'any text; equal seeds give equal results', 'claims')
    .option('--workers <n>', 'workers (cores)', whole('--workers', 1, 512))
    .option('--markdown', 'prints a Markdown table')
    .option('--json', 'prints one JSON document')
    .option('--quiet', 'shows no progress')
    .action(async (options: ClaimOptions) => {
      const { only, replicates, population, seed } = options;
      const claims = only === undefined ? HYPOTHESES : only.map(claimNamed);
      const terminal = terminalOf(process.stderr);
      const style = progressStyle(terminal, { quiet: options.quiet === true, json: options.json === true });
      const findings = await interruptible(async (signal) => {
        const pool = createNodePool<MarketInput>(options.workers === undefined ? {} : { workers: options.workers });
        let display: ProgressDisplay | null = null;
        try {
          return await runClaims(
            pool,
            claims,
            { replicates, people: population, seed },
            {
              signal,
              onProgress(done, total) {
                display ??= new ProgressDisplay(style, terminal, total, 0);
                display.update(done, 0);
              },
            },
          );
        } finally {
          (display as ProgressDisplay | null)?.clear();
          await pool.close();
        }
      });
      const document = { engine: ENGINE_ID, seed, replicates, population, claims: findings };
      const facts = `${replicates} replicates, ${population} people, seed ${JSON.stringify(seed)}, engine ${ENGINE_ID}`;
      if (options.json) await printJson(document);
      else if (options.markdown) await print(`${claimsMarkdown(findings)}\n\n${facts}.\n`);
      else await print(`${claimsText(findings, terminalOf(process.stdout))}\n\n${facts}\n`);
    });
}

function claimNamed(id: string): (typeof HYPOTHESES)[number] {
  const found = HYPOTHESES.find((claim) => claim.id.toLowerCase() === id.toLowerCase());
  if (found !== undefined) return found;
  const allowed = HYPOTHESES.map((claim) => claim.id).join(', ');
  throw new InputError(`--only: there is no hypothesis "${id}"`, { path: '--only', found: id, allowed });
}
