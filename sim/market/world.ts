import {
  type Brand,
  grants,
  newBrand,
  type PolicyFactory,
  plannedPolicy,
  refreshOffers,
  type Strategy,
  uninformed,
  weeklyInterest,
} from '../brand/index.ts';
import { NEEDS } from '../brand/knowledge.ts';
import { keepFromHalfLife } from '../consumer/decay.ts';
import { centreAndScale } from '../consumer/progress.ts';
import {
  AFFECT,
  BELIEF,
  CLAIM,
  type Consumers,
  DRIVES,
  FAMILIARITY,
  INBOX,
  JOBS,
  OUTSIDE,
  PRECISION,
  READING,
  ROW,
  TRIED,
  TRUST,
  VALUES,
} from '../consumer/state.ts';
import { drawTraits } from '../consumer/traits.ts';
import { VALUE_MEANS } from '../consumer/values.ts';
import type { Network } from '../network/network.ts';
import { deriveKeys, drawUniform, type Keys, keysFromSeed, PURPOSE } from '../random/index.ts';
import type { Contact } from './contact.ts';
import { measureIgnorance, newLesson } from './content.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type FieldTable, Memory } from './memory.ts';
import { effective, type MarketSettings } from './settings.ts';
import { newTally, type Tally } from './tally.ts';
import { loadTies, slotsFor, type Ties } from './ties.ts';

/** Everything one run needs: who, where, under what luck. */
export interface RunInput {
  readonly settings: MarketSettings;
  readonly network: Network;
  /** Strategy of the first brand. */
  readonly strategy: Strategy;
  /** Replaces the strategy's plan by a custom closed-loop policy. */
  readonly policy?: PolicyFactory | null;
  readonly seed: string;
  readonly replicate: number;
  /** Whether ties change; imported networks keep theirs. */
  readonly tiesChange: boolean;
  /** Per-tribe rows, flows between journey stages and the ledger of reasons are kept on request. */
  readonly tribes?: boolean;
  readonly journey?: boolean;
  readonly ledger?: boolean;
}

/** Last week as firms can see it, per brand. */
export interface Seen {
  readonly revenue: Float64Array;
  readonly followers: Float64Array;
  readonly mentions: Float64Array;
  readonly monitored: Uint8Array;
  readonly voices: Float64Array;
  readonly complaints: Float64Array;
  readonly surveyed: Float64Array;
  readonly surveyedSatisfaction: Float64Array;
}

function newSeen(brands: number): Seen {
  return {
    revenue: new Float64Array(brands),
    followers: new Float64Array(brands),
    mentions: new Float64Array(brands),
    monitored: new Uint8Array(brands),
    voices: new Float64Array(brands),
    complaints: new Float64Array(brands),
    surveyed: new Float64Array(brands),
    surveyedSatisfaction: new Float64Array(brands),
  };
}

