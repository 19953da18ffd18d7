import exp from '@stdlib/math-base-special-exp';
import { learn } from '../consumer/belief.ts';
import { clamp } from '../consumer/decay.ts';
import { makeFamiliar } from '../consumer/familiarity.ts';
import { expressedView } from '../consumer/persuasion.ts';
import { tribeRegard } from '../consumer/regard.ts';
import {
  BOND,
  type Consumers,
  FAMILIARITY,
  IN_DISLIKE,
  IN_HEARD,
  IN_KNOWLEDGE,
  IN_LIKE,
  IN_PRECISION,
  IN_SIGNAL,
  IN_USE,
  INBOX,
  IRRITATION,
  KNOWLEDGE,
  KNOWS_USE,
  READING,
  ROW,
  SATISFACTION,
} from '../consumer/state.ts';
import { shareProbability, talkProbability } from '../consumer/talk.ts';
import { drawNormal, drawPoisson, drawUniform, type Keys, PURPOSE } from '../random/index.ts';
import { understandingOf } from './content.ts';
import { credit, creditBelief, FROM_TALK, LEDGER_AFFECT, LEDGER_FAMILIARITY } from './ledger.ts';
import {
  isMarked,
  markSpoken,
  partnerAt,
  SPOKEN,
  setStrength,
  slotAtStrength,
  strengthAt,
  TELLS,
  totalStrength,
  unmarkSpoken,
} from './ties.ts';
import { type World, weekKeys } from './world.ts';
import { trueProgress } from './worth.ts';

/** Kinds of message; each keeps its own luck. */
const EXPERIENCE = 0;
const COMPLAINT = 1;
const KNOWHOW = 2;
const ADVOCACY = 3;

/** A person is heard by at most this many others a week, of one kind and brand. */
const MOST_LISTENERS = 32;

/** How one person regards another: own tribe by identification, other tribes by what the tribes think of each other. */
export function regardOf(world: World, from: number, of: number): number {
  const { people, regard, regardTable } = world;
  const a = people.tribe[from];
  const b = people.tribe[of];
  if (a === b) return regard.ownBase + regard.identification * people.identification[from];
  return regardTable.length > 0 ? regardTable[a * people.tribeCount + b] : tribeRegard(world.regardKeys, a, b, regard);
}

/** Mean private affect of every tribe about every brand, as it stands. */
export function measureNorms(world: World): void {
  const { people, norms, tribeSizes } = world;
  norms.fill(0);
  sumByTribe(people.affect, people, norms);
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    if (tribeSizes[tribe] > 0) for (let b = 0; b < people.brands; b++) norms[tribe * people.brands + b] /= tribeSizes[tribe];
  }
}

function sumByTribe(values: Float32Array, { n, brands, tribe }: Consumers, sums: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const at = tribe[i] * brands;
    for (let b = 0; b < brands; b++) sums[at + b] += values[i * brands + b];
  }
}

interface Luck {
  readonly talk: Keys;
  readonly listeners: Keys;
  readonly partner: Keys;
  readonly signal: Keys;
}

/**
 * 4.5 People talk: about a use, about annoying messages, passing on what they learned, speaking for a brand they are bound to.
 * Messages are collected in inboxes and taken in together at the end, so nobody passes on news of the same week.
 */
export function talkAndListen(world: World): void {
  measureNorms(world);
  speak(world);
  takeIn(world);
  strengthen(world);
}

function speak(world: World): void {
  const { people, settings } = world;
  const { rows, brands, n, sociability } = people;
  const { talk, negativeTalk, sharing, advocacy, irritation, expression } = settings.consumers;
  const luck: Luck = {
    talk: weekKeys(world, PURPOSE.talk),
    listeners: weekKeys(world, PURPOSE.listeners),
    partner: weekKeys(world, PURPOSE.partner),
    signal: weekKeys(world, PURPOSE.share),
  };
  world.newsCount = 0;
  world.spokenCount = 0;
  const shareChance = shareChances(world);
  for (let i = 0; i < n; i++) {
    for (let b = 0; b < brands; b++) {
      const pair = i * brands + b;
      const row = pair * ROW;
      const reading = rows[row + READING];
      const knows = rows[row + KNOWLEDGE];
      const bond = rows[row + BOND];
      const annoyed = rows[row + IRRITATION] - irritation.talkThreshold;
      if (reading < 0 && knows === 0 && bond === 0 && annoyed <= 0) continue;
      const talkative = sociability[i] * talk.social;
      const norm = world.norms[people.tribe[i] * brands + b];
      if (reading >= 0) {
        const satisfaction = rows[row + SATISFACTION];
        if (drawUniform(luck.talk.k0, luck.talk.k1, i, b * 4 + EXPERIENCE) < chanceToTell(world, i, b)) {
          const sign = satisfaction >= 0 ? 1 : -1;
          const listeners = sign > 0 ? talk.listeners : negativeTalk.listeners;
          tell(world, luck, i, b, EXPERIENCE, expressedView(sign, norm, expression.compliance), listeners, reading, 0);
        }
      }
      if (
        annoyed > 0 &&
        negativeTalk.voice > 0 &&
        drawUniform(luck.talk.k0, luck.talk.k1, i, b * 4 + COMPLAINT) < irritation.talk * annoyed * talkative
      ) {
        tell(
          world,
          luck,
          i,
          b,
          COMPLAINT,
          expressedView(-1, norm, expression.compliance),
          negativeTalk.listeners * negativeTalk.voice,
          -1,
          0,
        );
      }
      if (knows > 0) {
        rows[row + KNOWLEDGE] = 0;
        const chance = shareChance[people.tribe[i] * brands + b] * knows * talkative;
        if (drawUniform(luck.talk.k0, luck.talk.k1, i, b * 4 + KNOWHOW) < chance) {
          tell(world, luck, i, b, KNOWHOW, 0, talk.listeners, -1, knows * sharing.fade);
        }
      }
      if (bond > 0 && drawUniform(luck.talk.k0, luck.talk.k1, i, b * 4 + ADVOCACY) < advocacy.rate * bond * talkative) {
        const view = expressedView(people.affect[pair], norm, expression.compliance);
        // Where the tribe is against the brand, even the bound keep silent.
        if (view > 0) tell(world, luck, i, b, ADVOCACY, view, talk.listeners, reading, 0);
      }
    }
  }
}

