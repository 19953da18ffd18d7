import { type Command, Option } from 'commander';
import { fixed } from '../chart/format.ts';
import { metricTitle } from '../chart/index.ts';
import type { ComparisonPlan } from '../compute/comparison-plan.ts';
import type { MarketInput } from '../compute/market-laboratory.ts';
import { createNodePool } from '../compute/pool.node.ts';
import { compareUntilDecided, type DecisionSettings } from '../compute/until-decided.ts';
import { type CompareResult, comparedWeeks } from '../experiment/compare-result.ts';
import { planLooks } from '../experiment/decide/looks.ts';
import { detectableDifference, powerAt } from '../experiment/decide/power.ts';
import { metricNamed } from '../experiment/metrics.ts';
import { InputError } from '../parameter/index.ts';
import { DecisionFolder } from './decision-folder.ts';
import { Interrupted } from './exit.ts';
import { metricOption } from './factor-experiment.ts';
import type { MarketOptions } from './options.ts';
import { whole } from './options.ts';
import { tell } from './output.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import type { CommandNamed } from './session.ts';
import { terminalOf } from './terminal.ts';

export interface DecisionOptions {
  readonly until?: 'decided';
  readonly by?: string;
  readonly error?: number;
  readonly margin?: number;
  readonly atMost?: number;
}

const ERROR = 0.05;
const AT_MOST = 500;

/** Options of a comparison that adds replicates until its ranking is settled. */
export function addDecisionOptions(command: Command): Command {
  return command
    .addOption(new Option('--until <goal>', 'adds replicates until the ranking of the strategies is settled').choices(['decided']))
    .option('--by <metric>', 'with --until: the metric that ranks them, in the last week (margin)')
    .option('--error <rate>', `with --until: chance of any false verdict, over all looks (${ERROR})`, between('--error', 1e-6, 0.5))
    .option(
      '--margin <x>',
      'with --until: a difference of at most this, in units of the metric, is a tie (0)',
      between('--margin', 0, 1e12),
    )
    .option('--at-most <n>', `with --until: replicates at which it gives up (${AT_MOST})`, whole('--at-most', 20, 100_000));
}

/** Refuses options of a decision without one, and what does not go with one. */
export function checkDecisionOptions(options: DecisionOptions & MarketOptions): void {
  const refuse = (flag: string, problem: string, allowed: string): never => {
    throw new InputError(`${flag} ${problem}`, { path: flag, found: flag, allowed });
  };
  if (options.until === undefined) {
    const without =
      options.by !== undefined ? '--by' : options.error !== undefined ? '--error' : options.margin !== undefined ? '--margin' : null;
    const lone = without ?? (options.atMost === undefined ? null : '--at-most');
    if (lone !== null) refuse(lone, 'needs --until decided', '--until decided with it');
    return;
  }
  if (options.replicates !== undefined) refuse('--replicates', 'does not go with --until: it finds the number', '--at-most N');
}

/**
 * Compares until the ranking is settled; says beforehand what can be found. Keeps every run in the results folder where one is asked for, and
 * in its manifest why it stopped.
 */
export async function decide(
  command: CommandNamed,
  plan: ComparisonPlan,
  options: DecisionOptions & MarketOptions,
  signal: AbortSignal,
): Promise<CompareResult> {
  const { scenario, names } = plan;
  const settings: DecisionSettings = {
    metric: metricOption('--by', options.by ?? 'margin'),
    week: scenario.horizon,
    error: options.error ?? ERROR,
    margin: options.margin ?? 0,
    atMost: options.atMost ?? AT_MOST,
  };
  const terminal = terminalOf(process.stderr);
  const style = progressStyle(terminal, { quiet: options.quiet === true, json: options.json === true });
  const say = (text: string): void => {
    if (style !== 'json' && options.quiet !== true) tell(`${text}\n`);
  };
  const tests = ((names.length * (names.length - 1)) / 2) * comparedWeeks(scenario.horizon).length;
  const pool = createNodePool<MarketInput>(options.workers === undefined ? {} : { workers: options.workers });
  let display: ProgressDisplay | null = null;
  let kept: DecisionFolder | null = null;
  let looked = 0;
  try {
    kept = options.out === undefined ? null : await DecisionFolder.open(options.out, command, plan, settings, options, pool.workers);
    say(expectation(settings, tests));
    const result = await compareUntilDecided(pool, plan, settings, {
      signal,
      keeper: kept,
      onProgress(done, total) {
        display ??= new ProgressDisplay(style, terminal, total, looked);
        display.update(done, 0);
        if (done === total) {
          display.clear();
          display = null;
          looked = done;
        }
      },
      onLook: ({ replicates }, open, pairs) => say(`after ${replicates} replicates ${open} of ${pairs} pairs are open`),
    });
    await kept?.complete(result, signal);
    return result;
  } catch (error) {
    if (kept !== null && (error instanceof Interrupted || kept.failures.length > 0)) {
      await kept.stop();
      if (error instanceof Interrupted) error.message = `stopped after ${kept.runs} runs, kept in ${options.out}; --resume continues`;
    }
    throw error;
  } finally {
    (display as ProgressDisplay | null)?.clear();
    await pool.close();
    await kept?.close();
  }
}

/** How the decision ended, in a sentence. */
export function decisionSentence({ decision, replicates }: CompareResult): string[] {
  if (decision === undefined) return [];
  const { settled, metric, week, error, margin, looks } = decision;
  const within = margin > 0 ? ` (differences up to ${margin} ${metricNamed(metric as DecisionSettings['metric']).unit} count as ties)` : '';
  const what = `the ranking by ${metricTitle(metric).toLowerCase()} after ${week} weeks`;
  const ended = settled ? `It took ${replicates} replicates to settle ${what}` : `${replicates} replicates did not settle ${what}`;
  const times = looks === 1 ? 'one look' : `${looks} looks`;
  return [
    `${ended}${within}. The chance of any false verdict on a metric is at most ${error}, over ${times}; all intervals of differences are at that level.`,
  ];
}

function expectation({ error, atMost }: DecisionSettings, tests: number): string {
  const looks = planLooks(error, atMost);
  const chances = [0.1, 0.2, 0.5, 1].map((d) => `${d}: ${percent(powerAt(d, looks, tests))}`).join(', ');
  const found = fixed(detectableDifference(0.8, looks, tests), 2);
  return (
    `Expected power with at most ${atMost} replicates and ${tests} comparisons, at least: a difference of ${found} standard deviations of the paired differences is found with ` +
    `80 %; by size: ${chances}.`
  );
}

function percent(share: number): string {
  return share > 0.995 ? '>99 %' : `${fixed(100 * share, 0)} %`;
}

function between(flag: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= low && value <= high) return value;
    throw new InputError(`${flag}: found "${text}", allowed is a number from ${low} to ${high}`, {
      path: flag,
      found: text,
      allowed: `a number from ${low} to ${high}`,
    });
  };
}