/** A running market. Lives in one worker and never leaves it. */
export interface World {
  readonly settings: MarketSettings;
  readonly people: Consumers;
  readonly ties: Ties;
  readonly tiesChange: boolean;
  readonly brands: readonly Brand[];
  readonly keys: Keys;
  readonly regardKeys: Keys;
  week: number;
  /** Keys of this week's struggles. */
  struggleKeys: Keys;
  readonly interest: number;
  /** Simulated people per real person. */
  readonly scale: number;
  /** Shares kept per week, from half-lives. */
  readonly keep: { readonly familiarity: number; readonly bond: number; readonly content: number };
  /** People in market this week, in the order in which their need came up. */
  readonly market: Uint32Array;
  marketCount: number;
  /** This week's hazard of need per person. */
  readonly hazard: Float32Array;
  /** Buyers this week; what they bought is their present solution. */
  readonly buyers: Uint32Array;
  buyerCount: number;
  /** Pairs with news in their inbox. */
  readonly news: Uint32Array;
  newsCount: number;
  /** People who talked about each brand last week, brand-major; the sign of what they said. */
  readonly talkers: Uint32Array;
  readonly talkerSigns: Int8Array;
  readonly talkerCounts: Uint32Array;
  /** Users of each brand at the end of last week, brand-major. */
  readonly users: Uint32Array;
  readonly userCounts: Uint32Array;
  /** 1 for a pair whose product was used last week: the week in which people talk most. */
  readonly fresh: Uint8Array;
  /** Community contacts of one brand this week. */
  readonly crowd: Uint8Array;
  /** Mean affect per tribe and brand at the start of a step. */
  readonly norms: Float64Array;
  readonly tribeSizes: Float64Array;
  /** True mean needs per tribe, spread between people, and what it is desirable to say. */
  readonly needs: Float64Array;
  readonly needSpread: Float64Array;
  readonly desirableNeeds: Float64Array;
  /** Needs of last week's talkers and their number, both expected, per tribe and brand: [(tribe * brands + brand) * NEEDS + k]. */
  readonly revealed: Float64Array;
  readonly voicesByTribe: Float64Array;
  /** How well each brand understands each tribe, [tribe * brands + brand], and the chance that its content is passed on there. */
  readonly understanding: Float64Array;
  readonly shareChance: Float64Array;
  /** Relative error of each brand's knowledge of needs, and the error of knowing nothing. */
  readonly knowledgeErrors: Float64Array;
  ignorance: number;
  /** Scratch of one chooser: support by peers and number of adopting peers, per brand. */
  readonly support: Float64Array;
  readonly adopters: Float64Array;
  readonly lastPurchases: Float64Array;
  readonly lastShare: Float64Array;
  /** Content as a contact, one per brand; its usefulness is set for each reader. */
  readonly lessons: readonly Contact[];
  /** What firms have seen of last week. */
  readonly seen: Seen;
  /** Slots over which people talked this week, each once; they grow stronger when everybody has spoken. */
  readonly spoken: Uint32Array;
  spokenCount: number;
  /** What each person in market chose, and the price asked then, by position in `market`. */
  readonly choices: Int8Array;
  readonly paid: Float32Array;
  /** People who lost a tie this week and look for another. */
  readonly seekers: Uint32Array;
  /** People with most ties first, for influencer campaigns. */
  readonly hubs: Uint32Array;
  /** Scratch of n words for marking acquaintances, with its stamp. */
  readonly marks: Uint32Array;
  stamp: number;
  readonly tally: Tally;
  readonly ledger: Ledger | null;
}

function fieldsOf(n: number, brands: number, slots: number, tribes: number) {
  const pairs = n * brands;
  return {
    norms: [Float64Array, tribes * brands],
    tribeSizes: [Float64Array, tribes],
    needs: [Float64Array, tribes * NEEDS],
    revealed: [Float64Array, tribes * brands * NEEDS],
    voicesByTribe: [Float64Array, tribes * brands],
    understanding: [Float64Array, tribes * brands],
    shareChance: [Float64Array, tribes * brands],
    support: [Float64Array, brands],
    adopters: [Float64Array, brands],
    knowledgeErrors: [Float64Array, brands],
    lastPurchases: [Float64Array, brands],
    lastShare: [Float64Array, brands],
    rows: [Float32Array, pairs * ROW],
    inbox: [Float32Array, pairs * INBOX],
    identification: [Float32Array, n],
    values: [Float32Array, n * VALUES],
    drives: [Float32Array, n * DRIVES],
    job: [Float32Array, n * JOBS],
    conformity: [Float32Array, n],
    stubbornness: [Float32Array, n],
    sociability: [Float32Array, n],
    outside: [Float32Array, n],
    habit: [Float32Array, n],
    struggle: [Float32Array, n],
    surprise: [Float32Array, n],
    hazard: [Float32Array, n],
    strength: [Float32Array, slots],
    tribe: [Uint32Array, n],
    market: [Uint32Array, n],
    buyers: [Uint32Array, n],
    news: [Uint32Array, pairs],
    talkers: [Uint32Array, pairs],
    users: [Uint32Array, pairs],
    talkerCounts: [Uint32Array, brands],
    userCounts: [Uint32Array, brands],
    hubs: [Uint32Array, n],
    seekers: [Uint32Array, n],
    spoken: [Uint32Array, slots],
    choices: [Int8Array, n],
    paid: [Float32Array, n],
    marks: [Uint32Array, n],
    start: [Uint32Array, n + 1],
    used: [Uint32Array, n],
    partner: [Uint32Array, slots],
    mate: [Uint32Array, slots],
    list: [Uint32Array, slots],
    place: [Uint32Array, slots],
    tenure: [Uint16Array, n],
    flags: [Uint8Array, pairs],
    crowd: [Uint8Array, n],
    fresh: [Uint8Array, pairs],
    sated: [Uint8Array, n],
    inMarket: [Uint8Array, n],
    woken: [Uint8Array, n],
    reflex: [Uint8Array, n],
    way: [Uint8Array, slots],
    present: [Int8Array, n],
    talkerSigns: [Int8Array, pairs],
  } as const satisfies FieldTable;
}

