import { choice, real } from '../../parameter/index.ts';
import { deriveKeys, drawUniform } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { Adopters, adoptersColumn, newAdoptersColumn } from './adopters.ts';
import { arcChances, CHANCE_RULES, type ChanceRule } from './arc-chances.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';

/**
 * Independent cascade. The luck of an arc does not depend on when it is tried, so that a run is the set of people who can be reached from
 * the seeds along the arcs that are live (Kempe et al. 2003, claim 2.3), and more seeds never reach fewer people.
 */
export const independentCascade = classicModel({
  name: 'independent-cascade',
  title: 'Independent cascade',
  meaning: 'Whoever adopts gets one try at each person whom they influence, with the probability of the tie.',
  source: 'Kempe, Kleinberg and Tardos 2003, 10.1145/956750.956769; Goldenberg et al. 2001, 10.1023/A:1011122126881',
  time: 'In a step those who adopted in the last one make their tries, all at the same time.',
  updating: 'synchronous',
  state: '1 adopted, else 0',
  parameters: {
    rule: choice(
      'strength',
      CHANCE_RULES,
      'Probability of a tie: chance times its strength, or its share of all strength into the person (weighted cascade).',
      'Kempe et al. 2003, section 3',
    ),
    chance: real(
      0.1,
      [0.01, 0.1],
      'probability',
      'Chance of a try along a tie of strength 1; not used by the weighted cascade.',
      'Kempe et al. 2003, section 3: .01 to .1',
      [0, 1],
    ),
    ...seedParameters,
  },
  columns: [adoptersColumn, newAdoptersColumn],
  steps: 30,
  start(values, world) {
    const { offsets, targets } = world.network;
    const chances = arcChances(world.network, values.rule as ChanceRule, values.chance);
    const adopters = new Adopters(seededStates(values, world));
    const { k0, k1 } = deriveKeys(world.keys, LUCK.contact);
    return {
      states: adopters.states,
      step() {
        const fresh = new Set<number>();
        for (const person of adopters.fresh) {
          for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
            if (adopters.states[targets[arc]] === 0 && drawUniform(k0, k1, arc, 0) < chances[arc]) fresh.add(targets[arc]);
          }
        }
        adopters.admit([...fresh]);
        return fresh.size > 0;
      },
      measure: () => adopters.measure(),
    };
  },
});
