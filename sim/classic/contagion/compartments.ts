import exp from '@stdlib/math-base-special-exp';
import { real, type Values } from '../../parameter/index.ts';
import { deriveKeys, drawUniform, lnComplement } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import type { ClassicColumn, ClassicProcess, ClassicWorld } from '../model.ts';
import { byStrength } from './arc-chances.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';

export const SUSCEPTIBLE = 0;
export const INFECTED = 1;
export const RECOVERED = 2;

const EPIDEMICS = 'Kermack and McKendrick 1927, 10.1098/rspa.1927.0118; Pastor-Satorras et al. 2015, 10.1103/RevModPhys.87.925';

const transmission = real(
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

/** Logarithm that stands for no chance at all to be spared; finite, so that it can be taken back. */
const NO_ESCAPE = -1000;

/**
 * The epidemic that SI, SIS and SIR share, synchronous: everyone infected at the start of a step tries every susceptible person whom they
 * influence, each once, and then recovers with the given chance. Those infected in the step act and recover from the next one on.
 */
export function epidemic(values: Values<typeof siParameters>, world: ClassicWorld, recovery: Recovery | null): Epidemic {
  const { n, offsets, targets } = world.network;
  const states = seededStates(values, world, recovery?.to === RECOVERED ? RECOVERED : INFECTED);
  // Log of the chance that a person is spared by all who are infected now; every infection and recovery changes it along its arcs.
  const spared = new Float64Array(n);
  const lnSpared = byStrength(world.network, (strength) => Math.max(NO_ESCAPE, lnComplement(values.transmission * strength)));
  const press = (person: number, sign: 1 | -1): void => {
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) spared[targets[arc]] += sign * lnSpared[arc];
  };
  const counts = [0, 0, 0];
  for (let person = 0; person < n; person++) {
    counts[states[person]]++;
    if (states[person] === INFECTED) press(person, 1);
  }
  const move = (person: number, to: number): void => {
    counts[states[person]]--;
    counts[to]++;
    states[person] = to;
    press(person, to === INFECTED ? 1 : -1);
  };
  let fresh = counts[INFECTED];
  let time = 0;
  return {
    states,
    share: (state) => counts[state] / n,
    fresh: () => fresh / n,
    step() {
      time++;
      const contact = deriveKeys(world.keys, LUCK.contact, time);
      const luck = deriveKeys(world.keys, LUCK.recovery, time);
      const caught: number[] = [];
      const cured: number[] = [];
      let exposed = false;
      for (let person = 0; person < n; person++) {
        if (states[person] === SUSCEPTIBLE && spared[person] < 0) {
          exposed = true;
          if (drawUniform(contact.k0, contact.k1, person, 0) < 1 - exp(spared[person])) caught.push(person);
        } else if (states[person] === INFECTED && recovery !== null && drawUniform(luck.k0, luck.k1, person, 0) < recovery.chance) {
          cured.push(person);
        }
      }
      for (const person of cured) move(person, recovery?.to ?? INFECTED);
      for (const person of caught) move(person, INFECTED);
      fresh = caught.length;
      return recovery === null ? exposed : counts[INFECTED] > 0;
    },
  };
}
