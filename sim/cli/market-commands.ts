import type { Command } from 'commander';
import { NOTHING, PRESETS } from '../brand/index.ts';
import { type ReportContext, reportHtml } from '../chart/index.ts';
import { type ComparisonPlan, type PolicyModule, planComparison, strategyNamed } from '../compute/comparison-plan.ts';
import type { CompareResult } from '../experiment/compare-result.ts';
import { type ImportedNetwork, tieCount } from '../network/index.ts';
import { InputError } from '../parameter/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { writeSafely } from '../store/disk/index.ts';
import { changedSettings } from './changed-settings.ts';
import { Unfinished } from './exit.ts';
import { mustHaveFolder } from './html-file.ts';
import { interruptible } from './interrupt.ts';
import { LiveTable } from './live-table.ts';
import { readNetworkFile } from './network-source.ts';
import { addMarketOptions, checkMarketOptions, type MarketOptions, reproducibleCommand } from './options.ts';
import { print, printJson, warn } from './output.ts';
import { policyFile } from './policy-file.ts';
import { ProgressDisplay, progressStyle } from './progress.ts';
import { comparePage, type PageHead, runPage } from './result-page.ts';
import { type CommandNamed, runSession, type SessionListener, type SessionResult } from './session.ts';
import { settleScenario } from './settle-scenario.ts';
import { readScenario } from './shipped-scenarios.ts';
import { terminalOf } from './terminal.ts';
import { addDecisionOptions, checkDecisionOptions, type DecisionOptions, decide, decisionSentence } from './until-decided.ts';

/** Replicates of one strategy that is looked at by itself. */
const RUN_REPLICATES = 1;
const SCENARIO = 'a file, the name of a shipped scenario, or none for the default';

/** `swaylab compare`: every strategy on the same seeds. */
export function addCompareCommand(program: Command): void {
  const command = program
    .command('compare')
    .description('compares every strategy of a scenario, and doing nothing, on the same seeds')
    .argument('[scenario]', SCENARIO);
  addDecisionOptions(addMarketOptions(command)).action(async (source: string | undefined, options: MarketOptions & DecisionOptions) => {
    checkDecisionOptions(options);
    const market = await openMarket(source, options);
    const { scenario } = market;
    const result = await simulate(command, source, market, options, scenario);
    if (options.json) await printJson(result.document);
    else await print(comparePage(result.document, headOf(market, result.document), terminalOf(process.stdout)));
    result.complain();
  });
}

/** `swaylab run`: one strategy, week by week. */
export function addRunCommand(program: Command): void {
  const command = program
    .command('run')
    .description('runs one strategy, and doing nothing as the reference, and shows it week by week')
    .argument('[scenario]', SCENARIO)
    .option(
      '--strategy <name>',
      "one of the scenario's strategies or a preset (the policy, else the scenario's first that does something)",
    );
  addMarketOptions(command, RUN_REPLICATES).action(
    async (source: string | undefined, options: MarketOptions & { readonly strategy?: string }) => {
      const market = await openMarket(source, { replicates: RUN_REPLICATES, ...options });
      const { strategies, policies } = market;
      const name =
        options.strategy ?? policies[0]?.name ?? (strategies.find((strategy) => strategy.name !== NOTHING.name) ?? strategies[0]).name;
      const chosen = policies.filter((policy) => policy.name === name);
      const own = chosen.length > 0 ? NOTHING : strategyNamed(name, offered(market));
      const only = { ...market, policies: chosen };
      const result = await simulate(command, source, only, options, { ...market.scenario, strategies: [own] });
      if (options.json) await printJson(result.document);
      else await print(runPage(result.document, name, headOf(only, result.document), terminalOf(process.stdout)));
      result.complain();
    },
  );
}

interface Market {
  readonly scenario: Scenario;
  readonly strategies: Scenario['strategies'];
  readonly imported: ImportedNetwork | null;
  readonly networkFile: string | null;
  readonly policies: readonly PolicyModule[];
}

/** Reads everything that the command line names, and refuses what cannot work, before anything is computed or written. */
async function openMarket(source: string | undefined, options: MarketOptions): Promise<Market> {
  checkMarketOptions(options);
  const scenario = settleScenario(await readScenario(source), options);
  const policies = await Promise.all((options.policy ?? []).map(policyFile));
  if (options.html !== undefined) await mustHaveFolder('--html', options.html);
  const imported = options.network === undefined ? null : await readNetworkFile(options.network, options);
  for (const warning of imported?.warnings ?? []) warn(warning);
  return { scenario, strategies: scenario.strategies, imported, networkFile: options.network ?? null, policies };
}

/** The scenario's strategies, and presets under names that it does not use. */
function offered({ strategies, policies }: Market): Scenario['strategies'] {
  const own = [...strategies, ...policies.map(({ name }) => ({ name, plan: [], claims: [] }))];
  return [...own, ...PRESETS.filter((preset) => !own.some(({ name }) => name === preset.name))];
}

