import * as Comlink from 'comlink';
import { reviveFailure } from '../../sim/compute/failure.ts';
import type { Failure } from '../../sim/compute/protocol.ts';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import type { Manifest } from '../../sim/store/codec/index.ts';
import { type PackedComparison, unpackComparison } from '../lab/packed-result.ts';

export type StoredAnswer =
  | { readonly packed: PackedComparison; readonly checked: number; readonly failure: null }
  | { readonly packed: null; readonly failure: Failure };

export interface ResultsWorker {
  comparison(manifest: Manifest, weeks: File, runs: File): Promise<StoredAnswer>;
}

/**
 * Reads the comparison of a results folder, in a worker of its own: tables may be large.
 *
 * @throws InputError that says what is wrong with which table
 */
export async function readComparison(manifest: Manifest, weeks: File, runs: File): Promise<{ result: CompareResult; checked: number }> {
  const worker = new Worker(new URL('./results.worker.ts', import.meta.url), { type: 'module', name: 'results' });
  try {
    const remote = Comlink.wrap<ResultsWorker>(worker);
    const answer = await new Promise<StoredAnswer>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message === '' ? 'the reader of tables could not be loaded' : event.message));
      remote.comparison(manifest, weeks, runs).then(resolve, reject);
    });
    if (answer.failure !== null) throw reviveFailure(answer.failure);
    return { result: unpackComparison(answer.packed), checked: answer.checked };
  } finally {
    worker.terminate();
  }
}
