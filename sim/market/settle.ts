import { habitAfter } from '../consumer/habit.ts';
import { EXPOSURE, INTENT, OUTSIDE, ROW, TRIED } from '../consumer/state.ts';
import type { World } from './world.ts';

/** An attended contact within about four weeks leaves this exposure stock: what a last-touch report would credit. */
const LAST_TOUCH = 0.65;

/** Books all choices of the week. */
export function settle(world: World): void {
  world.buyerCount = 0;
  for (let m = 0; m < world.marketCount; m++) settleOne(world, world.market[m], world.choices[m], world.paid[m]);
}

/** Books one choice: habits, the present solution, purchases, lapses, money. */
function settleOne(world: World, person: number, choice: number, paid: number): void {
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
  tally.purchases[choice]++;
  if (again) tally.repeats[choice]++;
  if ((flags[pair] & TRIED) === 0) {
    flags[pair] |= TRIED;
    tally.firstPurchases[choice]++;
  }
  tally.pricePaid[choice] += paid;
  tally.revenue[choice] += paid / world.scale;
  // The promotion's own money pays for the discount, so margin is counted at list price.
  tally.grossMargin[choice] += brands[choice].margin / world.scale;
  if (rows[row + EXPOSURE] >= LAST_TOUCH) tally.lastTouchRevenue[choice] += paid / world.scale;
  rows[row + INTENT] = 0;
  people.sated[person] = need.purchaseWeeks;
  world.buyers[world.buyerCount++] = person;
}