/** Chance that a person talks this week about the last use of a brand, more in the week after it; 0 before any use. */
export function chanceToTell(world: World, person: number, b: number): number {
  const { rows, brands, sociability } = world.people;
  const { talk, negativeTalk } = world.settings.consumers;
  const pair = person * brands + b;
  const row = pair * ROW;
  if (rows[row + READING] < 0) return 0;
  const share = sociability[person] * talk.social * (world.fresh[pair] === 1 ? 1 : talk.otherWeeks);
  return share * talkProbability(rows[row + SATISFACTION], talk.base, talk.positive, negativeTalk.slope, negativeTalk.voice);
}

/** Ties over which people talked grow stronger, once a week. They lie in the order of the speakers. */
function strengthen(world: World): void {
  const { ties, spoken, settings } = world;
  let speaker = 0;
  for (let at = 0; at < world.spokenCount; at++) {
    const slot = spoken[at];
    while (ties.start[speaker + 1] <= slot) speaker++;
    const strength = strengthAt(ties, slot);
    setStrength(ties, speaker, slot, strength + settings.ties.strengthen * (1 - strength));
    unmarkSpoken(ties, slot);
  }
}

/** Chance to pass on content per tribe and brand: usefulness moves the odds, in standard deviations of a uniform usefulness. */
function shareChances(world: World): Float64Array {
  const { people, settings, brands, shareChance } = world;
  const { sharing } = settings.consumers;
  const { usefulnessBase, usefulnessKnowledge } = settings.tactics.content;
  const spread = usefulnessKnowledge > 0 ? usefulnessKnowledge * 0.2887 : 1;
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    for (let b = 0; b < brands.length; b++) {
      const useful = usefulnessBase + usefulnessKnowledge * understandingOf(world, b, tribe);
      const z = (useful - (usefulnessBase + usefulnessKnowledge / 2)) / spread;
      shareChance[tribe * brands.length + b] = sharing.base === 0 ? 0 : shareProbability(sharing.base, exp(sharing.usefulnessLogOdds * z));
    }
  }
  return shareChance;
}

/**
 * One person tells some partners. `valence` in [-1, 1] moves hearts, a reading >= 0 teaches as a friend's experience, `knowledge` > 0
 * teaches as content at second hand.
 */
function tell(
  world: World,
  luck: Luck,
  speaker: number,
  b: number,
  kind: number,
  valence: number,
  meanListeners: number,
  reading: number,
  knowledge: number,
): void {
  const { people, ties, settings, tally, brands } = world;
  const at = (b * 4 + kind) * MOST_LISTENERS;
  const count = Math.min(MOST_LISTENERS, drawPoisson(luck.listeners.k0, luck.listeners.k1, speaker, b * 4 + kind, meanListeners));
  const total = count > 0 ? totalStrength(ties, speaker, TELLS) : 0;
  noteTalker(world, speaker, b, kind === KNOWHOW ? 0 : valence);
  for (let k = 0; k < count; k++) {
    countSent(world, b, kind, valence, knowledge);
    const slot = slotAtStrength(ties, speaker, TELLS, drawUniform(luck.partner.k0, luck.partner.k1, speaker, at + k) * total);
    if (slot < 0) {
      tally.talkLost[b]++;
      continue;
    }
    const listener = partnerAt(ties, slot);
    const strength = strengthAt(ties, slot);
    const regard = regardOf(world, listener, speaker);
    const crossing = people.tribe[listener] !== people.tribe[speaker];
    if (crossing) tally.crossTribeHeard[b]++;
    countHeard(world, b, kind, valence);
    if (world.onlooker !== null) world.onlooker.heard(world.week, speaker, listener, b, valence);
    tally.touchConsumer[b]++;
    const { belief, persuasion } = settings.consumers;
    const box = inboxOf(world, listener, b);
    const inbox = people.inbox;
    inbox[box + IN_HEARD]++;
    const effect = regard * valence * strength;
    if (effect > 0) inbox[box + IN_LIKE] += persuasion.positive * effect;
    else inbox[box + IN_DISLIKE] -= persuasion.negative * effect;
    const credibility = belief.weight * strength * Math.max(0, regard);
    if (reading >= 0 && credibility > 0) {
      const noise = belief.scale * Math.sqrt(belief.friend) * drawNormal(luck.signal.k0, luck.signal.k1, speaker, at + k);
      const precision = credibility / belief.friend;
      inbox[box + IN_PRECISION] += precision;
      inbox[box + IN_SIGNAL] += precision * (reading + noise);
    }
    if (knowledge > 0 && credibility > 0) {
      const noise = belief.scale * Math.sqrt(belief.content) * drawNormal(luck.signal.k0, luck.signal.k1, speaker, at + k);
      const precision = (credibility * knowledge) / belief.content;
      inbox[box + IN_PRECISION] += precision;
      inbox[box + IN_SIGNAL] += precision * (trueProgress(world, listener, b) + noise);
      if (knowledge > inbox[box + IN_KNOWLEDGE]) inbox[box + IN_KNOWLEDGE] = knowledge;
    }
    if (!crossing && (people.flags[speaker * brands.length + b] & KNOWS_USE) !== 0) inbox[box + IN_USE] = 1;
    if (world.tiesChange && !isMarked(ties, slot, SPOKEN)) {
      markSpoken(ties, slot);
      world.spoken[world.spokenCount++] = slot;
    }
  }
}

