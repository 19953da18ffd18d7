import { InputError } from '../../sim/parameter/index.ts';
import { isPng } from '../share/png-content.ts';

/** What a file that was dropped or chosen holds. */
export type FileKind = 'picture' | 'drawing' | 'scenario' | 'content' | 'lesson' | 'result' | 'manifest' | 'network' | 'partition' | 'runs';

const NETWORK_ENDINGS = ['csv', 'tsv', 'txt', 'edges', 'edgelist', 'el', 'net', 'paj', 'graphml', 'xml', 'gexf', 'gml', 'dat'];
const HEAD_BYTES = 512;

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** What a file holds, by its name and how it begins; JSON by its members. @throws InputError when it is nothing that can be opened */
export async function kindOfFile(file: File, json: (file: File) => Promise<unknown>): Promise<FileKind> {
  const ending = endingOf(file.name);
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (isPng(head)) return 'picture';
  const beginning = new TextDecoder().decode(head).trimStart();
  if (ending === 'svg' || /^(<\?xml[^>]*>\s*)?<svg[\s>]/.test(beginning)) return 'drawing';
  // Tables are lists of rows; an object of such a name is something else that is called so.
  if (/^(runs|weeks|tribes)\.(csv|json|parquet)$/.test(file.name) && !beginning.startsWith('{')) return 'runs';
  if (ending === 'clu') return 'partition';
  if (ending === 'json' || beginning.startsWith('{')) return kindOfJson(await json(file));
  if (NETWORK_ENDINGS.includes(ending)) return 'network';
  throw new InputError(`${file.name} is nothing that can be opened here`, {
    file: file.name,
    path: 'file',
    found: ending === file.name.toLowerCase() ? 'a file without an ending' : `a file that ends in .${ending}`,
    allowed: 'a scenario, a lesson, a network (CSV, edge list, Pajek, GraphML, GEXF, GML, JSON), a result, a picture or SVG saved here',
  });
}

function kindOfJson(value: unknown): FileKind {
  const has = (...keys: string[]) => typeof value === 'object' && value !== null && keys.every((key) => key in value);
  if (has('digest', 'strategies', 'comparisons')) return 'result';
  if (has('format', 'experiment', 'sessions')) return 'manifest';
  if (has('engine', 'scenario')) return 'content';
  if (has('steps', 'minutes')) return 'lesson';
  if (has('nodes', 'links') || has('nodes', 'edges')) return 'network';
  return 'scenario';
}
