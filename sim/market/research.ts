import exp from '@stdlib/math-base-special-exp';
import { learnNeeds, NEEDS, pay } from '../brand/index.ts';
import { bondWith } from '../consumer/bond.ts';
import { makeFamiliar } from '../consumer/familiarity.ts';
import { ASKED, FAMILIARITY, INTENT, ROW, SATISFACTION, TRUST } from '../consumer/state.ts';
import { deriveKeys, drawInteger, drawUniform, lnComplement, PURPOSE } from '../random/index.ts';
import { CARRY, type Campaign, moneyFor, simulatedUnits } from './campaign.ts';
import { wake } from './contact.ts';
import { credit, FROM_ASKING, LEDGER_FAMILIARITY } from './ledger.ts';
import { needOf } from './start.ts';
import { chanceToTell } from './talk.ts';
import { type World, weekKeys } from './world.ts';

/** Questionnaires: real respondents, in all tribes by size, teach the brand with noise and a shared bias. */
export function ask(campaign: Campaign): void {
  const { world, b, brand } = campaign;
  const given = world.settings.tactics.research;
  const real = Math.min(Math.floor(moneyFor(campaign, 'ask') / given.askCost), world.settings.market.people);
  if (real < 1) return;
  pay(brand.account, 'ask', real * given.askCost);
  brand.knowledge.researched += real;
  const { people, tribeSizes, needs, needSpread, desirableNeeds } = world;
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.knowledge), b);
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    const asked = (real * tribeSizes[tribe]) / people.n;
    learnNeeds(brand.knowledge, tribe, asked, needs, tribe * NEEDS, desirableNeeds, needSpread, given.askRho, k0, k1, 0);
  }
  changeTheAsked(campaign, simulatedUnits(campaign, CARRY.questionnaires, real));
}

/**
 * Being asked makes the brand come to mind and forms intentions; those who see that answers change something feel heard, those who are
 * asked again and see nothing change lose trust.
 */
function changeTheAsked(campaign: Campaign, respondents: number): void {
  const { world, b, brand } = campaign;
  const { people, tally, ledger } = world;
  const { asking, bond, intent } = world.settings.consumers;
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.survey), b);
  const askedBefore = brand.developedWhenAsked >= 0;
  const acted = brand.developed > brand.developedWhenAsked;
  for (let s = 0; s < respondents; s++) {
    const person = drawInteger(k0, k1, s, 0, people.n);
    const pair = person * people.brands + b;
    const row = pair * ROW;
    const before = people.rows[row + FAMILIARITY];
    makeFamiliar(people.rows, row, asking.familiarity);
    if (ledger !== null) credit(ledger, pair, LEDGER_FAMILIARITY, FROM_ASKING, people.rows[row + FAMILIARITY] - before);
    if (intent.gain > 0) people.rows[row + INTENT] += asking.intent;
    tally.touchFirm[b]++;
    if (people.present[person] === b) {
      tally.surveyed[b]++;
      tally.surveyedSatisfaction[b] += people.rows[row + SATISFACTION];
    }
    wake(world, person, b, campaign.keys.need);
    if (askedBefore && acted) bondWith(people.rows, row, bond.community);
    if (askedBefore && !acted && (people.flags[pair] & ASKED) !== 0) people.rows[row + TRUST] *= asking.ignored;
    people.flags[pair] |= ASKED;
  }
  brand.developedWhenAsked = brand.developed;
}

/**
 * Reading what people said last week: revealed needs, but only of those who talk, weighted by how much they do; and uses that nobody
 * intended, which are built in for everyone.
 */
export function listen(campaign: Campaign): void {
  const { world, b, brand } = campaign;
  const given = world.settings.tactics.research;
  const { people, talkerSigns, talkerCounts, needSpread, tally } = world;
  const voices = talkerCounts[b];
  const money = moneyFor(campaign, 'listen');
  const real = Math.min(money / given.readCost, voices / world.scale);
  if (!(real > 0)) return;
  pay(brand.account, 'listen', real * given.readCost);
  brand.knowledge.researched += real;
  for (let t = b * people.n; t < b * people.n + voices; t++) {
    tally.voicesHeard[b]++;
    if (talkerSigns[t] < 0) tally.complaintsHeard[b]++;
  }
  const { k0, k1 } = deriveKeys(weekKeys(world, PURPOSE.listening), b);
  // Whether one of the real people read has found a use nobody intended: how many of them are simulated must not decide when.
  if (drawUniform(k0, k1, 0, 1) < 1 - exp(real * lnComplement(world.settings.consumers.uses.rate))) brand.builtIn = 1;
  const { revealed, voicesByTribe } = world;
  const total = revealNeeds(world, b);
  if (!(total > 0)) return;
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    if (voicesByTribe[tribe] === 0) continue;
    const heard = (real * voicesByTribe[tribe]) / total;
    learnNeeds(brand.knowledge, tribe, heard, revealed, tribe * NEEDS, null, needSpread, given.readRho, k0, k1, 0);
  }
}

/**
 * Mean needs of those who talk about a brand, per tribe, each person by the chance to talk: an expectation over everybody, so that the
 * error is that of the real number of finds and not of the few simulated talkers. Returns the expected number of talkers.
 */
function revealNeeds(world: World, b: number): number {
  const { people, revealed, voicesByTribe } = world;
  revealed.fill(0);
  voicesByTribe.fill(0);
  let total = 0;
  for (let i = 0; i < people.n; i++) {
    const chance = chanceToTell(world, i, b);
    if (chance === 0) continue;
    const tribe = people.tribe[i];
    total += chance;
    voicesByTribe[tribe] += chance;
    for (let k = 0; k < NEEDS; k++) revealed[tribe * NEEDS + k] += chance * needOf(people, i, k);
  }
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    if (voicesByTribe[tribe] > 0) for (let k = 0; k < NEEDS; k++) revealed[tribe * NEEDS + k] /= voicesByTribe[tribe];
  }
  return total;
}

/** Counting mentions tells the firm how much it is talked about, nothing more. */
export function monitor(campaign: Campaign): void {
  const { world, b, brand } = campaign;
  const { monitorCost } = world.settings.tactics.research;
  const paid = moneyFor(campaign, 'monitor') >= monitorCost;
  if (paid) pay(brand.account, 'monitor', monitorCost);
  world.seen.monitored[b] = paid ? 1 : 0;
}