interface Simulated {
  readonly document: CompareResult;
  /** Ends the command with a failure when runs failed. */
  complain(): void;
}

async function simulate(
  command: Command,
  source: string | undefined,
  market: Market,
  options: MarketOptions & DecisionOptions,
  scenario: Scenario,
): Promise<Simulated> {
  const { imported, policies } = market;
  const plan = planComparison({ scenario, network: imported, policies, reasons: options.reasons === true });
  return await interruptible(async (signal) => {
    const named = { name: command.name(), line: reproducibleCommand(command, source) };
    const { document, failures } =
      options.until === undefined
        ? await watched(named, plan, options, signal, policies)
        : { document: await decide(named, plan, options, signal), failures: [] };
    if (failures.length > 0 && document.replicates === 0) {
      throw new Unfinished(
        `no replicate is complete: ${runsFailed(failures.length)}; the first, ${plan.names[failures[0].strategy]}: ${failures[0].error.message}`,
      );
    }
    if (options.html !== undefined)
      await writeSafely(options.html, [reportHtml(document, contextOf(command, source, market, document))], signal);
    const complain = (): void => {
      if (failures.length === 0) return;
      const [{ strategy, replicate, error }] = failures;
      throw new Unfinished(
        `${runsFailed(failures.length)}, in replicates that do not count; the first, ${plan.names[strategy]} in replicate ${replicate}: ${error.message}`,
      );
    };
    return { document, complain };
  });
}

function runsFailed(count: number): string {
  return `${count} ${count === 1 ? 'run' : 'runs'} failed`;
}

/** The session, with its progress on the screen. */
async function watched(
  command: CommandNamed,
  plan: ComparisonPlan,
  options: MarketOptions,
  signal: AbortSignal,
  policies: readonly PolicyModule[],
): Promise<SessionResult> {
  const terminal = terminalOf(process.stderr);
  const style = progressStyle(terminal, { quiet: options.quiet === true, json: options.json === true });
  const live = style === 'line' && command.name === 'compare' && plan.scenario.replicates > 1 ? new LiveTable(plan, terminal) : null;
  let display: ProgressDisplay | null = null;
  const listener: SessionListener = {
    onStart(total, known) {
      display = new ProgressDisplay(style, terminal, total, known);
    },
    onProgress: (done, failed) => display?.update(done, failed),
    onReplicate(run) {
      const table = live?.add(run);
      if (table) display?.preview(table);
    },
  };
  try {
    const result = await runSession(command, plan, options, listener, signal);
    (display as ProgressDisplay | null)?.clear();
    return result;
  } catch (error) {
    (display as ProgressDisplay | null)?.keep();
    throw blamePolicy(error, policies);
  }
}

/** A module that does not even load is bad input, not a failure of ours. */
function blamePolicy(error: unknown, policies: readonly PolicyModule[]): unknown {
  const load = error instanceof Error && ['SyntaxError', 'ReferenceError', 'TypeError'].includes(error.name);
  if (!load || policies.length === 0) return error;
  const names = policies.map(({ name }) => name).join(', ');
  return new InputError(`the policy module cannot be loaded (${names}): ${error.message}`, {
    path: '--policy',
    found: error.name,
    allowed: 'an ES module whose default export makes a policy',
  });
}

function headOf({ scenario, imported, networkFile }: Market, result: CompareResult): PageHead {
  const counted = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
  const own = scenario.network as { readonly kind: string; readonly people?: number };
  const network =
    imported === null
      ? `a ${own.kind} network${own.people === undefined ? '' : ` of ${own.people.toLocaleString('en')} people`}, ${'people' in own && scenario.network.redraw === 'replicate' ? 'drawn anew in every replicate' : 'the same in every replicate'}`
      : `${networkFile}: ${imported.network.n.toLocaleString('en')} people, ${counted(tieCount(imported.network), 'tie')}, ${counted(imported.network.tribeCount, 'tribe')}; imported, so the same in every replicate`;
  return {
    title: scenario.name,
    facts: [
      `${counted(result.strategies.length, 'strategy').replace('strategys', 'strategies')}, ${counted(scenario.horizon, 'week')}, ${counted(result.replicates, 'replicate')}; network: ${network}.`,
      ...decisionSentence(result),
    ],
  };
}

function contextOf(command: Command, source: string | undefined, market: Market, result: CompareResult): ReportContext {
  const { scenario, imported, policies } = market;
  return {
    title: scenario.name,
    story: scenario.story,
    changed: changedSettings(scenario, imported !== null),
    command: reproducibleCommand(command, source),
    notes: [
      ...headOf(market, result).facts,
      ...(imported === null ? [] : ['Ties of an imported network do not change while the market runs.', ...imported.warnings]),
      ...policies.map(({ name, sha256 }) => `The strategy "${name}" is a custom policy, SHA-256 ${sha256}.`),
    ],
  };
}
