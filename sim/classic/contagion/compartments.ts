import type { Network } from '../../network/index.ts';
import { real, type Values } from '../../parameter/index.ts';
import { deriveKeys, drawUniform, type Keys } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import type { ClassicColumn, ClassicProcess, ClassicWorld } from '../model.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';

export const SUSCEPTIBLE = 0;
export const INFECTED = 1;
export const RECOVERED = 2;

const EPIDEMICS = 'Kermack and McKendrick 1927, 10.1098/rspa.1927.0118; Pastor-Satorras et al. 2015, 10.1103/RevModPhys.87.925';

export const transmission = real(
  0.1,
  [0, 1],
  'probability per step and tie of strength 1',
  'Chance that an infected person infects a susceptible one along a tie in one step; multiplied by the strength of the tie.',
  EPIDEMICS,
);

export const recovery = real(0.1, [0, 1], 'probability per step', 'Chance that an infected person recovers in a step.', EPIDEMICS);

export const infectedColumn: ClassicColumn = { name: 'infected', unit: 'share', meaning: 'People who are infected.' };
export const newColumn: ClassicColumn = { name: 'new', unit: 'share', meaning: 'People infected in this step.' };

export const siParameters = { transmission, ...seedParameters };

/** Chance to leave the infected in a step, and the state after it. */
interface Recovery {
  readonly chance: number;
  readonly to: typeof SUSCEPTIBLE | typeof RECOVERED;
}

/** An epidemic under way; what is recorded of it is the model's. */
interface Epidemic extends Omit<ClassicProcess, 'measure'> {
  /** Share of people in a state. */
  share(state: number): number;
  /** Share of people infected in the last step. */
  fresh(): number;
}

/**
 * The epidemic that SI, SIS and SIR share, synchronous: everyone infected at the start of a step tries every susceptible person whom they
 * influence, each once, and then recovers with the given chance. Those infected in the step act and recover from the next one on.
 */
export function epidemic(values: Values<typeof siParameters>, world: ClassicWorld, recovery: Recovery | null): Epidemic {
  const { network, keys } = world;
  const states = seededStates(values, world, recovery?.to === RECOVERED ? RECOVERED : INFECTED);
  let infected = peopleIn(states, INFECTED);
  let fresh = infected.length;
  let time = 0;
  return {
    states,
    share: (state) => (state === INFECTED ? infected.length : peopleIn(states, state).length) / network.n,
    fresh: () => fresh / network.n,
    step() {
      time++;
      const reached = contacts(network, states, infected, values.transmission, deriveKeys(keys, LUCK.contact, time));
      const still = recovery === null ? infected : stayers(infected, recovery, states, deriveKeys(keys, LUCK.recovery, time));
      for (const person of reached.people) states[person] = INFECTED;
      fresh = reached.people.length;
      infected = still.concat(reached.people);
      return recovery === null ? reached.open : infected.length > 0;
    },
  };
}

/** Those who stay infected; the others are moved on. */
function stayers(infected: readonly number[], { chance, to }: Recovery, states: Uint8Array, { k0, k1 }: Keys): number[] {
  return infected.filter((person) => {
    const leaves = drawUniform(k0, k1, person, 0) < chance;
    if (leaves) states[person] = to;
    return !leaves;
  });
}

/** Susceptible people whom the infected infect in this step, and whether there was anyone to be infected. */
function contacts(
  { offsets, targets, strengths }: Network,
  states: Readonly<Uint8Array>,
  infected: readonly number[],
  chance: number,
  { k0, k1 }: Keys,
): { people: number[]; open: boolean } {
  const reached = new Set<number>();
  let open = false;
  for (const person of infected) {
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      const target = targets[arc];
      if (states[target] !== SUSCEPTIBLE) continue;
      open = true;
      if (drawUniform(k0, k1, arc, 0) < chance * strengths[arc]) reached.add(target);
    }
  }
  return { people: [...reached], open };
}

function peopleIn(states: Readonly<Uint8Array>, wanted: number): number[] {
  const people: number[] = [];
  states.forEach((state, person) => {
    if (state === wanted) people.push(person);
  });
  return people;
}
