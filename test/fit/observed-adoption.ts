import { readFileSync } from 'node:fs';
import { buildNetwork } from '../../sim/network/index.ts';
import type { Observed } from './worlds.ts';

export const DATA = process.env.SWAYLAB_DATA ?? '../shared/data';

export type Row = Readonly<Record<string, string>>;

export function table(file: string): Row[] {
  const [head, ...lines] = readFileSync(`${DATA}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','));
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));
}

/** Influence runs from the one named to the one who names. */
export function readObserved(name: string, periods: number): Observed {
  const nodes = table(`netdiffuser-${name}/nodes.csv`);
  const edges = table(`netdiffuser-${name}/edges_union.csv`);
  const person = new Map(nodes.map(({ id }, at) => [id, at]));
  const at = (id: string): number => person.get(id) as number;
  const names = [...new Set(nodes.map(({ group }) => group))];
  return {
    periods,
    times: Int32Array.from(nodes, ({ toa, adopted }) => (adopted === '1' ? Number(toa) : 0)),
    community: Uint32Array.from(nodes, ({ group }) => names.indexOf(group)),
    names,
    network: buildNetwork({
      n: nodes.length,
      directed: true,
      sources: Uint32Array.from(edges, ({ alter }) => at(alter)),
      targets: Uint32Array.from(edges, ({ ego }) => at(ego)),
    }),
  };
}
