import ln from '@stdlib/math-base-special-ln';
import { statedIntention } from '../consumer/asking.ts';
import { beliefSd } from '../consumer/belief.ts';
import { gumbel, perceivedRisk } from '../consumer/choice.ts';
import { recallProbability } from '../consumer/familiarity.ts';
import { habitAfter } from '../consumer/habit.ts';
import { intentShare } from '../consumer/intent.ts';
import {
  AFFECT,
  BELIEF,
  BOND,
  EXPOSURE,
  FAMILIARITY,
  INTENT,
  JOBS,
  ONBOARDING,
  OUTSIDE,
  PRECISION,
  ROW,
  TRIED,
  TRUST,
} from '../consumer/state.ts';
import { drawNormal, drawUniform, type Keys, PURPOSE } from '../random/index.ts';
import { bookReasons, COMPONENTS } from './ledger.ts';
import { regardOf } from './talk.ts';
import { HEARS } from './ties.ts';
import { type World, weekKeys } from './world.ts';

/** An attended contact within about four weeks leaves this exposure stock: what a last-touch report would credit. */
const LAST_TOUCH = 0.65;

/** 4.7 Those in market choose among what comes to mind, what they have, and the outside option. */
export function choose(world: World): void {
  const { people, settings } = world;
  const { brands, present } = people;
  const recall = weekKeys(world, PURPOSE.recall);
  const luck = weekKeys(world, PURPOSE.choice);
  const stay = weekKeys(world, PURPOSE.onboarding);
  const say = weekKeys(world, PURPOSE.intention);
  const { onboarding } = settings.consumers;
  world.buyerCount = 0;
  for (let m = 0; m < world.marketCount; m++) {
    const i = world.market[m];
    if (settings.consumers.support.weight > 0 || settings.consumers.reinforcement.two !== 1) lookAround(world, i);
    const now = present[i];
    let choice = OUTSIDE;
    let best = outsideScore(world, i) + gumbel(drawUniform(luck.k0, luck.k1, i, 0));
    for (let b = 0; b < brands; b++) {
      const known = people.rows[(i * brands + b) * ROW + FAMILIARITY];
      if (now !== b && !(known > 0 && comesToMind(world, recall, i, b, known))) continue;
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
    settle(world, i, choice);
  }
}

function comesToMind(world: World, recall: Keys, person: number, b: number, known: number): boolean {
  return drawUniform(recall.k0, recall.k1, person, b) < recallProbability(known, world.settings.consumers.familiarity.recallHalf);
}

/** Fills `support` and `adopters` of each brand from the peers whom a person hears. */
function lookAround(world: World, person: number): void {
  const { people, ties, support, adopters } = world;
  const { rows, flags, brands, present } = people;
  support.fill(0);
  adopters.fill(0);
  let total = 0;
  const start = ties.start[person];
  const end = start + ties.used[person];
  for (let slot = start; slot < end; slot++) {
    if ((ties.way[slot] & HEARS) === 0) continue;
    const other = ties.partner[slot];
    const regard = regardOf(world, person, other);
    const weight = regard > 0 ? ties.strength[slot] * regard : 0;
    total += weight;
    const uses = present[other];
    if (uses >= 0 && rows[(other * brands + uses) * ROW + AFFECT] > 0) support[uses] += weight;
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
    parts[0] = reflexChoice.affect * rows[row + AFFECT];
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
  const truth = ((buys ? 1 : 0) - share) / Math.sqrt(share * (1 - share));
  if (statedIntention(truth, drawNormal(say.k0, say.k1, person, b), rho) > 0) tally.statedIntention[b]++;
}

/** Books the choice: habits, the present solution, purchases, lapses, money. */
function settle(world: World, person: number, choice: number): void {
  const { people, settings, tally, brands } = world;
  const { rows, flags, present, tenure } = people;
  const { habit, need } = settings.consumers;
  const now = present[person];
  const again = choice === now;
  people.habit[person] = habitAfter(people.habit[person], again, habit.gain, habit.keep);
  if (!again) {
    if (now >= 0) tally.lapses[now]++;
    present[person] = choice;
    tenure[person] = 0;
    people.surprise[person] = 0;
  }
  if (choice === OUTSIDE) {
    people.surprise[person] = 0;
    return;
  }
  const pair = person * people.brands + choice;
  const row = pair * ROW;
  const brand = brands[choice];
  if (world.ledger !== null) {
    weighBrand(world, person, choice);
    bookReasons(world.ledger, world.week, people.brands, choice, pair, parts);
  }
  tally.purchases[choice]++;
  if (again) tally.repeats[choice]++;
  if ((flags[pair] & TRIED) === 0) {
    flags[pair] |= TRIED;
    tally.firstPurchases[choice]++;
  }
  tally.pricePaid[choice] += brand.price;
  tally.revenue[choice] += brand.price / world.scale;
  // The promotion's own money pays for the discount, so margin is counted at list price.
  tally.grossMargin[choice] += brand.margin / world.scale;
  if (rows[row + EXPOSURE] >= LAST_TOUCH) tally.lastTouchRevenue[choice] += brand.price / world.scale;
  if (brand.price < brand.listPrice) {
    const discount = brand.listPrice - brand.price;
    brand.discountLeft -= discount;
    brand.discountUsed += discount;
    if (brand.discountLeft < discount) brand.price = brand.listPrice;
  }
  rows[row + INTENT] = 0;
  people.sated[person] = need.purchaseWeeks;
  world.buyers[world.buyerCount++] = person;
}
