import * as Comlink from 'comlink';
import type { Reporter, WorkerLink } from './protocol.ts';

/** The worker's side of a connection through comlink: the way back is a port of its own, handed over in `connect`. */
export function serve<Input>(worker: WorkerLink<Input>, endpoint: Comlink.Endpoint): void {
  const exposed = {
    connect: (port: MessagePort) => worker.connect(Comlink.wrap<Reporter>(port) as unknown as Reporter),
    prepare: worker.prepare,
    work: worker.work,
    cancel: worker.cancel,
  };
  Comlink.expose(exposed, endpoint);
}
