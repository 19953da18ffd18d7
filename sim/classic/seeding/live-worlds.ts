import { type Network, reverse } from '../../network/index.ts';
import { InputError } from '../../parameter/index.ts';
import { deriveKeys, drawUniform, type Keys } from '../../random/index.ts';
import { arcChances, type ChanceRule } from '../contagion/arc-chances.ts';
import { drawByStrength } from './draw-by-strength.ts';

/** Arcs along which somebody who adopts is followed, drawn beforehand for one world. */
interface LiveArcs {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
}

/** As many live arcs fit into memory. */
const MOST_ARCS = 50_000_000;

/**
 * Sampled worlds in which all luck is drawn: whoever can be reached from the seeds along live arcs will adopt. The mean number over worlds
 * estimates the spread of seeds; on one sample it is monotone and submodular exactly, not only in expectation (Kempe et al. 2003, section 2).
 */
export class LiveWorlds {
  readonly #worlds: readonly LiveArcs[];
  /** The number of the last search that came to each person. */
  readonly #seen: Uint32Array;
  readonly #taken: readonly Uint8Array[];
  readonly #queue: Uint32Array;
  #search = 0;
  /** Spreads computed so far. */
  evaluations = 0;

  private constructor(n: number, worlds: readonly LiveArcs[]) {
    this.#worlds = worlds;
    this.#seen = new Uint32Array(n);
    this.#taken = worlds.map(() => new Uint8Array(n));
    this.#queue = new Uint32Array(n);
  }

  /** Worlds of the independent cascade: each arc is live with its chance. @throws InputError where they would not fit into memory */
  static independentCascade(network: Network, rule: ChanceRule, chance: number, count: number, keys: Keys): LiveWorlds {
    const chances = arcChances(network, rule, chance);
    let expected = 0;
    for (const each of chances) expected += each;
    mustFit((expected + network.n) * count);
    const worlds = Array.from({ length: count }, (_, world) => {
      const { k0, k1 } = deriveKeys(keys, world);
      return arcsWhere(network, (arc) => drawUniform(k0, k1, arc, 0) < chances[arc]);
    });
    return new LiveWorlds(network.n, worlds);
  }

  /** Worlds of the linear threshold: of the arcs into each person one is live, by its share of their strength (Kempe et al. 2003, claim 2.6). */
  static linearThreshold(network: Network, count: number, keys: Keys): LiveWorlds {
    const { n } = network;
    mustFit(2 * n * count);
    const incoming = reverse(network);
    const worlds = Array.from({ length: count }, (_, world) => {
      const { k0, k1 } = deriveKeys(keys, world);
      const followed = new Uint32Array(n).fill(n);
      for (let person = 0; person < n; person++) followed[person] = drawByStrength(incoming, person, drawUniform(k0, k1, person, 0)) ?? n;
      return arcsWhere(network, (arc, source) => followed[network.targets[arc]] === source);
    });
    return new LiveWorlds(n, worlds);
  }

  /** Mean number of people who would adopt if this one were a seed too, over worlds. */
  gain(person: number): number {
    this.evaluations++;
    let sum = 0;
    this.#worlds.forEach((_, world) => {
      sum += this.#reach(world, person);
    });
    return sum / this.#worlds.length;
  }

  /** Makes a person a seed for all later gains. */
  add(person: number): void {
    this.#worlds.forEach((_, world) => {
      const reached = this.#reach(world, person);
      for (let r = 0; r < reached; r++) this.#taken[world][this.#queue[r]] = 1;
    });
  }

  /** Puts those whom a person adds in a world into the queue; returns how many. */
  #reach(world: number, person: number): number {
    const taken = this.#taken[world];
    if (taken[person] === 1) return 0;
    const seen = this.#seen;
    const search = ++this.#search;
    const queue = this.#queue;
    const { offsets, targets } = this.#worlds[world];
    let end = 0;
    queue[end++] = person;
    seen[person] = search;
    for (let head = 0; head < end; head++) {
      for (let arc = offsets[queue[head]]; arc < offsets[queue[head] + 1]; arc++) {
        const target = targets[arc];
        if (seen[target] === search || taken[target] === 1) continue;
        seen[target] = search;
        queue[end++] = target;
      }
    }
    return end;
  }
}

function mustFit(arcs: number): void {
  if (arcs <= MOST_ARCS) return;
  const allowed = `at most ${MOST_ARCS} live ties over all sampled worlds`;
  throw new InputError(`Influence maximisation takes ${allowed}; here about ${Math.round(arcs)} would be needed.`, {
    path: 'seeding',
    found: `${Math.round(arcs)} live ties`,
    allowed,
  });
}

function arcsWhere({ n, offsets, targets }: Network, live: (arc: number, source: number) => boolean): LiveArcs {
  const kept: number[] = [];
  const ends = new Uint32Array(n + 1);
  for (let person = 0; person < n; person++) {
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) if (live(arc, person)) kept.push(targets[arc]);
    ends[person + 1] = kept.length;
  }
  return { offsets: ends, targets: Uint32Array.from(kept) };
}