/** Remembers that someone talked, for brands that listen or answer next week. A second message of the same person counts again. */
function noteTalker(world: World, person: number, b: number, valence: number): void {
  const { people, talkers, talkerSigns, talkerCounts } = world;
  if (talkerCounts[b] >= people.n) return;
  const at = b * people.n + talkerCounts[b]++;
  talkers[at] = person;
  talkerSigns[at] = valence < 0 ? -1 : 1;
}

function countSent(world: World, b: number, kind: number, valence: number, knowledge: number): void {
  const { tally, settings } = world;
  if (kind !== KNOWHOW) {
    if (valence >= 0) tally.positiveSent[b]++;
    else tally.negativeSent[b]++;
    return;
  }
  tally.knowledgeSent[b]++;
  const { fade } = settings.consumers.sharing;
  let depth = 1;
  for (let strength = fade; strength > knowledge * 1.000001 && depth < 16; strength *= fade) depth++;
  if (depth === 1) tally.cascadeRoots[b]++;
  if (depth > tally.cascadeDepth[b]) tally.cascadeDepth[b] = depth;
}

function countHeard(world: World, b: number, kind: number, valence: number): void {
  const { tally } = world;
  if (kind === KNOWHOW) tally.knowledgeHeard[b]++;
  else if (valence >= 0) tally.positiveHeard[b]++;
  else tally.negativeHeard[b]++;
}

/** Start of a pair's inbox; the first message puts the pair on the list of those with news. */
function inboxOf(world: World, listener: number, b: number): number {
  const pair = listener * world.brands.length + b;
  const box = pair * INBOX;
  if (world.people.inbox[box + IN_HEARD] === 0) world.news[world.newsCount++] = pair;
  return box;
}

/** Everyone takes in what they heard: hearts move in the room they have, beliefs by Bayes, familiarity by each message. */
function takeIn(world: World): void {
  const { people, settings, news, ledger } = world;
  const { rows, affect, inbox, flags } = people;
  const { familiarity, belief } = settings.consumers;
  for (let at = 0; at < world.newsCount; at++) {
    const pair = news[at];
    const box = pair * INBOX;
    const row = pair * ROW;
    const x = affect[pair];
    const knownBefore = rows[row + FAMILIARITY];
    const up = clamp(inbox[box + IN_LIKE], 0, 1) * ((1 - x) / 2);
    const down = clamp(inbox[box + IN_DISLIKE], 0, 1) * ((1 + x) / 2);
    affect[pair] = clamp(x + up - down, -1, 1);
    const precision = inbox[box + IN_PRECISION];
    if (precision > 0) {
      const signal = inbox[box + IN_SIGNAL] / precision;
      const gain = learn(rows, row, signal, precision, belief.maximum);
      if (ledger !== null) creditBelief(ledger, pair, FROM_TALK, gain, signal);
    }
    for (let k = 0; k < inbox[box + IN_HEARD]; k++) makeFamiliar(rows, row, familiarity.heard);
    if (inbox[box + IN_KNOWLEDGE] > rows[row + KNOWLEDGE]) rows[row + KNOWLEDGE] = inbox[box + IN_KNOWLEDGE];
    if (inbox[box + IN_USE] === 1) flags[pair] |= KNOWS_USE;
    for (let k = 0; k < INBOX; k++) inbox[box + k] = 0;
    if (ledger !== null) {
      credit(ledger, pair, LEDGER_FAMILIARITY, FROM_TALK, rows[row + FAMILIARITY] - knownBefore);
      credit(ledger, pair, LEDGER_AFFECT, FROM_TALK, affect[pair] - x);
    }
  }
  world.newsCount = 0;
}
