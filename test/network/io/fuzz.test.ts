import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../sim/network/csr.ts';
import { NETWORK_FORMATS, type NetworkFormat } from '../../../sim/network/io/format.ts';
import { fromNetwork } from '../../../sim/network/io/from-network.ts';
import { type ReadOptions, readNetwork } from '../../../sim/network/io/read-network.ts';
import { writeNetwork } from '../../../sim/network/io/write-network.ts';
import { validateNetwork } from '../../../sim/network/validate-network.ts';
import { InputError } from '../../../sim/parameter/index.ts';

/** A file of any content gives a valid network or an InputError: no other exception, no hang. */
async function survives(content: string | Uint8Array, options: ReadOptions): Promise<'read' | 'refused'> {
  try {
    const { network, ids, attributes } = await readNetwork({ name: 'fuzz', content }, options);
    validateNetwork(network);
    expect(new Set(ids).size).toBe(network.n);
    for (const { values } of attributes) expect(values.length).toBe(network.n);
    return 'read';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).not.toBe('');
    return 'refused';
  }
}

const sample = fromNetwork(
  buildNetwork({
    n: 5,
    directed: true,
    sources: Uint32Array.of(0, 1, 2, 3, 4, 0),
    targets: Uint32Array.of(1, 2, 3, 4, 0, 2),
    strengths: Float32Array.of(1, 0.5, 0.25, 1, 1, 1),
    layers: Uint8Array.of(0, 1, 0, 0, 1, 0),
    tribes: Uint32Array.of(0, 0, 1, 1, 1),
    tribeCount: 2,
  }),
);
const written = (format: NetworkFormat) => [...writeNetwork(sample, format, 'x')[0].pieces].join('');

/** Bits of every format, so that random texts get past the first token. */
const tokens = fc.constantFrom(
  ...[
    'a',
    'b',
    '1',
    '2',
    '-1',
    '0.5',
    'NaN',
    '1e999',
    '999999999999',
    ' ',
    '\n',
    '\r\n',
    '\t',
    ',',
    ';',
    '"',
    '""',
    '#',
    '%',
    '&',
    '&#0;',
    '&lt;',
    '\ufeff',
  ],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<graphml>',
    '<graph>',
    '<node id="a">',
    '<edge source="a" target="a"/>',
    '</graph>',
    '</graphml>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml ?>',
  ],
  ...[
    '<gexf>',
    '<nodes>',
    '</nodes>',
    '<!DOCTYPE x>',
    '<__proto__/>',
    'graph',
    '[',
    ']',
    'node',
    'edge',
    'id 1',
    'source 1',
    'target 2',
    'label "x"',
    'directed 1',
  ],
  ...[
    '*Vertices 3',
    '*Arcs',
    '*Edges',
    '*Matrix',
    '*Arcslist',
    '*Vertices -1',
    '{',
    '}',
    '"nodes":[',
    '"links":[',
    '{"id":1}',
    '"source":1',
    ':',
    'null',
    'source,target,weight',
  ],
);

describe.each([...NETWORK_FORMATS])('%s', (format) => {
  const options = { format };
  it('survives random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => void (await survives(bytes, options))),
      { numRuns: 200 },
    );
  });

  it('survives random text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.array(tokens, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.array(tokens, { maxLength: 40 }).map((parts) => parts.join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (content) => void (await survives(content, options))),
      { numRuns: 300 },
    );
  });

  it('survives damage to a good file', async () => {
    const good = written(format);
    const damage = fc.array(fc.tuple(fc.nat(good.length), fc.nat(8), fc.oneof(fc.constant(''), tokens)), { minLength: 1, maxLength: 4 });
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(damage, async (cuts) => {
        let content = good;
        for (const [at, length, instead] of cuts) content = content.slice(0, at) + instead + content.slice(at + length);
        outcomes.add(await survives(content, options));
      }),
      { numRuns: 250 },
    );
    // Some damage must show, or nothing was tested.
    expect(outcomes).toContain('refused');
  });

  it('survives being cut short anywhere', async () => {
    const good = written(format);
    for (let length = 0; length < good.length; length++) {
      const outcome = await survives(good.slice(0, length), options);
      // Formats that say where they end notice it; only blanks may be missing.
      if (format !== 'edge-list' && format !== 'pajek' && length < good.trimEnd().length) expect(outcome).toBe('refused');
    }
    expect(await survives(good, options)).toBe('read');
  });
});

it('survives random text of unknown format, with a random node table', async () => {
  const text = fc.array(tokens, { maxLength: 30 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, text, async (content, table) => {
      await survives(content, {});
      await survives('a,b\n', { format: 'edge-list', nodes: { name: 'table', content: table } });
      await survives('*Vertices 2\n', { format: 'pajek', partition: { name: 'table', content: table } });
    }),
    { numRuns: 300 },
  );
});

describe('time grows in line with the size of hostile files', () => {
  const hostile: Record<string, [NetworkFormat, string]> = {
    'attributes that never end': ['graphml', `<graphml ${'a '.repeat(500_000)}`],
    'comments that never end': ['gexf', `<gexf>${'<!-- '.repeat(200_000)}`],
    'tags that never close': ['graphml', '<graphml>'.repeat(100_000)],
    'lone ampersands': ['graphml', `<graphml>${'&'.repeat(500_000)}</graphml>`],
    'quotes without end': ['edge-list', 'a,"b\n'.repeat(100_000)],
    'quotes by the million': ['edge-list', `a,b\n${'"'.repeat(900_000)}`],
    'very many columns': ['edge-list', 'a,'.repeat(500_000)],
    'a GML word without end': ['gml', 'a'.repeat(1_000_000)],
    'GML numbers by the million': ['gml', 'a 1 '.repeat(200_000)],
    'a Pajek line without end': ['pajek', `*Vertices 2\n1 ${'"x '.repeat(300_000)}`],
  };
  for (const [name, [format, content]] of Object.entries(hostile)) {
    it(name, async () => {
      await survives(content, { format });
    });
  }
});
