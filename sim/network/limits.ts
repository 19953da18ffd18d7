import { InputError } from '../parameter/index.ts';

/** The largest network the project accepts. Checked before anything is allocated, for generated and imported networks alike. */
export const NETWORK_LIMITS = {
  /** Bytes of one network file. */
  bytes: 2_147_483_648,
  /** People. */
  nodes: 2_000_000,
  /** Ties; an undirected tie counts once. */
  ties: 50_000_000,
  /** Tribes; regard is kept for every pair of tribes. */
  tribes: 5_000,
} as const;

export interface NetworkSize {
  readonly bytes?: number;
  readonly nodes?: number;
  readonly ties?: number;
  readonly tribes?: number;
}

const NOUNS: Readonly<Record<keyof NetworkSize, string>> = { bytes: 'bytes', nodes: 'people', ties: 'ties', tribes: 'tribes' };

/** Throws an InputError that names what was found and what is allowed when a network of this size is too large. */
export function checkNetworkLimits(size: NetworkSize, path = 'network', file: string | null = null): void {
  for (const quantity of ['bytes', 'nodes', 'ties', 'tribes'] as const) {
    const found = size[quantity];
    const most = NETWORK_LIMITS[quantity];
    if (found !== undefined && !(found <= most)) {
      const noun = NOUNS[quantity];
      throw new InputError(`The network is too large: ${found} ${noun}, at most ${most} are allowed.`, {
        file,
        path,
        found: `${found} ${noun}`,
        allowed: `at most ${most} ${noun}`,
      });
    }
  }
}
