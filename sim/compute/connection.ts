import * as Comlink from 'comlink';
import type { JobMessage, PrepareMessage, Reporter, WorkerLink } from './protocol.ts';

/** A worker as the pool sees it. */
export interface Connection<Input> {
  readonly link: WorkerLink<Input>;
  /** Whether the process should stay alive for it. Idle workers do not keep Node running. */
  hold(busy: boolean): void;
  /** Ends the worker at once, also in the middle of a run. */
  terminate(): Promise<void>;
}

/**
 * Starts a worker. `lost` is called when the worker fails to load, throws outside a call, exits or sends what cannot be read;
 * comlink itself would leave every call pending for ever.
 */
export type Spawn<Input> = (lost: (error: Error) => void) => Connection<Input>;

interface Exposed<Input> {
  connect(port: MessagePort): Promise<number>;
  prepare: WorkerLink<Input>['prepare'];
  work: WorkerLink<Input>['work'];
  cancel: WorkerLink<Input>['cancel'];
}

/** The pool's side of `serve`. `close` frees the way back once the worker is gone. */
export function reach<Input>(endpoint: Comlink.Endpoint): { link: WorkerLink<Input>; close: () => void } {
  const remote = Comlink.wrap<Exposed<Input>>(endpoint) as unknown as Exposed<Input>;
  let way: MessagePort | null = null;
  const link: WorkerLink<Input> = {
    connect(report: Reporter) {
      const { port1, port2 } = new MessageChannel();
      way = port1 as unknown as MessagePort;
      Comlink.expose(report, port1 as unknown as Comlink.Endpoint);
      // Only the worker's own hold decides whether Node stays alive (a page's port has no unref).
      (port1 as { unref?: () => void }).unref?.();
      return remote.connect(Comlink.transfer(port2, [port2]) as unknown as MessagePort);
    },
    prepare: (message: PrepareMessage<Input>) => remote.prepare(message),
    work: (message: JobMessage) => remote.work(message),
    cancel: (job: number) => remote.cancel(job),
  };
  return { link, close: () => way?.close() };
}
