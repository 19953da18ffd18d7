import { InputError } from '../../parameter/index.ts';

/** What the bytes 128 to 159 mean in Windows-1252; the five it leaves open stand for themselves, as browsers read them. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes that settle whether text is UTF-8: no character takes more. */
const LONGEST_CHARACTER = 4;

/**
 * Bytes to text, pushed in piece by piece, without a byte-order mark. UTF-16 by its mark or by the zero bytes of its first letters; else UTF-8;
 * else, where the first letter beyond ASCII is none in UTF-8, Windows-1252 (with Latin-1 in it), in which spreadsheets save, with a warning.
 * Throws an InputError for compressed files, and for bytes that the encoding so found does not have.
 */
export class ByteDecoder {
  readonly #file: string;
  readonly #warnings: string[];
  #decode: ((bytes: Uint8Array, last: boolean) => string) | null = null;
  /** Bytes that came while the encoding was open. */
  #held: Uint8Array = new Uint8Array(0);
  #begun = false;

  constructor(file: string, warnings: string[]) {
    this.#file = file;
    this.#warnings = warnings;
  }

  decode(bytes: Uint8Array): string {
    return this.#next(bytes, false);
  }

  end(): string {
    return this.#next(new Uint8Array(0), true);
  }

  #next(bytes: Uint8Array, last: boolean): string {
    if (this.#decode !== null) return this.#decode(bytes, last);
    const held = this.#held.length === 0 ? bytes : joined(this.#held, bytes);
    this.#held = held;
    if (held.length < LONGEST_CHARACTER && !last) return '';
    if (!this.#begun) this.#decode = this.#byHead(held);
    if (this.#decode !== null) return this.#decode(held, last);
    const foreign = firstForeign(held);
    if (!last && foreign + LONGEST_CHARACTER > held.length) {
      this.#held = held.slice(foreign);
      this.#begun ||= foreign > 0;
      return new TextDecoder().decode(held.subarray(0, foreign));
    }
    this.#decode = foreign === held.length || isUtf8(held, foreign) ? this.#strict('utf-8') : this.#windows();
    return this.#decode(held, last);
  }

  /** By the first bytes: null where they leave it open. */
  #byHead(head: Uint8Array): ((bytes: Uint8Array, last: boolean) => string) | null {
    const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
    if (starts(0x1f, 0x8b) || starts(0x50, 0x4b, 3, 4) || starts(0x28, 0xb5, 0x2f, 0xfd)) {
      throw this.#refusal('a compressed file or a spreadsheet', 'plain text: unpack it, or save it as CSV, first');
    }
    const letters = (first: number) => [0, 1, 2, 3].every((i) => head.length > i && (head[i] === 0) === (i % 2 !== first));
    if (starts(0xff, 0xfe) || letters(0)) return this.#strict('utf-16le');
    if (starts(0xfe, 0xff) || letters(1)) return this.#strict('utf-16be');
    return null;
  }

  #strict(encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): (bytes: Uint8Array, last: boolean) => string {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: this.#begun });
    return (bytes, last) => {
      try {
        return decoder.decode(bytes, { stream: !last });
      } catch {
        const name = encoding.toUpperCase();
        throw this.#refusal(`bytes that are not ${name}, in a text that is up to there`, `one encoding throughout: UTF-8 is best`);
      }
    };
  }

  #windows(): (bytes: Uint8Array, last: boolean) => string {
    this.#warnings.push(`${this.#file} is not UTF-8: read as Windows-1252. If names look odd, save it as UTF-8.`);
    return windows1252;
  }

  #refusal(found: string, allowed: string): InputError {
    const file = this.#file;
    return new InputError(`${file}: found ${found}; expected ${allowed}.`, { file, path: 'file', found, allowed });
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Where the first byte beyond ASCII stands; the length where there is none. */
function firstForeign(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && bytes[at] < 128) at++;
  return at;
}

/** Whether a character of UTF-8 stands at a place whose byte is beyond ASCII. */
function isUtf8(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at];
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at, at + length));
    return true;
  } catch {
    return false;
  }
}

/** By our own table: engines disagree on the bytes 128 to 159. */
function windows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes);
  for (let i = 0; i < units.length; i++) if (units[i] > 127 && units[i] < 160) units[i] = WINDOWS_1252.charCodeAt(units[i] - 128);
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
}
