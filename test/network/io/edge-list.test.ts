import { describe, expect, it } from 'vitest';
import { writeEdgeList } from '../../../sim/network/io/edge-list.ts';
import { arcsOf, inputErrorOf, readText } from './read-text.ts';

const TRIANGLE = ['a>b', 'a>c', 'b>a', 'b>c', 'c>a', 'c>b'];

describe('dialects', () => {
  const dialects: Record<string, string> = {
    'commas and a header': 'source,target\na,b\nb,c\nc,a\n',
    'no header': 'a,b\nb,c\nc,a\n',
    'no last line end': 'source,target\na,b\nb,c\nc,a',
    tabs: 'a\tb\nb\tc\nc\ta\n',
    semicolons: 'From;To\na;b\nb;c\nc;a\n',
    bars: 'a|b\nb|c\nc|a\n',
    'runs of blanks': '  a   b\nb \t c\n c a \n'.replace('\t', ' '),
    'Windows line ends': 'source,target\r\na,b\r\nb,c\r\nc,a\r\n',
    'old Macintosh line ends': 'source,target\ra,b\rb,c\rc,a\r',
    'comments and blank lines': '# SNAP\n% Konect\n\na b\n\nb c\nc a\n',
    'a byte-order mark': '\ufeffsource,target\na,b\nb,c\nc,a\n',
    'quotes where none are needed': '"source","target"\n"a","b"\n"b","c"\n"c","a"\n',
    'blanks after the comma': 'source, target\na, b\nb, c\nc, a\n',
    'columns in another order': 'year,to,from\n1,a,b\n2,b,c\n3,c,a\n',
  };
  for (const [name, text] of Object.entries(dialects)) {
    it(`reads ${name}`, async () => {
      const imported = await readText('ties.csv', text);
      expect(imported.ids.toSorted()).toEqual(['a', 'b', 'c']);
      expect(arcsOf(imported).toSorted()).toEqual(TRIANGLE);
      expect(imported.network.directed).toBe(false);
    });
  }

  it('takes words over numbers for a header', async () => {
    const imported = await readText('x.txt', 'V1 V2\n1 2\n2 3\n');
    expect(imported.ids).toEqual(['1', '2', '3']);
  });

  it('keeps ids as they are written', async () => {
    const imported = await readText('x.csv', '007,7\n1e3,1000\n" x",x\n"a ""b"", c\nd",x\n');
    expect(imported.ids).toEqual(['007', '7', '1e3', '1000', ' x', 'x', 'a "b", c\nd']);
  });

  it('takes a quote within a word as it stands', async () => {
    expect((await readText('x.csv', '5" disk,b\n')).ids).toEqual(['5" disk', 'b']);
  });
});

describe('direction', () => {
  it('lets influence run from the named to the namer', async () => {
    const imported = await readText('x.csv', 'ego,alter\nann,bob\n', { directed: true });
    expect(arcsOf(imported)).toEqual(['bob>ann']);
  });
  it('or the other way round', async () => {
    const imported = await readText('x.csv', 'ego,alter\nann,bob\n', { directed: true, influence: 'namer-to-named' });
    expect(arcsOf(imported)).toEqual(['ann>bob']);
  });
});

describe('strength', () => {
  it('is the weight divided by the greatest, and says so', async () => {
    const imported = await readText('x.csv', 'source,target,weight\na,b,1\nb,c,4\nc,a,2\n');
    expect([...imported.network.strengths]).toEqual([0.25, 0.5, 0.25, 1, 0.5, 1]);
    expect(imported.warnings).toEqual(['Weights divided by the greatest, 4, to lie between 0 and 1.']);
  });
  it('stays where weights are within (0, 1]', async () => {
    const imported = await readText('x.csv', 'source,target,weight\na,b,0.25\nb,c,0.5\n');
    expect([...imported.network.strengths]).toEqual([0.25, 0.25, 0.5, 0.5]);
    expect(imported.warnings).toEqual([]);
  });
  it('never vanishes', async () => {
    const imported = await readText('x.csv', 'source,target,weight\na,b,1e-300\nb,c,1e300\n');
    expect(Math.min(...imported.network.strengths)).toBeGreaterThan(0);
  });
  it('may stand in any column, by name or number', async () => {
    const named = await readText('x.csv', 'source,target,trust\na,b,0.5\n', { weight: 'trust' });
    const numbered = await readText('x.txt', 'a b 0.5\n', { weight: '3' });
    expect([...named.network.strengths]).toEqual([0.5, 0.5]);
    expect(numbered.hash).toBe(named.hash);
  });
  it('is 1 where a third column is not called a weight, with a hint', async () => {
    const imported = await readText('x.txt', 'a b 5\n');
    expect([...imported.network.strengths]).toEqual([1, 1]);
    expect(imported.warnings[0]).toContain('weight 3');
  });
});

