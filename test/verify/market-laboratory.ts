import { NOTHING, type PolicyFactory, presetNamed, type Shares, type Strategy } from '../../sim/brand/index.ts';
import { networkOf } from '../../sim/experiment/replicate.ts';
import { act, settleAccounts } from '../../sim/market/act.ts';
import { changeTies } from '../../sim/market/change-ties.ts';
import { choose } from '../../sim/market/choose.ts';
import { forget } from '../../sim/market/forget.ts';
import { meetAndConform } from '../../sim/market/meet.ts';
import { Memory } from '../../sim/market/memory.ts';
import { arise } from '../../sim/market/needs.ts';
import { openRecorder, type Recorder, record } from '../../sim/market/record.ts';
import { searchAndRead } from '../../sim/market/search.ts';
import { talkAndListen } from '../../sim/market/talk.ts';
import { use } from '../../sim/market/use.ts';
import { week } from '../../sim/market/week.ts';
import { newWorld, type World } from '../../sim/market/world.ts';
import { parseScenario, type Scenario } from '../../sim/scenario/index.ts';

/** A market in the laboratory: a world with its recorder, to be stepped, looked into and interfered with. */
export interface Laboratory {
  readonly world: World;
  readonly recorder: Recorder;
}

export interface Setup {
  readonly scenario: Scenario;
  readonly replicate: number;
  readonly strategy?: Strategy;
  /** Shares of the money by week, in place of the strategy's plan. */
  readonly shares?: (week: number) => Shares;
  readonly memory?: Memory;
}

/** A scenario by its departures from the defaults; smaller than the default network, so that many seeds are affordable. */
export function scenarioOf(departures: Record<string, unknown>, people = 1000): Scenario {
  return parseScenario({ name: 'verification', seed: 'verification', network: { kind: 'tribal', people }, ...departures });
}

export function strategyNamed(name: string): Strategy {
  return presetNamed(name) ?? NOTHING;
}

export function openLaboratory({ scenario, replicate, strategy = NOTHING, shares, memory = new Memory() }: Setup): Laboratory {
  const policy: PolicyFactory | null = shares ? () => ({ decide: (view) => ({ shares: shares(view.week) }) }) : null;
  const network = networkOf(scenario, replicate);
  const world = newWorld({ settings: scenario, network, strategy, policy, seed: scenario.seed, replicate, tiesChange: true }, memory);
  return { world, recorder: openRecorder(world, { tribes: false, journey: false }) };
}

export function advance({ world, recorder }: Laboratory, weeks: number): void {
  for (let w = 0; w < weeks; w++) week(world, recorder);
}

/** Looks into a week, or interferences with it: after brands acted, after people chose, and after they used what they bought. */
export interface Hooks {
  readonly acted?: () => void;
  readonly chosen?: () => void;
  readonly used?: () => void;
}

/** The week of `sim/market/week.ts` with hooks. A test holds it to the same bits as the week itself. */
export function watchedWeek({ world, recorder }: Laboratory, { acted, chosen, used }: Hooks): void {
  forget(world);
  arise(world);
  act(world);
  acted?.();
  searchAndRead(world);
  talkAndListen(world);
  meetAndConform(world);
  choose(world);
  chosen?.();
  use(world);
  used?.();
  changeTies(world);
  settleAccounts(world);
  record(world, recorder);
  world.week++;
}

/** Everything a world's arrays hold, to be put back later. The counters of a running week are not part of it. */
export function snapshot(world: World): () => void {
  const now = new Uint8Array(world.people.rows.buffer);
  const kept = now.slice();
  const { marketCount, buyerCount, newsCount, week: at } = world;
  return () => {
    now.set(kept);
    Object.assign(world, { marketCount, buyerCount, newsCount, week: at });
  };
}

/**
 * An established brand: known by everybody to some degree, the present solution of a fifth of the people, its product as good as what
 * else there is and kept as it is (no obsolescence), so that its sales would stay about where they are.
 */
export const ESTABLISHED = {
  brands: [{ familiarity: 0.5, users: 0.2, delivery: [0.38, 0.34, 0.34, 0.34], claimedDelivery: [0.5, 0.45, 0.45, 0.45] }],
  tactics: { cocreation: { obsolescence: 0 } },
} as const;
