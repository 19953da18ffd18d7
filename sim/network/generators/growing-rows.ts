/** Lists of people that grow, one a person, in one flat pool: a full row moves to the pool's end with twice the room. */
export class GrowingRows {
  private pool: Uint32Array;
  private used: number;
  private readonly starts: Uint32Array;
  private readonly lengths: Uint32Array;
  private readonly rooms: Uint32Array;

  /** `rows` lists with room for `room` entries each; `expected` entries of the pool are reserved. */
  constructor(rows: number, room: number, expected: number) {
    this.pool = new Uint32Array(Math.max(rows * room, Math.ceil(expected)));
    this.used = rows * room;
    this.starts = new Uint32Array(rows);
    this.lengths = new Uint32Array(rows);
    this.rooms = new Uint32Array(rows).fill(room);
    for (let row = 0; row < rows; row++) this.starts[row] = row * room;
  }

  length(row: number): number {
    return this.lengths[row];
  }

  at(row: number, index: number): number {
    return this.pool[this.starts[row] + index];
  }

  push(row: number, value: number): void {
    if (this.lengths[row] === this.rooms[row]) this.move(row);
    this.pool[this.starts[row] + this.lengths[row]++] = value;
  }

  private move(row: number): void {
    const room = 2 * this.rooms[row];
    if (this.used + room > this.pool.length) {
      const larger = new Uint32Array(Math.ceil((this.used + room) * 1.5));
      larger.set(this.pool);
      this.pool = larger;
    }
    this.pool.copyWithin(this.used, this.starts[row], this.starts[row] + this.lengths[row]);
    this.starts[row] = this.used;
    this.rooms[row] = room;
    this.used += room;
  }
}
