import type { Network } from '../network/network.ts';

/** The other influences me; I influence the other. Both on an undirected tie. */
export const HEARS = 1;
export const TELLS = 2;
/** Mark of a slot over which its owner talked this week. */
export const SPOKEN = 4;
const MARK_BITS = 3;

/** Words of a slot: partner and marks in one, strength in the other. They are read together, so they lie together. */
const WORDS = 2;

/**
 * Ties as they change: person i owns slots `start[i] … start[i + 1] - 1`, the first `used[i]` of them taken. Each tie stands in a slot of
 * both endpoints, with the same strength. Capacity bounds everyone's ties.
 */
export interface Ties {
  readonly start: Uint32Array;
  readonly used: Uint32Array;
  /** Slots, two words each; `strengths` is the same memory read as floats. */
  readonly slots: Uint32Array;
  readonly strengths: Float32Array;
  /** Number of ties now, and at the start. */
  count: number;
  initial: number;
}

/** Ties over zeroed memory: `slots` holds two words for each slot. */
export function newTies({ start, used, slots }: Pick<Ties, 'start' | 'used' | 'slots'>): Ties {
  const strengths = new Float32Array(slots.buffer, slots.byteOffset, slots.length);
  return { start, used, slots, strengths, count: 0, initial: 0 };
}

/** Who is at the other end. */
export function partnerAt(ties: Ties, slot: number): number {
  return ties.slots[slot * WORDS] >>> MARK_BITS;
}

export function strengthAt(ties: Ties, slot: number): number {
  return ties.strengths[slot * WORDS + 1];
}

/** Whether a slot bears a mark: HEARS, TELLS or SPOKEN. */
export function isMarked(ties: Ties, slot: number, mark: number): boolean {
  return (ties.slots[slot * WORDS] & mark) !== 0;
}

export function markSpoken(ties: Ties, slot: number): void {
  ties.slots[slot * WORDS] |= SPOKEN;
}

export function unmarkSpoken(ties: Ties, slot: number): void {
  ties.slots[slot * WORDS] &= ~SPOKEN;
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
  ties.count = 0;
  forEachPair(network, (a, b, aTellsB, bTellsA, strength) => {
    addTie(ties, a, b, strength, (aTellsB ? TELLS : 0) | (bTellsA ? HEARS : 0));
  });
  ties.initial = ties.count;
}

export function hasRoom(ties: Ties, person: number): boolean {
  return ties.start[person] + ties.used[person] < ties.start[person + 1];
}

/** Looks through the ties of `person`; of two people, give the one whose ties were just read. */
export function areTied(ties: Ties, person: number, other: number): boolean {
  return slotOf(ties, person, other) >= 0;
}

/** The slot in which a person is tied to another, or -1. */
function slotOf(ties: Ties, person: number, other: number): number {
  const { slots } = ties;
  const start = ties.start[person];
  const end = start + ties.used[person];
  for (let slot = start; slot < end; slot++) if (slots[slot * WORDS] >>> MARK_BITS === other) return slot;
  return -1;
}

/** Ties a and b; `way` is seen from a. The caller has checked room. */
export function addTie(ties: Ties, a: number, b: number, strength: number, way: number): void {
  occupy(ties, a, b, strength, way);
  occupy(ties, b, a, strength, ((way & HEARS) << 1) | ((way & TELLS) >> 1));
  ties.count++;
}

function occupy(ties: Ties, owner: number, partner: number, strength: number, way: number): void {
  const slot = ties.start[owner] + ties.used[owner]++;
  ties.slots[slot * WORDS] = (partner << MARK_BITS) | way;
  ties.strengths[slot * WORDS + 1] = strength;
}

/** Ends the tie in a slot of `owner`, whose last slot takes its place. */
export function removeTie(ties: Ties, owner: number, slot: number): void {
  const other = partnerAt(ties, slot);
  vacate(ties, other, slotOf(ties, other, owner));
  vacate(ties, owner, slot);
  ties.count--;
}

/** Frees one slot by moving the owner's last one into it. */
function vacate({ start, used, slots }: Ties, owner: number, slot: number): void {
  const last = (start[owner] + --used[owner]) * WORDS;
  slots[slot * WORDS] = slots[last];
  slots[slot * WORDS + 1] = slots[last + 1];
}

/** Gives the tie in a slot of `owner` another strength, at both ends. */
export function setStrength(ties: Ties, owner: number, slot: number, strength: number): void {
  ties.strengths[slot * WORDS + 1] = strength;
  ties.strengths[slotOf(ties, partnerAt(ties, slot), owner) * WORDS + 1] = strength;
}

/** Summed strength of a person's ties that go one way. */
export function totalStrength({ start, used, slots, strengths }: Ties, person: number, way: number): number {
  const from = start[person] * WORDS;
  const end = from + used[person] * WORDS;
  let total = 0;
  for (let word = from; word < end; word += WORDS) if ((slots[word] & way) !== 0) total += strengths[word + 1];
  return total;
}

/**
 * The slot in which the running sum of strength, over a person's ties that go one way, passes `mark`; -1 when there is no such tie. A mark
 * drawn evenly from [0, total) picks a tie in proportion to its strength. Rounding never picks a tie that is not there: the last one stays.
 */
export function slotAtStrength({ start, used, slots, strengths }: Ties, person: number, way: number, mark: number): number {
  const from = start[person] * WORDS;
  const end = from + used[person] * WORDS;
  let left = mark;
  let picked = -1;
  for (let word = from; word < end && left >= 0; word += WORDS) {
    if ((slots[word] & way) === 0) continue;
    picked = word;
    left -= strengths[word + 1];
  }
  return picked < 0 ? -1 : picked / WORDS;
}

/** Whether two tied people share an acquaintance: an embedded tie rather than a bridge. `marks` is scratch of n words, `stamp` fresh. */
export function isEmbedded(ties: Ties, a: number, b: number, marks: Uint32Array, stamp: number): boolean {
  const { slots } = ties;
  const startA = ties.start[a];
  const endA = startA + ties.used[a];
  for (let slot = startA; slot < endA; slot++) marks[slots[slot * WORDS] >>> MARK_BITS] = stamp;
  const startB = ties.start[b];
  const endB = startB + ties.used[b];
  for (let slot = startB; slot < endB; slot++) if (marks[slots[slot * WORDS] >>> MARK_BITS] === stamp) return true;
  return false;
}
