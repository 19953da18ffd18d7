import pow from '@stdlib/math-base-special-pow';
import { describeOffer, newOffer, type Offer } from '../consumer/progress.ts';
import { DRIVE_NAMES, DRIVES, VALUES } from '../consumer/state.ts';
import { VALUE_NAMES } from '../consumer/values.ts';
import { count, real, vector } from '../parameter/index.ts';
import { type Account, openAccount } from './account.ts';
import type { Knowledge } from './knowledge.ts';
import type { DriveName, Policy } from './policy.ts';

const A = 'assumption';
const delivery = (value: readonly number[], meaning: string) => vector(value, DRIVE_NAMES, [0.1, 0.9], '0..1', meaning, A, [0, 1]);
const values = (value: readonly number[], meaning: string) =>
  vector(
    value,
    VALUE_NAMES,
    [-1, 7],
    'value scale',
    meaning,
    'scale: Schwartz & Bardi 2001, 10.1177/0022022101032003002; profile assumed',
    [-1, 7],
  );

/** What a scenario says of one brand. */
export const BRAND_PARAMETERS = {
  delivery: delivery([0.45, 0.4, 0.4, 0.4], 'what the product delivers on the four drives'),
  claimedDelivery: delivery([0.7, 0.55, 0.55, 0.55], 'what its messages claim it delivers'),
  values: values([4, 3.2, 3.6, 4.4, 3.4, 4, 3.4, 2.6, 4, 3.8], 'the values it lives'),
  claimedValues: values([4.4, 3.4, 3.7, 4, 2.6, 4.2, 3.7, 2.7, 4.5, 4.2], 'the values its messages claim'),
  price: real(60, [10, 300], 'currency', 'price of one purchase', A, [0.01, 1e9]),
  margin: real(20, [2, 150], 'currency', 'margin of one purchase before marketing', A, [-1e9, 1e9]),
  familiarity: real(0, [0, 0.6], '0..1', 'mean familiarity before the first week: 0 unknown, .25 known', A, [0, 1]),
  users: real(0, [0, 0.6], 'share', 'share of people whose present solution it is before the first week', A, [0, 1]),
  budget: real(1, [0, 4], 'factor', "money relative to the market's budget per person", 'equal money by default', [0, 1000]),
} as const;

export const MAXIMUM_BRANDS = 8;
export const BRAND_COUNT = count(1, [1, MAXIMUM_BRANDS], 'brands', 'number of competing brands', 'limit of this engine');

const REVIEWS_KEPT = 64;

/** One brand in a running market. */
export interface Brand {
  readonly delivery: Float64Array;
  readonly values: Float64Array;
  readonly claimedDelivery: Float64Array;
  readonly claimedValues: Float64Array;
  /** What it is, and what its messages say it is. */
  readonly actual: Offer;
  readonly claim: Offer;
  readonly listPrice: number;
  readonly margin: number;
  /** Price asked this week and the price people are used to. */
  price: number;
  referencePrice: number;
  contentStock: number;
  /** Share of last week's purchases that service money covers. */
  served: number;
  /** 1 once an unintended use was built in. */
  builtIn: number;
  /** Points of delivery developed so far, and when it last asked. */
  developed: number;
  developedWhenAsked: number;
  readonly account: Account;
  readonly knowledge: Knowledge;
  policy: Policy;
  claims: readonly DriveName[];
  readonly grants: Float64Array;
  /**
   * The public stream of reviews: readings of the latest buyers, a ring, and how likely each writes. A simulated buyer stands for many, of
   * whom that share writes.
   */
  readonly reviews: Float32Array;
  readonly reviewShares: Float32Array;
  reviewCount: number;
  /** Fractions of contacts carried over to the next week, by kind of contact. */
  readonly carried: Float64Array;
  /** Discount money left this week (simulated scale). */
  discountLeft: number;
  /** Discounts given this week (simulated scale). */
  discountUsed: number;
}

export function newBrand(
  given: {
    delivery: readonly number[];
    values: readonly number[];
    claimedDelivery: readonly number[];
    claimedValues: readonly number[];
    price: number;
    margin: number;
  },
  knowledge: Knowledge,
  policy: Policy,
  claims: readonly DriveName[],
  grants: Float64Array,
): Brand {
  return {
    delivery: Float64Array.from(given.delivery),
    values: Float64Array.from(given.values),
    claimedDelivery: Float64Array.from(given.claimedDelivery),
    claimedValues: Float64Array.from(given.claimedValues),
    actual: newOffer(),
    claim: newOffer(),
    listPrice: given.price,
    margin: given.margin,
    price: given.price,
    referencePrice: given.price,
    contentStock: 0,
    served: 0,
    builtIn: 0,
    developed: 0,
    developedWhenAsked: -1,
    account: openAccount(),
    knowledge,
    policy,
    claims,
    grants,
    reviews: new Float32Array(REVIEWS_KEPT),
    reviewShares: new Float32Array(REVIEWS_KEPT),
    reviewCount: 0,
    carried: new Float64Array(16),
    discountLeft: 0,
    discountUsed: 0,
  };
}

const addressed = new Float64Array(DRIVES);

/**
 * Brings both offers up to date with delivery and values. A message claims only the drives it addresses; on the others people assume
 * what they assume of any product (`assumed`).
 */
export function refreshOffers(brand: Brand, rho: number, assumed: number): void {
  describeOffer(brand.actual, brand.delivery, brand.values, rho);
  for (let k = 0; k < DRIVES; k++) addressed[k] = brand.claims.includes(DRIVE_NAMES[k]) ? brand.claimedDelivery[k] : assumed;
  describeOffer(brand.claim, addressed, brand.claimedValues, rho);
}

/**
 * Develops delivery by `points` (in total) where the estimated need is greatest, and turns lived values towards the estimated ones
 * (`desired`: a centred direction of length 1).
 * Marginal worth of a drive is d_k p_k^(rho - 1); the best drive below 1 takes the next step.
 */
export function develop(
  brand: Brand,
  points: number,
  drives: ArrayLike<number>,
  desired: ArrayLike<number>,
  rho: number,
  pace: number,
): void {
  let best = -1;
  let bestWorth = -1;
  for (let k = 0; k < DRIVES; k++) {
    if (brand.delivery[k] >= 1) continue;
    const p = Math.max(0.01, brand.delivery[k]);
    const worth = drives[k] * pow(p, rho - 1);
    if (worth > bestWorth) {
      bestWorth = worth;
      best = k;
    }
  }
  if (best >= 0) brand.delivery[best] = Math.min(1, brand.delivery[best] + points);
  moveValues(brand.values, desired, Math.min(1, pace * points));
  brand.developed += points;
}

/** Turns the profile of `values` towards a centred, unit-length direction, keeping its mean and its spread. */
function moveValues(values: Float64Array, desired: ArrayLike<number>, step: number): void {
  let mean = 0;
  for (let k = 0; k < VALUES; k++) mean += values[k] / VALUES;
  let square = 0;
  for (let k = 0; k < VALUES; k++) square += (values[k] - mean) * (values[k] - mean);
  const length = Math.sqrt(square);
  for (let k = 0; k < VALUES; k++) values[k] += step * (mean + length * desired[k] - values[k]);
}

/** Every product falls behind a little: `points` of delivery in total, evenly over the drives. */
export function age(brand: Brand, points: number): void {
  for (let k = 0; k < DRIVES; k++) brand.delivery[k] = Math.max(0, brand.delivery[k] - points / DRIVES);
}
