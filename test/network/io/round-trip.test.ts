import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../sim/network/csr.ts';
import type { NetworkFormat } from '../../../sim/network/io/format.ts';
import { fromNetwork } from '../../../sim/network/io/from-network.ts';
import { fromGraphology, toGraphology } from '../../../sim/network/io/graphology.ts';
import type { Influence } from '../../../sim/network/io/import-options.ts';
import type { ImportedNetwork } from '../../../sim/network/io/imported-network.ts';
import { networkHash } from '../../../sim/network/io/network-hash.ts';
import { readNetwork } from '../../../sim/network/io/read-network.ts';
import { assignTribes } from '../../../sim/network/io/tribes.ts';
import { writeNetwork } from '../../../sim/network/io/write-network.ts';
import { validateNetwork } from '../../../sim/network/validate-network.ts';

/** Texts that files tend to break: marks of every format, blanks at the ends, look-alikes of numbers, other scripts. */
const nasty = fc.oneof(
  fc.constantFrom('7', '007', '7.0', '1e3', 'NaN', '-1', '0x10', 'true', 'null', '__proto__', 'constructor', 'source', 'id', '#text'),
  fc.constantFrom('a,b', 'a;b', 'a\tb', 'a|b', '"q"', '""', "it's", ' lead', 'trail ', '\u00a0nbsp', '# no', '%', '*Vertices 3', '[', ']'),
  fc.constantFrom(
    '<&>',
    '&amp;',
    '&#65;',
    ']]>',
    '<!--',
    '</node>',
    'line\nbreak',
    'line\r\nbreak',
    '\r',
    'ünï',
    '日本',
    '👩‍🚀',
    'a\u2028b',
    '\u0085',
  ),
  fc.string({ unit: fc.constantFrom('a', 'B', '0', ' ', ',', '"', '&', '<', '\\', "'", ';', 'é', '🙂', '\n'), minLength: 1, maxLength: 6 }),
);

interface Sample {
  readonly imported: ImportedNetwork;
  readonly influence: Influence;
}

const sample: fc.Arbitrary<Sample> = fc
  .record({
    ids: fc.uniqueArray(nasty, { minLength: 1, maxLength: 12 }),
    directed: fc.boolean(),
    weighted: fc.boolean(),
    layered: fc.boolean(),
    edges: fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.float({ min: Math.fround(1e-30), max: 1, noNaN: true }), fc.nat(1)), {
      maxLength: 30,
    }),
    columns: fc.uniqueArray(fc.constantFrom('tribe', 'Age', 'label', 'id', 'a b', '<x>', 'x"y', ''), { maxLength: 4 }),
    cells: fc.array(fc.option(nasty), { minLength: 48, maxLength: 48 }),
    influence: fc.constantFrom<Influence>('named-to-namer', 'namer-to-named'),
    grouped: fc.boolean(),
  })
  .map(({ ids, directed, weighted, layered, edges, columns, cells, influence, grouped }) => {
    const n = ids.length;
    const network = buildNetwork({
      n,
      directed,
      sources: Uint32Array.from(edges, ([source]) => source % n),
      targets: Uint32Array.from(edges, ([, target]) => target % n),
      strengths: weighted ? Float32Array.from(edges, ([, , strength]) => strength) : undefined,
      layers: layered ? Uint8Array.from(edges, ([, , , layer]) => layer) : undefined,
    });
    const attributes = columns.map((name, column) => ({ name, values: ids.map((_, i) => cells[column * 12 + i]) }));
    const everyone = ['everyone'];
    const imported: ImportedNetwork = {
      network,
      ids,
      attributes,
      tribeNames: everyone,
      tribeColumn: null,
      warnings: [],
      hash: networkHash(network, ids, everyone),
    };
    return { imported: grouped && columns.length > 0 ? assignTribes(imported, { column: columns[0] }) : imported, influence };
  });

