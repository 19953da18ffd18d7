/**
 * One linear memory for a world: sized from a table of fields before the first week, never grown during a run, reused for later runs.
 * A WebAssembly.Memory, so that a hot kernel could move to WebAssembly without moving data.
 */
type Constructor =
  | Float32ArrayConstructor
  | Float64ArrayConstructor
  | Uint32ArrayConstructor
  | Uint16ArrayConstructor
  | Uint8ArrayConstructor
  | Int8ArrayConstructor;

export type Field = readonly [type: Constructor, length: number];
export type FieldTable = Readonly<Record<string, Field>>;
export type Views<T extends FieldTable> = { readonly [K in keyof T]: InstanceType<T[K][0]> };

interface LinearMemory {
  readonly buffer: ArrayBuffer;
}
declare const WebAssembly: { Memory: new (limits: { initial: number; maximum: number }) => LinearMemory };

const PAGE = 65536;
const LINE = 64;
const MEBIBYTE = 1048576;

/** Bytes that a table needs, each field starting on a cache line. */
function bytesOf(table: FieldTable): number {
  let bytes = 0;
  for (const [type, length] of Object.values(table)) bytes += Math.ceil((type.BYTES_PER_ELEMENT * length) / LINE) * LINE;
  return bytes;
}

export class Memory {
  readonly #most: number;
  #memory: LinearMemory | null = null;
  #latest: unknown = null;

  /** @param most bytes that a world may take */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /**
   * Keeps the latest world until the next one stands. An engine that finds no object of some shape alive forgets the shape, and with it all
   * code it compiled for it: between two runs that would cost as much as a run.
   */
  hold(world: unknown): void {
    this.#latest = world;
  }

  /** The world that was built last, or null. */
  get latest(): unknown {
    return this.#latest;
  }

  /** Zeroed views for every field, over memory that earlier runs may have used. @throws RangeError, before it takes anything, when that is too much */
  layOut<const T extends FieldTable>(table: T): Views<T> {
    const bytes = bytesOf(table);
    if (bytes > this.#most) {
      const megabytes = (size: number): number => Math.ceil(size / MEBIBYTE);
      throw new RangeError(`a world of this size takes ${megabytes(bytes)} MB, and a worker may have ${megabytes(this.#most)} MB`);
    }
    if (this.#memory === null || this.#memory.buffer.byteLength < bytes) {
      const pages = Math.ceil(bytes / PAGE);
      this.#memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    } else {
      new Uint8Array(this.#memory.buffer, 0, bytes).fill(0);
    }
    const views: Record<string, InstanceType<Constructor>> = {};
    let at = 0;
    for (const [name, [Type, length]] of Object.entries(table)) {
      views[name] = new Type(this.#memory.buffer, at, length);
      at += Math.ceil((Type.BYTES_PER_ELEMENT * length) / LINE) * LINE;
    }
    return views as Views<T>;
  }
}
