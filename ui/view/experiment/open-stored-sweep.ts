import * as Comlink from 'comlink';
import { InputError } from '../../../sim/parameter/index.ts';
import type { Manifest } from '../../../sim/store/codec/index.ts';
import { Store } from '../../state/store.ts';
import type { ExperimentLab } from './experiment-lab.ts';

/** The text of an experiment that the page of experiments is to open next. */
export const experimentToOpen = new Store<string | null>(null);

/**
 * Keeps the runs of a results folder in this browser, as if they had been run here, so that the page of experiments shows what they say and
 * goes on with what is missing.
 *
 * @throws InputError when this page would not run the same
 */
export async function openStoredSweep(manifest: Manifest, runs: File): Promise<void> {
  const worker = new Worker(new URL('./experiment.worker.ts', import.meta.url), { type: 'module', name: 'experiments' });
  try {
    const kept = await Comlink.wrap<ExperimentLab>(worker).keep(manifest, runs);
    if (typeof kept !== 'string') throw new InputError(kept.message, kept);
    experimentToOpen.set(kept);
  } finally {
    worker.terminate();
  }
}
