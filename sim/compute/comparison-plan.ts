import { NOTHING, type Strategy } from '../brand/index.ts';
import { armsOf } from '../experiment/arms.ts';
import { canonicalJson } from '../experiment/canonical.ts';
import { Comparison, type ComparisonSetup } from '../experiment/compare-result.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { runId, sha256Hex } from '../experiment/identity.ts';
import type { Network } from '../network/network.ts';
import { InputError } from '../parameter/index.ts';
import { didYouMean, type Scenario } from '../scenario/index.ts';
import type { MarketInput } from './market-laboratory.ts';

/** A custom policy: it competes as one more strategy. */
export interface PolicyModule {
  /** Label of the strategy. */
  readonly name: string;
  /** Where each worker imports the module from. */
  readonly url: string;
  /** SHA-256 of the module's file, 64 hex digits. */
  readonly sha256: string;
}

/** What is to be compared. */
export interface ComparisonRequest {
  readonly scenario: Scenario;
  /**
   * An imported network and the hash of its canonical form; without it the scenario's own is generated. Where nothing is to be run, the hash
   * is enough.
   */
  readonly network?: { readonly network: Network | null; readonly hash: string } | null;
  readonly policies?: readonly PolicyModule[];
  /** Record rows per tribe besides. */
  readonly tribes?: boolean;
  /** Keep the ledger: what spoke for each purchase. */
  readonly reasons?: boolean;
}

/** A comparison with everything settled: which arms run, who each run is, and what the workers need. */
export interface ComparisonPlan {
  readonly scenario: Scenario;
  /** In order: the scenario's strategies, custom policies, and `nothing` where it is not among them. */
  readonly arms: readonly Strategy[];
  /** Names of the arms. */
  readonly names: readonly string[];
  /** SHA-256 of each arm's policy file, null where its plan counts. */
  readonly policies: readonly (string | null)[];
  readonly network: string | null;
  /** Identity of everything that decides results but the number of replicates. */
  readonly experiment: string;
  readonly input: MarketInput;
}

/** Settles a comparison. @throws InputError when a policy has the name of a strategy */
export function planComparison({
  scenario,
  network = null,
  policies = [],
  tribes = false,
  reasons = false,
}: ComparisonRequest): ComparisonPlan {
  const own = scenario.strategies.map(({ name }) => name);
  const twice = policies.find(
    ({ name }, at) => own.includes(name) || name === NOTHING.name || policies.findIndex((other) => other.name === name) < at,
  );
  if (twice !== undefined) {
    throw new InputError(`the policy's name "${twice.name}" is that of another strategy`, {
      path: 'policy',
      found: twice.name,
      allowed: 'a module whose file has a name of its own',
    });
  }
  const arms = armsOf({ ...scenario, strategies: [...scenario.strategies, ...policies.map(strategyOf)] });
  const names = arms.map(({ name }) => name);
  const policyOf = (name: string): PolicyModule | null => policies.find((policy) => policy.name === name) ?? null;
  const hashes = names.map((name) => policyOf(name)?.sha256 ?? null);
  return {
    scenario,
    arms,
    names,
    policies: hashes,
    network: network?.hash ?? null,
    experiment: sha256Hex(
      canonicalJson({
        market: identityOf(scenario, network !== null),
        network: network?.hash ?? null,
        arms,
        policies: hashes,
        engine: ENGINE_ID,
        seed: scenario.seed,
      }),
    ).slice(0, 32),
    input: {
      scenario: { ...scenario, strategies: [...arms] },
      network: network?.network ?? null,
      policyUrls: names.map((name) => policyOf(name)?.url ?? null),
      tribes,
      ledger: reasons,
    },
  };
}

/**
 * A comparison that waits for the runs of a plan.
 *
 * @param choice `metrics`: all unless given; `margins`: differences of a metric that count as a tie; `statistics`: effect sizes and
 *   bootstrap intervals besides
 */
export function comparisonOf(plan: ComparisonPlan, choice: Pick<ComparisonSetup, 'metrics' | 'margins' | 'statistics'> = {}): Comparison {
  const { scenario, names } = plan;
  return new Comparison({
    engine: ENGINE_ID,
    scenario,
    seed: scenario.seed,
    strategies: names,
    reference: NOTHING.name,
    weeks: scenario.horizon,
    ...choice,
  });
}

/** Identity of one run of a plan. */
export function runIdOf({ scenario, arms, policies, network }: ComparisonPlan, strategy: number, replicate: number): string {
  return runId({
    scenario: identityOf(scenario, network !== null),
    network,
    strategy: { ...arms[strategy] },
    engine: ENGINE_ID,
    seed: scenario.seed,
    replicate,
    policy: policies[strategy],
  });
}

/** The strategy of this name, or an error that suggests the nearest. */
export function strategyNamed(name: string, strategies: readonly Strategy[]): Strategy {
  const found = strategies.find((strategy) => strategy.name === name);
  if (found !== undefined) return found;
  const names = strategies.map((strategy) => strategy.name);
  const near = didYouMean(name, names);
  throw new InputError(`there is no strategy "${name}"${near === null ? '' : `, did you mean "${near}"?`}`, {
    path: 'strategy',
    found: name,
    allowed: names.join(', '),
  });
}

/** A policy decides each week by itself; it has no plan, spends evenly, and its messages address what `push` addresses unless it says otherwise. */
function strategyOf({ name }: PolicyModule): Strategy {
  return { name, plan: [], claims: ['acquire'] };
}

/**
 * The part of a scenario that decides a run: without labels (its name and story, the names of brands and of rivals' strategies), without what
 * belongs to the comparison (which strategies, how many replicates), without the seed, which stands by itself, and without the network
 * when another takes its place.
 */
function identityOf(scenario: Scenario, networkReplaced: boolean): Record<string, unknown> {
  const cache = networkReplaced ? identitiesOnOtherNetworks : identities;
  const known = cache.get(scenario) ?? decidingPart(scenario, networkReplaced);
  cache.set(scenario, known);
  return known;
}

/** Every run of a scenario asks for its identity. */
const identities = new WeakMap<Scenario, Record<string, unknown>>();
const identitiesOnOtherNetworks = new WeakMap<Scenario, Record<string, unknown>>();

function decidingPart(scenario: Scenario, networkReplaced: boolean): Record<string, unknown> {
  const {
    name: _name,
    story: _story,
    strategies: _strategies,
    replicates: _replicates,
    seed: _seed,
    brands,
    network,
    ...deciding
  } = scenario;
  return {
    ...deciding,
    network: networkReplaced ? null : network,
    brands: brands.map(({ name: _label, strategy, ...brand }) => ({ ...brand, strategy: strategy === null ? null : unnamed(strategy) })),
  };
}

function unnamed(strategy: Strategy): Omit<Strategy, 'name'> {
  const { name: _, ...definition } = strategy;
  return definition;
}
