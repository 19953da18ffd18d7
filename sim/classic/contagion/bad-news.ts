import exp from '@stdlib/math-base-special-exp';
import { type Network, STRONG } from '../../network/index.ts';
import { count, real } from '../../parameter/index.ts';
import { deriveKeys, drawInteger, drawUniform, lnComplement } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { adoptersColumn } from './adopters.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';

const GOLDENBERG = 'Goldenberg, Libai, Moldovan and Muller 2007, 10.1016/j.ijresmar.2007.02.003';

const [SATISFIED, DISSATISFIED, REJECTER] = [1, 2, 3];

/**
 * Growth under good and bad word of mouth. With the chance P of at least one good word (or advertisement) and N of at least one bad word,
 * people adopt with (1 - N) P + a P N and reject with (1 - P) N + (1 - a) P N, a = P / (P + N). Satisfied adopters speak well, dissatisfied
 * ones and those who rejected speak badly.
 */
export const badNews = classicModel({
  name: 'bad-news',
  title: 'Good and bad word of mouth',
  meaning: 'People adopt or reject by what they hear from satisfied adopters, and from dissatisfied ones and those who rejected.',
  source: GOLDENBERG,
  time: 'In a step everyone hears all their ties, and chance contacts drawn anew, as they were at its start.',
  updating: 'synchronous',
  state: '0 undecided, 1 satisfied adopter, 2 dissatisfied adopter, 3 rejected',
  parameters: {
    advertising: real(0.005, [0.0005, 0.01], 'probability per step', 'Chance of an advertisement that persuades.', GOLDENBERG, [0, 1]),
    strong: real(
      0.04,
      [0.01, 0.07],
      'probability per step and tie',
      `Chance of a word along a tie of strength ${STRONG} or more.`,
      GOLDENBERG,
      [0, 1],
    ),
    weak: real(
      0.01,
      [0.005, 0.015],
      'probability per step and contact',
      'Chance of a word along a weaker tie, or from a chance contact.',
      GOLDENBERG,
      [0, 1],
    ),
    contacts: count(17, [5, 29], 'people per step', 'Weak contacts whom everyone meets by chance in a step.', GOLDENBERG, [0, 1000]),
    dissatisfied: real(0.05, [0, 0.3], 'share', 'Adopters who turn out dissatisfied.', GOLDENBERG, [0, 1]),
    power: real(2, [1, 3], 'times a good word', 'How much likelier a bad word is to be taken in.', GOLDENBERG, [0, 1e6]),
    discount: real(0.01, [0, 0.02], 'per step', 'Rate at which later adopters are worth less.', 'Assumption', [0, 1]),
    ...seedParameters,
    seeds: { ...seedParameters.seeds, default: 0, source: 'Advertising starts it' },
  },
  columns: [
    adoptersColumn,
    { name: 'dissatisfied', unit: 'share', meaning: 'People who have adopted and are dissatisfied.' },
    { name: 'rejected', unit: 'share', meaning: 'People who have rejected.' },
    { name: 'value', unit: 'adopters per person', meaning: 'Adopters so far, each discounted to the start.' },
  ],
  steps: 60,
  network: { kind: 'caveman', caves: 167, caveSize: 18, strength: 1 },
  start({ advertising, dissatisfied, discount, contacts, ...values }, world) {
    const { n } = world.network;
    const states = seededStates(values, world, REJECTER);
    const good = new Hearsay(world.network, values.strong, values.weak);
    const bad = new Hearsay(world.network, Math.min(1, values.power * values.strong), Math.min(1, values.power * values.weak));
    const counts = [0, 0, 0, 0];
    const settle = (person: number, state: number): void => {
      counts[state]++;
      states[person] = state;
      if (state === SATISFIED) good.add(person);
      else if (state !== 0) bad.add(person);
    };
    Uint8Array.from(states).forEach((state, person) => {
      settle(person, state);
    });
    let value = (counts[SATISFIED] + counts[DISSATISFIED]) / n;
    let worth = 1;
    let time = 0;
    return {
      states,
      step() {
        time++;
        worth /= 1 + discount;
        const meeting = deriveKeys(world.keys, LUCK.weakTies, time);
        const deciding = deriveKeys(world.keys, LUCK.innovation, time);
        const liking = deriveKeys(world.keys, LUCK.satisfaction);
        const moved: [person: number, state: number][] = [];
        for (let person = 0; person < n; person++) {
          if (states[person] !== 0) continue;
          const met = [0, 0, 0, 0];
          for (let c = 0; c < contacts; c++) {
            const draw = drawInteger(meeting.k0, meeting.k1, person, c, n - 1);
            met[states[draw < person ? draw : draw + 1]]++;
          }
          const heardGood = 1 - (1 - advertising) * good.silence(person, met[SATISFIED]);
          const heardBad = 1 - bad.silence(person, met[DISSATISFIED] + met[REJECTER]);
          const u = drawUniform(deciding.k0, deciding.k1, person, 0);
          const both = heardGood * heardBad;
          const adopts = heardGood - both + (both > 0 ? (both * heardGood) / (heardGood + heardBad) : 0);
          if (u < adopts) moved.push([person, drawUniform(liking.k0, liking.k1, person, 0) < dissatisfied ? DISSATISFIED : SATISFIED]);
          else if (u < heardGood + heardBad - both) moved.push([person, REJECTER]);
        }
        for (const [person, state] of moved) {
          settle(person, state);
          if (state !== REJECTER) value += worth / n;
        }
        return counts[SATISFIED] + counts[DISSATISFIED] + counts[REJECTER] < n;
      },
      measure: () => [(counts[SATISFIED] + counts[DISSATISFIED]) / n, counts[DISSATISFIED] / n, counts[REJECTER] / n, value],
    };
  },
});

/** One kind of word of mouth: the chance to hear nothing of it. */
class Hearsay {
  readonly #network: Network;
  readonly #lnStrong: number;
  readonly #lnWeak: number;
  /** Log of the chance to hear nothing along ties. */
  readonly #silence: Float64Array;

  constructor(network: Network, strong: number, weak: number) {
    this.#network = network;
    this.#lnStrong = lnComplement(strong);
    this.#lnWeak = lnComplement(weak);
    this.#silence = new Float64Array(network.n);
  }

  /** Counts somebody who speaks from now on. */
  add(person: number): void {
    const { offsets, targets, strengths } = this.#network;
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      this.#silence[targets[arc]] += strengths[arc] >= STRONG ? this.#lnStrong : this.#lnWeak;
    }
  }

  /** Chance that a person hears nothing from ties and from so many chance contacts who speak. */
  silence(person: number, contacts: number): number {
    return exp(this.#silence[person] + (contacts > 0 ? contacts * this.#lnWeak : 0));
  }
}
