import { real, type Values } from '../../parameter/index.ts';
import { type Keys, Stream } from '../../random/index.ts';
import { checkNetworkLimits } from '../limits.ts';
import type { Network } from '../network.ts';
import { tiesPerNewcomer } from './barabasi-albert.ts';
import { GrowingRows } from './growing-rows.ts';
import { people, strength } from './shared-parameters.ts';
import { TieList } from './tie-list.ts';

export const parameters = {
  people,
  tiesPerNewcomer,
  triadFormation: real(
    0.8,
    [0, 1],
    'probability',
    'Chance that a further tie of a newcomer closes a triangle with the tie before it.',
    'Holme and Kim 2002, 10.1103/PhysRevE.65.026107',
  ),
  strength,
};

/**
 * Preferential attachment with triad formation (Holme and Kim 2002, 10.1103/PhysRevE.65.026107): after a tie by preferential
 * attachment to v, each further tie goes with the given probability to a friend of v, else again by preferential attachment.
 * Without triad formation it is the model of Barabasi and Albert.
 */
export function holmeKim(values: Values<typeof parameters>, keys: Keys): Network {
  const { people: n, tiesPerNewcomer: m, triadFormation } = values;
  checkNetworkLimits({ nodes: n, ties: n * m });
  const stream = new Stream(keys);
  const core = Math.min(n, m + 1);
  const total = (core * (core - 1)) / 2 + (n - core) * m;
  const ties = new TieList(total);
  const friends = new GrowingRows(n, m, 3 * total);
  const ends = new Uint32Array(2 * total);
  let ended = 0;
  const tie = (a: number, b: number) => {
    ties.add(a, b, values.strength);
    friends.push(a, b);
    friends.push(b, a);
    ends[ended++] = a;
    ends[ended++] = b;
  };
  for (let i = 1; i < core; i++) for (let j = 0; j < i; j++) tie(i, j);
  const chosenBy = new Uint32Array(n);

  /** A friend of v to whom the newcomer is not tied yet, or -1 after as many tries as v has friends. */
  const freeFriendOf = (v: number, newcomer: number): number => {
    const degree = friends.length(v);
    for (let attempt = 0; attempt < degree; attempt++) {
      const friend = friends.at(v, stream.integer(degree));
      if (friend !== newcomer && chosenBy[friend] !== newcomer) return friend;
    }
    return -1;
  };

  for (let newcomer = core; newcomer < n; newcomer++) {
    const before = ended;
    let anchor = -1;
    for (let made = 0; made < m; ) {
      let other = anchor >= 0 && stream.uniform() < triadFormation ? freeFriendOf(anchor, newcomer) : -1;
      if (other < 0) {
        other = ends[stream.integer(before)];
        if (chosenBy[other] === newcomer) continue;
        anchor = other;
      }
      chosenBy[other] = newcomer;
      tie(newcomer, other);
      made++;
    }
  }
  return ties.build(n);
}
