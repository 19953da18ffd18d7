export { createQueuePool } from './queue-pool.ts';
export { serveQueue } from './queue-worker.ts';