describe('layers', () => {
  it('are read by name', async () => {
    const imported = await readText('x.csv', 'source,target,layer\na,b,social\nb,c,interest\n');
    expect([...imported.network.layers]).toEqual([0, 0, 1, 1]);
  });
  it('of other kinds are social unless the column was asked for', async () => {
    const text = 'source,target,layer\na,b,work\n';
    expect((await readText('x.csv', text)).warnings[0]).toContain('taken as social');
    expect(await inputErrorOf(readText('x.csv', text, { layer: 'layer' }))).toMatchObject({ path: 'line 2', found: 'layer work' });
  });
});

describe('what is mended, with its number', () => {
  it('repeated ties: the strongest stays; both directions are one undirected tie', async () => {
    const text = 'source,target,weight\na,b,0.25\na,b,0.75\nb,a,0.5\nb,c,1\n';
    const undirected = await readText('x.csv', text);
    expect([...undirected.network.strengths]).toEqual([0.75, 0.75, 1, 1]);
    expect(undirected.warnings[0]).toMatch(/^2 repeated ties/);
    const directed = await readText('x.csv', text, { directed: true });
    expect(arcsOf(directed)).toEqual(['a>b', 'b>a', 'c>b']);
    expect([...directed.network.strengths]).toEqual([0.5, 0.75, 1]);
    expect(directed.warnings[0]).toMatch(/^1 repeated tie /);
  });
  it('ties of a person with themselves', async () => {
    const imported = await readText('x.csv', 'a,a\na,b\nc,c\n');
    expect(arcsOf(imported)).toEqual(['a>b', 'b>a']);
    expect(imported.ids).toEqual(['a', 'b', 'c']);
    expect(imported.warnings).toEqual(['2 ties of a person with themselves dropped.']);
  });
  it('comment lines among the edges', async () => {
    expect((await readText('x.csv', 'a,b\n#ann,bob\nb,c\n')).warnings[0]).toMatch(/^1 line .*comments/);
  });
});

describe('columns', () => {
  it('that are not there are refused with those that are', async () => {
    const error = await inputErrorOf(readText('x.csv', 'source,target,w\na,b,1\n', { weight: 'trust' }));
    expect(error).toMatchObject({ file: 'x.csv', path: 'line 1', found: 'trust', allowed: 'one of the columns source, target, w' });
  });
  it('can be chosen for both ends', async () => {
    const imported = await readText('x.csv', 'time,caller,called\n1,a,b\n', { source: 'called', target: 'caller', directed: true });
    expect(arcsOf(imported)).toEqual(['a>b']);
  });
  it('cannot be the same for both ends', async () => {
    expect((await inputErrorOf(readText('x.csv', 'p,q\n1,2\n', { source: 'p', target: 'p' }))).message).toContain(
      'one column for both ends',
    );
  });
});

