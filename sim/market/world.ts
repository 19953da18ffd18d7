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
import { regardTableOf } from '../consumer/regard.ts';
import { type Consumers, VALUES } from '../consumer/state.ts';
import { drawTraits } from '../consumer/traits.ts';
import { VALUE_MEANS } from '../consumer/values.ts';
import type { Network } from '../network/network.ts';
import { deriveKeys, type Keys, keysFromSeed, PURPOSE } from '../random/index.ts';
import type { ContactKeys } from './contact.ts';
import { type Contacts, newContacts } from './contacts.ts';
import { measureIgnorance } from './content.ts';
import { fieldsOf } from './fields.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { Memory } from './memory.ts';
import type { Onlooker } from './onlooker.ts';
import { effective, type MarketSettings } from './settings.ts';
import { measureNeeds, rankHubs, startState } from './start.ts';
import { newTally, type Tally } from './tally.ts';
import { loadTies, newTies, slotsFor, type Ties } from './ties.ts';
import { compareOffers } from './worth.ts';

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
  /** Told what happens to whom. */
  readonly onlooker?: Onlooker | null;
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
  readonly regard: MarketSettings['consumers']['regard'];
  /** What tribes think of each other, tribes x tribes; empty when there are too many to write down. */
  readonly regardTable: Float64Array;
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
  /** Mean needs of those who talk about one brand and their number, both expected, per tribe: [tribe * NEEDS + k]. */
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
  readonly contacts: Contacts;
  /** Keys of this week's contacts, by brand. */
  readonly contactKeys: ContactKeys[];
  /** What firms have seen of last week. */
  readonly seen: Seen;
  /** Private progress that a brand gives to each person, and what its values add to it; the same for what it claims. Per pair. */
  readonly worth: Float32Array;
  readonly worthOfValues: Float32Array;
  readonly claimed: Float32Array;
  readonly claimedOfValues: Float32Array;
  /** By how much affect moves when everybody has met. */
  readonly shift: Float32Array;
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
  readonly onlooker: Onlooker | null;
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
  // Written out, not spread: engines give spread copies ever new shapes, and lose the code they compiled for the old ones.
  const people: Consumers = {
    n,
    brands,
    tribeCount: network.tribeCount,
    rows: fields.rows,
    affect: fields.affect,
    flags: fields.flags,
    inbox: fields.inbox,
    tribe: fields.tribe,
    identification: fields.identification,
    values: fields.values,
    drives: fields.drives,
    job: fields.job,
    conformity: fields.conformity,
    stubbornness: fields.stubbornness,
    sociability: fields.sociability,
    outside: fields.outside,
    present: fields.present,
    habit: fields.habit,
    tenure: fields.tenure,
    sated: fields.sated,
    inMarket: fields.inMarket,
    struggle: fields.struggle,
    surprise: fields.surprise,
    woken: fields.woken,
    reflex: fields.reflex,
  };
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

  const ties = newTies(fields);
  loadTies(ties, network, degrees, slack);

  const regardKeys = deriveKeys(keys, PURPOSE.tribeRegard);
  const interest = weeklyInterest(settings.market.interest);
  const commonValues = new Float64Array(VALUES);
  centreAndScale(VALUE_MEANS, 0, commonValues, 0);
  const world: World = {
    settings,
    people,
    ties,
    market: fields.market,
    hazard: fields.hazard,
    buyers: fields.buyers,
    news: fields.news,
    talkers: fields.talkers,
    talkerSigns: fields.talkerSigns,
    talkerCounts: fields.talkerCounts,
    users: fields.users,
    userCounts: fields.userCounts,
    fresh: fields.fresh,
    crowd: fields.crowd,
    norms: fields.norms,
    tribeSizes: fields.tribeSizes,
    needs: fields.needs,
    revealed: fields.revealed,
    voicesByTribe: fields.voicesByTribe,
    understanding: fields.understanding,
    shareChance: fields.shareChance,
    knowledgeErrors: fields.knowledgeErrors,
    support: fields.support,
    adopters: fields.adopters,
    lastPurchases: fields.lastPurchases,
    lastShare: fields.lastShare,
    spoken: fields.spoken,
    shift: fields.shift,
    worth: fields.worth,
    worthOfValues: fields.worthOfValues,
    claimed: fields.claimed,
    claimedOfValues: fields.claimedOfValues,
    choices: fields.choices,
    paid: fields.paid,
    seekers: fields.seekers,
    hubs: fields.hubs,
    marks: fields.marks,
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
    regardKeys,
    regard: settings.consumers.regard,
    regardTable: regardTableOf(network.tribeCount, regardKeys, settings.consumers.regard),
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
    contactKeys: [],
    contacts: newContacts(settings),
    needSpread: new Float64Array(NEEDS),
    desirableNeeds: new Float64Array(NEEDS),
    stamp: 0,
    tally: newTally(brands),
    ledger: input.ledger ? openLedger(people, settings.horizon) : null,
    onlooker: input.onlooker ?? null,
  };
  measureNeeds(world, commonValues);
  world.ignorance = measureIgnorance(world);
  for (let b = 0; b < brands; b++) compareOffers(world, b);
  rankHubs(world);
  memory.hold(world);
  return world;
}

/** Keys of one purpose in this week. */
export function weekKeys(world: World, purpose: number): Keys {
  return deriveKeys(world.keys, purpose, world.week);
}