async function throughFiles({ imported, influence }: Sample, format: NetworkFormat): Promise<ImportedNetwork> {
  const [file, second] = writeNetwork(imported, format, 'x', { influence }).map(({ name, pieces }) => ({
    name,
    content: [...pieces].join(''),
  }));
  const column = imported.tribeColumn === null ? -1 : imported.attributes.findIndex(({ name }) => name === imported.tribeColumn);
  const read = await readNetwork(file, {
    influence,
    directed: imported.network.directed,
    nodes: format === 'edge-list' ? second : undefined,
    partition: format === 'pajek' ? second : undefined,
  });
  if (column === -1 || format === 'pajek') return read;
  return assignTribes(read, { column: read.attributes[column].name });
}

describe('read(write(network)) is the network', () => {
  for (const format of ['edge-list', 'graphml', 'gexf', 'gml', 'node-link'] as const) {
    it(format, async () => {
      await fc.assert(
        fc.asyncProperty(sample, async (given) => {
          const { imported } = given;
          const read = await throughFiles(given, format);
          expect(read.ids).toEqual(imported.ids);
          expect(read.network).toEqual(imported.network);
          expect(read.tribeNames).toEqual(imported.tribeNames);
          expect(read.hash).toBe(imported.hash);
          expect(read.attributes.map(({ values }) => values)).toEqual(imported.attributes.map(({ values }) => values));
        }),
        { numRuns: 120 },
      );
    });
  }

  it('pajek, but for attributes and the names of tribes', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (given) => {
        const read = await throughFiles(given, 'pajek');
        expect(read.ids).toEqual(given.imported.ids);
        expect(read.network).toEqual(given.imported.network);
      }),
      { numRuns: 120 },
    );
  });

  it('graphology', () => {
    fc.assert(
      fc.property(sample, ({ imported, influence }) => {
        fc.pre(!imported.ids.some((id) => id in Object.prototype));
        const ungrouped = fromGraphology(toGraphology(imported, { influence }), { influence });
        const read = imported.tribeColumn === null ? ungrouped : assignTribes(ungrouped, { column: imported.tribeColumn });
        expect(read.network).toEqual(imported.network);
        expect(read.hash).toBe(imported.hash);
        expect(read.attributes).toEqual(imported.attributes);
      }),
    );
  });

  it('keeps attribute names in the formats that can hold any', async () => {
    await fc.assert(
      fc.asyncProperty(sample, fc.constantFrom('edge-list', 'graphml', 'gexf', 'node-link'), async (given, format: NetworkFormat) => {
        fc.pre(!given.imported.attributes.some(({ name }) => name === 'id'));
        const read = await throughFiles(given, format);
        expect(read.attributes).toEqual(given.imported.attributes);
      }),
    );
  });
});

describe('a network made here', () => {
  it('is written with its tribes', async () => {
    const network = buildNetwork({
      n: 4,
      directed: false,
      sources: Uint32Array.of(0, 2),
      targets: Uint32Array.of(1, 3),
      tribes: Uint32Array.of(0, 0, 1, 1),
      tribeCount: 2,
    });
    const imported = fromNetwork(network, ['makers', 'hikers']);
    const read = await throughFiles({ imported, influence: 'named-to-namer' }, 'graphml');
    validateNetwork(read.network);
    expect(read.hash).toBe(imported.hash);
    expect(read.tribeNames).toEqual(['makers', 'hikers']);
  });
});

describe('pieces', () => {
  it('of a large file are never the whole', () => {
    const n = 20_000;
    const network = buildNetwork({
      n,
      directed: false,
      sources: Uint32Array.from({ length: n - 1 }, (_, i) => i),
      targets: Uint32Array.from({ length: n - 1 }, (_, i) => i + 1),
    });
    for (const format of ['edge-list', 'graphml', 'gexf', 'gml', 'pajek', 'node-link'] as const) {
      const [file] = writeNetwork(fromNetwork(network), format, 'x');
      const lengths = Array.from(file.pieces, (piece) => piece.length);
      expect(lengths.length).toBeGreaterThan(1);
      expect(Math.max(...lengths)).toBeLessThan(100_000);
    }
  });
});
