import type { Network } from '../network/network.ts';

/** The other influences me; I influence the other. Both on an undirected tie. */
export const HEARS = 1;
export const TELLS = 2;
/** Mark of a slot over which its owner talked this week. */
export const SPOKEN = 4;
const EMPTY = 0xffffffff;

/**
 * Ties as they change: person i owns slots `start[i] … start[i + 1] - 1`, the first `used[i]` of them taken. Each tie stands in the
 * slots of both endpoints, `mate` links the two. Capacity bounds everyone's ties.
 */
export interface Ties {
  readonly start: Uint32Array;
  readonly used: Uint32Array;
  readonly partner: Uint32Array;
  readonly mate: Uint32Array;
  readonly strength: Float32Array;
  readonly way: Uint8Array;
  /** Every tie once, by one of its slots, in `list[0 … count - 1]`; `place` leads from that slot back into the list. */
  readonly list: Uint32Array;
  /** Summed strength of everyone's ties that hear, and of those that tell; kept as ties change. */
  readonly hearing: Float64Array;
  readonly telling: Float64Array;
  readonly place: Uint32Array;
  /** Number of ties now, and at the start. */
  count: number;
  initial: number;
}

/** Slots needed: every partner once, times `slack` (1 fixed ties, 2 changing ones). */
export function slotsFor(network: Network, slack: number): { degrees: Uint32Array; slots: number } {
  const degrees = new Uint32Array(network.n);
  forEachPair(network, (a, b) => {
    degrees[a]++;
    degrees[b]++;
  });
  let slots = 0;
  for (let i = 0; i < network.n; i++) slots += Math.max(1, degrees[i]) * slack;
  return { degrees, slots };
}

/** Visits every pair of tied people once, a < b, with what the arcs in both directions say. */
function forEachPair(network: Network, visit: (a: number, b: number, aTellsB: boolean, bTellsA: boolean, strength: number) => void): void {
  const { n, offsets, targets, strengths, directed } = network;
  if (!directed) {
    for (let i = 0; i < n; i++) {
      for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
        if (targets[arc] > i) visit(i, targets[arc], true, true, strengths[arc]);
      }
    }
    return;
  }
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const j = targets[arc];
      const back = findArc(network, j, i);
      if (back >= 0 && j < i) continue;
      const strength = back >= 0 ? Math.max(strengths[arc], strengths[back]) : strengths[arc];
      if (i < j) visit(i, j, true, back >= 0, strength);
      else visit(j, i, false, true, strength);
    }
  }
}

