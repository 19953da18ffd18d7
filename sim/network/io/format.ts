import { InputError } from '../../parameter/index.ts';

/** The formats that are read and written. */
export const NETWORK_FORMATS = ['edge-list', 'graphml', 'gexf', 'gml', 'pajek', 'node-link'] as const;
export type NetworkFormat = (typeof NETWORK_FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, NetworkFormat>> = {
  graphml: 'graphml',
  gexf: 'gexf',
  gml: 'gml',
  net: 'pajek',
  paj: 'pajek',
  json: 'node-link',
};

/** The format of a file, from its extension where that is specific, else from how its text begins; an edge list when nothing else fits. */
export function formatOf(name: string, beginning: string): NetworkFormat {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1].toLowerCase() ?? '';
  const known = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : null;
  if (known !== null) return known;
  const text = beginning.trimStart();
  if (text.startsWith('<')) {
    const root = /<(?:\w+:)?(graphml|gexf)[\s>]/i.exec(text)?.[1].toLowerCase();
    if (root === 'graphml' || root === 'gexf') return root;
    throw new InputError(`${name}: found XML that is neither GraphML nor GEXF.`, {
      file: name,
      path: 'line 1',
      found: text.slice(0, 40),
      allowed: '<graphml> or <gexf>',
    });
  }
  if (text.startsWith('{')) return 'node-link';
  if (/^(?:%[^\n]*\n\s*)*\*(?:vertices|network)\b/i.test(text)) return 'pajek';
  if (/^(?:(?:#|Creator\b|Version\b|comment\b)[^\n]*\n\s*)*graph\s*\[/i.test(text)) return 'gml';
  return 'edge-list';
}
