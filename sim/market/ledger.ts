import { BELIEF, type Consumers, FAMILIARITY, ROW } from '../consumer/state.ts';

/** Where a person's familiarity, affect and belief about a brand came from. */
export const SOURCES = [
  'prior',
  'advertising',
  'content',
  'relationship',
  'word of mouth',
  'reviews',
  'own use',
  'peers',
  'being asked',
] as const;
const FROM_PRIOR = 0;
export const FROM_AD = 1;
export const FROM_CONTENT = 2;
export const FROM_RELATIONSHIP = 3;
export const FROM_TALK = 4;
export const FROM_REVIEW = 5;
export const FROM_USE = 6;
export const FROM_PEERS = 7;
export const FROM_ASKING = 8;

/** Components of a choice score that a purchase can rest on. */
export const COMPONENTS = ['affect', 'familiarity', 'belief', 'social support', 'habit', 'intent', 'struggle'] as const;

const STOCKS = 3;
export const LEDGER_FAMILIARITY = 0;
export const LEDGER_AFFECT = 1;
const LEDGER_BELIEF = 2;

/**
 * The ledger of reasons, kept on request: for each consumer and brand, how much each source added to familiarity, affect and belief
 * (positive contributions, fading as the stocks fade); for each purchase, the positive components of the score divided by their sum and
 * shared out over the sources that built them.
 */
export interface Ledger {
  /** [(pair * 3 + stock) * sources + source] */
  readonly built: Float32Array;
  /** Summed shares over purchases: [(week * brands + brand) * (sources + components)]. */
  readonly reasons: Float64Array;
  readonly width: number;
}

/** An empty ledger: what people know and believe before the first week is the prior's. */
export function openLedger(people: Consumers, weeks: number): Ledger {
  const width = SOURCES.length + COMPONENTS.length;
  const ledger: Ledger = {
    built: new Float32Array(people.n * people.brands * STOCKS * SOURCES.length),
    reasons: new Float64Array(weeks * people.brands * width),
    width,
  };
  for (let pair = 0; pair < people.n * people.brands; pair++) {
    credit(ledger, pair, LEDGER_FAMILIARITY, FROM_PRIOR, people.rows[pair * ROW + FAMILIARITY]);
    credit(ledger, pair, LEDGER_BELIEF, FROM_PRIOR, people.rows[pair * ROW + BELIEF]);
  }
  return ledger;
}

/** Credits a positive contribution to a stock. */
export function credit(ledger: Ledger, pair: number, stock: number, source: number, amount: number): void {
  if (amount > 0) ledger.built[(pair * STOCKS + stock) * SOURCES.length + source] += amount;
}

/** A signal taken in with this gain leaves 1 - gain of what a belief was built from, and adds its own share. */
export function creditBelief(ledger: Ledger, pair: number, source: number, gain: number, signal: number): void {
  const first = (pair * STOCKS + LEDGER_BELIEF) * SOURCES.length;
  for (let s = 0; s < SOURCES.length; s++) ledger.built[first + s] *= 1 - gain;
  credit(ledger, pair, LEDGER_BELIEF, source, gain * signal);
}

/** Fades what familiarity and affect were built from, as they fade themselves; a belief keeps its mean. */
export function fadeLedger(ledger: Ledger, keepFamiliarity: number, keepAffect: number): void {
  const { built } = ledger;
  const row = STOCKS * SOURCES.length;
  for (let at = 0; at < built.length; at += row) {
    for (let s = 0; s < SOURCES.length; s++) {
      built[at + LEDGER_FAMILIARITY * SOURCES.length + s] *= keepFamiliarity;
      built[at + LEDGER_AFFECT * SOURCES.length + s] *= keepAffect;
    }
  }
}

/**
 * Books one purchase. `components` are the parts of the chosen brand's score in the order of COMPONENTS; negative ones count as none.
 */
export function bookReasons(ledger: Ledger, week: number, brands: number, brand: number, pair: number, components: Float64Array): void {
  let sum = 0;
  for (const part of components) if (part > 0) sum += part;
  if (!(sum > 0)) return;
  const row = (week * brands + brand) * ledger.width;
  const stocks = [LEDGER_AFFECT, LEDGER_FAMILIARITY, LEDGER_BELIEF];
  for (let c = 0; c < components.length; c++) {
    const share = components[c] > 0 ? components[c] / sum : 0;
    ledger.reasons[row + SOURCES.length + c] += share;
    if (share === 0 || c >= stocks.length) continue;
    const from = (pair * STOCKS + stocks[c]) * SOURCES.length;
    let total = 0;
    for (let s = 0; s < SOURCES.length; s++) total += ledger.built[from + s];
    if (total > 0) for (let s = 0; s < SOURCES.length; s++) ledger.reasons[row + s] += (share * ledger.built[from + s]) / total;
  }
}
