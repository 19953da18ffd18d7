import { conform, peerPull } from '../consumer/conformity.ts';
import { clamp } from '../consumer/decay.ts';
import { restingAffect } from '../consumer/exposure.ts';
import { expressedView } from '../consumer/persuasion.ts';
import { BELIEF, ROW } from '../consumer/state.ts';
import { drawUniform, PURPOSE } from '../random/index.ts';
import { credit, FROM_PEERS, LEDGER_AFFECT } from './ledger.ts';
import { measureNorms, regardOf } from './talk.ts';
import { HEARS, partnerAt, slotAtStrength, strengthAt, totalStrength } from './ties.ts';
import { type World, weekKeys } from './world.ts';
import { likingOfValues } from './worth.ts';

/** Peers whose views one takes in when meeting. */
const PEERS = 3;

/** The peers of one meeting: who they are, how strong the tie is, in what regard they stand. */
const peers = new Uint32Array(PEERS);
const strengths = new Float64Array(PEERS);
const regards = new Float64Array(PEERS);

/** 4.6 Some take in what three peers express and shift a little: towards those they regard, away from those they dislike. */
export function meetAndConform(world: World): void {
  if (world.settings.consumers.conformity.meet === 0) return;
  measureNorms(world);
  meet(world);
  shiftAffect(world);
}

function meet(world: World): void {
  const { people, ties, settings, norms, shift } = world;
  const { rows, affect, tribe, brands, n, conformity, stubbornness, present, outside } = people;
  const { conformity: given, expression, exposure } = settings.consumers;
  const who = weekKeys(world, PURPOSE.conform);
  const which = weekKeys(world, PURPOSE.peer);
  for (let i = 0; i < n; i++) {
    if (drawUniform(who.k0, who.k1, i, 0) >= given.meet) continue;
    const total = totalStrength(ties, i, HEARS);
    if (total === 0) continue;
    let weight = 0;
    for (let k = 0; k < PEERS; k++) {
      const slot = slotAtStrength(ties, i, HEARS, drawUniform(which.k0, which.k1, i, k) * total);
      peers[k] = partnerAt(ties, slot);
      strengths[k] = strengthAt(ties, slot);
      regards[k] = regardOf(world, i, peers[k]);
      weight += strengths[k];
    }
    const now = present[i];
    for (let b = 0; b < brands; b++) {
      const pair = i * brands + b;
      const x = affect[pair];
      let pull = 0;
      for (let k = 0; k < PEERS; k++) {
        const theirs = tribe[peers[k]];
        const y = affect[peers[k] * brands + b];
        const expressed = expressedView(y, norms[theirs * brands + b], expression.compliance);
        pull += strengths[k] * peerPull(x, expressed, regards[k], given.confidence);
      }
      const belief = rows[pair * ROW + BELIEF];
      const standard = now < 0 || now === b ? outside[i] : rows[(i * brands + now) * ROW + BELIEF];
      shift[pair] = conform(
        x,
        restingAffect(belief, standard, exposure.driftScale, likingOfValues(world, pair)),
        pull / weight,
        conformity[i],
        stubbornness[i],
      );
    }
  }
}

/** Moves everybody's affect when all have met. */
function shiftAffect({ people, shift, ledger }: World): void {
  const { affect, n, brands } = people;
  for (let pair = 0; pair < n * brands; pair++) {
    const change = shift[pair];
    if (change === 0) continue;
    shift[pair] = 0;
    affect[pair] = clamp(affect[pair] + change, -1, 1);
    if (ledger !== null) credit(ledger, pair, LEDGER_AFFECT, FROM_PEERS, change);
  }
}
