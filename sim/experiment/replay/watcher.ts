import { BELIEF, FAMILIARITY, READING, ROW } from '../../consumer/state.ts';
import { FROM_USE, SOURCES } from '../../market/ledger.ts';
import type { Onlooker } from '../../market/onlooker.ts';
import type { World } from '../../market/world.ts';
import type { Network } from '../../network/network.ts';
import { KNOWLEDGE_TONE, NOBODY } from './codes.ts';
import { type PersonState, personStates, stateByte } from './person-states.ts';
import { shownPeople } from './shown-people.ts';
import { type Traits, traitsOf } from './traits.ts';
import { TribeMapMaker } from './tribe-map.ts';
import { WordList } from './word-list.ts';

const MOST_MESSAGES = 1_500_000;
const MOST_EVENTS = 1_000_000;

/** Choices that shown people made, in the order in which they were made. */
export interface Decisions {
  /** (week from 0, node, brand + 1 or 0 for something else, 1 by reflex or 0 by reflection, 1 for a change or 0) */
  readonly rows: Uint32Array;
  /** Where what the person knew, felt and believed of the chosen brand came from, in 255ths of the whole: `[decision * sources + source]`. */
  readonly sources: Uint8Array;
  readonly sourceNames: readonly string[];
}

/** Looks on at a run and keeps what happened to the people shown. */
export class Watcher implements Onlooker {
  readonly people: Uint32Array;
  readonly states: readonly PersonState[];
  /** Of each state, `[week * nodes + node]`. */
  readonly values: readonly Uint8Array[];
  readonly formed = new WordList(3, MOST_EVENTS);
  readonly ended = new WordList(3, MOST_EVENTS);
  readonly messages = new WordList(4, MOST_MESSAGES);
  readonly map: TribeMapMaker;
  traits: Traits | null = null;

  readonly #node: Int32Array;
  readonly #decisions = new WordList(5, MOST_EVENTS);
  readonly #sources: number[] = [];
  readonly #before: Int8Array;
  /** Whether each shown person had used each brand before this week. */
  readonly #used: Uint8Array;

  constructor(
    network: Network,
    brands: readonly string[],
    weeks: number,
    wanted: { readonly brand: number; readonly tribe: number | null },
  ) {
    this.people = shownPeople(network, weeks, wanted.tribe);
    this.states = personStates(wanted.brand, brands);
    this.values = this.states.map(() => new Uint8Array((weeks + 1) * this.people.length));
    this.map = new TribeMapMaker(network, this.states, weeks);
    this.#node = new Int32Array(network.n).fill(-1);
    for (const [node, person] of this.people.entries()) this.#node[person] = node;
    this.#before = new Int8Array(this.people.length);
    this.#used = new Uint8Array(this.people.length * brands.length);
  }

  look(world: World): void {
    this.traits ??= traitsOf(world.people, this.people);
    this.#decide(world);
    this.map.look(world);
    const row = world.week * this.people.length;
    for (const [position, state] of this.states.entries()) {
      const values = this.values[position];
      for (let node = 0; node < this.people.length; node++) values[row + node] = stateByte(state, state.of(world, this.people[node]));
    }
  }

  heard(week: number, speaker: number, listener: number, brand: number, valence: number): void {
    const from = this.#node[speaker];
    const to = this.#node[listener];
    if (from < 0 && to < 0) return;
    const tone = Math.round((valence + 1) * KNOWLEDGE_TONE);
    this.messages.push(week, from < 0 ? NOBODY : from, to < 0 ? NOBODY : to, brand * 256 + tone);
  }

  tied(week: number, a: number, b: number): void {
    this.#tie(this.formed, week, a, b);
  }

  parted(week: number, a: number, b: number): void {
    this.#tie(this.ended, week, a, b);
  }

  decided(): Decisions {
    return { rows: this.#decisions.words(), sources: Uint8Array.from(this.#sources), sourceNames: SOURCES };
  }

  #tie(list: WordList, week: number, a: number, b: number): void {
    const one = this.#node[a];
    const other = this.#node[b];
    if (one >= 0 && other >= 0) list.push(week, Math.min(one, other), Math.max(one, other));
  }

  /** What those in market chose in the week that has just passed. */
  #decide(world: World): void {
    const { people } = world;
    for (let m = 0; m < world.marketCount; m++) {
      const person = world.market[m];
      const node = this.#node[person];
      if (node < 0) continue;
      const choice = world.choices[m];
      const change = choice === this.#before[node] ? 0 : 1;
      const room = this.#decisions.push(world.week - 1, node, choice + 1, people.reflex[person], change);
      if (room) this.#sources.push(...sourcesOf(world, person, choice, this.#used[node * people.brands + choice] === 1));
    }
    for (const [node, person] of this.people.entries()) {
      this.#before[node] = people.present[person];
      for (let b = 0; b < people.brands; b++) {
        this.#used[node * people.brands + b] = people.rows[(person * people.brands + b) * ROW + READING] >= 0 ? 1 : 0;
      }
    }
  }
}

/**
 * Shares of the ledger's sources in what a person knows, feels and believes of a brand, each stock alike, in 255ths. The week's use comes
 * after the choice: of somebody who had not used the brand before it does not count.
 */
function sourcesOf({ people, ledger }: World, person: number, brand: number, used: boolean): number[] {
  const shares = new Array<number>(SOURCES.length).fill(0);
  if (ledger === null || brand < 0) return shares;
  const pair = person * people.brands + brand;
  const stocks = [people.rows[pair * ROW + FAMILIARITY], people.affect[pair], people.rows[pair * ROW + BELIEF]];
  let counted = 0;
  for (let stock = 0; stock < stocks.length; stock++) {
    const from = (pair * stocks.length + stock) * SOURCES.length;
    let total = 0;
    for (let s = 0; s < SOURCES.length; s++) if (used || s !== FROM_USE) total += ledger.built[from + s];
    const held = stocks[stock];
    if (!(total > 0) || !(held > 0)) continue;
    counted++;
    for (let s = 0; s < SOURCES.length; s++) if (used || s !== FROM_USE) shares[s] += ledger.built[from + s] / total;
  }
  return shares.map((share) => (counted > 0 ? Math.round((share / counted) * 255) : 0));
}
