import { expect, test } from 'vitest';
import {
  BELIEF,
  BOND,
  FAMILIARITY,
  IRRITATION,
  KNOWLEDGE,
  KNOWS_USE,
  PRECISION,
  READING,
  ROW,
  SATISFACTION,
} from '../../sim/consumer/state.ts';
import { chanceToTell, measureNorms, regardOf } from '../../sim/market/talk.ts';
import { type World, weekKeys } from '../../sim/market/world.ts';
import { trueProgress } from '../../sim/market/worth.ts';
import { drawNormal, drawPoisson, drawUniform, PURPOSE } from '../../sim/random/index.ts';
import { atMark, besideTwin, expectClose, livelyWorld, type TieEnd, tiesOf } from './steps.ts';

interface Message {
  readonly kind: number;
  readonly speaker: number;
  readonly listener: number;
  readonly b: number;
  readonly valence: number;
  readonly tie: TieEnd;
  readonly reading: number;
  readonly knowledge: number;
  /** Number of the message among all that a person may send about a brand. */
  readonly at: number;
}

const clamp = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x));

function norm(world: World, tribe: number, b: number): number {
  const { people } = world;
  let sum = 0;
  let members = 0;
  for (let i = 0; i < people.n; i++) {
    if (people.tribe[i] !== tribe) continue;
    members++;
    sum += people.affect[i * people.brands + b];
  }
  return sum / members;
}

/** Chance to pass on what one knows: usefulness moves the odds, in standard deviations of a usefulness that is even between its ends. */
function shareOdds(world: World, tribe: number, b: number): number {
  const { sharing } = world.settings.consumers;
  const { usefulnessKnowledge } = world.settings.tactics.content;
  const understanding = world.understanding[tribe * world.brands.length + b];
  const z = (usefulnessKnowledge * understanding - usefulnessKnowledge / 2) / (usefulnessKnowledge / Math.sqrt(12));
  const odds = (sharing.base / (1 - sharing.base)) * Math.exp(sharing.usefulnessLogOdds * z);
  return odds / (1 + odds);
}

/** What everybody says, of four kinds: an experience, a complaint about messages, know-how, a word for a brand one is bound to. */
function conversations(world: World, ties: TieEnd[][]) {
  const { people, settings } = world;
  const { talk, negativeTalk, irritation, sharing, advocacy, expression } = settings.consumers;
  const keys = {
    talk: weekKeys(world, PURPOSE.talk),
    listeners: weekKeys(world, PURPOSE.listeners),
    partner: weekKeys(world, PURPOSE.partner),
  };
  const messages: Message[] = [];
  const lost = [0, 0];
  const sent: { b: number; kind: number; valence: number; knowledge: number }[] = [];
  const voices: { b: number; person: number; sign: number }[] = [];
  const norms = new Map<string, number>();
  for (let i = 0; i < people.n; i++) {
    for (let b = 0; b < 2; b++) {
      const pair = i * 2 + b;
      const row = people.rows.subarray(pair * ROW, (pair + 1) * ROW);
      const key = `${people.tribe[i]} ${b}`;
      if (!norms.has(key)) norms.set(key, norm(world, people.tribe[i], b));
      const view = (own: number) => own + expression.compliance * ((norms.get(key) as number) - own);
      const talkative = people.sociability[i] * talk.social;
      const s = row[SATISFACTION];
      const toldChance =
        (s >= 0 ? talk.base + talk.positive * s * s : negativeTalk.voice * (talk.base + negativeTalk.slope * s * s)) *
        talkative *
        (world.fresh[pair] === 1 ? 1 : talk.otherWeeks);
      const annoyed = row[IRRITATION] - irritation.talkThreshold;
      const own = row[READING];
      const knows = row[KNOWLEDGE];
      const kinds = [
        {
          chance: own < 0 ? 0 : toldChance,
          mean: s >= 0 ? talk.listeners : negativeTalk.listeners,
          valence: view(s >= 0 ? 1 : -1),
          reading: own,
          knowledge: 0,
        },
        {
          chance: annoyed <= 0 ? 0 : irritation.talk * annoyed * talkative,
          mean: negativeTalk.listeners * negativeTalk.voice,
          valence: view(-1),
          reading: -1,
          knowledge: 0,
        },
        {
          chance: shareOdds(world, people.tribe[i], b) * knows * talkative,
          mean: talk.listeners,
          valence: 0,
          reading: -1,
          knowledge: knows * sharing.fade,
        },
        {
          chance: view(people.affect[pair]) > 0 ? advocacy.rate * row[BOND] * talkative : 0,
          mean: talk.listeners,
          valence: view(people.affect[pair]),
          reading: own,
          knowledge: 0,
        },
      ];
      for (const [kind, { chance, mean, valence, reading, knowledge }] of kinds.entries()) {
        const number = b * 4 + kind;
        if (drawUniform(keys.talk.k0, keys.talk.k1, i, number) >= chance) continue;
        voices.push({ b, person: i, sign: valence < 0 ? -1 : 1 });
        const listeners = Math.min(32, drawPoisson(keys.listeners.k0, keys.listeners.k1, i, number, mean));
        const open = ties[i].filter((tie) => tie.tells);
        const total = open.reduce((sum, tie) => sum + tie.strength, 0);
        for (let k = 0; k < listeners; k++) {
          sent.push({ b, kind, valence, knowledge });
          const at = number * 32 + k;
          const tie =
            open[
              atMark(
                open.map((each) => each.strength),
                drawUniform(keys.partner.k0, keys.partner.k1, i, at) * total,
              )
            ];
          if (tie === undefined) lost[b]++;
          else messages.push({ kind, speaker: i, listener: tie.other, b, valence, tie, reading, knowledge, at });
        }
      }
    }
  }
  return { messages, lost, sent, voices };
}

