import { expect, test } from 'vitest';
import { digestsOf, storedRuns } from './stored-runs.ts';

test('every run computes what it computed when its digests were stored', async () => {
  const message =
    'Runs compute other numbers than before, to the last bit. If that was not meant, something broke. If it was, published results can no longer ' +
    'be replayed: say so in CHANGELOG.md, and store the digests anew with npm run digests.';
  await expect(`${storedRuns().map(digestsOf).join('\n')}\n`, message).toMatchFileSnapshot('stored-runs.txt');
}, 300_000);
