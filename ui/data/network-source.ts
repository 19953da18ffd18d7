import type { ImportedNetwork } from '../../sim/network/index.ts';
import type { NetworkQuestion } from '../lab/protocol.ts';

/** Seed of communities, the same as the command line's: they do not change with the seed of a comparison. */
export const LOUVAIN_SEED = 'swaylab';

let latest: { readonly hash: string; readonly flags: readonly string[] } | null = null;

/** Remembers how a network was read, for the command line. */
export function rememberSource({ hash }: ImportedNetwork, question: NetworkQuestion): void {
  latest = { hash, flags: flagsOf(question) };
}

/** Options that make the command line read the same network; after the page was loaded anew its file's name is no longer known. */
export function networkFlags({ hash }: ImportedNetwork): readonly string[] {
  return latest?.hash === hash ? latest.flags : ['--network', 'YOUR-NETWORK-FILE'];
}

function flagsOf({ file, nodes, options }: NetworkQuestion): string[] {
  const { source, target, weight, id, directed, influence, tribes } = options;
  const text = (flag: string, value: string | undefined): string[] => (value === undefined ? [] : [flag, value]);
  return [
    '--network',
    fileWord(file.name),
    ...text('--nodes', nodes === null ? undefined : fileWord(nodes.name)),
    ...text('--source', source),
    ...text('--target', target),
    ...text('--weight', weight),
    ...text('--id', id),
    ...(directed === true ? ['--directed'] : []),
    ...text('--influence', influence),
    ...(tribes === undefined ? [] : ['--tribes', 'column' in tribes ? tribes.column : 'louvain']),
  ];
}

/** A name that begins like an option is none behind a path. */
function fileWord(name: string): string {
  return name.startsWith('-') ? `./${name}` : name;
}
