import type { Network } from '../../network/index.ts';
import { deriveKeys, type Keys } from '../../random/index.ts';
import { LiveWorlds } from './live-worlds.ts';
import { shuffled } from './random.ts';

/** Sampled worlds on which seeds are chosen. */
const WORLDS = 100;

/**
 * Greedy influence maximisation: the next seed is whoever adds most to the spread. Lazily: since nobody's gain grows with more seeds, an old
 * gain is an upper bound, and only those at the top are computed anew (CELF, Leskovec et al. 2007, 10.1145/1281192.1281239). The seeds are
 * those of plain greedy, which spread at least 1 - 1/e times as far as the best set on the same worlds.
 */
export class LazyGreedy {
  readonly #worlds: LiveWorlds;
  /** People who are not seeds, the best last. */
  readonly #waiting: Candidate[];
  #round = 0;

  /** @param order of equals: the first in it is preferred */
  constructor(worlds: LiveWorlds, order: Uint32Array) {
    this.#worlds = worlds;
    this.#waiting = Array.from(order, (person, place) => ({ person, place, bound: worlds.gain(person), round: 0 })).sort(worseFirst);
  }

  /** Makes the person who adds most a seed; null when everyone is one. */
  next(): { readonly person: number; readonly gain: number } | null {
    const waiting = this.#waiting;
    for (let top = waiting.pop(); top !== undefined; top = waiting.pop()) {
      if (top.round === this.#round) {
        this.#worlds.add(top.person);
        this.#round++;
        return { person: top.person, gain: top.bound };
      }
      const renewed = { ...top, bound: this.#worlds.gain(top.person), round: this.#round };
      waiting.splice(placeFor(renewed, waiting), 0, renewed);
    }
    return null;
  }
}

interface Candidate {
  readonly person: number;
  /** Place in the order of equals. */
  readonly place: number;
  /** Gain when it was computed last, and thus the most that it can be. */
  readonly bound: number;
  /** Seeds there were then. */
  readonly round: number;
}

function worseFirst(a: Candidate, b: Candidate): number {
  return a.bound - b.bound || b.place - a.place;
}

function placeFor(candidate: Candidate, sorted: readonly Candidate[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (worseFirst(sorted[middle], candidate) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Seeds of greedy influence maximisation under the weighted independent cascade, chosen on 100 sampled worlds. @throws InputError when too large */
export function celf(network: Network, count: number, keys: Keys): Uint32Array {
  const worlds = LiveWorlds.independentCascade(network, 'weighted-cascade', 1, WORLDS, deriveKeys(keys, 1));
  const greedy = new LazyGreedy(worlds, shuffled(network.n, keys));
  return Uint32Array.from({ length: count }, () => greedy.next()?.person ?? 0);
}
