import { type ComparisonPlan, type PolicyModule, planComparison } from '../compute/comparison-plan.ts';
import { planSweep, type SweepPlan } from '../compute/sweep-plan.ts';
import { expandDesign } from '../experiment/design/design.ts';
import { parseExperiment } from '../experiment/design/experiment-file.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import type { ImportedNetwork } from '../network/index.ts';
import { InputError } from '../parameter/index.ts';
import { parseScenario } from '../scenario/index.ts';
import type { Manifest } from '../store/codec/index.ts';

/** What a folder of results was made from: a sweep, or a comparison of one scenario. */
export type StoredPlan =
  | { readonly kind: 'sweep'; readonly sweep: SweepPlan; readonly base: ComparisonPlan }
  | { readonly kind: 'comparison'; readonly base: ComparisonPlan };

/** What a manifest names by its hash only, given again. Not needed where nothing is run. */
export interface Given {
  readonly network: ImportedNetwork | null;
  readonly policies: readonly PolicyModule[];
}

/**
 * The plan of a results folder, from its manifest.
 *
 * @param given null to identify runs only; such a plan must not be run
 * @throws InputError when the manifest was made by another engine, or what is given is not what the results were made from
 */
export function storedPlan(manifest: Manifest, file: string, given: Given | null): StoredPlan {
  if (manifest.engine !== ENGINE_ID) {
    throw new InputError(`${file} was written by another engine, whose runs this one cannot repeat`, {
      file,
      path: 'engine',
      found: manifest.engine,
      allowed: ENGINE_ID,
    });
  }
  const scenario = parseScenario(manifest.scenario, file);
  const policies = manifest.strategies.flatMap((name, at): PolicyModule[] => {
    const sha256 = manifest.policies[at] ?? null;
    if (sha256 === null) return [];
    if (given === null) return [{ name, url: '', sha256 }];
    return [
      given.policies.find((policy) => policy.sha256 === sha256) ?? missing(file, `policies.${at}`, `--policy with the module of ${name}`),
    ];
  });
  if (given !== null && (given.network?.hash ?? null) !== manifest.network) missing(file, 'network', '--network with the same network');
  const network = manifest.network === null ? null : { hash: manifest.network, network: given?.network?.network ?? null };
  const request = { scenario, network, policies };
  if (manifest.design === null) return identified({ kind: 'comparison', base: planComparison(request) }, manifest, file);
  const experiment = parseExperiment(manifest.design, file);
  const sweep = planSweep({ ...request, experiment, design: expandDesign(experiment, scenario, file), recordings: manifest.weeks });
  return identified({ kind: 'sweep', sweep, base: sweep.base }, manifest, file);
}

function identified(plan: StoredPlan, { experiment }: Manifest, file: string): StoredPlan {
  const found = plan.kind === 'sweep' ? plan.sweep.experiment : plan.base.experiment;
  if (found === experiment) return plan;
  throw new InputError(`${file} does not describe the experiment that it names`, {
    file,
    path: 'experiment',
    found: experiment,
    allowed: found,
  });
}

function missing(file: string, path: string, allowed: string): never {
  throw new InputError(`the results need ${allowed}`, { file, path, found: 'another one, or none', allowed });
}
