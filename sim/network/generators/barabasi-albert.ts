import { count, type Values } from '../../parameter/index.ts';
import { type Keys, Stream } from '../../random/index.ts';
import { checkNetworkLimits } from '../limits.ts';
import type { Network } from '../network.ts';
import { people, strength } from './shared-parameters.ts';
import { TieList } from './tie-list.ts';

export const tiesPerNewcomer = count(
  10,
  [5, 25],
  'ties',
  'Ties that each newcomer makes; the mean degree approaches twice this.',
  'Evidence 2.22 (mean degree 20)',
  [1, 500],
);

export const parameters = { people, tiesPerNewcomer, strength };

/**
 * Preferential attachment (Barabasi and Albert 1999, 10.1126/science.286.5439.509): each newcomer ties to m different people, chosen
 * with probability proportional to their degree. It grows from m + 1 people who all know each other (fewer people than that are a complete network).
 */
export function barabasiAlbert(values: Values<typeof parameters>, keys: Keys): Network {
  const { people: n, tiesPerNewcomer: m } = values;
  checkNetworkLimits({ nodes: n, ties: n * m });
  const stream = new Stream(keys);
  const core = Math.min(n, m + 1);
  const total = (core * (core - 1)) / 2 + (n - core) * m;
  const ties = new TieList(total);
  // Everyone stands here once for each of their ties, so a uniform pick is proportional to degree.
  const ends = new Uint32Array(2 * total);
  let ended = 0;
  const tie = (a: number, b: number) => {
    ties.add(a, b, values.strength);
    ends[ended++] = a;
    ends[ended++] = b;
  };
  for (let i = 1; i < core; i++) for (let j = 0; j < i; j++) tie(i, j);
  const chosenBy = new Uint32Array(n);
  for (let newcomer = core; newcomer < n; newcomer++) {
    const before = ended;
    for (let made = 0; made < m; ) {
      const other = ends[stream.integer(before)];
      if (chosenBy[other] === newcomer) continue;
      chosenBy[other] = newcomer;
      tie(newcomer, other);
      made++;
    }
  }
  return ties.build(n);
}
