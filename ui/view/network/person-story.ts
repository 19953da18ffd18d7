import { KNOWLEDGE_TONE, NOBODY } from '../../../sim/experiment/replay/codes.ts';
import type { Replay } from '../../../sim/experiment/replay/replay.ts';

/** Something that happened to a person, in words. */
export interface Event {
  /** From 1. */
  readonly week: number;
  readonly kind: 'stage' | 'choice' | 'heard' | 'said';
  readonly text: string;
  /** For talk: how it was meant. */
  readonly tone?: 'for' | 'against' | 'useful';
  /** The other one, where it is known. */
  readonly other?: number;
}

/** Weeks that a person spent in one stage, one after the other. */
export interface Spell {
  readonly stage: number;
  /** First and last week, the start being week 0. */
  readonly from: number;
  readonly to: number;
}

/** How people are called: by the file's own id, else by number. */
export type NameOf = (node: number) => string;

/** A brand without a name of its own is "the brand". */
export function brandName({ brands, brand }: Replay, at = brand): string {
  return brands[at] === 'brand' ? 'the brand' : brands[at];
}

/** Stages one after the other, from the start to the last week. */
export function spellsOf(replay: Replay, node: number): Spell[] {
  const stages = stateValues(replay, 'stage');
  const nodes = replay.people.length;
  const spells: Spell[] = [];
  for (let week = 0; week <= replay.weeks; week++) {
    const stage = stages[week * nodes + node];
    const last = spells.at(-1);
    if (last?.stage === stage) spells[spells.length - 1] = { ...last, to: week };
    else spells.push({ stage, from: week, to: week });
  }
  return spells;
}

/** Everything that is known to have happened to a person, week by week. */
export function eventsOf(replay: Replay, node: number, nameOf: NameOf): Event[] {
  const events = [...stageEvents(replay, node), ...choiceEvents(replay, node), ...talkEvents(replay, node, nameOf)];
  const order = { heard: 0, said: 1, choice: 2, stage: 3 };
  return events.sort((a, b) => a.week - b.week || order[a.kind] - order[b.kind]);
}

/** Who a person is, in sentences. */
export function portraitOf(replay: Replay, node: number): string[] {
  const { traits } = replay;
  const strongest = (names: readonly string[], values: Float32Array, count: number): { name: string; value: number }[] =>
    names
      .map((name, at) => ({ name, value: values[node * names.length + at] }))
      .sort((a, b) => b.value - a.value)
      .slice(0, count);
  const [drive] = strongest(traits.driveNames, traits.drives, 1);
  const [job] = strongest(traits.jobNames, traits.jobs, 1);
  const values = strongest(traits.valueNames, traits.values, 2);
  const conformity = traits.conformity[node];
  const talk = traits.sociability[node];
  return [
    `Driven most by the wish to ${drive.name} (${percent(drive.value)} of four drives); values ${values[0].name} and ${values[1].name} most.`,
    `Hires the product above all for its ${job.name} job (${percent(job.value)} of three).`,
    `${conformity < 0.15 ? 'Hardly gives way to what others think' : conformity < 0.4 ? 'Gives way to others a little' : 'Gives way to others readily'} (conformity ${conformity.toFixed(2)} of 1), and talks ${times(talk)} as much as is usual.`,
  ];
}

