import ln from '@stdlib/math-base-special-ln';
import { statedIntention } from '../consumer/asking.ts';
import { beliefSd } from '../consumer/belief.ts';
import { gumbel, perceivedRisk } from '../consumer/choice.ts';
import { clamp } from '../consumer/decay.ts';
import { intentShare } from '../consumer/intent.ts';
import { BELIEF, BOND, FAMILIARITY, INTENT, JOBS, ONBOARDING, OUTSIDE, PRECISION, ROW, TRIED, TRUST } from '../consumer/state.ts';
import { drawInteger, drawNormal, drawUniform, type Keys, PURPOSE } from '../random/index.ts';
import { isConsidered, meetPrices, pricesMaySurprise } from './gate.ts';
import { bookReasons, COMPONENTS } from './ledger.ts';
import { settle } from './settle.ts';
import { regardOf } from './talk.ts';
import { HEARS, isMarked, partnerAt, strengthAt } from './ties.ts';
import { type World, weekKeys } from './world.ts';

/** 4.7 Those in market choose among what comes to mind, what they have, and the outside option; nobody sees choices of the same week. */
export function choose(world: World): void {
  const { people, settings, tally } = world;
  const { brands, present } = people;
  const recall = weekKeys(world, PURPOSE.recall);
  const gate = weekKeys(world, PURPOSE.gate);
  const luck = weekKeys(world, PURPOSE.choice);
  const stay = weekKeys(world, PURPOSE.onboarding);
  const say = weekKeys(world, PURPOSE.intention);
  const { onboarding } = settings.consumers;
  // The queue starts at a place drawn by lot, so that discounts that do not last for all go to nobody in particular.
  const surprising = pricesMaySurprise(world);
  const first = drawInteger(luck.k0, luck.k1, people.n, 0, Math.max(1, world.marketCount));
  for (let turn = 0; turn < world.marketCount; turn++) {
    const m = (first + turn) % world.marketCount;
    const i = world.market[m];
    lookAround(world, i);
    if (surprising) meetPrices(world, i, recall, gate);
    const now = present[i];
    let choice = OUTSIDE;
    let best = outsideScore(world, i) + gumbel(drawUniform(luck.k0, luck.k1, i, 0));
    for (let b = 0; b < brands; b++) {
      if (!isConsidered(world, i, b, recall)) continue;
      tally.lookers[b]++;
      tally.discountMet[b] += world.brands[b].listPrice - world.brands[b].price;
      const score = brandScore(world, i, b) + gumbel(drawUniform(luck.k0, luck.k1, i, 1 + b));
      if (score > best) {
        best = score;
        choice = b;
      }
    }
    if (now >= 0 && choice !== now) {
      const protection = onboarding.effect * people.rows[(i * brands + now) * ROW + ONBOARDING];
      if (protection > 0 && drawUniform(stay.k0, stay.k1, i, 0) < protection) choice = now;
    }
    for (let b = 0; b < brands; b++) sayWhatOneWouldDo(world, say, i, b, choice === b);
    world.choices[m] = choice;
    if (choice !== OUTSIDE) checkOut(world, m, i, choice);
  }
  settle(world);
}

/** The price of a purchase, and what is left of the discount for those behind in the queue; the ledger notes why it was made. */
function checkOut(world: World, m: number, person: number, b: number): void {
  const brand = world.brands[b];
  world.paid[m] = brand.price;
  if (brand.price < brand.listPrice) {
    const discount = brand.listPrice - brand.price;
    brand.discountLeft -= discount;
    brand.discountUsed += discount;
    if (brand.discountLeft < discount) brand.price = brand.listPrice;
  }
  if (world.ledger !== null) {
    weighBrand(world, person, b);
    bookReasons(world.ledger, world.week, world.brands.length, b, person * world.brands.length + b, parts);
  }
}

/** Fills `support` and `adopters` of each brand from the peers whom a person hears. */
function lookAround(world: World, person: number): void {
  const { people, ties, support, adopters } = world;
  const { affect, flags, brands, present } = people;
  support.fill(0);
  adopters.fill(0);
  let total = 0;
  const start = ties.start[person];
  const end = start + ties.used[person];
  for (let slot = start; slot < end; slot++) {
    if (!isMarked(ties, slot, HEARS)) continue;
    const other = partnerAt(ties, slot);
    const regard = regardOf(world, person, other);
    const weight = regard > 0 ? strengthAt(ties, slot) * regard : 0;
    total += weight;
    const uses = present[other];
    if (uses >= 0 && affect[other * brands + uses] > 0) support[uses] += weight;
    if (regard > 0) for (let b = 0; b < brands; b++) if ((flags[other * brands + b] & TRIED) !== 0) adopters[b]++;
  }
  if (total > 0) for (let b = 0; b < brands; b++) support[b] /= total;
}

