import { VALUES } from '../consumer/state.ts';
import { drawInteger, drawUniform, geometricSkip, type Keys, lnComplement, PURPOSE } from '../random/index.ts';
import {
  addTie,
  areTied,
  HEARS,
  hasRoom,
  isEmbedded,
  partnerAt,
  removeTie,
  setStrength,
  slotAtStrength,
  strengthAt,
  TELLS,
  type Ties,
  totalStrength,
} from './ties.ts';
import { type World, weekKeys } from './world.ts';

const ATTEMPTS = 8;
const NEW_STRENGTH = 0.3;
const WEAKEST = 0.05;

/**
 * 4.9 Ties weaken and are lost, bridges sooner than embedded ones, and are replaced: losses and gains balance. A tie is looked at from both
 * of its ends, so each end takes the square root of what it keeps. Those to look at are found by skipping at the greater hazard, which is
 * the same in all arms, and thinned by the pair's own draw.
 */
export function changeTies(world: World): void {
  if (world.tiesChange) replaceTies(world, loseTies(world));
}

/** Weakens and ends ties; those who lost one are noted as seekers. Returns their number. */
function loseTies(world: World): number {
  const { ties, settings, people, seekers } = world;
  const { start, used } = ties;
  const given = settings.ties;
  const bridgeHazard = 1 - Math.sqrt(given.bridgeSurvival);
  const embeddedHazard = 1 - Math.sqrt(given.embeddedSurvival);
  const perhaps = Math.max(bridgeHazard, embeddedHazard);
  const bound = Math.max(perhaps, 1e-6);
  const surely = Math.min(bridgeHazard, embeddedHazard);
  const embeddedIsWorse = embeddedHazard > bridgeHazard;
  // Each visited tie weakens so much that over all weeks it keeps `keep` a week in the mean.
  const weaken = Math.max(0, 1 - (1 - Math.sqrt(given.keep)) / bound);
  const skip = weekKeys(world, PURPOSE.tieLoss);
  const thin = weekKeys(world, PURPOSE.rounding);
  const lnFailure = lnComplement(bound);
  let draws = 0;
  let lost = 0;
  let ahead = geometricSkip(drawUniform(skip.k0, skip.k1, draws++, 0), lnFailure);
  for (let a = 0; a < people.n; a++) {
    let slot = start[a] + ahead;
    for (; slot < start[a] + used[a]; slot += 1 + geometricSkip(drawUniform(skip.k0, skip.k1, draws++, 0), lnFailure)) {
      const b = partnerAt(ties, slot);
      const luck = drawUniform(thin.k0, thin.k1, a, b) * bound;
      // Knowing whether the tie is embedded takes time, and often does not matter.
      const isLost = luck < surely || (luck < perhaps && isEmbedded(ties, a, b, world.marks, ++world.stamp) === embeddedIsWorse);
      if (!isLost) {
        setStrength(ties, a, slot, Math.max(WEAKEST, strengthAt(ties, slot) * weaken));
        continue;
      }
      removeTie(ties, a, slot);
      world.onlooker?.parted(world.week, a, b);
      // Whoever found it lost, either end alike, looks for a replacement. The tie that took this place is passed over.
      if (lost < seekers.length) seekers[lost++] = a;
    }
    ahead = slot - start[a] - used[a];
  }
  return lost;
}

/** Forms as many ties as bring their number back to the start. */
function replaceTies(world: World, lost: number): void {
  const { ties, people } = world;
  const gain = weekKeys(world, PURPOSE.tieGain);
  const wanted = Math.min(ties.initial - ties.count, lost + Math.ceil(people.n / 10));
  for (let t = 0; t < wanted; t++) {
    const seeker = t < lost ? world.seekers[t] : drawInteger(gain.k0, gain.k1, t, 63, people.n);
    seek(world, seeker, gain, t);
  }
}

/** Draws set aside for one attempt to find somebody. */
const ATTEMPT_DRAWS = 5;

/** One person finds a new acquaintance: a friend's friend, or now and then a stranger. */
function seek(world: World, seeker: number, keys: Keys, turn: number): void {
  const { ties, people, settings } = world;
  const { closure, outsiders } = settings.ties;
  const { k0, k1 } = keys;
  if (!hasRoom(ties, seeker)) return;
  const total = totalStrength(ties, seeker, TELLS);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const at = (turn * ATTEMPTS + attempt) * ATTEMPT_DRAWS;
    const closes = drawUniform(k0, k1, seeker, at) < closure / (closure + 1);
    const slot = closes ? slotAtStrength(ties, seeker, TELLS, drawUniform(k0, k1, seeker, at + 4) * total) : -1;
    const other = slot < 0 ? drawInteger(k0, k1, seeker, at + 1, people.n) : someFriend(ties, partnerAt(ties, slot), keys, at + 2);
    // Cheap reasons against it come first; most friends of friends are friends already.
    if (other === seeker || areTied(ties, seeker, other) || !hasRoom(ties, other)) continue;
    const welcome = people.tribe[other] === people.tribe[seeker] ? 1 : outsiders;
    const luck = drawUniform(k0, k1, seeker, at + 3);
    if (luck >= welcome || luck >= welcome * sharedInterest(world, seeker, other)) continue;
    addTie(ties, seeker, other, NEW_STRENGTH, HEARS | TELLS);
    world.onlooker?.tied(world.week, seeker, other);
    return;
  }
}

/** Any friend of a person who has one. */
function someFriend(ties: Ties, person: number, { k0, k1 }: Keys, at: number): number {
  return partnerAt(ties, ties.start[person] + drawInteger(k0, k1, person, at, ties.used[person]));
}

/** How alike two people's values are, in [0, 1]: (1 + cos) / 2. */
function sharedInterest(world: World, a: number, b: number): number {
  const { values } = world.people;
  let cosine = 0;
  for (let k = 0; k < VALUES; k++) cosine += values[a * VALUES + k] * values[b * VALUES + k];
  return (1 + cosine) / 2;
}
