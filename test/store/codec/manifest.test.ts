import { describe, expect, it } from 'vitest';
import { InputError } from '../../../sim/parameter/index.ts';
import { decodeManifest, encodeManifest, startManifest } from '../../../sim/store/codec/manifest.ts';
import { SESSION, START } from '../fixture/start.ts';

const manifest = startManifest(START, [SESSION], []);

function failure(text: string): InputError {
  try {
    decodeManifest(text, 'out/manifest.json');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('manifest', () => {
  it('reads back as it was written', () => {
    expect(decodeManifest(encodeManifest(manifest), 'x')).toEqual(manifest);
  });

  it('names file and place of what it cannot read', () => {
    expect(failure('{"format": ')).toMatchObject({ file: 'out/manifest.json', allowed: 'JSON' });
    expect(failure(encodeManifest(manifest).replace('"version": 2', '"version": 1'))).toMatchObject({ path: 'version' });
    expect(failure(encodeManifest({ ...manifest, replicates: 1.5 }))).toMatchObject({ path: 'replicates' });
    expect(failure(JSON.stringify({ ...manifest, tables: [{ file: 'runs.csv' }] }))).toMatchObject({ path: 'tables.0.rows' });
    expect(failure('[]')).toMatchObject({ path: null });
  });
});
