import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../sim/network/io/read-network.ts';
import { readNetwork } from '../../../sim/network/io/read-network.ts';
import { inputErrorOf, readText } from './read-text.ts';

interface Bad {
  readonly file: string;
  readonly text: string;
  readonly path: string;
  readonly found: string | RegExp;
  readonly options?: ReadOptions;
}

const graphml = (body: string) =>
  `<graphml>\n<key id="w" for="edge" attr.name="weight"/>\n<graph edgedefault="directed">\n<node id="a"/>\n<node id="b"/>\n${body}\n</graph>\n</graphml>`;
const gexf = (body: string) => `<gexf>\n<graph>\n<nodes><node id="a"/><node id="b"/></nodes>\n<edges>\n${body}\n</edges></graph></gexf>`;
const gml = (body: string) => `graph [\nnode [ id 1 ]\nnode [ id 2 ]\n${body}\n]`;
const json = (links: string) => `{"nodes":[{"id":"a"},{"id":"b"}],"links":[${links}]}`;
const bomb = `<?xml version="1.0"?>\n<!DOCTYPE lolz [\n<!ENTITY lol "lol">\n<!ENTITY lol2 "&lol;&lol;&lol;&lol;">\n]>\n${graphml('<node id="&lol2;"/>')}`;

const BAD: Record<string, Bad> = {
  'nothing at all': { file: 'x.csv', text: '', path: 'file', found: 'an empty network' },
  'a header alone': { file: 'x.csv', text: 'source,target\n', path: 'file', found: 'an empty network' },
  'one column': { file: 'x.csv', text: 'a\nb\n', path: 'line 1', found: '1 field' },
  'a short line': { file: 'x.csv', text: 'a,b\nc\n', path: 'line 2', found: '1 field' },
  'an empty id': { file: 'x.csv', text: 'a,b\n,c\n', path: 'line 2', found: 'an empty id' },
  'an open quote': { file: 'x.csv', text: 'a,b\n"c,d\n', path: 'line 2', found: 'a quote that is never closed' },
  'a weight that is no number': { file: 'x.csv', text: 'source,target,weight\na,b,1\nb,c,NaN\n', path: 'line 3', found: 'weight "NaN"' },
  'a negative weight': { file: 'x.csv', text: 'source,target,weight\na,b,-1\n', path: 'line 2', found: 'weight "-1"' },
  'a weight of zero': { file: 'x.csv', text: 'source,target,weight\na,b,0\n', path: 'line 2', found: 'weight "0"' },
  'an infinite weight': { file: 'x.csv', text: 'source,target,weight\na,b,1e999\n', path: 'line 2', found: 'weight "1e999"' },
  'a comma that may divide thousands': {
    file: 'x.csv',
    text: 'source\ttarget\tweight\na\tb\t1,234\n',
    path: 'line 2',
    found: 'weight "1,234"',
  },
  'a missing weight': { file: 'x.csv', text: 'source,target,weight\na,b,\n', path: 'line 2', found: 'no weight' },

  'a billion people in GraphML bombs': { file: 'x.graphml', text: bomb, path: 'line 2', found: 'a DOCTYPE or ENTITY declaration' },
  'GraphML cut short': {
    file: 'x.graphml',
    text: graphml('<edge source="a" target="b"/>').slice(0, -20),
    path: 'line 1',
    found: /malformed XML/,
  },
  'XML that does not match': { file: 'x.graphml', text: graphml('<node id="c"></nod>'), path: 'line 6', found: /malformed XML/ },
  'XML of another kind': { file: 'x.xml', text: '<svg></svg>', path: 'line 1', found: '<svg></svg>' },
  'GraphML without a graph': { file: 'x.graphml', text: '<graphml></graphml>', path: 'line 1', found: 'no <graph>' },
  'a GraphML edge to nobody': {
    file: 'x.graphml',
    text: graphml('<edge source="a" target="z"/>'),
    path: 'line 6',
    found: 'an edge to "z"',
  },
  'a GraphML node twice': { file: 'x.graphml', text: graphml('<node id="a"/>'), path: 'line 6', found: 'the id "a" a second time' },
  'a GraphML hyperedge': { file: 'x.graphml', text: graphml('<hyperedge/>'), path: 'line 6', found: '<hyperedge>' },
  'a GraphML weight': {
    file: 'x.graphml',
    text: graphml('<edge source="a" target="b">\n<data key="w">-2</data></edge>'),
    path: 'line 6',
    found: 'weight "-2"',
  },
  'an attribute of ties that is not there': {
    file: 'x.graphml',
    text: graphml('<edge source="a" target="b"/>'),
    path: 'file',
    found: 'no tie with "trust"',
    options: { weight: 'trust' },
  },
  'XML nested too deeply': {
    file: 'x.graphml',
    text: graphml(`<node id="c">${'<x>'.repeat(5000)}${'</x>'.repeat(5000)}</node>`),
    path: 'file',
    found: /malformed XML/,
  },
  'a GEXF edge to nobody': { file: 'x.gexf', text: gexf('<edge source="a" target="z"/>'), path: 'line 5', found: 'an edge to "z"' },
  'a GEXF weight': { file: 'x.gexf', text: gexf('<edge source="a" target="b" weight="NaN"/>'), path: 'line 5', found: 'weight "NaN"' },

  'GML cut short': {
    file: 'x.gml',
    text: 'graph [\nnode [ id 1',
    path: 'line 2',
    found: /end of the file within the list opened in line 2/,
  },
  'a GML edge to nobody': { file: 'x.gml', text: gml('edge [ source 1 target 9 ]'), path: 'line 4', found: 'an edge to node "9"' },
  'a GML edge without an end': { file: 'x.gml', text: gml('edge [ source 1 ]'), path: 'line 4', found: 'no target' },
  'a GML quote left open': { file: 'x.gml', text: gml('label "x'), path: 'line 4', found: 'a quote that is never closed' },
  'GML nested too deeply': { file: 'x.gml', text: 'a ['.repeat(5000), path: 'line 1', found: /deeper than 64/ },
  'no GML': { file: 'x.gml', text: 'hello', path: 'line 1', found: /end of the file after/ },

  '10^9 people in Pajek': { file: 'x.net', text: '*Vertices 1000000000\n*Edges\n1 2\n', path: 'line 1', found: '1000000000 people' },
  'Pajek without vertices': { file: 'x.net', text: '*Edges\n1 2\n', path: 'line 1', found: '*edges' },
  'a Pajek edge to nobody': { file: 'x.net', text: '*Vertices 2\n*Edges\n1 3\n', path: 'line 3', found: 'vertex "3"' },
  'a Pajek weight': { file: 'x.net', text: '*Vertices 2\n*Edges\n1 2 -1\n', path: 'line 3', found: 'weight "-1"' },
  'a Pajek matrix cut short': { file: 'x.net', text: '*Vertices 2\n*Matrix\n0 1\n', path: 'line 3', found: '1 row' },
  'a short partition': {
    file: 'x.net',
    text: '*Vertices 2\n*Edges\n1 2\n',
    path: 'file',
    found: '1 value',
    options: { partition: { name: 'x.net', content: '*Vertices 2\n1\n' } },
  },

  'malformed JSON': { file: 'x.json', text: '{"nodes":[\n{"id":1},\n]}', path: 'file', found: /malformed JSON/ },
  'JSON cut short': { file: 'x.json', text: json('{"source":"a"').slice(0, -2), path: 'line 1', found: /malformed JSON/ },
  'JSON of another kind': { file: 'x.json', text: '[1, 2]', path: 'file', found: 'a list' },
  'JSON without links': { file: 'x.json', text: '{"nodes":[]}', path: 'edges', found: 'nothing' },
  'a JSON edge to nobody': { file: 'x.json', text: json('{"source":"a","target":"z"}'), path: 'links.0.target', found: 'an edge to "z"' },
  'a JSON weight': { file: 'x.json', text: json('{"source":"a","target":"b","weight":-1}'), path: 'links.0.weight', found: 'weight "-1"' },
  'a JSON node twice': {
    file: 'x.json',
    text: '{"nodes":[{"id":1},{"id":"1"}],"links":[]}',
    path: 'nodes.1',
    found: 'the id "1" a second time',
  },
  'a JSON link to no position': {
    file: 'x.json',
    text: '{"nodes":[{"name":"a"}],"links":[{"source":0,"target":1}]}',
    path: 'links.0.target',
    found: 'node 1',
  },

  'a node table with a graph file': {
    file: 'x.gml',
    text: gml(''),
    path: 'file',
    found: 'gml',
    options: { nodes: { name: 'nodes.csv', content: 'id\n1\n' } },
  },
};

