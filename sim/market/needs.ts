import { intentShare } from '../consumer/intent.ts';
import { needHazard } from '../consumer/need.ts';
import { INTENT, ROW, SATISFACTION } from '../consumer/state.ts';
import { drawNormal, drawUniform, PURPOSE } from '../random/index.ts';
import { type World, weekKeys } from './world.ts';

/** 4.1 The job comes up for some: they are in market this week, with a struggle. */
export function arise(world: World): void {
  const { people, settings, hazard } = world;
  const { rows, inMarket, sated, woken, n, brands } = people;
  const { need, intent } = settings.consumers;
  const base = settings.market.need;
  const { k0, k1 } = weekKeys(world, PURPOSE.need);
  world.struggleKeys = weekKeys(world, PURPOSE.struggle);
  world.marketCount = 0;
  inMarket.fill(0);
  woken.fill(0);
  for (let i = 0; i < n; i++) {
    let strongest = 0;
    for (let b = 0; b < brands; b++) {
      const stock = rows[(i * brands + b) * ROW + INTENT];
      if (stock > strongest) strongest = stock;
    }
    let factor = 1;
    if (sated[i] > 0) {
      sated[i]--;
      factor = need.purchaseFactor;
    }
    hazard[i] = needHazard(base, intentShare(strongest), intent.need, factor);
    if (drawUniform(k0, k1, i, 0) < hazard[i]) enterMarket(world, i);
  }
}

/** Puts a person in market. */
function enterMarket(world: World, person: number): void {
  const { people, settings } = world;
  const { need } = settings.consumers;
  const { k0, k1 } = world.struggleKeys;
  const now = people.present[person];
  const satisfaction = now >= 0 ? people.rows[(person * people.brands + now) * ROW + SATISFACTION] : 0;
  const spread = need.struggleSd === 0 ? 0 : need.struggleSd * Math.abs(drawNormal(k0, k1, person, 0));
  people.struggle[person] = spread + need.dissatisfaction * Math.max(0, -satisfaction);
  people.inMarket[person] = 1;
  world.market[world.marketCount++] = person;
}

/**
 * Raises a person's hazard of need this week by a factor: the same luck as in `arise`, so that a person enters exactly when the raised
 * hazard exceeds it.
 */
export function bringForward(world: World, person: number, factor: number, k0: number, k1: number): void {
  if (world.people.inMarket[person] === 1) return;
  if (drawUniform(k0, k1, person, 0) < Math.min(1, world.hazard[person] * factor)) enterMarket(world, person);
}
