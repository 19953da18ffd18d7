import exp from '@stdlib/math-base-special-exp';
import { STRONG } from '../../network/index.ts';
import { count, real } from '../../parameter/index.ts';
import { deriveKeys, drawInteger, drawUniform, lnComplement } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { Adopters, adoptersColumn, newAdoptersColumn } from './adopters.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';

const GOLDENBERG = 'Goldenberg, Libai and Muller 2001, 10.1023/A:1011122126881';

/**
 * Word of mouth along strong and weak ties, and advertising: p = 1 - (1 - alpha)(1 - betaWeak)^j (1 - betaStrong)^m for j weak and m strong
 * contacts who know. In the paper strong ties are a fixed circle, and weak contacts are met anew; the ties of a network may be either.
 */
export const strongWeakTies = classicModel({
  name: 'strong-weak-ties',
  title: 'Strong and weak ties (Goldenberg, Libai and Muller)',
  meaning: `In a step people learn of a product from advertising, from each strong tie (strength ${STRONG} or more) and from each weak one who knows it.`,
  source: GOLDENBERG,
  time: 'In a step everyone meets all their ties, and chance contacts drawn anew, as they were at its start.',
  updating: 'synchronous',
  state: '1 informed, else 0',
  parameters: {
    advertising: real(0.005, [0.0005, 0.01], 'probability per step', 'Chance alpha to learn from advertising.', GOLDENBERG, [0, 1]),
    strong: real(0.04, [0.01, 0.07], 'probability per step and tie', 'Chance to learn from an informed strong tie.', GOLDENBERG, [0, 1]),
    weak: real(0.01, [0.005, 0.015], 'probability per step and contact', 'Chance to learn from an informed weak tie.', GOLDENBERG, [0, 1]),
    contacts: count(17, [5, 29], 'people per step', 'Weak contacts whom everyone meets by chance in a step.', GOLDENBERG, [0, 1000]),
    ...seedParameters,
    seeds: { ...seedParameters.seeds, default: 0, source: 'Goldenberg et al. 2001: advertising starts it' },
  },
  columns: [
    { ...adoptersColumn, meaning: 'People who know the product.' },
    { ...newAdoptersColumn, meaning: 'People who learned of it in this step.' },
  ],
  steps: 60,
  network: { kind: 'caveman', caves: 167, caveSize: 18, strength: 1 },
  start({ advertising, strong, weak, contacts, ...values }, world) {
    const { network, keys } = world;
    const { n, offsets, targets, strengths } = network;
    const adopters = new Adopters(seededStates(values, world));
    const { states } = adopters;
    // Log of the chance to learn nothing from the ties to those who know.
    const silence = new Float64Array(n);
    const lnStrong = lnComplement(strong);
    const lnWeak = lnComplement(weak);
    const tell = (person: number): void => {
      for (let arc = offsets[person]; arc < offsets[person + 1]; arc++)
        silence[targets[arc]] += strengths[arc] >= STRONG ? lnStrong : lnWeak;
    };
    adopters.fresh.forEach(tell);
    let time = 0;
    return {
      states,
      step() {
        time++;
        const meeting = deriveKeys(keys, LUCK.weakTies, time);
        const { k0, k1 } = deriveKeys(keys, LUCK.innovation, time);
        const fresh: number[] = [];
        for (let person = 0; person < n; person++) {
          if (states[person] !== 0) continue;
          let informed = 0;
          for (let c = 0; c < contacts; c++) informed += states[other(drawInteger(meeting.k0, meeting.k1, person, c, n - 1), person)];
          const unmoved = (1 - advertising) * exp(silence[person] + (informed > 0 ? informed * lnWeak : 0));
          if (drawUniform(k0, k1, person, 0) < 1 - unmoved) fresh.push(person);
        }
        adopters.admit(fresh);
        fresh.forEach(tell);
        return !adopters.everyone;
      },
      measure: () => adopters.measure(),
    };
  },
});

/** One of all people but this one. */
function other(draw: number, person: number): number {
  return draw < person ? draw : draw + 1;
}
