import { emotionalWorth, functionalWorth, type Offer, progress } from '../consumer/progress.ts';
import { DRIVES, KNOWS_USE, READING, ROW, VALUES } from '../consumer/state.ts';
import type { World } from './world.ts';

/**
 * Compares what one brand is, and what it claims to be, with everybody's drives and values. Done once a week, when its product and its
 * messages are settled and before they reach anyone; only what has changed is compared anew.
 */
export function compareOffers(world: World, b: number): void {
  const { worth, worthOfValues, claimed, claimedOfValues } = world;
  compare(world, b, world.brands[b].actual, worth, worthOfValues);
  compare(world, b, world.brands[b].claim, claimed, claimedOfValues);
}

function compare(world: World, b: number, offer: Offer, worth: Float32Array, worthOfValues: Float32Array): void {
  if (offer.turned) compareValues(world, b, offer, worthOfValues);
  if (offer.turned || offer.moved) compareAll(world, b, offer, worth, worthOfValues);
  offer.turned = false;
  offer.moved = false;
}

function compareValues({ people, settings }: World, b: number, { direction }: Offer, worthOfValues: Float32Array): void {
  const { n, brands, values } = people;
  const { weight } = settings.consumers.congruence;
  for (let i = 0; i < n; i++) worthOfValues[i * brands + b] = emotionalWorth(values, i * VALUES, direction, weight);
}

function compareAll({ people, settings }: World, b: number, { powers }: Offer, worth: Float32Array, worthOfValues: Float32Array): void {
  const { n, brands, drives, job } = people;
  const { rho } = settings.consumers.synergy;
  for (let i = 0; i < n; i++) {
    const pair = i * brands + b;
    worth[pair] = progress(job, i, functionalWorth(drives, i * DRIVES, powers, rho), worthOfValues[pair]);
  }
}

/** True progress a brand gives to a person, with unintended uses that the person knows or that are built in. */
export function trueProgress(world: World, person: number, b: number): number {
  const { people, brands, worth, settings } = world;
  const pair = person * people.brands + b;
  const knows = brands[b].builtIn === 1 || (people.flags[pair] & KNOWS_USE) !== 0;
  return knows ? worth[pair] + settings.consumers.uses.gain : worth[pair];
}

/** What a person who used a brand likes of the values it lives, in units of affect: congruence.affect (2 E - 1); 0 before any use. */
export function likingOfValues({ people, worthOfValues, settings }: World, pair: number): number {
  if (people.rows[pair * ROW + READING] < 0) return 0;
  return settings.consumers.congruence.affect * (2 * worthOfValues[pair] - 1);
}
