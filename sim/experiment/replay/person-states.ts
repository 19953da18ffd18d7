import { STAGES, stageOf } from '../../consumer/journey.ts';
import { BELIEF, BOND, FAMILIARITY, IRRITATION, READING, ROW, SATISFACTION, TRIED, TRUST } from '../../consumer/state.ts';
import type { World } from '../../market/world.ts';
import { trueProgress } from '../../market/worth.ts';
import { NO_VALUE, STEPS } from './codes.ts';

/** One thing that is so of a person at the end of a week, as it is kept: a category, or a measure on a scale of 255 steps. */
export interface PersonState {
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
  /** Category names; null for a measure. */
  readonly categories: readonly string[] | null;
  /** Ends of the scale of a measure; beyond them it is drawn as the end. */
  readonly low: number;
  readonly high: number;
  /** The category, or the measure (not a number where there is none). */
  readonly of: (world: World, person: number) => number;
}

/** What an observer may see of every person about one brand. */
export function personStates(brand: number, brands: readonly string[]): readonly PersonState[] {
  const name = brands[brand];
  const field =
    (at: number) =>
    ({ people }: World, person: number): number =>
      people.rows[(person * people.brands + brand) * ROW + at];
  const measure = (
    key: string,
    title: string,
    meaning: string,
    [low, high]: readonly [number, number],
    of: PersonState['of'],
  ): PersonState => ({ name: key, title, meaning, categories: null, low, high, of });
  const reading = field(READING);
  const satisfaction = field(SATISFACTION);
  return [
    {
      name: 'stage',
      title: 'Journey stage',
      meaning: `where the person stands with ${name === 'brand' ? 'the brand' : name}`,
      categories: STAGES,
      low: 0,
      high: STAGES.length - 1,
      of: ({ people }, person) => {
        const pair = person * people.brands + brand;
        return stageOf(people.rows, pair * ROW, people.flags[pair], people.present[person] === brand, people.inMarket[person] === 1);
      },
    },
    {
      name: 'uses',
      title: 'In use',
      meaning: 'what the person chose last',
      categories: ['something else', ...brands],
      low: 0,
      high: brands.length,
      of: ({ people }, person) => people.present[person] + 1,
    },
    {
      name: 'bought',
      title: 'Ever bought',
      meaning: `whether the person has ever bought ${name}`,
      categories: ['not yet', 'bought'],
      low: 0,
      high: 1,
      of: ({ people }, person) => ((people.flags[person * people.brands + brand] & TRIED) === 0 ? 0 : 1),
    },
    measure(
      'affect',
      'Affect',
      `liking of ${name}, -1 to 1`,
      [-1, 1],
      ({ people }, person) => people.affect[person * people.brands + brand],
    ),
    measure('familiarity', 'Familiarity', `how well the person knows ${name}, 0 to 1`, [0, 1], field(FAMILIARITY)),
    measure('belief', 'Belief', `progress the person expects of ${name}, 0 to 1`, [0, 1], field(BELIEF)),
    measure('fit', 'True fit', `progress that ${name} would truly give this person, 0 to 1`, [0, 1], (world, person) =>
      trueProgress(world, person, brand),
    ),
    measure('satisfaction', 'Satisfaction', `with the last use of ${name}, -1 to 1`, [-1, 1], (world, person) =>
      reading(world, person) < 0 ? Number.NaN : satisfaction(world, person),
    ),
    measure('trust', 'Trust', `in what ${name} says, 0 to 1`, [0, 1], field(TRUST)),
    measure('bond', 'Bond', `with ${name}, 0 to 1`, [0, 1], field(BOND)),
    measure('irritation', 'Irritation', `by messages of ${name}; people complain from about 2`, [0, 4], field(IRRITATION)),
  ];
}

/** As kept in a byte. */
export function stateByte({ categories, low, high }: PersonState, value: number): number {
  if (categories !== null) return value;
  if (Number.isNaN(value)) return NO_VALUE;
  return Math.round(((Math.min(high, Math.max(low, value)) - low) / (high - low)) * STEPS);
}
