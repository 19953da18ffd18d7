import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../../sim/network/io/network-file.ts';
import { textPieces } from '../../../sim/network/io/network-file.ts';
import { readNetwork } from '../../../sim/network/io/read-network.ts';

async function textOf(content: Content): Promise<string> {
  let text = '';
  for await (const piece of textPieces({ name: 'x', content }, [])) text += piece;
  return text;
}

const TEXT = 'ann,bób\n日本,🙂\n';
const utf16 = (text: string, swapped: boolean) => {
  const bytes = [...`\ufeff${text}`].flatMap((mark) =>
    [...mark].flatMap((part) => Array.from({ length: part.length }, (_, i) => part.charCodeAt(i))),
  );
  return Uint8Array.from(bytes.flatMap((unit) => (swapped ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};

describe('textPieces', () => {
  const bytes = new TextEncoder().encode(TEXT);
  const sources: Record<string, () => Content> = {
    'a string': () => TEXT,
    bytes: () => bytes,
    'bytes with a byte-order mark': () => new TextEncoder().encode(`\ufeff${TEXT}`),
    'UTF-16, little end first': () => utf16(TEXT, false),
    'UTF-16, big end first': () => utf16(TEXT, true),
    'a list of pieces': () => [bytes.subarray(0, 5), bytes.subarray(5)],
    'a stream of Node': () => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]),
    'the stream of a Blob': () => new Blob([bytes]).stream(),
    'a stream that can only be read by its reader': () => {
      const stream = new Blob([bytes]).stream();
      return { getReader: () => stream.getReader() };
    },
  };
  for (const [name, source] of Object.entries(sources)) {
    it(`takes ${name}`, async () => {
      expect(await textOf(source())).toBe(TEXT);
    });
  }

  it('finds UTF-16 without its mark', async () => {
    for (const swapped of [false, true]) expect(await textOf(utf16('ann,bób\n', swapped).subarray(2))).toBe('ann,bób\n');
  });

  it('reads Windows-1252, however it is cut into pieces, where the first letter beyond ASCII is not UTF-8', async () => {
    // The bytes 80 to 9F as the WHATWG's encoding standard lists them.
    const table = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
    const bytes = Uint8Array.from([...Array(100).fill(0x61), 0xe9, 0x20, ...Array.from(table, (_, i) => 0x80 + i), 0xff, 0x0a]);
    const expected = `${'a'.repeat(100)}é ${table}ÿ\n`;
    for (const length of [1, 2, 3, 50, 101, 102, 1000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) => bytes.subarray(i * length, (i + 1) * length));
      const warnings: string[] = [];
      let text = '';
      for await (const piece of textPieces({ name: 'x', content: pieces }, warnings)) text += piece;
      expect(text).toBe(expected);
      expect(warnings).toHaveLength(1);
    }
  });

  it('joins characters that are cut between pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.array(fc.integer({ min: 1, max: 5 })), async (text, lengths) => {
        fc.pre(!text.includes('\0') && !text.startsWith('PK\u0003\u0004'));
        const whole = new TextEncoder().encode(text);
        const pieces: Uint8Array[] = [];
        let at = 0;
        for (const length of [...lengths, whole.length]) {
          pieces.push(whole.subarray(at, at + length));
          at += length;
        }
        expect(await textOf(pieces)).toBe(text.replace(/^\ufeff/, ''));
      }),
    );
  });

  it('keeps pieces small however large the file, and the reader keeps up', async () => {
    const lines = (function* () {
      yield 'source,target\n';
      for (let i = 0; i < 200_000; i++) yield `person ${i % 1000},person ${(i * 7 + 1) % 1000}\n`;
    })();
    const imported = await readNetwork({ name: 'x.csv', content: lines });
    expect(imported.network.n).toBe(1000);
  });
});
