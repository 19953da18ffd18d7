import { type Network, SOCIAL } from './network.ts';

/** Ties or arcs as parallel arrays, in any order; self-loops and duplicates are allowed and dropped. */
export interface EdgeArrays {
  /** Number of people; every entry of `sources` and `targets` is below it. */
  readonly n: number;
  /** False: every edge is an undirected tie, and (i, j) and (j, i) are the same tie. True: every edge is an arc from source to target. */
  readonly directed: boolean;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** How many edges of the arrays count; all of them by default, so that growable arrays need no trimming. */
  readonly count?: number;
  /** Tie strength in (0, 1]; 1 by default. */
  readonly strengths?: Float32Array;
  /** Layer of each edge; social by default. */
  readonly layers?: Uint8Array;
  readonly tribes?: Uint32Array;
  readonly tribeCount?: number;
}

interface Arcs {
  offsets: Uint32Array;
  targets: Uint32Array;
  strengths: Float32Array;
  layers: Uint8Array;
}

/**
 * Builds the network of an edge list by counting sort, in time and memory linear in people and ties.
 * Self-loops are dropped; of duplicates the strongest stays (of equally strong ones that of the lower layer).
 * Trusts its input: check size with `checkNetworkLimits` before, and foreign arrays with `validateNetwork` after.
 */
export function buildNetwork(edges: EdgeArrays): Network {
  const { n, directed } = edges;
  // Transposing sorts the rows: an undirected network is its own transpose, a directed one is turned twice.
  let arcs = transpose(n, scatter(edges));
  if (directed) arcs = transpose(n, arcs);
  mergeDuplicates(n, arcs);
  return {
    n,
    directed,
    ...arcs,
    tribes: edges.tribes ?? new Uint32Array(n),
    tribeCount: edges.tribeCount ?? (n === 0 ? 0 : 1),
  };
}

/** The same network with people renumbered: person `order[i]` becomes person i. `order` is a permutation of 0 … n - 1. */
export function relabel(network: Network, order: Uint32Array): Network {
  const { n, directed, offsets, targets, strengths, layers } = network;
  const position = new Uint32Array(n);
  for (let i = 0; i < n; i++) position[order[i]] = i;
  const moved = emptyArcs(n, targets.length);
  const tribes = new Uint32Array(n);
  let next = 0;
  for (let i = 0; i < n; i++) {
    const person = order[i];
    tribes[i] = network.tribes[person];
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      moved.targets[next] = position[targets[arc]];
      moved.strengths[next] = strengths[arc];
      moved.layers[next] = layers[arc];
      next++;
    }
    moved.offsets[i + 1] = next;
  }
  let arcs = transpose(n, moved);
  if (directed) arcs = transpose(n, arcs);
  return { n, directed, ...arcs, tribes, tribeCount: network.tribeCount };
}

/** The network with every arc turned round. An undirected network is returned as it is. */
export function reverse(network: Network): Network {
  return network.directed ? { ...network, ...transpose(network.n, network) } : network;
}

/** The undirected network in which two people are tied if an arc joins them in either direction; the stronger arc counts. */
export function symmetrise(network: Network): Network {
  if (!network.directed) return network;
  const { n, offsets, targets, strengths, layers, tribes, tribeCount } = network;
  const sources = new Uint32Array(targets.length);
  for (let i = 0; i < n; i++) sources.fill(i, offsets[i], offsets[i + 1]);
  return buildNetwork({ n, directed: false, sources, targets, strengths, layers, tribes, tribeCount });
}

function emptyArcs(n: number, count: number): Arcs {
  return {
    offsets: new Uint32Array(n + 1),
    targets: new Uint32Array(count),
    strengths: new Float32Array(count),
    layers: new Uint8Array(count),
  };
}

/** Turns counts per row, standing one place to the right, into offsets. */
function accumulate(offsets: Uint32Array): void {
  for (let i = 1; i < offsets.length; i++) offsets[i] += offsets[i - 1];
}

/** Rows by source in the order of the edges; an undirected edge goes into both rows, a self-loop into none. */
function scatter({ n, directed, sources, targets, count = sources.length, strengths, layers }: EdgeArrays): Arcs {
  const offsets = new Uint32Array(n + 1);
  for (let e = 0; e < count; e++) {
    if (sources[e] === targets[e]) continue;
    offsets[sources[e] + 1]++;
    if (!directed) offsets[targets[e] + 1]++;
  }
  accumulate(offsets);
  const arcs = { ...emptyArcs(0, offsets[n]), offsets };
  const next = offsets.slice();
  for (let e = 0; e < count; e++) {
    const i = sources[e];
    const j = targets[e];
    if (i === j) continue;
    const strength = strengths === undefined ? 1 : strengths[e];
    const layer = layers === undefined ? SOCIAL : layers[e];
    const out = next[i]++;
    arcs.targets[out] = j;
    arcs.strengths[out] = strength;
    arcs.layers[out] = layer;
    if (directed) continue;
    const back = next[j]++;
    arcs.targets[back] = i;
    arcs.strengths[back] = strength;
    arcs.layers[back] = layer;
  }
  return arcs;
}

/** All arcs turned round. Sources are visited in ascending order, so every new row is ascending. */
function transpose(n: number, arcs: Readonly<Arcs>): Arcs {
  const { offsets, targets, strengths, layers } = arcs;
  const turned = emptyArcs(n, targets.length);
  for (let arc = 0; arc < targets.length; arc++) turned.offsets[targets[arc] + 1]++;
  accumulate(turned.offsets);
  const next = turned.offsets.slice();
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const place = next[targets[arc]]++;
      turned.targets[place] = i;
      turned.strengths[place] = strengths[arc];
      turned.layers[place] = layers[arc];
    }
  }
  return turned;
}

/** Merges equal neighbours of ascending rows in place; copies only when there were any, so that no spare memory is kept. */
function mergeDuplicates(n: number, arcs: Arcs): void {
  const { offsets, targets, strengths, layers } = arcs;
  let kept = 0;
  let begin = 0;
  for (let i = 0; i < n; i++) {
    const end = offsets[i + 1];
    const row = kept;
    for (let arc = begin; arc < end; arc++) {
      const last = kept - 1;
      if (last >= row && targets[last] === targets[arc]) {
        if (strengths[arc] > strengths[last] || (strengths[arc] === strengths[last] && layers[arc] < layers[last])) {
          strengths[last] = strengths[arc];
          layers[last] = layers[arc];
        }
        continue;
      }
      targets[kept] = targets[arc];
      strengths[kept] = strengths[arc];
      layers[kept] = layers[arc];
      kept++;
    }
    begin = end;
    offsets[i + 1] = kept;
  }
  if (kept === targets.length) return;
  arcs.targets = targets.slice(0, kept);
  arcs.strengths = strengths.slice(0, kept);
  arcs.layers = layers.slice(0, kept);
}
