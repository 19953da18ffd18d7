import { strToU8, zipSync } from 'fflate';
import type { CompareResult } from '../../sim/experiment/compare-result.ts';
import { comparisonsTable, encodeCsv, encodeParquet, type Table } from '../../sim/store/codec/index.ts';
import type { AppState } from '../state/app-state.ts';
import { dictionaryTable, weeklyTable } from './result-tables.ts';
import { saveFile } from './save-file.ts';

/** Tables as CSV in one archive, with a dictionary of what every column and metric means, and the scenario. */
export async function saveCsv(result: CompareResult, { draft }: AppState, stem: string): Promise<void> {
  const files = {
    'weekly.csv': strToU8(await csv(weeklyTable(result))),
    'differences.csv': strToU8(await csv(comparisonsTable(result))),
    'dictionary.csv': strToU8(await csv(dictionaryTable(result))),
    'scenario.json': strToU8(`${JSON.stringify(draft, null, 2)}\n`),
  };
  // One time for all: equal results give equal archives.
  const archive = zipSync(files, { mtime: '1980-01-01T12:00:00' });
  saveFile(`${stem}-result.zip`, new Blob([archive], { type: 'application/zip' }));
}

/** Every strategy, metric and week as one Parquet table. */
export async function saveParquet(result: CompareResult, stem: string): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of encodeParquet([weeklyTable(result)])) parts.push(new Uint8Array(part));
  saveFile(`${stem}-weekly.parquet`, new Blob(parts, { type: 'application/vnd.apache.parquet' }));
}

async function csv(table: Table): Promise<string> {
  let text = '';
  for await (const part of encodeCsv([table])) text += part;
  return text;
}
