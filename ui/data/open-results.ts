import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import { InputError } from '../../sim/parameter/index.ts';
import type { Manifest } from '../../sim/store/codec/index.ts';
import type { App } from '../app.ts';
import { openDialogue } from '../share/open-dialogue.ts';

/** Tables of a results folder, as far as they were given. */
export interface ResultTables {
  readonly weeks: File | null;
  readonly runs: File | null;
}

/** Shows a results folder: a comparison with its curves, a sweep on the page of experiments; without its tables, what its manifest says. */
export async function openResults(app: App, manifest: Manifest, file: string, tables: ResultTables): Promise<void> {
  app.announce('Reading the results …');
  let trouble: InputError | null = null;
  let found: { readonly result: CompareResult; readonly checked: number } | null = null;
  try {
    const { weeks, runs } = tables;
    await mustBeWritten(manifest, weeks);
    await mustBeWritten(manifest, runs);
    if (manifest.design !== null && manifest.analysis === null && runs !== null) {
      const { openStoredSweep } = await import('../view/experiment/open-stored-sweep.ts');
      await openStoredSweep(manifest, runs);
      app.show({ page: 'experiment' });
      app.announce('The runs of the folder are kept in this browser.');
      return;
    }
    if (manifest.design === null && weeks !== null && runs !== null) {
      const { readComparison } = await import('./stored-results.ts');
      found = await readComparison(manifest, weeks, runs);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    trouble = error;
  }
  await import('./sway-result-dialog.ts');
  openDialogue('sway-result-dialog', app, { manifest, result: found?.result ?? null, checked: found?.checked ?? 0, trouble, file });
}

/** A table must be the one that the manifest names, byte by byte. @throws InputError when it is not */
async function mustBeWritten({ tables }: Manifest, table: File | null): Promise<void> {
  if (table === null) return;
  const written = tables.find(({ file }) => file === table.name);
  const refuse = (path: string, found: string, allowed: string): never => {
    throw new InputError(`${table.name} is not as it was written`, { file: table.name, path, found, allowed });
  };
  if (written === undefined) return refuse('file', table.name, tables.map(({ file }) => file).join(', '));
  if (table.size !== written.bytes) refuse('bytes', String(table.size), String(written.bytes));
  // Where the page is not served over https or from this machine there is nothing to hash with.
  if (crypto.subtle === undefined) return;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await table.arrayBuffer()));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== written.sha256) refuse('sha256', hex, written.sha256);
}
