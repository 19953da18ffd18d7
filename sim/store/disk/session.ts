import { availableParallelism, hostname } from 'node:os';
import type { Session } from '../codec/manifest.ts';

/** Where and when the work of this process begins, for the manifest. */
export function beginSession(workers: number): Session {
  return {
    started: new Date().toISOString(),
    ended: null,
    host: hostname(),
    platform: `${process.platform} ${process.arch}`,
    cores: availableParallelism(),
    node: process.version,
    workers,
  };
}
