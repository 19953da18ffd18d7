import type { Queue, QueueOptions, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { InputError } from '../parameter/index.ts';

/** BullMQ on one Redis server. This file alone knows the packages; they are loaded when a queue is asked for. */
export interface Bull {
  readonly Queue: typeof Queue;
  readonly Worker: typeof Worker;
  readonly WaitingError: typeof WaitingError;
  /** A connection that waits for a server that is away, and takes up again where it was. */
  connect(): Redis;
  /** What BullMQ needs to make its own connections. */
  readonly options: QueueOptions;
}

/** Milliseconds for the first word from the server. */
const FIRST_ANSWER = 10_000;
export const PREFIX = 'swaylab';

/**
 * Loads the packages and makes sure that the server answers.
 *
 * @param url redis://[user:password@]host[:port][/database], with TLS rediss://
 * @throws InputError when the packages are not installed, the URL cannot be read, or the server does not answer or refuses
 */
export async function openBull(url: string): Promise<Bull> {
  const place = safeUrl(url);
  const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]).catch((error: unknown) => {
    throw new InputError('a queue needs two packages that are not installed: npm install bullmq ioredis', {
      path: '--queue',
      found: error instanceof Error ? error.message : String(error),
      allowed: 'bullmq and ioredis beside swaylab',
    });
  });
  const probe = new ioredis.Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: FIRST_ANSWER,
  });
  let refusal = '';
  probe.on('error', (error: Error) => {
    refusal = error.message;
  });
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    throw new InputError(`the queue at ${place} does not answer: ${refusal || (error instanceof Error ? error.message : String(error))}`, {
      path: '--queue',
      found: place,
      allowed: 'the URL of a Redis server that is up, with user and password where it asks for them',
    });
  } finally {
    probe.disconnect();
  }
  const patient = { maxRetriesPerRequest: null };
  return {
    Queue: bullmq.Queue,
    Worker: bullmq.Worker,
    WaitingError: bullmq.WaitingError,
    connect: () => new ioredis.Redis(url, patient),
    options: { connection: { url, ...patient }, prefix: PREFIX },
  };
}

/** The URL without its password. @throws InputError when it is no URL of a Redis server */
function safeUrl(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.protocol === 'redis:' || parsed.protocol === 'rediss:') {
      parsed.password = parsed.password === '' ? '' : '***';
      return parsed.href;
    }
  } catch {
    // Told below.
  }
  throw new InputError('--queue is no URL of a Redis server', {
    path: '--queue',
    found: url.replace(/:[^:@/]*@/, ':***@'),
    allowed: 'redis://[user:password@]host[:port][/database], or rediss:// for TLS',
  });
}
