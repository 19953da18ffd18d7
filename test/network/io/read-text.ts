import type { ImportedNetwork } from '../../../sim/network/io/imported-network.ts';
import { type ReadOptions, readNetwork } from '../../../sim/network/io/read-network.ts';
import { InputError } from '../../../sim/parameter/index.ts';

/** Reads a network from a text as if it were a file of this name. */
export async function readText(name: string, content: string | Uint8Array, options: ReadOptions = {}): Promise<ImportedNetwork> {
  return await readNetwork({ name, content }, options);
}

/** The InputError of a promise; anything else that it does is thrown. */
export async function inputErrorOf(promise: Promise<unknown>): Promise<InputError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('expected an InputError, but it was read');
}

/** Arcs as "influencer>influenced" in the file's own ids, for reading at a glance. */
export function arcsOf({ network, ids }: ImportedNetwork): string[] {
  const arcs: string[] = [];
  for (let i = 0; i < network.n; i++) {
    for (let arc = network.offsets[i]; arc < network.offsets[i + 1]; arc++) arcs.push(`${ids[i]}>${ids[network.targets[arc]]}`);
  }
  return arcs;
}
