import type { SweepPlan } from '../../../sim/compute/sweep-plan.ts';
import { ENGINE_ID } from '../../../sim/experiment/engine.ts';
import { InputError } from '../../../sim/parameter/index.ts';
import { type Manifest, type SweepRecord, sweepLayout } from '../../../sim/store/codec/index.ts';
import type { StoredTable } from '../../data/stored-table.ts';
import { openedExperiment } from './opened-experiment.ts';

const FILE = 'manifest.json';

/** The experiment that a results folder was made from, as a file of its own: with its scenario in it. @throws InputError when it is no sweep */
export function storedExperiment({ design, scenario }: Manifest): string {
  if (typeof design !== 'object' || design === null) {
    throw new InputError('these results are not of an experiment', {
      file: FILE,
      path: 'design',
      found: 'none',
      allowed: 'results of swaylab sweep',
    });
  }
  return `${JSON.stringify({ ...design, scenario }, null, 2)}\n`;
}

/**
 * The plan of that experiment in this page.
 *
 * @throws InputError when this page would not run the same: another engine, a network from a file, a policy of one's own
 */
export function storedSweepPlan(manifest: Manifest, text: string): SweepPlan {
  const refuse = (path: string, found: string, allowed: string): never => {
    throw new InputError('a page cannot go on with these results', { file: FILE, path, found, allowed });
  };
  if (manifest.engine !== ENGINE_ID) refuse('engine', manifest.engine, ENGINE_ID);
  if (manifest.network !== null) refuse('network', 'an imported network', "the scenario's own");
  if (manifest.policies.some((policy) => policy !== null)) refuse('policies', 'a policy from a file', 'none');
  const plan = openedExperiment(text);
  if (plan.experiment !== manifest.experiment) refuse('experiment', manifest.experiment, plan.experiment);
  return plan;
}

/** The runs that the table `runs` holds, by their ids. @throws InputError when it is another experiment's */
export function storedRecords(plan: SweepPlan, runs: StoredTable): [runId: string, SweepRecord][] {
  const [runId, digest, error] = ['runId', 'digest', 'error'].map((name) => runs.texts(name));
  const metrics = sweepLayout(plan).metrics.map((name) => runs.numbers(name));
  return Array.from({ length: runs.rows }, (_, row) => {
    const failed = digest[row] === null;
    const measures = failed ? null : Float64Array.from(metrics, (values) => values[row]);
    return [runId[row] ?? '', { digest: digest[row], error: failed ? (error[row] ?? 'failed') : null, measures }];
  });
}
