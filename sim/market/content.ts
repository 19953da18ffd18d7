import { knowledgeError } from '../brand/index.ts';
import type { Contact } from './contact.ts';
import type { World } from './world.ts';

/** The piece that a person finds; how useful it is follows from what the brand knows of the person's tribe. */
export function lessonFor(world: World, b: number, person: number): Contact {
  const given = world.settings.tactics.content;
  const { lesson } = world.contacts;
  lesson.usefulness = given.usefulnessBase + given.usefulnessKnowledge * understandingOf(world, b, world.people.tribe[person]);
  return lesson;
}

/** How well a brand understands a tribe, in [0, 1]: 0 as before any research, 1 without error. Brought up to date once a week. */
export function understandingOf(world: World, b: number, tribe: number): number {
  return world.understanding[tribe * world.brands.length + b];
}

/** Measures what each brand knows of each tribe, against the error that knowing nothing makes. */
export function measureUnderstanding(world: World): void {
  const { people, brands, needs, needSpread, understanding, knowledgeErrors } = world;
  knowledgeErrors.fill(0);
  for (let b = 0; b < brands.length; b++) {
    for (let tribe = 0; tribe < people.tribeCount; tribe++) {
      const error = knowledgeError(brands[b].knowledge, tribe, needs, needSpread);
      const relative = world.ignorance > 0 ? error / world.ignorance : 0;
      understanding[tribe * brands.length + b] = relative >= 1 ? 0 : 1 - relative;
      knowledgeErrors[b] += (relative * world.tribeSizes[tribe]) / people.n;
    }
  }
}

/** Mean error of the uninformed view, tribes weighted by size; measured before the first week. */
export function measureIgnorance(world: World): number {
  const { people, brands, needs, needSpread, tribeSizes } = world;
  let sum = 0;
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    sum += (knowledgeError(brands[0].knowledge, tribe, needs, needSpread) * tribeSizes[tribe]) / people.n;
  }
  return sum;
}
