/** Words in rows of one width, of which nobody knows beforehand how many there will be. */
export class WordList {
  readonly #width: number;
  readonly #most: number;
  #words: Uint32Array;
  #length = 0;
  /** Rows that found no room. */
  lost = 0;

  /** @param most rows kept at most; what comes after is counted in `lost` */
  constructor(width: number, most: number) {
    this.#width = width;
    this.#most = most;
    this.#words = new Uint32Array(width * Math.min(most, 256));
  }

  get rows(): number {
    return this.#length / this.#width;
  }

  /** @returns whether there was room */
  push(...row: readonly number[]): boolean {
    if (this.rows >= this.#most) {
      this.lost++;
      return false;
    }
    if (this.#length + this.#width > this.#words.length) {
      const larger = new Uint32Array(this.#words.length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words.set(row, this.#length);
    this.#length += this.#width;
    return true;
  }

  /** Everything so far, in memory of its own. */
  words(): Uint32Array {
    return this.#words.slice(0, this.#length);
  }
}
