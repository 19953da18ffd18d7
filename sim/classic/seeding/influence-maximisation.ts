import type { Network } from '../../network/index.ts';
import { choice, count, real, type Values } from '../../parameter/index.ts';
import { deriveKeys, type Keys } from '../../random/index.ts';
import { CHANCE_RULES, type ChanceRule } from '../contagion/arc-chances.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { LazyGreedy } from './celf.ts';
import { LiveWorlds } from './live-worlds.ts';
import { shuffled } from './random.ts';
import { chooseSeeds, SEEDING_RULES, type SeedingRule } from './rules.ts';

const KEMPE = 'Kempe, Kleinberg and Tardos 2003, 10.1145/956750.956769';

/** Seeds asked of the other rule at first; then twice as many, and so on. */
const FIRST_RIVALS = 32;

const parameters = {
  cascade: choice('independent-cascade', ['independent-cascade', 'linear-threshold'], 'How adoption spreads from the seeds.', KEMPE),
  rule: choice('weighted-cascade', CHANCE_RULES, 'Probability of a tie in the independent cascade, as in that model.', KEMPE),
  chance: real(0.1, [0.01, 0.1], 'probability', 'Chance along a tie of strength 1; not used by the weighted cascade.', KEMPE, [0, 1]),
  worlds: count(
    200,
    [50, 1000],
    'worlds',
    'Sampled worlds on which seeds are chosen, and as many others on which they are judged.',
    'Kempe et al. 2003 take 10,000; the half-width of a spread falls with the root',
    [1, 100_000],
  ),
  rival: choice('degree', SEEDING_RULES, 'Seeding rule to compare with.', 'Kempe et al. 2003, figure 1'),
};

/**
 * Influence maximisation: seed by seed, how far the best seeds that greedy can find spread. Spreads are judged on worlds that were not used
 * to choose the seeds, since the best on a sample looks better there than it is.
 */
export const influenceMaximisation = classicModel({
  name: 'influence-maximisation',
  title: 'Influence maximisation (greedy, CELF)',
  meaning: 'Each further seed is whoever adds most to the expected spread; another rule stands beside it.',
  source: `${KEMPE}; lazily, Leskovec et al. 2007, 10.1145/1281192.1281239`,
  time: 'A step is one more seed.',
  updating: 'synchronous',
  state: 'number of the seed, 1 for the first chosen; 0 for those who are none',
  parameters,
  columns: [
    { name: 'spread', unit: 'share', meaning: 'People who adopt in the mean, on worlds that were not used to choose.' },
    { name: 'rival', unit: 'share', meaning: 'The same for as many seeds by the other rule.' },
    { name: 'chosenOn', unit: 'share', meaning: 'Spread on the worlds that were used to choose: flattering.' },
    { name: 'evaluations', unit: 'spreads', meaning: 'Spreads computed so far; plain greedy computes that of everyone at every step.' },
  ],
  steps: 20,
  start(values, { network, keys }) {
    const { n } = network;
    const choosing = worldsOf(values, network, deriveKeys(keys, LUCK.contact, 1));
    const judging = worldsOf(values, network, deriveKeys(keys, LUCK.contact, 2));
    const rivals = worldsOf(values, network, deriveKeys(keys, LUCK.contact, 2));
    const greedy = new LazyGreedy(choosing, shuffled(n, deriveKeys(keys, LUCK.seeding, 1)));
    // Every rule gives the first choice first, so that asking for more seeds keeps those that it gave before.
    const rivalSeeds = (wanted: number): Uint32Array =>
      chooseSeeds(values.rival as SeedingRule, network, Math.min(wanted, n), deriveKeys(keys, LUCK.seeding, 2));
    let rival = rivalSeeds(FIRST_RIVALS);
    const states = new Int32Array(n);
    let [spread, rivalSpread, chosenOn, seeds] = [0, 0, 0, 0];
    return {
      states,
      step() {
        const next = greedy.next();
        if (next === null) return false;
        chosenOn += next.gain;
        spread += judging.gain(next.person);
        judging.add(next.person);
        if (seeds === rival.length) rival = rivalSeeds(2 * seeds);
        rivalSpread += rivals.gain(rival[seeds]);
        rivals.add(rival[seeds]);
        states[next.person] = ++seeds;
        return seeds < n;
      },
      measure: () => [spread / n, rivalSpread / n, chosenOn / n, choosing.evaluations],
    };
  },
});

function worldsOf({ cascade, rule, chance, worlds }: Values<typeof parameters>, network: Network, keys: Keys): LiveWorlds {
  if (cascade === 'linear-threshold') return LiveWorlds.linearThreshold(network, worlds, keys);
  return LiveWorlds.independentCascade(network, rule as ChanceRule, chance, worlds, keys);
}
