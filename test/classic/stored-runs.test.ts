import { expect, test } from 'vitest';
import { modelDigests, replicateDigests, seedingDigests } from './stored-runs.ts';

const MESSAGE =
  'Textbook models compute other numbers than before, to the last bit. If that was not meant, something broke. If it was, say so in CHANGELOG.md, ' +
  'store the numbers anew with npm run digests, and run npm run verify, which compares them with what is published.';

test.each([
  ['model', modelDigests],
  ['seeding rule', seedingDigests],
  ['replication', replicateDigests],
])(
  'every %s computes what it computed when its numbers were stored',
  async (what, digests) => {
    await expect(`${[...digests()].join('\n')}\n`, MESSAGE).toMatchFileSnapshot(`stored-${what.replace(' ', '-')}s.txt`);
  },
  300_000,
);
