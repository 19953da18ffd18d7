import type { LabHost } from '../../lab/protocol.ts';
import type { Draft } from '../../state/app-state.ts';

export type Thumbnail = Readonly<Record<string, Float32Array>>;

const made = new Map<string, Promise<Thumbnail>>();
/** One after the other, so that the runs of the scenario at hand come first. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * A scenario's curves, by strategy, as the model makes them; each scenario is run once a visit.
 *
 * @param wanted asked when its turn comes; a card that has gone is left out
 */
export function thumbnailOf(host: LabHost, draft: Draft, wanted: () => boolean): Promise<Thumbnail> {
  const key = JSON.stringify(draft);
  const before = made.get(key);
  if (before !== undefined) return before;
  const thumbnail = queue.then(() => {
    if (!wanted()) throw new Error('not wanted any more');
    return host.thumbnail(draft);
  });
  made.set(key, thumbnail);
  // What failed or was left out may be asked for again.
  thumbnail.catch(() => made.delete(key));
  queue = thumbnail.catch(() => undefined);
  return thumbnail;
}
