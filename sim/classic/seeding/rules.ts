import type { Network } from '../../network/index.ts';
import type { Keys } from '../../random/index.ts';
import { atRandom } from './random.ts';

/** How a rule chooses: `count` different people of the network, the first choice first. */
type Choose = (network: Network, count: number, keys: Keys) => Uint32Array;

const RULES = {
  random: atRandom,
} as const satisfies Readonly<Record<string, Choose>>;

export type SeedingRule = keyof typeof RULES;

/** Every seeding rule, by name. */
export const SEEDING_RULES = Object.keys(RULES) as SeedingRule[];

/**
 * Seeds by a rule, the first choice first: a pure function of rule, network, count and keys. Ties are broken by luck, not by number.
 *
 * @param count at most the number of people
 */
export function chooseSeeds(rule: SeedingRule, network: Network, count: number, keys: Keys): Uint32Array {
  return RULES[rule](network, count, keys);
}