test('who says what to whom, and what it does to them, is what the document says', () => {
  const world = livelyWorld();
  const { people, settings, tally } = world;
  const { persuasion, belief, familiarity, sharing } = settings.consumers;
  const seen = { kinds: [0, 0, 0, 0], negative: 0, disliked: 0, crossing: 0, passedOn: 0, uses: 0 };
  besideTwin(world, 30, 'talkAndListen', () => {
    const ties = tiesOf(world.ties, people.n);
    const { messages, lost, sent, voices } = conversations(world, ties);
    const rows = Float64Array.from(people.rows);
    const affect = Float64Array.from(people.affect);
    const flags = Uint8Array.from(people.flags);
    const before = structuredClone(tally);
    const signal = weekKeys(world, PURPOSE.share);
    const heardBy = new Map<number, Message[]>();
    for (const message of messages) {
      const pair = message.listener * 2 + message.b;
      heardBy.set(pair, [...(heardBy.get(pair) ?? []), message]);
    }
    for (let pair = 0; pair < people.n * 2; pair++) rows[pair * ROW + KNOWLEDGE] = 0;
    for (const [pair, heard] of heardBy) {
      const row = rows.subarray(pair * ROW, (pair + 1) * ROW);
      let like = 0;
      let dislike = 0;
      let weight = 0;
      let told = 0;
      for (const { kind, speaker, listener, b, valence, tie, reading, knowledge, at } of heard) {
        seen.kinds[kind]++;
        const regard = regardOf(world, listener, speaker);
        const push = regard * valence * tie.strength;
        if (push > 0) like += persuasion.positive * push;
        else dislike += persuasion.negative * -push;
        if (valence < 0) seen.negative++;
        if (regard < 0) seen.disliked++;
        const trusted = belief.weight * tie.strength * Math.max(0, regard);
        const noise = drawNormal(signal.k0, signal.k1, speaker, at) * belief.scale;
        if (reading >= 0) {
          weight += trusted / belief.friend;
          told += (trusted / belief.friend) * (reading + noise * Math.sqrt(belief.friend));
        }
        if (knowledge > 0) {
          weight += (trusted * knowledge) / belief.content;
          told += ((trusted * knowledge) / belief.content) * (trueProgress(world, listener, b) + noise * Math.sqrt(belief.content));
          if (trusted > 0) row[KNOWLEDGE] = Math.max(row[KNOWLEDGE], knowledge);
          if (knowledge < sharing.fade) seen.passedOn++;
        }
        row[FAMILIARITY] += familiarity.heard * (1 - row[FAMILIARITY]);
        if (people.tribe[speaker] === people.tribe[listener] && (people.flags[speaker * 2 + b] & KNOWS_USE) !== 0) {
          flags[pair] |= KNOWS_USE;
          seen.uses++;
        }
      }
      const x = affect[pair];
      affect[pair] = clamp(x + (clamp(like, 0, 1) * (1 - x)) / 2 - (clamp(dislike, 0, 1) * (1 + x)) / 2, -1, 1);
      if (weight > 0) {
        const precision = row[PRECISION] + weight;
        row[BELIEF] = (row[PRECISION] * row[BELIEF] + told) / precision;
        row[PRECISION] = Math.min(belief.maximum, precision);
      }
    }
    return () => {
      expectClose(people.rows, rows, 'rows');
      expectClose(people.affect, affect, 'affect');
      expect(people.flags).toEqual(flags);
      expect(people.inbox.every((each) => each === 0)).toBe(true);
      expect(world.newsCount).toBe(0);
      for (let b = 0; b < 2; b++) {
        const of = messages.filter((message) => message.b === b);
        const mine = sent.filter((message) => message.b === b);
        const know = mine.filter(({ kind }) => kind === 2);
        const crossing = of.filter(({ speaker, listener }) => people.tribe[speaker] !== people.tribe[listener]).length;
        seen.crossing += crossing;
        // Each step halves what is known: its strength says how deep it has run.
        const depths = know.map(({ knowledge }) => Math.round(Math.log(knowledge) / Math.log(sharing.fade)));
        const positive = ({ kind, valence }: { kind: number; valence: number }) => kind !== 2 && valence >= 0;
        const negative = ({ kind, valence }: { kind: number; valence: number }) => kind !== 2 && valence < 0;
        const counts = {
          positiveSent: mine.filter(positive).length,
          negativeSent: mine.filter(negative).length,
          knowledgeSent: know.length,
          positiveHeard: of.filter(positive).length,
          negativeHeard: of.filter(negative).length,
          knowledgeHeard: of.filter(({ kind }) => kind === 2).length,
          talkLost: lost[b],
          crossTribeHeard: crossing,
          touchConsumer: of.length,
          cascadeRoots: depths.filter((depth) => depth === 1).length,
        };
        for (const [name, count] of Object.entries(counts) as [keyof typeof counts, number][]) {
          expect(tally[name][b] - before[name][b], name).toBe(count);
        }
        expect(tally.cascadeDepth[b]).toBe(Math.max(0, ...depths));
        const heard = voices.filter((voice) => voice.b === b).slice(0, people.n);
        const from = b * people.n;
        expect(world.talkerCounts[b]).toBe(heard.length);
        expect(Array.from(world.talkers.subarray(from, from + heard.length))).toEqual(heard.map(({ person }) => person));
        expect(Array.from(world.talkerSigns.subarray(from, from + heard.length))).toEqual(heard.map(({ sign }) => sign));
      }
      // Ties over which people talked, in either direction, grow stronger once for each who talked; the others stay as they were.
      const spoke = new Set(messages.map(({ speaker, listener }) => `${speaker} ${listener}`));
      const stronger = ties.flatMap((own, i) =>
        own.map(({ other, strength }) => {
          const talks = Number(spoke.has(`${i} ${other}`)) + Number(spoke.has(`${other} ${i}`));
          return 1 - (1 - strength) * (1 - settings.ties.strengthen) ** talks;
        }),
      );
      const after = tiesOf(world.ties, people.n);
      expectClose(
        after.flatMap((own) => own.map(({ strength }) => strength)),
        stronger,
        'strength',
      );
    };
  });
  for (const count of [...seen.kinds, seen.negative, seen.disliked, seen.crossing, seen.passedOn, seen.uses])
    expect(count).toBeGreaterThan(5);
});

