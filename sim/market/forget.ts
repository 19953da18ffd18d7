import { restingAffect } from '../consumer/exposure.ts';
import { stillKnown } from '../consumer/familiarity.ts';
import {
  BELIEF,
  BEST_KNOWN,
  BOND,
  EXPOSURE,
  FAMILIARITY,
  INTENT,
  IRRITATION,
  ONBOARDING,
  PRECISION,
  ROW,
  TRUST,
} from '../consumer/state.ts';
import { fadeLedger } from './ledger.ts';
import type { World } from './world.ts';
import { likingOfValues } from './worth.ts';

/** Below this a fading stock is nothing; it also keeps 32-bit floats out of their slow subnormal range. */
const NOTHING_LEFT = 1e-9;

/** What a week without events does to everybody: familiarity, bonds, irritation, intent and wear-out fade, beliefs loosen, affect drifts. */
export function forget(world: World): void {
  const { people, settings, keep } = world;
  const { rows, affect, present, outside, n, brands } = people;
  const { familiarity, exposure, belief, trust, irritation, intent, onboarding } = settings.consumers;
  const { drift, driftScale } = exposure;
  if (world.ledger !== null) fadeLedger(world.ledger, keep.familiarity, 1 - drift);
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
        if (known > rows[row + BEST_KNOWN]) rows[row + BEST_KNOWN] = known;
        const floor = now === b ? familiarity.userFloor : 0;
        rows[row + FAMILIARITY] = stillKnown(known, rows[row + BEST_KNOWN], keep.familiarity, familiarity.lasting, floor);
      }
      const x = affect[pair];
      const standard = now === b ? outsideWorth : presentWorth;
      affect[pair] = x + drift * (restingAffect(rows[row + BELIEF], standard, driftScale, likingOfValues(world, pair)) - x);
      const precision = rows[row + PRECISION];
      rows[row + PRECISION] = precision + belief.fade * (1 - precision);
      const trusts = rows[row + TRUST];
      rows[row + TRUST] = trusts + trust.drift * (trust.start - trusts);
      fade(rows, row + BOND, keep.bond);
      fade(rows, row + IRRITATION, irritation.keep);
      fade(rows, row + INTENT, intent.keep);
      fade(rows, row + EXPOSURE, exposure.keep);
      fade(rows, row + ONBOARDING, onboarding.keep);
    }
  }
}

/** Most stocks of most people are empty. */
function fade(rows: Float32Array, at: number, keep: number): void {
  const stock = rows[at];
  if (stock === 0) return;
  const left = stock * keep;
  rows[at] = left < NOTHING_LEFT ? 0 : left;
}
