import { learn } from '../consumer/belief.ts';
import { clamp } from '../consumer/decay.ts';
import { disconfirm, satisfactionFrom } from '../consumer/experience.ts';
import { makeFamiliar } from '../consumer/familiarity.ts';
import { reviewProbability } from '../consumer/search.ts';
import { BELIEF, FAMILIARITY, KNOWS_USE, READING, ROW, SATISFACTION } from '../consumer/state.ts';
import { judgePromise } from '../consumer/trust.ts';
import { drawNormal, drawUniform, PURPOSE } from '../random/index.ts';
import { credit, creditBelief, FROM_USE, LEDGER_AFFECT, LEDGER_FAMILIARITY } from './ledger.ts';
import { type World, weekKeys } from './world.ts';
import { trueProgress } from './worth.ts';

/** 4.8 Buyers use what they bought and judge it. */
export function use(world: World): void {
  const { people, tally } = world;
  const { brands, present } = people;
  world.fresh.fill(0);
  for (let at = 0; at < world.buyerCount; at++) {
    const i = world.buyers[at];
    const b = present[i];
    const pair = i * brands + b;
    people.surprise[i] = judgeUse(world, i, b, 1);
    world.fresh[pair] = 1;
    tally.touchConsumer[b]++;
    tally.satisfaction[b] += people.rows[pair * ROW + SATISFACTION];
    review(world, i, b);
    discoverUse(world, i, b);
  }
  for (let i = 0; i < people.n; i++) if (people.tenure[i] < 65535) people.tenure[i]++;
}

/** One use of a brand: what it gave, against the alternative and the expectation. Returns the disappointment, >= 0. */
export function judgeUse(world: World, person: number, b: number, turn: number): number {
  const { people, settings, ledger } = world;
  const { experience, disconfirmation, failure, belief, familiarity, trust } = settings.consumers;
  const { rows, affect } = people;
  const pair = person * people.brands + b;
  const row = pair * ROW;
  const noise = weekKeys(world, PURPOSE.experience);
  const failing = weekKeys(world, PURPOSE.failure);
  const at = b * 2 + turn;
  const probability = failure.probability + (failure.servedProbability - failure.probability) * world.brands[b].served;
  const failed = drawUniform(failing.k0, failing.k1, person, at) < probability;
  const reading =
    trueProgress(world, person, b) + experience.noise * drawNormal(noise.k0, noise.k1, person, at) - (failed ? failure.loss : 0);
  const disconfirmed = disconfirm(reading, rows[row + BELIEF], disconfirmation.scale, disconfirmation.negative);
  const advantage = clamp((reading - people.outside[person]) / experience.performanceScale, -1, 1);
  const satisfaction = satisfactionFrom(advantage, disconfirmed, experience.performance, disconfirmation.weight);
  const knownBefore = rows[row + FAMILIARITY];
  const likedBefore = affect[pair];
  rows[row + SATISFACTION] = satisfaction;
  // Readings below zero mean the same to everybody: nothing gained. -1 is reserved for never used.
  rows[row + READING] = reading < 0 ? 0 : reading;
  const gain = learn(rows, row, reading, belief.weight / belief.use, belief.maximum);
  affect[pair] = clamp(likedBefore + experience.affect * (satisfaction - likedBefore), -1, 1);
  makeFamiliar(rows, row, familiarity.use);
  judgePromise(rows, row, reading, trust.breachGap, trust.breachFactor);
  if (ledger !== null) {
    credit(ledger, pair, LEDGER_FAMILIARITY, FROM_USE, rows[row + FAMILIARITY] - knownBefore);
    credit(ledger, pair, LEDGER_AFFECT, FROM_USE, affect[pair] - likedBefore);
    creditBelief(ledger, pair, FROM_USE, gain, reading);
  }
  return disconfirmed < 0 ? -disconfirmed : 0;
}

/** A share of those for whom this buyer stands writes a review, more at the extremes; too few for a whole review write by lot. */
function review(world: World, person: number, b: number): void {
  const { people, settings, tally, brands } = world;
  const { write, extreme } = settings.consumers.reviews;
  const row = (person * people.brands + b) * ROW;
  const share = reviewProbability(people.rows[row + SATISFACTION], write, extreme);
  const { k0, k1 } = weekKeys(world, PURPOSE.writeReview);
  if (drawUniform(k0, k1, person, b) >= share / world.scale) return;
  const brand = brands[b];
  const at = brand.reviewCount++ % brand.reviews.length;
  brand.reviews[at] = people.rows[row + READING];
  // Drawn by lot with share / scale where that is below 1: what was drawn stands for the rest.
  brand.reviewShares[at] = Math.max(share, world.scale);
  tally.reviewsWritten[b] += Math.max(share, world.scale);
}

/** A use nobody intended: the finder knows it, and may tell. */
function discoverUse(world: World, person: number, b: number): void {
  const { people, settings } = world;
  const { rate } = settings.consumers.uses;
  if (rate === 0) return;
  const { k0, k1 } = weekKeys(world, PURPOSE.use);
  if (drawUniform(k0, k1, person, b) < rate) people.flags[person * people.brands + b] |= KNOWS_USE;
}