test('the chance to tell is nil before any use, and that of the asymmetric U afterwards', () => {
  const world = livelyWorld({}, 60);
  const { talk, negativeTalk } = world.settings.consumers;
  const { rows, sociability } = world.people;
  rows[READING] = -1;
  expect(chanceToTell(world, 0, 0)).toBe(0);
  rows[READING] = 0;
  for (const [satisfaction, fresh] of [
    [0.5, 1],
    [0, 0],
    [-0.5, 1],
    [-1, 0],
  ] as const) {
    rows[SATISFACTION] = satisfaction;
    world.fresh[0] = fresh;
    const slope = satisfaction < 0 ? negativeTalk.slope : talk.positive;
    const expected = sociability[0] * talk.social * (fresh === 1 ? 1 : talk.otherWeeks) * (talk.base + slope * satisfaction ** 2);
    expect(chanceToTell(world, 0, 0)).toBeCloseTo(expected, 6);
  }
});

test('norms are the means of tribes', () => {
  const world = livelyWorld({}, 100);
  world.people.affect.set(Array.from({ length: 200 }, (_, pair) => Math.sin(pair)));
  for (let once = 0; once < 2; once++) measureNorms(world);
  for (let tribe = 0; tribe < world.people.tribeCount; tribe++) {
    for (let b = 0; b < 2; b++) expect(world.norms[tribe * 2 + b]).toBeCloseTo(norm(world, tribe, b), 6);
  }
});

test('nobody tells more than 32 others, and what talks on and on counts as many voices as there are people', () => {
  const loud = { talk: { base: 1, social: 5, listeners: 20, otherWeeks: 1 }, advocacy: { rate: 1 } };
  const world = livelyWorld({ consumers: loud, brands: [{ users: 1, familiarity: 1 }], market: { need: 1 } }, 80);
  let most = 0;
  besideTwin(world, 6, 'talkAndListen', () => () => {
    most = Math.max(most, world.talkerCounts[0]);
    expect(world.tally.positiveSent[0] + world.tally.negativeSent[0] + world.tally.knowledgeSent[0]).toBeLessThanOrEqual(80 * 4 * 32);
  });
  expect(most).toBe(80);
});
