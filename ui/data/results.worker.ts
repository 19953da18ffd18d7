import * as Comlink from 'comlink';
import { describeFailure } from '../../sim/compute/failure.ts';
import { packComparison } from '../lab/packed-result.ts';
import { storedComparison } from './stored-comparison.ts';
import type { ResultsWorker } from './stored-results.ts';
import { readStoredTable } from './stored-table.ts';

const worker: ResultsWorker = {
  async comparison(manifest, weeks, runs) {
    try {
      const { result, checked } = storedComparison(manifest, await readStoredTable(weeks), await readStoredTable(runs));
      return { packed: packComparison(result), checked, failure: null };
    } catch (error) {
      return { packed: null, failure: describeFailure(error) };
    }
  },
};

Comlink.expose(worker);
