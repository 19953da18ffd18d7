import type { Network } from '../../network/index.ts';
import type { Keys } from '../../random/index.ts';
import { friendsOfRandom } from './acquaintances.ts';
import { best } from './best.ts';
import { betweenness } from './betweenness.ts';
import { celf } from './celf.ts';
import { closeness } from './closeness.ts';
import { outStrength } from './degree.ts';
import { eigenvectorCentrality } from './eigenvector.ts';
import { shells } from './k-shell.ts';
import { neighbourhood } from './neighbourhood.ts';
import { pageRank } from './pagerank.ts';
import { atRandom } from './random.ts';
import { bridging, onePerTribe } from './tribes.ts';
import { voteRank } from './vote-rank.ts';

/** How a rule chooses: `count` different people of the network, the first choice first. */
type Choose = (network: Network, count: number, keys: Keys) => Uint32Array;

/** A rule that takes the highest scores. */
function highest(score: (network: Network, keys: Keys) => ArrayLike<number>): Choose {
  return (network, count, keys) => best(score(network, keys), count, keys);
}

const RULES = {
  random: atRandom,
  degree: highest(outStrength),
  betweenness: highest(betweenness),
  closeness: highest(closeness),
  eigenvector: highest(eigenvectorCentrality),
  pagerank: highest(pageRank),
  'k-shell': highest(shells),
  'vote-rank': voteRank,
  'one-per-tribe': onePerTribe,
  bridges: highest(bridging),
  'friends-of-random': friendsOfRandom,
  neighbourhood,
  celf,
} as const satisfies Readonly<Record<string, Choose>>;

export type SeedingRule = keyof typeof RULES;

/** Every seeding rule, by name. Strengths and directions count in all of them but `k-shell`, which knows no directions. */
export const SEEDING_RULES = Object.keys(RULES) as SeedingRule[];

/**
 * Seeds by a rule, the first choice first: a pure function of rule, network, count and keys. Between equals the lot decides, not their number.
 *
 * @param count at most the number of people
 * @throws InputError where the network is too large for the rule
 */
export function chooseSeeds(rule: SeedingRule, network: Network, count: number, keys: Keys): Uint32Array {
  return RULES[rule](network, count, keys);
}
