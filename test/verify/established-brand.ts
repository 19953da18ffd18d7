import { statedIntention } from '../../sim/consumer/asking.ts';
import { BELIEF, READING, ROW, SATISFACTION, TRIED, VALUES } from '../../sim/consumer/state.ts';
import { talkProbability } from '../../sim/consumer/talk.ts';
import type { World } from '../../sim/market/world.ts';
import { trueProgress } from '../../sim/market/worth.ts';
import { drawNormal, keysFromSeed } from '../../sim/random/index.ts';
import { ESTABLISHED, openLaboratory, scenarioOf, strategyNamed, watchedWeek } from './market-laboratory.ts';
import { correlation, sumOf } from './statistics.ts';

const WEEKS = 156;
const SETTLED = 52;

/** What an observer with access to every mind notes about one ordinary market from its second year on. */
export interface Notes {
  /** Correlation of value congruence and affect among those who ever bought, at the end. */
  readonly congruence: number;
  readonly disconfirmationSatisfaction: number;
  readonly performanceSatisfaction: number;
  readonly satisfactionRepurchase: number;
  readonly satisfactionBadWord: number;
  readonly saidDone: number;
  /** Share of reflex choices among users of more than a year minus that among users of up to a quarter. */
  readonly reflexByTenure: number;
  /** Share of choices of the better option: by reflex minus by reflection. */
  readonly reflexQuality: number;
  /** Largest departure of the number of ties from its start, as a share. */
  readonly tieDrift: number;
}

/** An established brand, advertised at the default budget for three years, watched use by use and choice by choice. */
export function watchEstablishedBrand(replicate: number): Notes {
  const scenario = scenarioOf({ ...ESTABLISHED, horizon: WEEKS });
  const laboratory = openLaboratory({ scenario, replicate, strategy: strategyNamed('push') });
  const { world } = laboratory;
  const { people } = world;
  const { talk, negativeTalk, sayDo } = scenario.consumers;
  const noise = keysFromSeed('what people say');
  const expected = new Float64Array(people.n);
  const lastSatisfaction = new Float64Array(people.n).fill(Number.NaN);
  const tenure = new Float64Array(people.n);
  const present = new Int8Array(people.n);
  const uses = { disconfirmation: [] as number[], performance: [] as number[], satisfaction: [] as number[], badWord: [] as number[] };
  const returns = { satisfaction: [] as number[], again: [] as number[] };
  const choices = { bought: [] as number[], reflex: [] as number[], better: [] as number[], weeks: [] as number[], user: [] as number[] };
  let tieDrift = 0;

  const chosen = () => {
    const watching = world.week >= SETTLED;
    for (let at = 0; at < world.marketCount; at++) {
      const i = world.market[at];
      const bought = people.present[i] === 0;
      if (watching) {
        choices.bought.push(bought ? 1 : 0);
        choices.reflex.push(people.reflex[i]);
        choices.better.push(bought === trueProgress(world, i, 0) > people.outside[i] ? 1 : 0);
        choices.weeks.push(tenure[i]);
        choices.user.push(present[i] === 0 ? 1 : 0);
        if (!Number.isNaN(lastSatisfaction[i])) {
          returns.satisfaction.push(lastSatisfaction[i]);
          returns.again.push(bought ? 1 : 0);
        }
      }
      lastSatisfaction[i] = Number.NaN;
      expected[i] = people.rows[i * ROW + BELIEF];
    }
  };
  const used = () => {
    for (let at = 0; at < world.buyerCount; at++) {
      const i = world.buyers[at];
      const satisfaction = people.rows[i * ROW + SATISFACTION];
      const reading = people.rows[i * ROW + READING];
      lastSatisfaction[i] = satisfaction;
      if (world.week < SETTLED) continue;
      uses.disconfirmation.push(reading - expected[i]);
      uses.performance.push(reading - people.outside[i]);
      uses.satisfaction.push(satisfaction);
      uses.badWord.push(
        satisfaction < 0 ? talkProbability(satisfaction, talk.base, talk.positive, negativeTalk.slope, negativeTalk.voice) : 0,
      );
    }
  };
  for (let week = 0; week < WEEKS; week++) {
    tenure.set(people.tenure);
    present.set(people.present);
    watchedWeek(laboratory, { chosen, used });
    tieDrift = Math.max(tieDrift, Math.abs(world.ties.count / world.ties.initial - 1));
  }

  const share = sumOf(choices.bought) / choices.bought.length;
  const truth = choices.bought.map((bought) => (bought - share) / Math.sqrt(share * (1 - share)));
  const said = truth.map((z, at) => statedIntention(z, drawNormal(noise.k0, noise.k1, at, replicate), sayDo.rho));
  const meanOver = (values: readonly number[], keep: (at: number) => boolean) => {
    const kept = values.filter((_, at) => keep(at));
    return sumOf(kept) / kept.length;
  };
  return {
    congruence: congruenceAndAffect(world),
    disconfirmationSatisfaction: correlation(uses.disconfirmation, uses.satisfaction),
    performanceSatisfaction: correlation(uses.performance, uses.satisfaction),
    satisfactionRepurchase: correlation(returns.satisfaction, returns.again),
    satisfactionBadWord: correlation(uses.satisfaction, uses.badWord),
    saidDone: correlation(said, choices.bought),
    reflexByTenure:
      meanOver(choices.reflex, (at) => choices.user[at] === 1 && choices.weeks[at] > 52) -
      meanOver(choices.reflex, (at) => choices.user[at] === 1 && choices.weeks[at] <= 13),
    reflexQuality: meanOver(choices.better, (at) => choices.reflex[at] === 1) - meanOver(choices.better, (at) => choices.reflex[at] === 0),
    tieDrift,
  };
}

/** Value congruence is the cosine of one's values and those the brand lives; attitude is affect. */
function congruenceAndAffect(world: World): number {
  const { people, brands } = world;
  const { direction } = brands[0].actual;
  const fit: number[] = [];
  const affect: number[] = [];
  for (let i = 0; i < people.n; i++) {
    if ((people.flags[i] & TRIED) === 0) continue;
    let cosine = 0;
    for (let k = 0; k < VALUES; k++) cosine += people.values[i * VALUES + k] * direction[k];
    fit.push(cosine);
    affect.push(people.affect[i]);
  }
  return correlation(fit, affect);
}