function findArc(network: Network, from: number, to: number): number {
  let low = network.offsets[from];
  let high = network.offsets[from + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const target = network.targets[middle];
    if (target === to) return middle;
    if (target < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Fills the slots from a network. */
export function loadTies(ties: Ties, network: Network, degrees: Uint32Array, slack: number): void {
  let at = 0;
  for (let i = 0; i < network.n; i++) {
    ties.start[i] = at;
    ties.used[i] = 0;
    at += Math.max(1, degrees[i]) * slack;
  }
  ties.start[network.n] = at;
  ties.partner.fill(EMPTY);
  ties.count = 0;
  forEachPair(network, (a, b, aTellsB, bTellsA, strength) => {
    addTie(ties, a, b, strength, (aTellsB ? TELLS : 0) | (bTellsA ? HEARS : 0));
  });
  ties.initial = ties.count;
}

export function hasRoom(ties: Ties, person: number): boolean {
  return ties.start[person] + ties.used[person] < ties.start[person + 1];
}

export function areTied(ties: Ties, a: number, b: number): boolean {
  const first = ties.used[a] <= ties.used[b] ? a : b;
  const other = first === a ? b : a;
  const start = ties.start[first];
  const end = start + ties.used[first];
  for (let slot = start; slot < end; slot++) if (ties.partner[slot] === other) return true;
  return false;
}

/** Ties a and b; `way` is seen from a. The caller has checked room. */
export function addTie(ties: Ties, a: number, b: number, strength: number, way: number): void {
  const slotA = ties.start[a] + ties.used[a]++;
  const slotB = ties.start[b] + ties.used[b]++;
  ties.partner[slotA] = b;
  ties.partner[slotB] = a;
  ties.mate[slotA] = slotB;
  ties.mate[slotB] = slotA;
  ties.strength[slotA] = strength;
  ties.strength[slotB] = strength;
  ties.way[slotA] = way;
  ties.way[slotB] = ((way & HEARS) << 1) | ((way & TELLS) >> 1);
  weigh(ties, a, slotA, strength);
  weigh(ties, b, slotB, strength);
  const slot = a < b ? slotA : slotB;
  ties.place[slot] = ties.count;
  ties.list[ties.count++] = slot;
}

/** Ends the tie at a position of the list; the last one takes its place there. */
export function removeTie(ties: Ties, position: number): void {
  const slot = ties.list[position];
  const mate = ties.mate[slot];
  const other = ties.partner[slot];
  const owner = ties.partner[mate];
  const last = ties.list[--ties.count];
  ties.list[position] = last;
  ties.place[last] = position;
  weigh(ties, owner, slot, -ties.strength[slot]);
  weigh(ties, other, mate, -ties.strength[mate]);
  vacate(ties, owner, slot);
  vacate(ties, other, mate);
}

/** Gives the tie over a slot, and its mate, another strength. */
export function setStrength(ties: Ties, slot: number, strength: number): void {
  const mate = ties.mate[slot];
  weigh(ties, ties.partner[mate], slot, strength - ties.strength[slot]);
  weigh(ties, ties.partner[slot], mate, strength - ties.strength[mate]);
  ties.strength[slot] = strength;
  ties.strength[mate] = strength;
}

function weigh(ties: Ties, owner: number, slot: number, change: number): void {
  if ((ties.way[slot] & HEARS) !== 0) ties.hearing[owner] += change;
  if ((ties.way[slot] & TELLS) !== 0) ties.telling[owner] += change;
}

/** Frees one slot by moving the owner's last one into it. */
function vacate(ties: Ties, owner: number, slot: number): void {
  const last = ties.start[owner] + --ties.used[owner];
  if (slot !== last) {
    ties.partner[slot] = ties.partner[last];
    ties.strength[slot] = ties.strength[last];
    ties.way[slot] = ties.way[last];
    ties.mate[slot] = ties.mate[last];
    ties.mate[ties.mate[slot]] = slot;
    // Only the slot of the smaller endpoint stands in the list.
    if (owner < ties.partner[slot]) {
      ties.place[slot] = ties.place[last];
      ties.list[ties.place[slot]] = slot;
    }
  }
  ties.partner[last] = EMPTY;
}

/** Total strength of the ties that go one way; 0 for someone without any. */
export function strengthOf(ties: Ties, person: number, way: number): number {
  if (ties.used[person] === 0) return 0;
  const total = way === HEARS ? ties.hearing[person] : ties.telling[person];
  // Sums that came down to rounding errors are nothing.
  return total > 1e-6 ? total : 0;
}

/** The slot that a uniform u picks with probability proportional to strength, or -1 when there is none. */
export function pickSlot(ties: Ties, person: number, way: number, total: number, u: number): number {
  let left = u * total;
  let picked = -1;
  const start = ties.start[person];
  const end = start + ties.used[person];
  for (let slot = start; slot < end; slot++) {
    if ((ties.way[slot] & way) === 0) continue;
    picked = slot;
    left -= ties.strength[slot];
    if (left < 0) break;
  }
  return picked;
}

/** Whether two tied people share an acquaintance: an embedded tie rather than a bridge. `marks` is scratch of n words, `stamp` fresh. */
export function isEmbedded(ties: Ties, a: number, b: number, marks: Uint32Array, stamp: number): boolean {
  const startA = ties.start[a];
  for (let slot = startA; slot < startA + ties.used[a]; slot++) marks[ties.partner[slot]] = stamp;
  const startB = ties.start[b];
  for (let slot = startB; slot < startB + ties.used[b]; slot++) if (marks[ties.partner[slot]] === stamp) return true;
  return false;
}
