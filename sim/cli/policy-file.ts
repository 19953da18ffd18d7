import { createHash } from 'node:crypto';
import { basename, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PolicyModule } from '../compute/comparison-plan.ts';
import { readBounded } from './input-file.ts';

const LIMIT = 8 << 20;

/**
 * A custom policy from an ES module's file, named after it. The hash stands in the URL too, so that a module that was changed is never
 * taken from a cache. Modules that it imports in turn are not hashed.
 *
 * @throws InputError when the file cannot be read
 */
export async function policyFile(file: string): Promise<PolicyModule> {
  const sha256 = createHash('sha256')
    .update(await readBounded(file, 'a policy module', LIMIT))
    .digest('hex');
  const url = pathToFileURL(resolve(file));
  url.search = `sha256=${sha256}`;
  return { name: basename(file, extname(file)), url: url.href, sha256 };
}
