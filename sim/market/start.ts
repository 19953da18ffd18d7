import { NEEDS } from '../brand/knowledge.ts';
import {
  BELIEF,
  CLAIM,
  type Consumers,
  DRIVES,
  FAMILIARITY,
  OUTSIDE,
  PRECISION,
  READING,
  ROW,
  TRIED,
  TRUST,
  VALUES,
} from '../consumer/state.ts';
import { deriveKeys, drawUniform, type Keys, PURPOSE } from '../random/index.ts';
import type { MarketSettings } from './settings.ts';
import type { World } from './world.ts';

/** State before the first week: unknown or known brands, prior beliefs, and who uses what. */
export function startState(people: Consumers, settings: MarketSettings, keys: Keys): void {
  const { rows, flags, n, brands } = people;
  const { belief, trust, habit } = settings.consumers;
  const { k0, k1 } = deriveKeys(keys, PURPOSE.incumbent);
  for (let i = 0; i < n; i++) {
    people.present[i] = OUTSIDE;
    people.habit[i] = habit.start;
    const u = drawUniform(k0, k1, i, 0);
    let below = 0;
    for (let b = 0; b < brands; b++) {
      const given = settings.brands[b];
      const row = (i * brands + b) * ROW;
      rows[row + BELIEF] = belief.priorMean;
      rows[row + PRECISION] = 1;
      rows[row + TRUST] = trust.start;
      rows[row + CLAIM] = -1;
      rows[row + READING] = -1;
      // Spread evenly around the mean so that not everybody knows a known brand equally well.
      rows[row + FAMILIARITY] = Math.min(1, 2 * given.familiarity * drawUniform(k0, k1, i, 1 + b));
      if (u >= below && u < below + given.users) {
        people.present[i] = b;
        rows[row + FAMILIARITY] = Math.max(rows[row + FAMILIARITY], settings.consumers.familiarity.userFloor);
        flags[i * brands + b] |= TRIED;
        people.tenure[i] = 52;
      }
      below += given.users;
    }
  }
}

/** The truth that research estimates: tribe means of drives and values, and how much people differ. */
export function measureNeeds(world: World, commonValues: ArrayLike<number>): void {
  const { people, needs, tribeSizes, needSpread, desirableNeeds, settings } = world;
  const total = new Float64Array(NEEDS);
  const square = new Float64Array(NEEDS);
  for (let i = 0; i < people.n; i++) {
    const tribe = people.tribe[i];
    tribeSizes[tribe]++;
    for (let k = 0; k < NEEDS; k++) {
      const value = needOf(people, i, k);
      needs[tribe * NEEDS + k] += value;
      total[k] += value;
      square[k] += value * value;
    }
  }
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    if (tribeSizes[tribe] > 0) for (let k = 0; k < NEEDS; k++) needs[tribe * NEEDS + k] /= tribeSizes[tribe];
  }
  let desirable = 0;
  for (let k = 0; k < DRIVES; k++) desirable += settings.market.desirableDrives[k];
  for (let k = 0; k < NEEDS; k++) {
    const mean = total[k] / people.n;
    needSpread[k] = Math.sqrt(Math.max(1e-6, square[k] / people.n - mean * mean));
    desirableNeeds[k] = k < DRIVES ? settings.market.desirableDrives[k] / (desirable > 0 ? desirable : 1) : commonValues[k - DRIVES];
  }
}

/** Dimension k of a person's needs: four drives, then ten values. */
export function needOf(people: Consumers, person: number, k: number): number {
  return k < DRIVES ? people.drives[person * DRIVES + k] : people.values[person * VALUES + k - DRIVES];
}

/** Everybody by number of ties, most first: a counting sort, so that equal degrees keep their order. */
export function rankHubs(world: World): void {
  const { hubs, ties, people } = world;
  let most = 0;
  for (let i = 0; i < people.n; i++) if (ties.used[i] > most) most = ties.used[i];
  const place = new Uint32Array(most + 2);
  for (let i = 0; i < people.n; i++) place[most - ties.used[i] + 1]++;
  for (let d = 0; d <= most; d++) place[d + 1] += place[d];
  for (let i = 0; i < people.n; i++) hubs[place[most - ties.used[i]]++] = i;
}
