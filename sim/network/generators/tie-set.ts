const EMPTY = -1;

/** A set of undirected ties: open addressing with linear probing over one flat array of 8 bytes a slot. */
export class TieSet {
  private readonly n: number;
  private slots: Float64Array;
  private mask: number;
  private size = 0;

  /** For ties among `n` people, with room for `expected` of them before it grows. */
  constructor(n: number, expected: number) {
    this.n = n;
    let room = 16;
    while (room * 0.7 < expected) room *= 2;
    this.slots = new Float64Array(room).fill(EMPTY);
    this.mask = room - 1;
  }

  has(i: number, j: number): boolean {
    return this.slots[this.find(this.keyOf(i, j))] !== EMPTY;
  }

  /** Adds a tie; false if it was there already. */
  add(i: number, j: number): boolean {
    const key = this.keyOf(i, j);
    const at = this.find(key);
    if (this.slots[at] !== EMPTY) return false;
    this.slots[at] = key;
    this.size++;
    if (this.size > this.slots.length * 0.75) this.grow();
    return true;
  }

  /** Removes a tie, if it is there, and closes the gap, so that no tombstones slow later probes. */
  delete(i: number, j: number): void {
    let gap = this.find(this.keyOf(i, j));
    if (this.slots[gap] === EMPTY) return;
    this.size--;
    for (let at = (gap + 1) & this.mask; this.slots[at] !== EMPTY; at = (at + 1) & this.mask) {
      const home = this.home(this.slots[at]);
      // The entry may move into the gap unless its home lies behind the gap, cyclically.
      if (((at - home) & this.mask) >= ((at - gap) & this.mask)) {
        this.slots[gap] = this.slots[at];
        gap = at;
      }
    }
    this.slots[gap] = EMPTY;
  }

  private keyOf(i: number, j: number): number {
    return i < j ? i * this.n + j : j * this.n + i;
  }

  private home(key: number): number {
    const high = Math.floor(key / 4294967296);
    let hash = Math.imul((key - high * 4294967296) | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) & this.mask;
  }

  /** The slot that holds the key, or the empty one where it belongs. */
  private find(key: number): number {
    let at = this.home(key);
    while (this.slots[at] !== EMPTY && this.slots[at] !== key) at = (at + 1) & this.mask;
    return at;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Float64Array(old.length * 2).fill(EMPTY);
    this.mask = this.slots.length - 1;
    for (const key of old) if (key !== EMPTY) this.slots[this.find(key)] = key;
  }
}
