import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTribes } from '../../../sim/network/io/tribes.ts';
import { validateNetwork } from '../../../sim/network/validate-network.ts';
import { InputError } from '../../../sim/parameter/index.ts';
import { arcsOf, readText } from './read-text.ts';

const EDGES = 'source,target,weight\nann,bob,0.5\nbob,cem,0.25\ncem,dee,1\ndee,ann,0.75\n';
const NODES = 'id,club,age\nann,red,1\nbob,blue,2\ncem,red,3\ndee,,4\n';
const read = () => readText('edges.csv', EDGES, { nodes: { name: 'nodes.csv', content: NODES } });

describe('assignTribes', () => {
  it('puts everyone into one tribe where nothing is said', async () => {
    const imported = await read();
    expect(imported.network.tribeCount).toBe(1);
    expect(imported.tribeNames).toEqual(['everyone']);
  });

  it('orders people by tribe; ids, attributes and ties go with them', async () => {
    const imported = await read();
    const grouped = assignTribes(imported, { column: 'club' });
    validateNetwork(grouped.network);
    expect(grouped.ids).toEqual(['ann', 'cem', 'bob', 'dee']);
    expect([...grouped.network.tribes]).toEqual([0, 0, 1, 2]);
    expect(grouped.tribeNames).toEqual(['red', 'blue', '(none)']);
    expect(grouped.attributes[1].values).toEqual(['1', '3', '2', '4']);
    expect(arcsOf(grouped).toSorted()).toEqual(arcsOf(imported).toSorted());
    expect(grouped.warnings).toEqual(['1 person without "club" put into the tribe (none).']);
    expect(grouped.hash).not.toBe(imported.hash);
  });

  it('leaves a network in order as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 4, maxLength: 4 }), async (clubs) => {
        const nodes = ['ann', 'bob', 'cem', 'dee'].map((id, i) => `${id},${clubs[i]}\n`).join('');
        const once = await readText('e.csv', EDGES, { nodes: { name: 'n.csv', content: `id,club\n${nodes}` }, tribes: { column: 'club' } });
        expect(assignTribes(once, { column: 'club' }).hash).toBe(once.hash);
      }),
    );
  });

  it('lists the columns when there is no such one', async () => {
    const imported = await read();
    expect(() => assignTribes(imported, { column: 'team' })).toThrow('expected one of club, age');
    const bare = await readText('edges.csv', EDGES);
    expect(() => assignTribes(bare, { column: 'team' })).toThrow('this one has none');
  });

  it('refuses more tribes than are allowed', async () => {
    const nodes = `id,own\n${Array.from({ length: 5001 }, (_, i) => `${i},${i}\n`).join('')}`;
    const imported = await readText('e.csv', '0,1\n', { nodes: { name: 'n.csv', content: nodes } });
    expect(() => assignTribes(imported, { column: 'own' })).toThrow(InputError);
  });

  it('keeps communities as an attribute, so that they can be written and read', async () => {
    const imported = await readText('e.csv', 'a,b\nb,c\nc,a\nx,y\ny,z\nz,x\na,x\n', { tribes: { louvain: { seed: '1' } } });
    expect(imported.tribeColumn).toBe('louvain');
    expect(imported.tribeNames).toEqual(['1', '2']);
    expect(imported.ids).toEqual(['a', 'b', 'c', 'x', 'y', 'z']);
    expect(assignTribes(imported, { column: 'louvain' }).hash).toBe(imported.hash);
  });
});

describe('the hash', () => {
  it('depends on everything that a run can see, and on nothing else', async () => {
    const hash = async (edges: string, options: Parameters<typeof readText>[2] = {}) => (await readText('x.csv', edges, options)).hash;
    const base = await hash('a,b\nb,c\n');
    expect(base).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash('# other\na;b\nb;c\nb;a\n')).toBe(base);
    const others = [
      await hash('a,b\nb,d\n'),
      await hash('a,b\na,c\n'),
      await hash('b,a\nb,c\n'),
      await hash('a,b\nb,c\n', { directed: true }),
      await hash('source,target,weight\na,b,1\nb,c,0.5\n'),
      await hash('source,target,layer\na,b,social\nb,c,interest\n'),
      await hash('a,b\nb,c\n', { nodes: { name: 'n', content: 'id,t\na,1\nb,2\nc,2\n' }, tribes: { column: 't' } }),
      await hash('a,b\nb,c\n', { nodes: { name: 'n', content: 'id,t\na,1\nb,3\nc,3\n' }, tribes: { column: 't' } }),
    ];
    expect(new Set([base, ...others]).size).toBe(others.length + 1);
  });
});
