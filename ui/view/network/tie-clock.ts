import type { Replay } from '../../../sim/experiment/replay/replay.ts';

/** Strength from which a tie counts as close; of a tie formed on the way it is not known, and it does not count. */
const CLOSE = 0.5;
const EVENT = 3;

/** Ties as they stand after any number of weeks; to go on by a week costs what changed in it. */
export class TieClock {
  readonly #nodes: number;
  readonly #formed: Uint32Array;
  readonly #ended: Uint32Array;
  /** Balance of each pair. Within a week a tie may form and end, in either order: only the balance counts. */
  readonly #balance = new Map<number, number>();
  readonly #standing = new Set<number>();
  #formedAt = 0;
  #endedAt = 0;

  /** @param close only the close ties of the start, as long as they last */
  constructor({ ties, strengths, formed, ended, people }: Replay, close = false) {
    this.#nodes = people.length;
    this.#formed = close ? new Uint32Array(0) : formed;
    this.#ended = ended;
    for (let tie = 0; tie < strengths.length; tie++) {
      if (!close || strengths[tie] >= CLOSE) this.#add(ties[2 * tie], ties[2 * tie + 1], 1);
    }
  }

  /** Ties after so many weeks, each as `a * nodes + b`, a < b. The set changes with the next call. */
  at(week: number): ReadonlySet<number> {
    this.#formedAt = this.#move(this.#formed, this.#formedAt, week, 1);
    this.#endedAt = this.#move(this.#ended, this.#endedAt, week, -1);
    return this.#standing;
  }

  #move(events: Uint32Array, from: number, week: number, change: number): number {
    let at = from;
    for (; at < events.length && events[at] < week; at += EVENT) this.#add(events[at + 1], events[at + 2], change);
    for (; at > 0 && events[at - EVENT] >= week; at -= EVENT) this.#add(events[at - EVENT + 1], events[at - EVENT + 2], -change);
    return at;
  }

  #add(a: number, b: number, change: number): void {
    const pair = a * this.#nodes + b;
    const balance = (this.#balance.get(pair) ?? 0) + change;
    this.#balance.set(pair, balance);
    if (balance > 0) this.#standing.add(pair);
    else this.#standing.delete(pair);
  }
}

/** Nodes tied to a node, ascending. */
export function contactsOf(ties: ReadonlySet<number>, nodes: number, node: number): number[] {
  const contacts: number[] = [];
  for (const pair of ties) {
    const a = Math.floor(pair / nodes);
    const b = pair % nodes;
    if (a === node) contacts.push(b);
    else if (b === node) contacts.push(a);
  }
  return contacts.sort((x, y) => x - y);
}