describe('a header that nobody told of', () => {
  const GERMAN = 'von;nach;Gewicht\n"Müller, Anna";Bob;2\nBob;Carla;0,5\nCarla;"Müller, Anna";4\n';
  const people = ['Bob', 'Carla', 'Müller, Anna'];

  it('is known in other languages, as are weights with decimal commas', async () => {
    const imported = await readText('ties.csv', GERMAN);
    expect(imported.ids.toSorted()).toEqual(people);
    expect([...imported.network.strengths].toSorted((a, b) => a - b)).toEqual([0.125, 0.125, 0.5, 0.5, 1, 1]);
    expect(imported.warnings).toEqual([
      '1 decimal comma read as decimal points.',
      'Weights divided by the greatest, 4, to lie between 0 and 1.',
    ]);
  });

  it('is known by a word over numbers in a later column, which is said', async () => {
    const imported = await readText('ties.csv', 'mistä,mihin,vahvuus\nann,bob,3\nbob,cid,\ncid,ann,n/a\n');
    expect(imported.ids).toEqual(['ann', 'bob', 'cid']);
    expect(imported.warnings).toEqual(['The first line taken for the names of the columns: mistä, mihin, vahvuus.']);
  });

  it('is none where the word says that a number is missing, or words stand below it too', async () => {
    expect((await readText('ties.csv', 'ann,bob,NA\nbob,cid,3\n')).ids).toEqual(['ann', 'bob', 'cid']);
    expect((await readText('ties.csv', 'ann,bob,friend\nbob,cid,3\ncid,dan,kin\n')).ids).toEqual(['ann', 'bob', 'cid', 'dan']);
  });

  it('is none where people are numbered by its usual names', async () => {
    expect((await readText('ties.csv', 'node1,node2\nnode2,node3\n')).ids).toEqual(['node1', 'node2', 'node3']);
    expect((await readText('ties.csv', 'node1,node2\nann,bob\n')).ids).toEqual(['ann', 'bob']);
  });

  it('is looked for in the first lines only, and is the same for a file of any length', async () => {
    const edges = Array.from({ length: 200 }, (_, i) => `p${i},p${(i + 1) % 200},${i + 1}\n`).join('');
    const imported = await readText('ties.csv', `mistä,mihin,vahvuus\n${edges}`);
    expect([imported.network.n, imported.network.targets.length]).toEqual([200, 400]);
  });

  it('is known by a node table that lists the ends below it, and not those in it', async () => {
    const nodes = { name: 'nodes.csv', content: 'id,team\nann,x\nbob,y\n' };
    expect((await readText('ties.csv', 'mistä,mihin\nann,bob\n', { nodes })).ids).toEqual(['ann', 'bob']);
  });

  it('may have been read as two people: then that is said', async () => {
    const imported = await readText('ties.csv', 'mistä,mihin\nann,bob\nbob,cid\n');
    expect(imported.network.n).toBe(5);
    expect(imported.warnings[0]).toMatch(/^The first line read as a tie of "mistä" with "mihin", .* say so: source "mistä"/);
    expect((await readText('ties.csv', 'mistä,mihin\nann,bob\nbob,cid\n', { source: 'mistä' })).network.n).toBe(3);
    expect((await readText('ties.csv', 'ann,bob\ncid,dan\nbob,cid\n')).warnings).toEqual([]);
  });

  it('has one field less than the lines that R numbers', async () => {
    const imported = await readText('ties.txt', '"from" "to" "weight"\n"1" "ann" "bob" 0.5\n"2" "bob" "cid" 1\n');
    expect(imported.ids).toEqual(['ann', 'bob', 'cid']);
    expect([...imported.network.strengths]).toEqual([0.5, 0.5, 1, 1]);
  });

  it('leaves numbers aside that have no known name, and says how to use them', async () => {
    const text = 'source,target,score,year,note\nann,bob,3,1999,x\nbob,cid,1,2001,y\n';
    const { network, warnings } = await readText('ties.csv', text);
    expect([...network.strengths]).toEqual([1, 1, 1, 1]);
    expect(warnings).toEqual(['The numbers in columns score, year are ignored; if they are tie strengths, name the column: weight score.']);
    expect(Math.min(...(await readText('ties.csv', text, { weight: 'score' })).network.strengths)).toBeCloseTo(1 / 3);
  });
});

describe('a file as a spreadsheet saves it', () => {
  const TEXT = 'Quelle;Ziel;Stärke der Bindung\r\nÄnne;Bob;0,25\r\nBob;Çelik;1\r\n';
  const latin = (text: string) => Uint8Array.from(text, (mark) => (mark === '€' ? 0x80 : mark.charCodeAt(0)));

  it('in Windows-1252, with a warning', async () => {
    const { ids, network, warnings } = await readText('ties.csv', latin(`${TEXT}Bob;5 €;1\r\n`), { weight: 'Stärke der Bindung' });
    expect(ids).toEqual(['Änne', 'Bob', 'Çelik', '5 €']);
    expect(Math.min(...network.strengths)).toBe(0.25);
    expect(warnings[0]).toBe('ties.csv is not UTF-8: read as Windows-1252. If names look odd, save it as UTF-8.');
  });

  it('with a line that names the delimiter', async () => {
    expect((await readText('ties.csv', 'sep=|\r\nsource|target\r\na,b|c;d\r\n')).ids).toEqual(['a,b', 'c;d']);
    expect((await readText('ties.csv', '\ufeffsep=;\r\nsource;target\r\nann;bob\r\n')).ids).toEqual(['ann', 'bob']);
  });

  it('with a thousand and decimal commas, where semicolons leave no doubt', async () => {
    const { network } = await readText('ties.csv', 'source;target;weight\na;b;1,250\nb;c;2,5\n');
    expect([...network.strengths]).toEqual([0.5, 0.5, 1, 1]);
  });
});