function times(ratio: number): string {
  return ratio >= 0.95 && ratio <= 1.05 ? 'about' : `${ratio.toFixed(1)} times`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function stateValues(replay: Replay, name: string): Uint8Array {
  const state = replay.states.find((each) => each.name === name);
  if (state === undefined) throw new Error(`the replay holds no state ${name}`);
  return state.values;
}

/** Stages worth a sentence when they are entered; coming and going between the early ones is told by the strip. */
const STAGE_SENTENCES: Readonly<Record<string, (brand: string) => string>> = {
  customer: (brand) => `Is a customer of ${brand}.`,
  advocate: (brand) => `Is a satisfied customer with a bond: an advocate of ${brand}.`,
  detractor: (brand) => `Is dissatisfied with the last use: a detractor of ${brand}.`,
  lapsed: (brand) => `Has left ${brand} for something else.`,
};

function stageEvents(replay: Replay, node: number): Event[] {
  const stages = replay.states.find(({ name }) => name === 'stage')?.categories ?? [];
  const brand = brandName(replay);
  const spells = spellsOf(replay, node);
  const entered = new Set<number>();
  return spells.flatMap((spell, at): Event[] => {
    const sentence = STAGE_SENTENCES[stages[spell.stage]];
    const aware = spell.stage > 0 && !entered.has(-1) && spells[at - 1]?.stage === 0;
    if (aware) entered.add(-1);
    if (spell.from === 0) return [];
    const texts = [
      ...(aware ? [`Knows of ${brand} now.`] : []),
      ...(sentence === undefined || spells[at - 1].stage === spell.stage ? [] : [sentence(brand)]),
    ];
    return texts.map((text) => ({ week: spell.from, kind: 'stage', text }));
  });
}

const ROW = 5;

function choiceEvents(replay: Replay, node: number): Event[] {
  const { rows, sources, sourceNames } = replay.decisions;
  const events: Event[] = [];
  for (let at = 0; at < rows.length; at += ROW) {
    if (rows[at + 1] !== node) continue;
    const [week, , choice, reflex, change] = rows.subarray(at, at + ROW);
    const how = reflex === 1 ? 'without much thought' : 'after thinking it over';
    const what =
      choice === 0
        ? change === 1
          ? `goes back to something else`
          : 'stays with something else'
        : change === 1
          ? `buys ${brandName(replay, choice - 1)} instead of what was in use`
          : `buys ${brandName(replay, choice - 1)} again`;
    const decision = at / ROW;
    const from =
      choice === 0 ? '' : mainSources(sources.subarray(decision * sourceNames.length, (decision + 1) * sourceNames.length), sourceNames);
    events.push({ week: week + 1, kind: 'choice', text: `A need comes up; ${how}, ${what}.${from}` });
  }
  return events;
}

/** Sources that gave at least a fifth. */
function mainSources(shares: Uint8Array, names: readonly string[]): string {
  const main = names
    .map((name, at) => ({ name, share: shares[at] / 255 }))
    .filter(({ share }) => share >= 0.2)
    .sort((a, b) => b.share - a.share);
  if (main.length === 0) return '';
  return ` What this person knew and felt of it came from ${main.map(({ name, share }) => `${name === 'prior' ? 'before' : name} (${percent(share)})`).join(' and ')}.`;
}

const MESSAGE = 4;

function talkEvents(replay: Replay, node: number, nameOf: NameOf): Event[] {
  const { messages } = replay;
  const events: Event[] = [];
  for (let at = 0; at < messages.length; at += MESSAGE) {
    const speaker = messages[at + 1];
    const listener = messages[at + 2];
    if (speaker !== node && listener !== node) continue;
    const tone = messages[at + 3] & 255;
    const brand = brandName(replay, messages[at + 3] >> 8);
    const other = speaker === node ? listener : speaker;
    const who = other === NOBODY ? 'someone who is not shown' : nameOf(other);
    const how = tone === KNOWLEDGE_TONE ? 'useful' : tone > KNOWLEDGE_TONE ? 'for' : 'against';
    const matter = how === 'useful' ? `something useful about ${brand}` : how === 'for' ? `good of ${brand}` : `ill of ${brand}`;
    events.push({
      week: messages[at] + 1,
      kind: speaker === node ? 'said' : 'heard',
      text: speaker === node ? `Tells ${who} ${matter}.` : `Hears ${matter} from ${who}.`,
      tone: how,
      ...(other !== NOBODY && { other }),
    });
  }
  return events;
}
