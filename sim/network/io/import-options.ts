import { INTEREST, SOCIAL } from '../network.ts';

/** How the two ends of a directed edge stand to influence: the first named in the file is the namer (ego), the second the named (alter). */
export type Influence = 'named-to-namer' | 'namer-to-named';

export interface EdgeColumns {
  /** Column of the first end, by name or by number from 1; found by the usual names (source, from, ego, …) by default. */
  readonly source?: string;
  /** Column of the second end. */
  readonly target?: string;
  /** Column (or attribute) of the tie strength, a positive number; "weight" or "strength" by default where there is one. */
  readonly weight?: string;
  /** Column (or attribute) of the layer, "social" or "interest"; "layer" by default where there is one. */
  readonly layer?: string;
  /** The first record names the columns; found out by default. */
  readonly header?: boolean;
  readonly delimiter?: string;
}

/** How a file becomes a network. Everything has a sensible default. */
export interface ImportOptions extends EdgeColumns {
  /** Edges run one way. By default as the file says; an edge list, which says nothing, is undirected. */
  readonly directed?: boolean;
  /** Direction of influence along a directed edge (named-to-namer: whom I name influences me). */
  readonly influence?: Influence;
  /** Column of the ids in a node table; attribute of the ids in JSON. */
  readonly id?: string;
}

/** As `plainName` gives them; the words of other languages for weight are as plain as the English one. */
const WEIGHT_NAMES = [
  'weight',
  'weights',
  'edgeweight',
  'tieweight',
  'strength',
  'tiestrength',
  'w',
  'gewicht',
  'gewichtung',
  'stärke',
  'staerke',
  'poids',
  'peso',
  'vikt',
  'vekt',
  'waga',
  'вес',
  '权重',
];

/** Lower case without punctuation, so that "Tie-Strength" and "tie_strength" are one name. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The attribute of an edge that holds its strength: the wanted one or a usual name; undefined where there is none. */
export function isWeightName(name: string, wanted: string | undefined): boolean {
  return wanted === undefined ? WEIGHT_NAMES.includes(plainName(name)) : name === wanted;
}

export function isLayerName(name: string, wanted: string | undefined): boolean {
  return wanted === undefined ? name === 'layer' : name === wanted;
}

/** A layer by its name or number; null where the text is neither. */
export function layerOf(text: string): number | null {
  if (text === '' || text === 'social' || text === '0') return SOCIAL;
  return text === 'interest' || text === '1' ? INTEREST : null;
}

export function layerName(layer: number): string {
  return layer === INTEREST ? 'interest' : 'social';
}

/** A text short enough for a message. */
export function clipped(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** The first names of a list, for a message. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name));
  return shown.join(', ') + (names.length > 20 ? ` and ${names.length - 20} more` : '');
}
