import { conform, peerPull } from '../consumer/conformity.ts';
import { clamp } from '../consumer/decay.ts';
import { restingAffect } from '../consumer/exposure.ts';
import { expressedView } from '../consumer/persuasion.ts';
import { AFFECT, BELIEF, IN_AFFECT, INBOX, ROW } from '../consumer/state.ts';
import { drawUniform, PURPOSE } from '../random/index.ts';
import { credit, FROM_PEERS, LEDGER_AFFECT } from './ledger.ts';
import { measureNorms, regardOf } from './talk.ts';
import { MEETING_MOMENTS } from './tally.ts';
import { HEARS, pickSlot, strengthOf } from './ties.ts';
import { type World, weekKeys } from './world.ts';

/** Peers whose views one takes in when meeting. */
const PEERS = 3;

/** 4.6 Some take in what three peers express and shift a little: towards those they regard, away from those they dislike. */
export function meetAndConform(world: World): void {
  const { people, ties, settings, norms } = world;
  const { rows, inbox, brands, n, conformity, stubbornness, present, outside } = people;
  const { meet, confidence } = settings.consumers.conformity;
  const { compliance } = settings.consumers.expression;
  const { driftScale } = settings.consumers.exposure;
  if (meet === 0) return;
  measureNorms(world);
  const who = weekKeys(world, PURPOSE.conform);
  const peer = weekKeys(world, PURPOSE.peer);
  for (let i = 0; i < n; i++) {
    if (drawUniform(who.k0, who.k1, i, 0) >= meet) continue;
    const total = strengthOf(ties, i, HEARS);
    if (total === 0) continue;
    let weight = 0;
    for (let k = 0; k < PEERS; k++) {
      const slot = pickSlot(ties, i, HEARS, total, drawUniform(peer.k0, peer.k1, i, k));
      const other = ties.partner[slot];
      const strength = ties.strength[slot];
      const regard = regardOf(world, i, other);
      const same = people.tribe[i] === people.tribe[other];
      weight += strength;
      for (let b = 0; b < brands; b++) {
        const x = rows[(i * brands + b) * ROW + AFFECT];
        const y = rows[(other * brands + b) * ROW + AFFECT];
        const expressed = expressedView(y, norms[people.tribe[other] * brands + b], compliance);
        inbox[(i * brands + b) * INBOX + IN_AFFECT] += strength * peerPull(x, expressed, regard, confidence);
        countMeeting(world, b, same, x, y);
      }
    }
    const now = present[i];
    for (let b = 0; b < brands; b++) {
      const pair = i * brands + b;
      const row = pair * ROW;
      const standard = now < 0 || now === b ? outside[i] : rows[(i * brands + now) * ROW + BELIEF];
      const resting = restingAffect(rows[row + BELIEF], standard, driftScale);
      inbox[pair * INBOX + IN_AFFECT] = conform(
        rows[row + AFFECT],
        resting,
        inbox[pair * INBOX + IN_AFFECT] / weight,
        conformity[i],
        stubbornness[i],
      );
    }
  }
  for (let pair = 0; pair < n * brands; pair++) {
    const change = inbox[pair * INBOX + IN_AFFECT];
    if (change === 0) continue;
    rows[pair * ROW + AFFECT] = clamp(rows[pair * ROW + AFFECT] + change, -1, 1);
    inbox[pair * INBOX + IN_AFFECT] = 0;
    if (world.ledger !== null) credit(world.ledger, pair, LEDGER_AFFECT, FROM_PEERS, change);
  }
}

/** Moments of affect of two who met, for agreement within and between tribes. */
function countMeeting(world: World, b: number, same: boolean, x: number, y: number): void {
  const at = (b * 2 + (same ? 0 : 1)) * MEETING_MOMENTS;
  const { meetings } = world.tally;
  meetings[at]++;
  meetings[at + 1] += x;
  meetings[at + 2] += y;
  meetings[at + 3] += x * x;
  meetings[at + 4] += y * y;
  meetings[at + 5] += x * y;
}
