import { deriveKeys, drawUniform } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { adoptersColumn, newAdoptersColumn } from './adopters.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';
import { thresholdContagion } from './thresholds.ts';

/** Linear threshold: the weight of a tie is its share of all strength into the person, so that weights sum to 1 as the model demands. */
export const linearThreshold = classicModel({
  name: 'linear-threshold',
  title: 'Linear threshold',
  meaning: 'People adopt when the adopters among those who influence them weigh as much as their threshold, which is drawn from 0 to 1.',
  source: 'Kempe, Kleinberg and Tardos 2003, 10.1145/956750.956769; Granovetter 1978, 10.1086/226707',
  time: 'In a step everyone decides on the adopters at its start.',
  updating: 'synchronous',
  state: '1 adopted, else 0',
  parameters: seedParameters,
  columns: [adoptersColumn, newAdoptersColumn],
  steps: 50,
  start(values, world) {
    const { k0, k1 } = deriveKeys(world.keys, LUCK.threshold);
    return thresholdContagion(
      world,
      seededStates(values, world),
      (person, exposure) => exposure.share(person) >= drawUniform(k0, k1, person, 0),
      false,
    );
  },
});
