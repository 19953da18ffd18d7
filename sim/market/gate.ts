import { reflexProbability } from '../consumer/choice.ts';
import { recallProbability } from '../consumer/familiarity.ts';
import { FAMILIARITY, ROW } from '../consumer/state.ts';
import { drawUniform, type Keys } from '../random/index.ts';
import type { World } from './world.ts';

/** Whether a brand asks a price off the one people are used to, and people notice such a thing. */
export function pricesMaySurprise({ brands, settings }: World): boolean {
  if (settings.consumers.dualProcess.price === 0) return false;
  for (const { price, referencePrice } of brands) if (price !== referencePrice) return true;
  return false;
}

/**
 * A person about to choose by reflex meets the prices asked at this moment; an unusual one hands the choice to reflection.
 *
 * @param gate the luck by which the week's gate was settled, so that a price can only open what was closed
 */
export function meetPrices(world: World, person: number, recall: Keys, gate: Keys): void {
  const { people, brands } = world;
  if (people.reflex[person] === 0) return;
  let unusual = 0;
  for (let b = 0; b < brands.length; b++) {
    const { price, referencePrice } = brands[b];
    if (price === referencePrice || !isConsidered(world, person, b, recall)) continue;
    unusual = Math.max(unusual, Math.abs(price - referencePrice) / referencePrice);
  }
  if (unusual > 0 && drawUniform(gate.k0, gate.k1, person, 0) >= reflexChance(world, person, recall, unusual)) people.reflex[person] = 0;
}

/** What one has is always considered, another brand if it comes to mind this week. */
export function isConsidered(world: World, person: number, b: number, recall: Keys): boolean {
  const { people, settings } = world;
  if (people.present[person] === b) return true;
  const known = people.rows[(person * people.brands + b) * ROW + FAMILIARITY];
  return drawUniform(recall.k0, recall.k1, person, b) < recallProbability(known, settings.consumers.familiarity.recallHalf);
}

/**
 * P(System 1) of a person in market: from the leading option by System 1's own score, among those that come to mind.
 *
 * @param unusual greatest relative difference of a price met from the one people are used to; none is met before the choice
 */
export function reflexChance(world: World, person: number, recall: Keys, unusual = 0): number {
  const { people, settings } = world;
  const { reflexChoice, dualProcess } = settings.consumers;
  const { rows, affect, brands } = people;
  const now = people.present[person];
  if (people.woken[person] === 1) return 0;
  const habit = people.habit[person];
  let best = reflexChoice.familiarity * settings.market.outsideFamiliarity + (now < 0 ? reflexChoice.habit * habit : 0);
  let leading = settings.market.outsideFamiliarity;
  for (let b = 0; b < brands; b++) {
    if (!isConsidered(world, person, b, recall)) continue;
    const known = rows[(person * brands + b) * ROW + FAMILIARITY];
    const score =
      reflexChoice.affect * affect[person * brands + b] + reflexChoice.familiarity * known + (now === b ? reflexChoice.habit * habit : 0);
    if (score > best) {
      best = score;
      leading = known;
    }
  }
  return reflexProbability(leading, habit, people.surprise[person], unusual, dualProcess);
}
