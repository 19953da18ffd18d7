import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';

/** Everything that decides what a run computes. Two runs with one identity have equal recordings. */
export interface RunIdentity {
  /** The scenario after all overrides, as JSON. */
  readonly scenario: unknown;
  /** SHA-256 of an imported network with its tribes, or null for a generated one. */
  readonly network: string | null;
  /** The strategy's definition, as JSON; its `name` is a label and is ignored. */
  readonly strategy: Readonly<Record<string, unknown>>;
  /** Package version and hash of the built code. */
  readonly engine: string;
  readonly seed: string;
  readonly replicate: number;
  /** SHA-256 of a custom policy's file, or null. */
  readonly policy?: string | null;
}

/** Identity of a run: the first 32 hex digits of the SHA-256 of its canonical JSON. */
export function runId(identity: RunIdentity): string {
  const { name: _, ...strategy } = identity.strategy;
  const { scenario, network, engine, seed, replicate, policy = null } = identity;
  // Canonical JSON of all members, put together in its order of keys, so that the scenario's is made once for all its runs.
  const before = canonicalJson({ engine, network, policy, replicate }).slice(0, -1);
  const after = canonicalJson({ seed, strategy }).slice(1);
  return sha256Hex(`${before},"scenario":${canonicalOnce(scenario)},${after}`).slice(0, 32);
}

const texts = new WeakMap<object, string>();

/** The canonical JSON of a value that does not change any more: a scenario is part of the identity of many runs. */
function canonicalOnce(value: unknown): string {
  if (typeof value !== 'object' || value === null) return canonicalJson(value);
  const known = texts.get(value) ?? canonicalJson(value);
  texts.set(value, known);
  return known;
}

/** SHA-256 of a text's UTF-8 bytes, 64 hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
