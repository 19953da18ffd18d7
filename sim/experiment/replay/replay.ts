import type { Network } from '../../network/network.ts';
import { type ExperimentInput, networkOf, prepareExperiment } from '../replicate.ts';
import { type Traits, traitsOf } from './traits.ts';
import type { TribeMap } from './tribe-map.ts';
import { type Decisions, Watcher } from './watcher.ts';

/** Which run to look at. */
export interface ReplayRequest {
  /** Position among the scenario's strategies, as `armsOf` lists them. */
  readonly strategy: number;
  /** From 0. */
  readonly replicate: number;
  /** The brand whose states are kept. */
  readonly brand: number;
  /** The tribe whose people are shown where everybody would be too many. */
  readonly tribe: number | null;
}

/** One replicate of one strategy, person by person. People are nodes 0, 1, …: `people` says who they are in the market. */
export interface Replay extends ReplayRequest {
  /** Everybody in the market. */
  readonly population: number;
  readonly weeks: number;
  readonly brands: readonly string[];
  /** Digest of the run: the same as in a comparison. */
  readonly digest: string;
  /** Person of each node, ascending; everybody, or members of `tribe`, or nobody (see `map`). */
  readonly people: Uint32Array;
  /** Tribe of each node. */
  readonly tribes: Uint32Array;
  readonly tribeCount: number;
  /** Ties of week 0 between nodes, each once: `[2 * tie]`, `[2 * tie + 1]`, and the strength of each, 0 to 1. */
  readonly ties: Uint32Array;
  readonly strengths: Float32Array;
  /** Ties that formed and ended while the model ran: (week from 0, node, node). */
  readonly formed: Uint32Array;
  readonly ended: Uint32Array;
  readonly states: readonly ReplayState[];
  readonly traits: Traits;
  readonly decisions: Decisions;
  /** Messages heard: (week from 0, speaking node or NOBODY, hearing node or NOBODY, brand * 256 + tone); tone: 0 against, 127 useful knowledge, 254 for. */
  readonly messages: Uint32Array;
  /** Messages that found no room in the list. */
  readonly messagesLost: number;
  readonly map: TribeMap;
}

export interface ReplayState {
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
  /** Category names for a categorical state; null for a measured one. */
  readonly categories: readonly string[] | null;
  readonly low: number;
  readonly high: number;
  /** The category, or `(value - low) / (high - low) * 254`, 255 for none: `[week * nodes + node]`, week 0 the start. */
  readonly values: Uint8Array;
}

/**
 * Runs one replicate of one strategy again and keeps what happened to whom. The run is the one of the comparison: its digest is the same.
 * Every array has a buffer of its own, so that it can be transferred.
 */
export function replayRun(input: ExperimentInput, request: ReplayRequest): Replay {
  const { scenario } = input;
  const network = input.network ?? networkOf(scenario, request.replicate);
  const brands = scenario.brands.map(({ name }) => name);
  const watcher = new Watcher(network, brands, scenario.horizon, request);
  const run = prepareExperiment({ ...input, ledger: true }).run(request.strategy, request.replicate, watcher);
  const { people } = watcher;
  const messages = watcher.messages;
  return {
    ...request,
    population: network.n,
    weeks: scenario.horizon,
    brands,
    digest: run.digest,
    people,
    tribes: people.map((person) => network.tribes[person]),
    tribeCount: network.tribeCount,
    ...tiesAmong(network, people),
    formed: watcher.formed.words(),
    ended: watcher.ended.words(),
    states: watcher.states.map(({ of: _, ...state }, position) => ({ ...state, values: watcher.values[position] })),
    traits: watcher.traits ?? traitsOf(null, people),
    decisions: watcher.decided(),
    messages: messages.words(),
    messagesLost: messages.lost,
    map: watcher.map.finish(),
  };
}

function tiesAmong({ offsets, targets, strengths }: Network, people: Uint32Array): { ties: Uint32Array; strengths: Float32Array } {
  const node = new Map(Array.from(people, (person, at) => [person, at]));
  const ties: number[] = [];
  const weights: number[] = [];
  const seen = new Set<number>();
  for (const [a, person] of people.entries()) {
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      const b = node.get(targets[arc]);
      if (b === undefined) continue;
      const pair = Math.min(a, b) * people.length + Math.max(a, b);
      if (seen.has(pair)) continue;
      seen.add(pair);
      ties.push(Math.min(a, b), Math.max(a, b));
      weights.push(strengths[arc]);
    }
  }
  return { ties: Uint32Array.from(ties), strengths: Float32Array.from(weights) };
}
