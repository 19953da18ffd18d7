import { expect, test } from 'vitest';
import {
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
} from '../../sim/consumer/state.ts';
import { regardOf } from '../../sim/market/talk.ts';
import { type World, weekKeys } from '../../sim/market/world.ts';
import { drawInteger, drawNormal, drawUniform, PURPOSE } from '../../sim/random/index.ts';
import { besideTwin, expectClose, livelyWorld, type TieEnd, tiesOf } from './steps.ts';

const clamp = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x));
const gumbel = (u: number) => -Math.log(-Math.log(u));

/** Support by peers and number of adopting peers, of one brand. */
function peersOf(world: World, ties: readonly TieEnd[], person: number, b: number): { support: number; adopters: number } {
  const { people } = world;
  let [support, total, adopters] = [0, 0, 0];
  for (const { other, strength, hears } of ties) {
    const regard = regardOf(world, person, other);
    if (!hears || regard <= 0) continue;
    total += strength * regard;
    if (people.present[other] === b && people.affect[other * 2 + b] > 0) support += strength * regard;
    if ((people.flags[other * 2 + b] & TRIED) !== 0) adopters++;
  }
  return { support: total > 0 ? support / total : 0, adopters };
}

/** Chance to choose by reflex: familiarity of what leads by reflex, habit, the last disappointment and the most unusual price. */
function reflexChance(world: World, person: number, considered: readonly number[], prices: readonly number[] | null): number {
  const { people, settings, brands } = world;
  const { reflexChoice, dualProcess } = settings.consumers;
  if (people.woken[person] === 1) return 0;
  const now = people.present[person];
  const options = [OUTSIDE, ...considered].map((b) => {
    const known = b < 0 ? settings.market.outsideFamiliarity : people.rows[(person * 2 + b) * ROW + FAMILIARITY];
    const liked = b < 0 ? 0 : people.affect[person * 2 + b];
    const score =
      reflexChoice.affect * liked + reflexChoice.familiarity * known + (now === b ? reflexChoice.habit * people.habit[person] : 0);
    return { known, score };
  });
  const leading = options.reduce((best, each) => (each.score > best.score ? each : best));
  const unusual = prices === null ? 0 : Math.max(0, ...considered.map((b) => Math.abs(prices[b] / brands[b].referencePrice - 1)));
  const towards =
    dualProcess.bias +
    dualProcess.slope * (leading.known - dualProcess.centre) +
    dualProcess.habit * people.habit[person] -
    dualProcess.surprise * people.surprise[person] -
    dualProcess.price * unusual;
  return 1 / (1 + Math.exp(-towards));
}

function consideredBy(world: World, person: number): number[] {
  const { k0, k1 } = weekKeys(world, PURPOSE.recall);
  const { people, settings } = world;
  return [0, 1].filter((b) => {
    const known = people.rows[(person * 2 + b) * ROW + FAMILIARITY];
    return people.present[person] === b || drawUniform(k0, k1, person, b) < known / (known + settings.consumers.familiarity.recallHalf);
  });
}

