import { deserialize, serialize } from 'node:v8';
import { describeFailure, reviveFailure } from '../compute/failure.ts';
import type { Job, Outcome } from '../compute/index.ts';
import type { Failure } from '../compute/protocol.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { sha256Hex } from '../experiment/identity.ts';
import { PREFIX } from './bull.ts';

/** Coordinator to worker: one job of a batch. Orders of one id are the same work. */
export interface WorkOrder {
  /** Names the batch; its input and its results stand under this key. */
  readonly key: string;
  /** Of the coordinator that gave the order. */
  readonly session: string;
  readonly job: Job;
}

/** Worker to coordinator: what came of an order. */
export interface WorkResult {
  readonly order: string;
  readonly outcomes: readonly Outcome[];
}

/** Milliseconds after which the server forgets what nobody asks for any more. */
export const KEPT = 7 * 24 * 3600 * 1000;

/** The places on the server: of the orders, of the workers that serve them, and of each batch. */
export interface Places {
  readonly queue: string;
  readonly workers: string;
  readonly input: (key: string) => string;
  readonly results: (key: string) => string;
  readonly progress: (key: string) => string;
}

/**
 * Workers serve orders of their own engine only, and of sweeps with just the policies that they have: others would compute other numbers, or none.
 *
 * @param policies SHA-256 of each custom policy's file, in any order
 */
export function placesFor(policies: readonly string[] = []): Places {
  const queue = policies.length === 0 ? `runs-${ENGINE_ID}` : `runs-${ENGINE_ID}-${sha256Hex(policies.toSorted().join()).slice(0, 16)}`;
  const under = `${PREFIX}:${queue}`;
  return {
    queue,
    workers: `${under}:workers`,
    input: (key) => `${under}:${key}:input`,
    results: (key) => `${under}:${key}:results`,
    progress: (key) => `${under}:${key}:progress`,
  };
}

/** The same job of the same batch has the same id, so that an order given twice stands once. */
export function orderId(key: string, { replicate, point = 0 }: Job): string {
  return `${key}-${replicate}-${point}`;
}

type Sent =
  | Exclude<Outcome, { status: 'failed' }>
  | (Omit<Extract<Outcome, { status: 'failed' }>, 'error'> & { readonly failure: Failure });

/** Numbers travel as they lie in memory. */
export function encodeResult({ order, outcomes }: WorkResult): Buffer {
  const sent = outcomes.map((outcome): Sent => {
    if (outcome.status === 'done') return outcome;
    const { error, ...rest } = outcome;
    return { ...rest, failure: describeFailure(error) };
  });
  return serialize({ order, outcomes: sent });
}

export function decodeResult(bytes: Buffer): WorkResult {
  const { order, outcomes } = deserialize(bytes) as { order: string; outcomes: readonly Sent[] };
  const received = outcomes.map((sent): Outcome => {
    if (sent.status === 'done') return sent;
    const { failure, ...rest } = sent;
    return { ...rest, error: reviveFailure(failure) };
  });
  return { order, outcomes: received };
}
