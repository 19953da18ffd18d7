import { choice, count, InputError, type Values } from '../../parameter/index.ts';
import { deriveKeys } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import type { ClassicWorld } from '../model.ts';
import { chooseSeeds, SEEDING_RULES, type SeedingRule } from '../seeding/index.ts';

/** Who has adopted at the start: parameters that the contagion models share. */
export const seedParameters = {
  seeds: count(1, [1, 100], 'people', 'People who have adopted at the start.', 'Assumption: one seed, as in Watts 2002', [0, 2_000_000]),
  seeding: choice('random', SEEDING_RULES, 'How these people are chosen.', 'Hinz et al. 2011, 10.1509/jm.10.0088; evidence 2.6'),
};

/**
 * The state of each person at the start: 1 for seeds, 0 for the others, or the given states.
 *
 * @param most highest state of the model
 * @throws InputError where a given state is not a whole number from 0 to that
 */
export function seededStates(values: Values<typeof seedParameters>, { network, keys, initial }: ClassicWorld, most = 1): Uint8Array {
  const states = new Uint8Array(network.n);
  if (initial !== null) return givenStates(initial, most, states);
  const seeds = Math.min(values.seeds, network.n);
  for (const person of chooseSeeds(values.seeding as SeedingRule, network, seeds, deriveKeys(keys, LUCK.seeding))) states[person] = 1;
  return states;
}

function givenStates(initial: Float64Array, most: number, states: Uint8Array): Uint8Array {
  const wrong = initial.findIndex((state) => !(Number.isInteger(state) && state >= 0 && state <= most));
  if (wrong >= 0) {
    const allowed = `a whole number from 0 to ${most}`;
    throw new InputError(`The start of person ${wrong} is ${initial[wrong]}; ${allowed} is allowed.`, {
      path: `initial.${wrong}`,
      found: String(initial[wrong]),
      allowed,
    });
  }
  states.set(initial);
  return states;
}