describe('a column that says which way an edge runs', () => {
  const named = { influence: 'namer-to-named' } as const;

  it('is obeyed line by line, as Gephi writes it', async () => {
    const directed = await readText('ties.csv', 'Source,Target,Type,Weight\na,b,Directed,1\nb,c,Directed,1\n', named);
    expect([directed.network.directed, arcsOf(directed)]).toEqual([true, ['a>b', 'b>c']]);
    const mixed = await readText('ties.csv', 'Source,Target,Type\na,b,Directed\nb,c,Undirected\n', named);
    expect([mixed.network.directed, arcsOf(mixed).toSorted()]).toEqual([true, ['a>b', 'b>c', 'c>b']]);
    const undirected = await readText('ties.csv', 'Source,Target,Type\na,b,Undirected\n');
    expect(undirected.network.directed).toBe(false);
  });

  it('is not mistaken in a column that says what kind of tie it is', async () => {
    const kinds = await readText('ties.csv', 'source,target,type\na,b,friend\nb,c,constructor\nc,a,\n');
    expect([kinds.network.directed, arcsOf(kinds).toSorted()]).toEqual([false, TRIANGLE]);
  });

  it('is written for a directed network, which so comes back as it was', async () => {
    const given = await readText('ties.csv', 'source,target,weight\na,b,1\nb,c,0.5\nb,a,1\n', { directed: true });
    const text = [...writeEdgeList(given)].join('');
    expect(text.split('\n')[0]).toBe('source,target,weight,type');
    const back = await readText('ties.csv', text);
    expect(back.network.directed).toBe(true);
    expect(arcsOf(back).toSorted()).toEqual(arcsOf(given).toSorted());
    const mutual = await readText('ties.csv', 'source,target\na,b\n');
    expect([...writeEdgeList(mutual)].join('')).toBe('source,target\na,b\n');
  });
});

describe('a node table', () => {
  const table = 'id,club,age\na,red,30\nb,,31\nz,blue,\n';
  const withTable = async (edges: string, nodes: string) => readText('edges.csv', edges, { nodes: { name: 'nodes.csv', content: nodes } });

  it('gives order, people without ties, and attributes', async () => {
    const imported = await withTable('source,target\nb,a\n', table);
    expect(imported.ids).toEqual(['a', 'b', 'z']);
    expect(imported.attributes).toEqual([
      { name: 'club', values: ['red', null, 'blue'] },
      { name: 'age', values: ['30', '31', null] },
    ]);
  });
  it('must list everyone whom an edge names', async () => {
    const error = await inputErrorOf(withTable('source,target\na,b\nb,quinn\n', table));
    expect(error).toMatchObject({ file: 'edges.csv', path: 'line 3', found: 'an edge to "quinn"' });
  });
  it('lists nobody twice', async () => {
    expect(await inputErrorOf(withTable('a,b\n', 'id\na\nb\na\n'))).toMatchObject({ file: 'nodes.csv', path: 'line 4' });
  });
  it('says where its ids were looked for', async () => {
    const error = await inputErrorOf(withTable('source,target\na,b\n', 'a,red\nb,blue\n'));
    expect(error.allowed).toBe('ids of the column "a" of nodes.csv, whose first line names the columns');
  });
  it('may be in another encoding than the edges', async () => {
    const nodes = { name: 'nodes.csv', content: Uint8Array.from('id;Ort\nJosé;Köln\nAnn;Bonn\n', (mark) => mark.charCodeAt(0)) };
    const imported = await readText('edges.csv', 'source,target\nJosé,Ann\n', { nodes });
    expect(imported.attributes).toEqual([{ name: 'Ort', values: ['Köln', 'Bonn'] }]);
    expect(imported.warnings[0]).toContain('nodes.csv is not UTF-8');
  });
  it('has no longer lines than its header', async () => {
    expect(await inputErrorOf(withTable('a,b\n', 'id,x\na,1\nb,2,3\n'))).toMatchObject({ file: 'nodes.csv', path: 'line 3' });
  });
  it('has columns of different names', async () => {
    expect(await inputErrorOf(withTable('a,b\n', 'id,x,x\na,1,2\n'))).toMatchObject({ file: 'nodes.csv', path: 'line 1' });
  });
  it('has people', async () => {
    expect(await inputErrorOf(withTable('a,b\n', 'id,x\n'))).toMatchObject({ file: 'nodes.csv' });
  });
});
