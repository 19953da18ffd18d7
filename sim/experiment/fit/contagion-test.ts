import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { buildNetwork, type Network } from '../../network/index.ts';
import { deriveKeys, type Keys, Stream } from '../../random/index.ts';
import type { AdoptionRecord } from './adoption-record.ts';
import { type RiskCells, riskCells } from './hazard.ts';

/** How an observed number stands to what chance makes of it. */
export interface AgainstChance {
  readonly mean: number;
  readonly sd: number;
  /** Standard deviations of chance by which the observed lies above its mean. */
  readonly z: number;
  /** Share of chance at or above the observed, one-sided, the observed counted in: (k + 1) / (n + 1). */
  readonly p: number;
}

/** Whether people adopt when those who influence them have, over and above when their community does. */
export interface ContagionTest {
  /** Hazard of someone all of whose influencers have adopted, against someone none of whose has, in the same community and period. */
  readonly ratio: number;
  /** Its 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Logarithm of the ratio against the same with the times of adoption shuffled within communities. */
  readonly timesShuffled: AgainstChance;
  /** And with everyone's influencers redrawn within the community. */
  readonly tiesRewired: AgainstChance;
}

/**
 * Contagion on the observed network, by the partial likelihood of Cox (1972, 10.1111/j.2517-6161.1972.tb00899.x) with a stratum for every
 * community and period: whatever moves a whole community at once, such as advertising or a season, drops out. Likes that flock together do not:
 * a ratio above 1 is no proof of influence (Shalizi & Thomas 2011, 10.1177/0049124111404820).
 *
 * @param repeats shuffles and rewirings
 */
export function testContagion(record: AdoptionRecord & { readonly network: Network }, repeats: number, keys: Keys): ContagionTest {
  const { logRatio, error } = partialLikelihood(riskCells(record));
  const chance = (luck: Keys, changed: (keys: Keys) => AdoptionRecord): AgainstChance =>
    compare(
      logRatio,
      Array.from({ length: repeats }, (_, repeat) => partialLikelihood(riskCells(changed(deriveKeys(luck, repeat)))).logRatio),
    );
  return {
    ratio: exp(logRatio),
    low: exp(logRatio - 1.96 * error),
    high: exp(logRatio + 1.96 * error),
    timesShuffled: chance(deriveKeys(keys, 1), (luck) => ({ ...record, times: shuffledTimes(record, luck) })),
    tiesRewired: chance(deriveKeys(keys, 2), (luck) => ({ ...record, network: rewired(record, luck) })),
  };
}

function compare(observed: number, chance: readonly number[]): AgainstChance {
  const mean = chance.reduce((sum, value) => sum + value, 0) / chance.length;
  const sd = Math.sqrt(chance.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (chance.length - 1));
  const above = chance.filter((value) => value >= observed).length;
  return { mean, sd, z: (observed - mean) / sd, p: (above + 1) / (chance.length + 1) };
}

/** Keeps a hazard ratio finite where everyone who adopts has seen more than everyone who does not. */
const MOST = ln(1000);

/** Coefficient of exposure by Newton's method, ties in time as Breslow 1974 (10.2307/2529620), with its standard error. */
function partialLikelihood(cells: RiskCells): { logRatio: number; error: number } {
  const strata = strataOf(cells);
  let beta = 0;
  let information = 0;
  for (let round = 0; round < 50; round++) {
    let score = 0;
    information = 0;
    for (const rows of strata) {
      let events = 0;
      let seen = 0;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      for (const at of rows) {
        const x = cells.exposure[at];
        const weight = cells.atRisk[at] * exp(beta * x);
        events += cells.events[at];
        seen += cells.events[at] * x;
        s0 += weight;
        s1 += weight * x;
        s2 += weight * x * x;
      }
      score += seen - (events * s1) / s0;
      information += events * (s2 / s0 - (s1 / s0) * (s1 / s0));
    }
    if (information < 1e-12) return { logRatio: beta, error: Infinity };
    const next = Math.max(-MOST, Math.min(MOST, beta + Math.max(-1, Math.min(1, score / information))));
    const moved = Math.abs(next - beta);
    beta = next;
    if (moved < 1e-8) break;
  }
  return { logRatio: beta, error: 1 / Math.sqrt(information) };
}

/** Rows of each community and period in which somebody adopted. */
function strataOf({ community, period, events }: RiskCells): number[][] {
  const strata = new Map<string, { rows: number[]; events: number }>();
  for (let at = 0; at < events.length; at++) {
    const key = `${community[at]} ${period[at]}`;
    const stratum = strata.get(key) ?? { rows: [], events: 0 };
    strata.set(key, stratum);
    stratum.rows.push(at);
    stratum.events += events[at];
  }
  return [...strata.values()].filter((stratum) => stratum.events > 0).map(({ rows }) => rows);
}

function membersOf({ community, names }: AdoptionRecord): number[][] {
  const members: number[][] = names.map(() => []);
  community.forEach((at, person) => {
    members[at].push(person);
  });
  return members;
}

/** The same times of adoption, given to others of the community: its curve stays, who adopts when does not. */
export function shuffledTimes(record: AdoptionRecord, keys: Keys): Int32Array {
  const times = record.times.slice();
  const stream = new Stream(keys);
  for (const people of membersOf(record)) {
    stream.shuffle(people.slice()).forEach((other, at) => {
      times[people[at]] = record.times[other];
    });
  }
  return times;
}

/** As many influencers for everyone, with the same strengths, drawn anew from the community without repetition. */
export function rewired({ network, ...record }: AdoptionRecord & { readonly network: Network }, keys: Keys): Network {
  const members = membersOf({ network, ...record });
  const stream = new Stream(keys);
  const { n, offsets, targets, strengths } = network;
  const arriving: number[][] = Array.from({ length: n }, () => []);
  for (let arc = 0; arc < offsets[n]; arc++) arriving[targets[arc]].push(strengths[arc]);
  const sources: number[] = [];
  const ends: number[] = [];
  const kept: number[] = [];
  arriving.forEach((ties, person) => {
    const others = stream.shuffle(members[record.community[person]].filter((other) => other !== person));
    ties.slice(0, others.length).forEach((strength, at) => {
      sources.push(others[at]);
      ends.push(person);
      kept.push(strength);
    });
  });
  return buildNetwork({
    n,
    directed: true,
    sources: Uint32Array.from(sources),
    targets: Uint32Array.from(ends),
    strengths: Float32Array.from(kept),
  });
}
