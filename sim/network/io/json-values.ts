import { SOCIAL } from '../network.ts';
import { clipped, type ImportOptions, isLayerName, isWeightName, layerOf } from './import-options.ts';
import type { NetworkDraft } from './network-draft.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Weight and layer among the properties of an edge. */
export function edgeValues(
  draft: NetworkDraft,
  edge: JsonObject,
  path: string,
  options: ImportOptions,
): { weight: number | null; layer: number } {
  let weight: number | null = null;
  let layer: number | null = SOCIAL;
  for (const name of Object.keys(edge)) {
    if (weight === null && isWeightName(name, options.weight)) {
      const text = textOf(edge[name]);
      if (text !== null) weight = draft.weight(text, `${path}.${name}`);
    } else if (isLayerName(name, options.layer)) {
      layer = layerOf(textOf(edge[name]) ?? '');
      if (layer === null && options.layer !== undefined) throw draft.error(`${path}.${name}`, 'another layer', 'social or interest');
    }
  }
  return { weight, layer: layer ?? SOCIAL };
}

/** An id as text. Numbers that JSON cannot hold exactly are refused, since two people might become one. */
export function idOf(draft: NetworkDraft, value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && (!Number.isInteger(value) || Number.isSafeInteger(value))) return String(value);
  const found = typeof value === 'number' ? `the number ${value}` : kindOf(value);
  throw draft.error(path, found, 'an id: text, or a number that JSON holds exactly');
}

/** A value as the text of an attribute. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean | bigint);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `${typeof value} ${clipped(String(value as number | boolean | string))}`;
}

/** The document of a JSON text. */
export function parseJson(draft: NetworkDraft, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const path = position === undefined ? 'file' : `line ${text.slice(0, Number(position)).split('\n').length}`;
    const said = String(error).replace(/\s+/g, ' ').slice(0, 200);
    throw draft.error(path, `malformed JSON (${said})`, 'a JSON document');
  }
}