describe('bad input gives one clear InputError: file, path, found, allowed', () => {
  for (const [name, { file, text, path, found, options }] of Object.entries(BAD)) {
    it(name, async () => {
      const error = await inputErrorOf(readText(file, text, options));
      expect(error).toMatchObject({ file, path, found: typeof found === 'string' ? found : (expect.stringMatching(found) as string) });
      expect(error.allowed).toBeTruthy();
      expect(error.message.length).toBeLessThan(600);
      expect(error.message).not.toContain('\n');
    });
  }
});

describe('files of the wrong kind', () => {
  const bytes: Record<string, [Uint8Array, RegExp]> = {
    'compressed by gzip': [Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), /compressed/],
    'a spreadsheet': [Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /spreadsheet/],
    'cut within a character': [Uint8Array.of(0x61, 0x2c, 0xc3, 0xa9, 0x0a, 0x62, 0x2c, 0xc3), /not UTF-8/],
    'binary junk': [Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) >>> 3), /not UTF-8|zero byte/],
    'zero bytes': [new Uint8Array(100), /zero byte/],
  };
  for (const [name, [content, message]] of Object.entries(bytes)) {
    it(name, async () => {
      expect((await inputErrorOf(readText('x.csv', content))).message).toMatch(message);
      expect((await inputErrorOf(readText('x.graphml', content))).message).toMatch(message);
    });
  }
});

