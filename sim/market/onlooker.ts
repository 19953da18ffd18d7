import type { World } from './world.ts';

/** Someone who looks on while a market runs, to tell its story afterwards. It changes nothing; a run has the same digest with and without. */
export interface Onlooker {
  /** Called before the first week and after each one: `world.week` weeks have passed. What is worth keeping is copied. */
  look(world: World): void;
  /** A message was heard: of which brand, and how it was meant, from -1 against to 1 for; 0 is useful knowledge. */
  heard(week: number, speaker: number, listener: number, brand: number, valence: number): void;
  /** Two people became tied, or parted. */
  tied(week: number, a: number, b: number): void;
  parted(week: number, a: number, b: number): void;
}
