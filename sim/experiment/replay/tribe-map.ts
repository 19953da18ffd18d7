import type { World } from '../../market/world.ts';
import type { Network } from '../../network/network.ts';
import type { PersonState } from './person-states.ts';

/** A market seen from afar: its largest tribes, and the ties between them. */
export interface TribeMap {
  /** Number of each shown tribe, largest first. */
  readonly tribes: Uint32Array;
  readonly sizes: Uint32Array;
  /** Tribes that are not shown, because there are too many, and the people in them. */
  readonly hidden: { readonly tribes: number; readonly people: number };
  /** Ties of week 0 between shown tribes, by their position: (a, b, number of ties), a < b. */
  readonly ties: Uint32Array;
  /** Ties of week 0 within each shown tribe. */
  readonly inside: Uint32Array;
  /** Mean of each measure, share of the second category of each yes-or-no state: `[week * tribes + position]`; NaN where nobody has a value. */
  readonly means: Readonly<Record<string, Float32Array>>;
}

const MOST_TRIBES = 120;

/** States that have a mean: measures, and those that are so or not so. */
function hasMean({ categories }: PersonState): boolean {
  return categories === null || categories.length === 2;
}

/** Gathers the map while a market runs. */
export class TribeMapMaker {
  readonly #network: Network;
  readonly #states: readonly PersonState[];
  /** Position of each tribe on the map, or -1. */
  readonly #place: Int32Array;
  readonly #map: TribeMap;
  readonly #sums: Float64Array;
  readonly #counts: Uint32Array;

  constructor(network: Network, states: readonly PersonState[], weeks: number) {
    this.#network = network;
    this.#states = states.filter(hasMean);
    const sizes = new Uint32Array(network.tribeCount);
    for (const tribe of network.tribes) sizes[tribe]++;
    const order = Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || a - b);
    const tribes = Uint32Array.from(order.slice(0, MOST_TRIBES));
    this.#place = new Int32Array(network.tribeCount).fill(-1);
    for (const [position, tribe] of tribes.entries()) this.#place[tribe] = position;
    const rest = order.slice(MOST_TRIBES);
    this.#sums = new Float64Array(tribes.length);
    this.#counts = new Uint32Array(tribes.length);
    this.#map = {
      tribes,
      sizes: tribes.map((tribe) => sizes[tribe]),
      hidden: { tribes: rest.length, people: rest.reduce((sum, tribe) => sum + sizes[tribe], 0) },
      ...tiesBetween(network, this.#place, tribes.length),
      means: Object.fromEntries(this.#states.map(({ name }) => [name, new Float32Array((weeks + 1) * tribes.length)])),
    };
  }

  look(world: World): void {
    for (const state of this.#states) this.#measure(world, state);
  }

  finish(): TribeMap {
    return this.#map;
  }

  #measure(world: World, { name, of }: PersonState): void {
    const sums = this.#sums.fill(0);
    const counts = this.#counts.fill(0);
    const { n, tribes } = this.#network;
    for (let i = 0; i < n; i++) {
      const place = this.#place[tribes[i]];
      if (place < 0) continue;
      const value = of(world, i);
      if (Number.isNaN(value)) continue;
      sums[place] += value;
      counts[place]++;
    }
    const row = world.week * sums.length;
    for (let place = 0; place < sums.length; place++) this.#map.means[name][row + place] = sums[place] / counts[place];
  }
}

function tiesBetween({ n, offsets, targets, tribes, directed }: Network, place: Int32Array, count: number) {
  const between = new Map<number, number>();
  const inside = new Uint32Array(count);
  for (let i = 0; i < n; i++) {
    const a = place[tribes[i]];
    if (a < 0) continue;
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const b = place[tribes[targets[arc]]];
      // Both rows hold an undirected tie.
      if (b < 0 || (!directed && targets[arc] < i)) continue;
      if (a === b) inside[a]++;
      else between.set(Math.min(a, b) * count + Math.max(a, b), (between.get(Math.min(a, b) * count + Math.max(a, b)) ?? 0) + 1);
    }
  }
  const ties = Uint32Array.from([...between].flatMap(([pair, ties]) => [Math.floor(pair / count), pair % count, ties]));
  return { ties, inside };
}