/** Builds the world of one replicate before its first week. `memory` may have served earlier runs. */
export function newWorld(input: RunInput, memory = new Memory()): World {
  const settings = effective(input.settings);
  const { network } = input;
  const n = network.n;
  const brands = settings.brands.length;
  const tiesChange = input.tiesChange && settings.mechanisms.ties;
  const slack = tiesChange ? 2 : 1;
  const { degrees, slots } = slotsFor(network, slack);
  const fields = memory.layOut(fieldsOf(n, brands, slots, network.tribeCount));
  const people: Consumers = { ...fields, n, brands, tribeCount: network.tribeCount };
  people.tribe.set(network.tribes);
  const keys = deriveKeys(keysFromSeed(input.seed), PURPOSE.experiment, input.replicate);

  drawTraits(
    people,
    {
      ...settings.consumers,
      jobProfile: settings.market.job,
      outsideMean: settings.market.outsideMean,
      outsideSd: settings.market.outsideSd,
    },
    keys,
  );
  startState(people, settings, keys);

  const ties: Ties = { ...fields, count: 0, initial: 0 };
  loadTies(ties, network, degrees, slack);

  const interest = weeklyInterest(settings.market.interest);
  const commonValues = new Float64Array(VALUES);
  centreAndScale(VALUE_MEANS, 0, commonValues, 0);
  const world: World = {
    ...fields,
    settings,
    people,
    ties,
    tiesChange,
    brands: settings.brands.map((given, b) => {
      const strategy = b === 0 ? input.strategy : given.strategy;
      if (strategy === null) throw new Error(`brand ${b} has no strategy`);
      const policy = b === 0 && input.policy ? input.policy() : plannedPolicy(strategy);
      const perWeek = settings.market.people * settings.market.budget * given.budget;
      const brand = newBrand(
        given,
        uninformed(network.tribeCount, settings.tactics.research.prior, commonValues),
        policy,
        strategy.claims,
        grants(strategy, perWeek, settings.horizon, interest),
      );
      refreshOffers(brand, settings.consumers.synergy.rho, settings.consumers.belief.priorMean);
      return brand;
    }),
    keys,
    regardKeys: deriveKeys(keys, PURPOSE.tribeRegard),
    week: 0,
    struggleKeys: keys,
    interest,
    scale: n / settings.market.people,
    keep: {
      familiarity: keepFromHalfLife(settings.consumers.familiarity.halfLife),
      bond: keepFromHalfLife(settings.consumers.bond.halfLife),
      content: keepFromHalfLife(settings.tactics.content.halfLife),
    },
    marketCount: 0,
    buyerCount: 0,
    newsCount: 0,
    spokenCount: 0,
    ignorance: 0,
    seen: newSeen(brands),
    lessons: settings.brands.map(() => newLesson(settings)),
    needSpread: new Float64Array(NEEDS),
    desirableNeeds: new Float64Array(NEEDS),
    stamp: 0,
    tally: newTally(brands),
    ledger: input.ledger ? openLedger(people, settings.horizon) : null,
  };
  measureNeeds(world, commonValues);
  world.ignorance = measureIgnorance(world);
  rankHubs(world);
  return world;
}

/** State before the first week: unknown or known brands, prior beliefs, and who uses what. */
function startState(people: Consumers, settings: MarketSettings, keys: Keys): void {
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
      rows[row + AFFECT] = 0;
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
function measureNeeds(world: World, commonValues: ArrayLike<number>): void {
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
function rankHubs(world: World): void {
  const { hubs, ties, people } = world;
  let most = 0;
  for (let i = 0; i < people.n; i++) if (ties.used[i] > most) most = ties.used[i];
  const place = new Uint32Array(most + 2);
  for (let i = 0; i < people.n; i++) place[most - ties.used[i] + 1]++;
  for (let d = 0; d <= most; d++) place[d + 1] += place[d];
  for (let i = 0; i < people.n; i++) hubs[place[most - ties.used[i]]++] = i;
}

/** Keys of one purpose in this week. */
export function weekKeys(world: World, purpose: number): Keys {
  return deriveKeys(world.keys, purpose, world.week);
}