/** Score of the outside option over temperature. Its social support is nil, its quality is known. */
function outsideScore(world: World, person: number): number {
  const { people, settings } = world;
  const { reflexChoice, reflection } = settings.consumers;
  const has = people.present[person] < 0;
  const habit = has ? people.habit[person] : 0;
  if (people.reflex[person] === 1) {
    return (reflexChoice.familiarity * settings.market.outsideFamiliarity + reflexChoice.habit * habit) / reflexChoice.temperature;
  }
  const functionalShare = 1 - people.job[person * JOBS + 2];
  const struggle = has ? 0 : people.struggle[person];
  return (functionalShare * people.outside[person] + struggle + reflection.habit * habit) / reflection.temperature;
}

/** The parts of a brand's score, in the order of COMPONENTS; what lowers it is kept apart in `cost`. */
const parts = new Float64Array(COMPONENTS.length);
let cost = 0;

/** Score of a brand over temperature, by reflex or by reflection; a first trial gains with the number of adopting peers. */
function brandScore(world: World, person: number, b: number): number {
  const { people, settings } = world;
  const { reinforcement } = settings.consumers;
  const temperature = weighBrand(world, person, b);
  let score = -cost;
  for (const part of parts) score += part;
  score /= temperature;
  if ((people.flags[person * people.brands + b] & TRIED) === 0) {
    const peers = world.adopters[b];
    if (peers >= 4) score += ln(reinforcement.four);
    else if (peers === 3) score += ln(reinforcement.three);
    else if (peers === 2) score += ln(reinforcement.two);
  }
  return score;
}

/** Fills `parts` and `cost`; returns the temperature of the kind of choice. */
function weighBrand(world: World, person: number, b: number): number {
  const { people, settings, brands, support } = world;
  const { reflexChoice, reflection, lossAversion, belief, intent, support: social } = settings.consumers;
  const { rows } = people;
  const row = (person * people.brands + b) * ROW;
  const has = people.present[person] === b;
  const habit = has ? people.habit[person] : 0;
  const socialSupport = social.weight * support[b];
  if (people.reflex[person] === 1) {
    parts[0] = reflexChoice.affect * people.affect[person * people.brands + b];
    parts[1] = reflexChoice.familiarity * rows[row + FAMILIARITY];
    parts[2] = 0;
    parts[3] = reflexChoice.social * socialSupport;
    parts[4] = reflexChoice.habit * habit;
    parts[5] = 0;
    parts[6] = 0;
    cost = 0;
    return reflexChoice.temperature;
  }
  const socialJob = people.job[person * JOBS + 2];
  const brand = brands[b];
  const sd = beliefSd(rows[row + PRECISION], belief.scale);
  parts[0] = 0;
  parts[1] = 0;
  parts[2] = (1 - socialJob) * rows[row + BELIEF];
  parts[3] = socialJob * socialSupport;
  parts[4] = reflection.habit * habit;
  parts[5] = intent.score * intentShare(rows[row + INTENT]);
  parts[6] = has ? 0 : people.struggle[person];
  cost =
    perceivedRisk(reflection.risk, lossAversion.lambda, sd, rows[row + TRUST], rows[row + BOND]) +
    (reflection.price * (brand.price - brand.referencePrice)) / brand.referencePrice;
  return reflection.temperature;
}

/** What a person in market would have said; kept apart from what was done. */
function sayWhatOneWouldDo(world: World, say: Keys, person: number, b: number, buys: boolean): void {
  const { tally, settings } = world;
  const { rho } = settings.consumers.sayDo;
  tally.choosers[b]++;
  const share = Math.min(0.98, Math.max(0.02, world.lastShare[b]));
  const spread = Math.sqrt(share * (1 - share));
  const stated = statedIntention(((buys ? 1 : 0) - share) / spread, drawNormal(say.k0, say.k1, person, b), rho);
  // On the scale of probabilities: what the firm would add up.
  tally.statedIntention[b] += clamp(share + spread * stated, 0, 1);
}
