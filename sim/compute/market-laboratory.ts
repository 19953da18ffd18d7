import type { PolicyFactory } from '../brand/index.ts';
import { type ExperimentInput, prepareExperiment, Workplace } from '../experiment/replicate.ts';
import { InputError } from '../parameter/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { checkedPolicy } from './checked-policy.ts';
import type { Experiment, Laboratory } from './laboratory.ts';
import { type Measuring, measuredExperiment } from './measured-experiment.ts';

/** An experiment as it is sent to a worker: custom policies are named by the URL of their module, one for each strategy or null. */
export interface MarketInput extends Omit<ExperimentInput, 'policies'> {
  readonly policyUrls?: readonly (string | null)[];
  /** Asks for metrics of each run; jobs may then bring scenarios of their own. */
  readonly measuring?: Measuring;
}

/** Where each experiment is run. The next one is run in the same place: memory, compiled code and the network, where it is the same, are there. */
const workplaces = new WeakMap<Experiment, Workplace>();

/** A laboratory that has drawn the first network of a scenario which is likely to be asked for. */
export function marketLaboratoryFor(scenario: Scenario): Laboratory<MarketInput> {
  const place = new Workplace();
  place.network(scenario, 0);
  return createMarketLaboratory(undefined, place);
}

/**
 * The market as a worker's laboratory: loads custom policies, then runs replicates.
 *
 * @param most bytes that a world may take; a run that needs more fails
 * @param place where the first experiment is run
 */
export function createMarketLaboratory(most?: number, place?: Workplace): Laboratory<MarketInput> {
  return {
    prepare: async ({ policyUrls = [], measuring, ...given }, before = null) => {
      const input = { ...given, policies: await Promise.all(policyUrls.map(loadPolicy)) };
      const workplace = (before === null ? null : workplaces.get(before)) ?? place ?? new Workplace(most);
      const experiment: Experiment =
        measuring === undefined ? prepareExperiment(input, workplace) : measuredExperiment(input, measuring, workplace);
      workplaces.set(experiment, workplace);
      return experiment;
    },
  };
}

export const marketLaboratory: Laboratory<MarketInput> = createMarketLaboratory();

/** Loads a custom policy: a module whose default export makes a policy. Only the caller's own command line or code may name one. */
async function loadPolicy(url: string | null): Promise<PolicyFactory | null> {
  if (url === null) return null;
  const module = (await import(/* @vite-ignore */ url)) as { readonly default?: unknown };
  if (typeof module.default !== 'function') {
    throw new InputError('the policy module has no default export that makes a policy', {
      file: url,
      path: 'default',
      found: typeof module.default,
      allowed: 'a function () => ({ decide(view) { return { shares }; } })',
    });
  }
  const make = module.default as PolicyFactory;
  return () => checkedPolicy(make());
}
