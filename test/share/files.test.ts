import { readdirSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drawing, toSvg } from '../../sim/chart/index.ts';
import { settleScenario } from '../../sim/cli/settle-scenario.ts';
import { parseScenario } from '../../sim/scenario/index.ts';
import { minimalDraft } from '../../ui/data/minimal-draft.ts';
import { commandLine, type Shipped } from '../../ui/share/command-line.ts';
import { pngContent, withPngContent } from '../../ui/share/png-content.ts';
import { fileStem } from '../../ui/share/save-file.ts';
import { svgContent, withSvgContent } from '../../ui/share/svg-content.ts';
import type { Draft } from '../../ui/state/app-state.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const shipped: readonly Shipped[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const { $schema: _, ...draft } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Draft;
    return { id: name.slice(0, -'.json'.length), draft };
  });
const preset = (id: string): Draft => shipped.find((each) => each.id === id)?.draft as Draft;

describe('what a picture carries', () => {
  const drawing: Drawing = { width: 20, height: 10, title: 'a < b', description: 'c & d', marks: [] };

  it('comes back out of an SVG, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const svg = withSvgContent(toSvg(drawing), text);
        expect(svgContent(svg)).toBe(text);
        expect(svg.match(/<metadata/g)).toHaveLength(1);
      }),
    );
    expect(svgContent(toSvg(drawing))).toBeNull();
  });

  it('comes back out of a PNG, whatever it is', () => {
    const png = smallPng();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(pngContent(withPngContent(png, text))).toBe(text);
      }),
    );
    expect(pngContent(png)).toBeNull();
  });

  it('has the check sum that the format asks for', () => {
    // The end chunk's own check sum is known: AE 42 60 82.
    const made = withPngContent(smallPng(), '');
    const at = made.length - 12 - 4;
    const body = made.subarray(made.length - 12 - 4 - 16, at);
    expect(new TextDecoder().decode(body.subarray(0, 4))).toBe('iTXt');
    expect(new DataView(made.buffer).getUint32(at)).toBe(crc32(body));
    expect([...made.subarray(-4)]).toEqual([0xae, 0x42, 0x60, 0x82]);
  });

  it('is not found in what is damaged, and reading it does not fail', () => {
    const png = withPngContent(smallPng(), 'something');
    fc.assert(
      fc.property(fc.nat(png.length), fc.uint8Array({ maxLength: 30 }), (length, noise) => {
        const damaged = Uint8Array.of(...png.subarray(0, length), ...noise);
        const found = pngContent(damaged);
        expect(found === null || found.length < 60).toBe(true);
      }),
    );
  });
});

describe('the command line that computes the same', () => {
  it.each(shipped.map(({ id }) => [id]))('names the shipped scenario %s', (id) => {
    const { command, file } = commandLine(preset(id), shipped, 'mine.json');
    expect(file).toBeNull();
    expect(command).toBe(id === 'default' ? 'swaylab compare' : `swaylab compare ${id}`);
  });

  it.each<[string, Draft]>([
    ['a number', { ...preset('default'), market: { need: 0.1 } }],
    ['several', { ...preset('complex-risky'), horizon: 80, seed: "it's mine", replicates: 8, consumers: { belief: { priorMean: 0.3 } } }],
    ['another network', { ...preset('default'), network: { kind: 'watts-strogatz', people: 900 } }],
    [
      'brands',
      {
        ...preset('head-to-head'),
        brands: [
          { name: 'first', price: 30 },
          { name: 'second', strategy: 'push' },
        ],
      },
    ],
    ['a mechanism that is off', { ...preset('tight-tribes'), mechanisms: { conformity: false } }],
    ['what the shipped one sets back at its default', { ...preset('impulse'), market: {}, consumers: {} }],
  ])('says %s, and settles to the very scenario', (_, draft) => {
    const { command, file } = commandLine(draft, shipped, 'mine.json');
    expect(file).toBeNull();
    const [, , ...words] = shellWords(command);
    const id = words[0]?.startsWith('--') === false ? (words.shift() as string) : 'default';
    const set = words.filter((word) => word !== '--set');
    const settled = settleScenario({ given: preset(id), file: '' }, { set });
    expect({ ...settled, name: '', story: '' }).toEqual({ ...parseScenario(draft), name: '', story: '' });
  });

  it('asks for a file where a line would be too long to read', () => {
    const plan = Array.from({ length: 40 }, (_, week) => ({ week, shares: { broadcast: 0.5, content: 0.25 } }));
    const draft = { ...preset('default'), strategies: [{ name: 'long', plan, claims: ['bond'] }] };
    expect(commandLine(draft, shipped, 'mine.json', ['--network', 'my ties.csv'])).toEqual({
      command: "swaylab compare ./mine.json --network 'my ties.csv'",
      file: 'mine.json',
    });
  });
});

describe('a scenario that says everything', () => {
  it.each(shipped.map(({ id }) => [id]))('is %s again, in few words', (id) => {
    const full = parseScenario(preset(id));
    const draft = minimalDraft(full, null);
    expect(parseScenario(draft)).toEqual(full);
    expect(JSON.stringify(draft).length).toBeLessThan(0.5 * JSON.stringify(full).length);
  });
});

it('makes names of files from any name', () => {
  expect(fileStem('Who wins: A/B?')).toBe('who-wins-a-b');
  expect(fileStem('../..')).toBe('swaylab');
  expect(fileStem('Ähre 2')).toBe('ähre-2');
});

/** A PNG of one grey pixel. */
function smallPng(): Uint8Array {
  const chunk = (type: string, data: Uint8Array): number[] => {
    const body = Uint8Array.of(...new TextEncoder().encode(type), ...data);
    return [...word(data.length), ...body, ...word(crc32(body))];
  };
  const head = Uint8Array.of(...word(1), ...word(1), 8, 0, 0, 0, 0);
  return Uint8Array.of(
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', head),
    ...chunk('IDAT', deflateSync(Uint8Array.of(0, 128))),
    ...chunk('IEND', new Uint8Array(0)),
  );
}

function word(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** CRC-32 by polynomial division over all bits at once: slow, and unlike the one under test. */
function crc32(bytes: Uint8Array): number {
  let rest = 0n;
  const bits = [...bytes].flatMap((byte) => Array.from({ length: 8 }, (_, k) => BigInt((byte >> k) & 1)));
  for (const [at, bit] of [...bits, ...new Array<bigint>(32).fill(0n)].entries()) {
    const fed = at < 32 ? bit ^ 1n : bit;
    const out = (rest >> 31n) & 1n;
    rest = ((rest << 1n) & 0xffffffffn) | fed;
    if (out === 1n) rest ^= 0x04c11db7n;
  }
  let reflected = 0n;
  for (let k = 0n; k < 32n; k++) reflected |= ((rest >> k) & 1n) << (31n - k);
  return Number(reflected ^ 0xffffffffn);
}

/** Words of a POSIX command line with single quotes. */
function shellWords(line: string): string[] {
  return [...line.matchAll(/(?:[^\s'\\]|'[^']*'|\\.)+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|\\(.)/g, (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? ''),
  );
}
