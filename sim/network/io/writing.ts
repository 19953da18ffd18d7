import type { Network } from '../network.ts';
import type { Influence } from './import-options.ts';
import type { AttributeColumn } from './imported-network.ts';

export interface WriteOptions {
  /** As in reading: who stands first in a directed edge. By default the one who is influenced (the namer). */
  readonly influence?: Influence;
  /** Between the fields of edge lists and node tables: "," by default. */
  readonly delimiter?: string;
}

const CHUNK = 65_536;

/** Joins small texts into chunks of some size, so that a large file never stands in memory as a whole. */
export function* inChunks(texts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const text of texts) {
    chunk += text;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Every tie once, as [first, second, arc] in the order in which a file names the two. */
export function* ties(network: Network, influence: Influence = 'named-to-namer'): Generator<[first: number, second: number, arc: number]> {
  const { n, directed, offsets, targets } = network;
  const namedFirst = !directed || influence === 'namer-to-named';
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const j = targets[arc];
      if (!directed && j < i) continue;
      yield namedFirst ? [i, j, arc] : [j, i, arc];
    }
  }
}

/** The shortest decimal that single precision reads back as the same strength. */
export function shortWeight(strength: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(strength.toPrecision(digits));
    if (Math.fround(short) === strength) return String(short);
  }
  return String(Number(strength.toPrecision(9)));
}

/** Names under which a format can hold the attributes: its own words and repeated names get a number behind them. */
export function freeNames(attributes: readonly AttributeColumn[], taken: readonly string[], spelled = (name: string) => name): string[] {
  const used = new Set(taken);
  return attributes.map((column) => {
    const base = spelled(column.name);
    let name = base;
    for (let i = 2; used.has(name); i++) name = spelled(`${base} ${i}`);
    used.add(name);
    return name;
  });
}
