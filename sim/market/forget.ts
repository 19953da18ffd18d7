import { restingAffect } from '../consumer/exposure.ts';
import { BELIEF, BOND, EXPOSURE, FAMILIARITY, INTENT, IRRITATION, ONBOARDING, PRECISION, ROW, TRUST } from '../consumer/state.ts';
import { fadeLedger } from './ledger.ts';
import type { World } from './world.ts';

/** Below this a fading stock is nothing; it also keeps 32-bit floats out of their slow subnormal range. */
const NOTHING_LEFT = 1e-9;

/** What a week without events does to everybody: familiarity, bonds, irritation, intent and wear-out fade, beliefs loosen, affect drifts. */
export function forget(world: World): void {
  const { people, settings, keep } = world;
  const { rows, affect, present, outside, n, brands } = people;
  const { familiarity, exposure, belief, trust, irritation, intent, onboarding } = settings.consumers;
  const keepFamiliarity = keep.familiarity;
  const keepBond = keep.bond;
  const floor = familiarity.userFloor;
  const { drift, driftScale } = exposure;
  for (let i = 0; i < n; i++) {
    const now = present[i];
    // A user judges the brand against what else there is, not against itself: a good product must not end up pleasing nobody.
    const outsideWorth = outside[i];
    const presentWorth = now >= 0 ? rows[(i * brands + now) * ROW + BELIEF] : outsideWorth;
    for (let b = 0; b < brands; b++) {
      const pair = i * brands + b;
      const row = pair * ROW;
      const known = rows[row + FAMILIARITY];
      if (known > 0) {
        const faded = known * keepFamiliarity;
        rows[row + FAMILIARITY] = now === b && faded < floor ? Math.min(known, floor) : faded;
      }
      const resting = restingAffect(rows[row + BELIEF], now === b ? outsideWorth : presentWorth, driftScale);
      affect[pair] += drift * (resting - affect[pair]);
      rows[row + PRECISION] += belief.fade * (1 - rows[row + PRECISION]);
      rows[row + TRUST] += trust.drift * (trust.start - rows[row + TRUST]);
      const bond = rows[row + BOND] * keepBond;
      rows[row + BOND] = bond < NOTHING_LEFT ? 0 : bond;
      const annoyed = rows[row + IRRITATION] * irritation.keep;
      rows[row + IRRITATION] = annoyed < NOTHING_LEFT ? 0 : annoyed;
      const intends = rows[row + INTENT] * intent.keep;
      rows[row + INTENT] = intends < NOTHING_LEFT ? 0 : intends;
      const exposed = rows[row + EXPOSURE] * exposure.keep;
      rows[row + EXPOSURE] = exposed < NOTHING_LEFT ? 0 : exposed;
      const taught = rows[row + ONBOARDING] * onboarding.keep;
      rows[row + ONBOARDING] = taught < NOTHING_LEFT ? 0 : taught;
    }
  }
  if (world.ledger !== null) fadeLedger(world.ledger, keepFamiliarity, 1 - drift);
}