describe('size', () => {
  it('is refused at once where it is known', async () => {
    let opened = false;
    const content = (function* () {
      opened = true;
      yield 'a,b\n';
    })();
    const error = await inputErrorOf(readNetwork({ name: 'huge.csv', content, bytes: 3_000_000_000 }));
    expect(error).toMatchObject({ file: 'huge.csv', found: '3000000000 bytes', allowed: 'at most 2147483648 bytes' });
    expect(opened).toBe(false);
  });
  it('is refused as it comes where it is not', async () => {
    const error = await inputErrorOf(readText('huge.csv', new Uint8Array(2_147_483_649)));
    expect(error).toMatchObject({ file: 'huge.csv', found: '2147483649 bytes' });
  });
  it('of documents read whole is smaller', async () => {
    const content = (function* () {
      for (let i = 0; i < 100; i++) yield ' '.repeat(1_000_000);
    })();
    const error = await inputErrorOf(readNetwork({ name: 'x.graphml', content }));
    expect(error.allowed).toBe('at most 67108864 bytes in GraphML, GEXF, GML or JSON');
  });
  it('of attributes is bounded', async () => {
    const nodes = Array.from({ length: 20_000 }, (_, i) => `{"id":${i},"a${i}":1}`).join(',');
    expect((await inputErrorOf(readText('x.json', `{"nodes":[${nodes}],"links":[]}`))).found).toContain('attribute values');
  });
  it('of nesting is bounded by an error of ours, not by the stack', async () => {
    const deep = `{"nodes":[{"id":1,"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}],"links":[]}`;
    expect((await inputErrorOf(readText('x.json', deep))).file).toBe('x.json');
  });
});

it('an error of the stream itself is passed on', async () => {
  const content = (async function* () {
    yield 'a,b\n';
    throw new Error('disk gone');
  })();
  await expect(readNetwork({ name: 'x.csv', content })).rejects.toThrow('disk gone');
});
