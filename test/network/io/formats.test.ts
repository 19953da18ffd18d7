import { MultiGraph, UndirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { fromGraphology, toGraphology } from '../../../sim/network/io/graphology.ts';
import { InputError } from '../../../sim/parameter/index.ts';
import { arcsOf, readText } from './read-text.ts';

const attribute = (name: string, ...values: (string | null)[]) => ({ name, values });

describe('GraphML', () => {
  const networkx = `<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="d1" for="edge" attr.name="weight" attr.type="double" />
  <key id="d0" for="node" attr.name="club" attr.type="string"><default>none yet</default></key>
  <graph edgedefault="directed">
    <node id="ann"><data key="d0">R&amp;D &#x263A;</data></node>
    <node id="bob" />
    <node id="c &quot;&lt;&gt;"><data key="d0"><![CDATA[a &amp; b]]></data></node>
    <edge source="ann" target="bob"><data key="d1">2.0</data></edge>
    <edge source="bob" target="c &quot;&lt;&gt;"><data key="d1">1</data></edge>
  </graph>
</graphml>`;
  it('is read as networkx writes it', async () => {
    const imported = await readText('x.graphml', networkx);
    expect(imported.network.directed).toBe(true);
    expect(arcsOf(imported)).toEqual(['bob>ann', 'c "<>>bob']);
    expect([...imported.network.strengths]).toEqual([1, 0.5]);
    expect(imported.attributes).toEqual([attribute('club', 'R&D ☺', 'none yet', 'a &amp; b')]);
  });
  it('is known by its content', async () => {
    expect((await readText('upload', networkx)).hash).toBe((await readText('x.graphml', networkx)).hash);
  });
  it('may mix directed and undirected edges', async () => {
    const imported = await readText(
      'x.graphml',
      '<graphml><graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/><edge source="a" target="b"/><edge source="b" target="c" directed="true"/></graph></graphml>',
    );
    expect(arcsOf(imported)).toEqual(['a>b', 'b>a', 'c>b']);
    expect(imported.warnings).toEqual(['1 undirected tie became two arcs each, one each way.']);
  });
});

describe('GEXF', () => {
  it('is read as Gephi writes it', async () => {
    const imported = await readText(
      'x.gexf',
      `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
  <meta lastmodifieddate="2024-01-01"><creator>Gephi 0.10</creator></meta>
  <graph defaultedgetype="undirected" mode="static">
    <attributes class="node" mode="static"><attribute id="modularity_class" title="Modularity Class" type="integer"><default>0</default></attribute></attributes>
    <nodes>
      <node id="0" label="Myriel"><attvalues><attvalue for="modularity_class" value="3"></attvalue></attvalues><viz:size value="28.6"></viz:size></node>
      <node id="1" label="Napoleon"/>
      <node id="2"/>
    </nodes>
    <edges><edge id="0" source="1" target="0" weight="1.0"></edge><edge source="2" target="0" weight="4.0"/><edge source="2" target="1"/></edges>
  </graph>
</gexf>`,
    );
    expect(imported.ids).toEqual(['0', '1', '2']);
    expect(imported.network.directed).toBe(false);
    expect([...imported.network.strengths]).toEqual([0.25, 1, 0.25, 0.25, 1, 0.25]);
    expect(imported.attributes).toEqual([attribute('Modularity Class', '3', '0', '0'), attribute('label', 'Myriel', 'Napoleon', null)]);
    expect(imported.warnings).toContain('1 tie without a weight taken as weight 1.');
  });
});

describe('GML', () => {
  const football = `Creator "Mark Newman on Sat Jul 22 05:32:16 2006"
graph
[
  directed 0
  node
  [
    id 0
    label "BrighamYoung &quot;Cougars&quot; &#233;"
    value 7
    graphics [ x 1.0 y 2.0 ]
  ]
  node [ id 5 label "FloridaState" value 0 ] # a comment
  edge [ source 5 target 0 value 3 ]
]`;
  it('takes labels for ids where no two are equal', async () => {
    const imported = await readText('football.gml', football, { weight: 'value' });
    expect(imported.ids).toEqual(['BrighamYoung "Cougars" é', 'FloridaState']);
    expect(imported.attributes).toEqual([attribute('value', '7', '0')]);
    expect(imported.warnings).toEqual(['Weights divided by the greatest, 3, to lie between 0 and 1.']);
  });
  it('takes numbers for ids otherwise, labels for an attribute', async () => {
    const imported = await readText('x', 'graph [ directed 1 node [ id 1 label "a" ] node [ id 2 label "a" ] edge [ source 1 target 2 ] ]');
    expect(imported.ids).toEqual(['1', '2']);
    expect(imported.attributes).toEqual([attribute('label', 'a', 'a')]);
    expect(arcsOf(imported)).toEqual(['2>1']);
  });
});

describe('Pajek', () => {
  const net = `*Network a small one
% a comment
*Vertices 4
1 "ann" 0.1 0.2 0.5 ic Red
2 "b&#233;a" [1-5]
4 dora
*Arcs :1 "social"
1 2 2.5 c Blue
2 1 5
*Edges :2 "interest"
2 4 1 [3-4]
*Arcslist
4 1 2
*Vector ignored
0.4
`;
  it('is read with arcs, edges, lists, relations and missing lines', async () => {
    const imported = await readText('x.net', net);
    expect(imported.ids).toEqual(['ann', 'béa', '3', 'dora'].map((_, i) => String(i + 1)));
    expect(imported.attributes).toEqual([attribute('label', 'ann', 'béa', null, 'dora')]);
    expect(arcsOf(imported)).toEqual(['1>2', '1>4', '2>1', '2>4', '4>2']);
    expect([...imported.network.layers]).toEqual([0, 0, 0, 0, 1]);
  });
  it('takes labels for ids where everyone has one', async () => {
    expect((await readText('x.net', '*vertices 2\r\n1 "a b"\r\n2 c\r\n*edges\r\n1 2\r\n')).ids).toEqual(['a b', 'c']);
  });
  it('is read as a matrix', async () => {
    const imported = await readText('x.net', '*Vertices 3\n*Matrix\n0 1 0\n0 0 2\n0 0 0\n');
    expect(arcsOf(imported)).toEqual(['2>1', '3>2']);
    expect([...imported.network.strengths]).toEqual([0.5, 1]);
  });
  it('takes tribes from a partition', async () => {
    const imported = await readText('x.net', '*Vertices 3\n*Edges\n1 2\n', {
      partition: { name: 'x.clu', content: '*Vertices 3\r\n7\r\n2\r\n7\r\n' },
    });
    expect(imported.ids).toEqual(['1', '3', '2']);
    expect(imported.tribeNames).toEqual(['7', '2']);
  });
});

describe('node-link JSON', () => {
  it('is read as networkx writes it', async () => {
    const imported = await readText(
      'x.json',
      '{"directed": true, "multigraph": false, "graph": {}, "nodes": [{"club": "red", "id": 0}, {"club": null, "id": 1}], "edges": [{"weight": 0.5, "source": 0, "target": 1}]}',
    );
    expect(arcsOf(imported)).toEqual(['1>0']);
    expect(imported.attributes).toEqual([attribute('club', 'red', null)]);
    expect([...imported.network.strengths]).toEqual([0.5]);
  });
  it('is read as d3 has it: links by position where nodes have names alone, or by the node objects', async () => {
    const byPosition = await readText(
      'x',
      '{"nodes":[{"name":"Myriel","group":1},{"name":"Valjean","group":2}],"links":[{"source":1,"target":0,"value":8}]}',
    );
    expect(byPosition.ids).toEqual(['Myriel', 'Valjean']);
    expect(arcsOf(byPosition)).toEqual(['Myriel>Valjean', 'Valjean>Myriel']);
    const byObject = await readText('x', '{"nodes":[{"id":"a"},{"id":"b"}],"links":[{"source":{"id":"a","x":1},"target":{"id":"b"}}]}');
    expect(arcsOf(byObject)).toEqual(['a>b', 'b>a']);
  });
  it('refuses numbers that JSON has already changed', async () => {
    await expect(readText('x.json', '{"nodes":[{"id":12345678901234567890}],"links":[]}')).rejects.toThrow('nodes.0.id: found the number');
  });
});

describe('graphology', () => {
  const graph = new MultiGraph();
  graph.addNode('ann', { club: 'red', age: 30 });
  graph.addNode('bob', { club: 'blue' });
  graph.addNode('cem');
  graph.addDirectedEdge('ann', 'bob', { weight: 3 });
  graph.addUndirectedEdge('bob', 'cem', { weight: 6 });
  it('gives any graph, mixed ones as directed', () => {
    const imported = fromGraphology(graph);
    expect(arcsOf(imported)).toEqual(['bob>ann', 'bob>cem', 'cem>bob']);
    expect([...imported.network.strengths]).toEqual([0.5, 1, 1]);
    expect(imported.attributes).toEqual([attribute('club', 'red', 'blue', null), attribute('age', '30', null, null)]);
  });
  it('is read from its serialized form as a file', async () => {
    expect((await readText('x.json', JSON.stringify(graph.export()))).hash).toBe(fromGraphology(graph).hash);
  });
  it('cannot hold the words of objects themselves', async () => {
    const imported = await readText('x.csv', 'a,constructor\n');
    expect(() => toGraphology(imported)).toThrow(InputError);
  });
  it('goes there and back', () => {
    const undirected = new UndirectedGraph();
    undirected.mergeEdge('x', 'y', { weight: 0.5, layer: 'interest' });
    const imported = fromGraphology(undirected);
    const back = toGraphology(imported);
    expect(back.type).toBe('undirected');
    expect(back.getEdgeAttributes('x', 'y')).toEqual({ weight: 0.5, layer: 'interest' });
    expect(fromGraphology(back).hash).toBe(imported.hash);
  });
});
