import { SCENARIO_LIMITS } from '../../sim/scenario/index.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORD = 'swaylab';
const HEAD = 8;

/** A PNG with a text in a chunk of its own: iTXt, uncompressed, in front of the end (PNG specification, third edition, 11.3.3.4). */
export function withPngContent(png: Uint8Array, content: string): Uint8Array<ArrayBuffer> {
  // Keyword, 0, not compressed, no method, no language 0, no translation 0, text.
  const body = new TextEncoder().encode(`iTXt${KEYWORD}\0\0\0\0\0${content}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(4 + body.length, crc(body));
  const end = endOf(png);
  const made = new Uint8Array(png.length + chunk.length);
  made.set(png.subarray(0, end));
  made.set(chunk, end);
  made.set(png.subarray(end), end + chunk.length);
  return made;
}

/** The text that this program put into a PNG; null where there is none, or what should be a PNG is damaged. */
export function pngContent(png: Uint8Array): string | null {
  for (const { type, start, length } of chunksOf(png)) {
    if (type !== 'iTXt' || length > 4 * SCENARIO_LIMITS.bytes) continue;
    const bytes = png.subarray(start, start + length);
    const prefix = new TextEncoder().encode(`${KEYWORD}\0\0\0\0\0`);
    if (prefix.every((byte, at) => bytes[at] === byte)) return new TextDecoder().decode(bytes.subarray(prefix.length));
  }
  return null;
}

/** Whether a file begins as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

function endOf(png: Uint8Array): number {
  for (const { type, start } of chunksOf(png)) if (type === 'IEND') return start - HEAD;
  throw new RangeError('a PNG without an end');
}

function* chunksOf(png: Uint8Array): Generator<{ type: string; start: number; length: number }> {
  if (!isPng(png)) return;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let at = SIGNATURE.length;
  while (at + HEAD + 4 <= png.length) {
    const length = view.getUint32(at);
    if (at + HEAD + length + 4 > png.length) return;
    yield { type: String.fromCharCode(...png.subarray(at + 4, at + HEAD)), start: at + HEAD, length };
    at += HEAD + length + 4;
  }
}

/** CRC-32 as in PNG (ISO 3309). */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