test('those in market choose by reflex or reflection what scores best with its luck, and what follows is booked', () => {
  const world = livelyWorld({ market: { need: 0.25, budget: 0.1 } });
  const { people, settings, brands, tally } = world;
  const { reflexChoice, reflection, lossAversion, belief, intent, support, reinforcement, onboarding, habit, need, sayDo } =
    settings.consumers;
  const seen = {
    outside: 0,
    reflex: 0,
    reflected: 0,
    switches: 0,
    repeats: 0,
    first: 0,
    kept: 0,
    lastTouch: 0,
    discounts: 0,
    ranOut: 0,
    peers: 0,
    opened: 0,
  };
  besideTwin(world, 40, 'choose', () => {
    const keys = (purpose: number) => weekKeys(world, purpose);
    const [luck, stay, say, gate] = [PURPOSE.choice, PURPOSE.onboarding, PURPOSE.intention, PURPOSE.gate].map(keys);
    const ties = tiesOf(world.ties, people.n);
    const market = Array.from(world.market.subarray(0, world.marketCount));
    // Some have just been taught, so that teaching is seen to keep them.
    for (const i of market) if (i % 3 === 0 && people.present[i] >= 0) people.rows[(i * 2 + people.present[i]) * ROW + ONBOARDING] = 1;
    const first = drawInteger(luck.k0, luck.k1, people.n, 0, Math.max(1, market.length));
    const prices = brands.map((brand) => brand.price);
    const left = brands.map((brand) => brand.discountLeft);
    const before = structuredClone(tally);
    const chosen = new Map<number, { choice: number; paid: number }>();
    const lookers = [0, 0];
    const met = [0, 0];
    const stated = [0, 0];
    for (const i of [...market.slice(first), ...market.slice(0, first)]) {
      const considered = consideredBy(world, i);
      let reflex = people.reflex[i] === 1;
      const unusual = considered.some((b) => prices[b] !== brands[b].referencePrice);
      if (reflex && unusual && drawUniform(gate.k0, gate.k1, i, 0) >= reflexChance(world, i, considered, prices)) {
        reflex = false;
        seen.opened++;
      }
      const now = people.present[i];
      const socialJob = people.job[i * JOBS + 2];
      const has = (b: number) => (now === b ? people.habit[i] : 0);
      const struggle = (b: number) => (now === b ? 0 : people.struggle[i]);
      const outside = reflex
        ? (reflexChoice.familiarity * settings.market.outsideFamiliarity + reflexChoice.habit * has(OUTSIDE)) / reflexChoice.temperature
        : ((1 - socialJob) * people.outside[i] + struggle(OUTSIDE) + reflection.habit * has(OUTSIDE)) / reflection.temperature;
      const scores = [{ b: OUTSIDE, score: outside + gumbel(drawUniform(luck.k0, luck.k1, i, 0)) }];
      for (const b of considered) {
        const row = people.rows.subarray((i * 2 + b) * ROW, (i * 2 + b + 1) * ROW);
        const peers = peersOf(world, ties[i], i, b);
        lookers[b]++;
        met[b] += brands[b].listPrice - prices[b];
        let score: number;
        if (reflex) {
          score =
            (reflexChoice.affect * people.affect[i * 2 + b] +
              reflexChoice.familiarity * row[FAMILIARITY] +
              reflexChoice.social * support.weight * peers.support +
              reflexChoice.habit * has(b)) /
            reflexChoice.temperature;
        } else {
          const sd = belief.scale / Math.sqrt(row[PRECISION]);
          const risk = reflection.risk * lossAversion.lambda * sd * (1 - 0.5 * Math.max(row[TRUST], row[BOND]));
          const gain = (1 - socialJob) * row[BELIEF] + socialJob * support.weight * peers.support + reflection.habit * has(b);
          const pull = (intent.score * row[INTENT]) / (1 + row[INTENT]) + struggle(b);
          score = (gain + pull - risk - reflection.price * (prices[b] / brands[b].referencePrice - 1)) / reflection.temperature;
        }
        if ((people.flags[i * 2 + b] & TRIED) === 0 && peers.adopters >= 2) {
          score += Math.log([reinforcement.two, reinforcement.three, reinforcement.four][Math.min(4, peers.adopters) - 2]);
          seen.peers++;
        }
        scores.push({ b, score: score + gumbel(drawUniform(luck.k0, luck.k1, i, 1 + b)) });
      }
      let choice = scores.reduce((best, each) => (each.score > best.score ? each : best)).b;
      if (now >= 0 && choice !== now) {
        const protection = onboarding.effect * people.rows[(i * 2 + now) * ROW + ONBOARDING];
        if (drawUniform(stay.k0, stay.k1, i, 0) < protection) {
          choice = now;
          seen.kept++;
        }
      }
      for (let b = 0; b < 2; b++) {
        const share = clamp(world.lastShare[b], 0.02, 0.98);
        const sd = Math.sqrt(share * (1 - share));
        const truth = (Number(choice === b) - share) / sd;
        const answer = sayDo.rho * truth + Math.sqrt(1 - sayDo.rho ** 2) * drawNormal(say.k0, say.k1, i, b);
        stated[b] += clamp(share + sd * answer, 0, 1);
      }
      if (choice === OUTSIDE) seen.outside++;
      if (reflex) seen.reflex++;
      else seen.reflected++;
      chosen.set(i, { choice, paid: choice === OUTSIDE ? 0 : prices[choice] });
      if (choice !== OUTSIDE && prices[choice] < brands[choice].listPrice) {
        const each = brands[choice].listPrice - prices[choice];
        seen.discounts++;
        left[choice] -= each;
        if (left[choice] < each) {
          prices[choice] = brands[choice].listPrice;
          seen.ranOut++;
        }
      }
    }
    // What follows from the choices.
    const present = people.present.slice();
    const habits = Float64Array.from(people.habit);
    const rows = Float64Array.from(people.rows);
    const flags = people.flags.slice();
    const tenure = people.tenure.slice();
    const sated = people.sated.slice();
    const surprise = people.surprise.slice();
    const add = { purchases: [0, 0], repeats: [0, 0], firstPurchases: [0, 0], lapses: [0, 0], pricePaid: [0, 0], lastTouchRevenue: [0, 0] };
    for (const i of market) {
      const { choice, paid } = chosen.get(i) as { choice: number; paid: number };
      const now = present[i];
      if (choice === now) habits[i] += habit.gain * (1 - habits[i]);
      else {
        habits[i] *= habit.keep;
        if (now >= 0) add.lapses[now]++;
        if (now >= 0 && choice >= 0) seen.switches++;
        tenure[i] = 0;
      }
      if (choice !== now || choice === OUTSIDE) surprise[i] = 0;
      present[i] = choice;
      if (choice === OUTSIDE) continue;
      const pair = i * 2 + choice;
      add.purchases[choice]++;
      if (choice === now) add.repeats[choice]++;
      if ((flags[pair] & TRIED) === 0) add.firstPurchases[choice]++;
      flags[pair] |= TRIED;
      add.pricePaid[choice] += paid;
      if (rows[pair * ROW + EXPOSURE] >= 0.65) {
        add.lastTouchRevenue[choice] += paid / world.scale;
        seen.lastTouch++;
      }
      rows[pair * ROW + INTENT] = 0;
      sated[i] = need.purchaseWeeks;
    }
    seen.repeats += add.repeats[0];
    seen.first += add.firstPurchases[0];
    return () => {
      expect(people.present).toEqual(present);
      expect(people.flags).toEqual(flags);
      expect(people.tenure).toEqual(tenure);
      expect(people.sated).toEqual(sated);
      expect(people.surprise).toEqual(surprise);
      expectClose(people.habit, habits, 'habit');
      expectClose(people.rows, rows, 'rows');
      expect(Array.from(world.buyers.subarray(0, world.buyerCount))).toEqual(market.filter((i) => present[i] !== OUTSIDE));
      for (let b = 0; b < 2; b++) {
        for (const [name, counts] of Object.entries(add) as [keyof typeof add, number[]][]) {
          expect(tally[name][b] - before[name][b], name).toBeCloseTo(counts[b], 2);
        }
        expect(tally.revenue[b] - before.revenue[b]).toBeCloseTo(add.pricePaid[b] / world.scale, 0);
        expect(tally.grossMargin[b] - before.grossMargin[b]).toBeCloseTo((add.purchases[b] * brands[b].margin) / world.scale, 4);
        expect(tally.lookers[b] - before.lookers[b]).toBe(lookers[b]);
        expect(tally.discountMet[b] - before.discountMet[b]).toBeCloseTo(met[b], 4);
        expect(tally.choosers[b] - before.choosers[b]).toBe(market.length);
        expect(tally.statedIntention[b] - before.statedIntention[b]).toBeCloseTo(stated[b], 4);
        expect(brands[b].price).toBeCloseTo(prices[b], 9);
        expect(brands[b].discountLeft).toBeCloseTo(left[b], 6);
      }
    };
  });
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(5);
});

test('before they read, those in market are handed to reflex by what leads, unless they were woken', () => {
  const world = livelyWorld({ market: { need: 0.25 } });
  const { people } = world;
  let reflexes = 0;
  let woken = 0;
  besideTwin(world, 20, 'searchAndRead', () => {
    const { k0, k1 } = weekKeys(world, PURPOSE.gate);
    const market = Array.from(world.market.subarray(0, world.marketCount));
    people.woken[market[0]] = 1;
    const expected = market.map((i) => Number(drawUniform(k0, k1, i, 0) < reflexChance(world, i, consideredBy(world, i), null)));
    return () => {
      expect(market.map((i) => people.reflex[i])).toEqual(expected);
      reflexes += expected.filter((each) => each === 1).length;
      woken += market.filter((i) => people.woken[i] === 1).length;
    };
  });
  expect(reflexes).toBeGreaterThan(50);
  expect(woken).toBeGreaterThan(5);
});
