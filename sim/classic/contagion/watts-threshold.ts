import { real } from '../../parameter/index.ts';
import { deriveKeys, drawNormal } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { adoptersColumn, newAdoptersColumn } from './adopters.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';
import { thresholdContagion } from './thresholds.ts';

/** Watts' global cascades: whether one person can set off a large part of a network depends on how dense it is. */
export const wattsThreshold = classicModel({
  name: 'watts-threshold',
  title: 'Watts threshold cascade',
  meaning: 'People adopt when at least a fraction of those who influence them have; ties count by their strength.',
  source: 'Watts 2002, 10.1073/pnas.082090499; Granovetter 1978, 10.1086/226707',
  time: 'In a step everyone decides on the adopters at its start. Watts updates in random order, which ends with the same adopters.',
  updating: 'synchronous',
  state: '1 adopted, else 0',
  parameters: {
    threshold: real(0.18, [0.1, 0.25], 'share of influence', 'Mean threshold.', 'Watts 2002: .18', [0, 1]),
    spread: real(
      0,
      [0, 0.2],
      'share of influence',
      'Standard deviation of thresholds (normal); whoever is at 0 or below adopts without anyone.',
      'Watts 2002, figure 4a; Granovetter 1978',
      [0, 1],
    ),
    ...seedParameters,
  },
  columns: [adoptersColumn, newAdoptersColumn],
  steps: 50,
  network: { kind: 'erdos-renyi', people: 5000, meanDegree: 3 },
  start(values, world) {
    const { threshold, spread } = values;
    const { k0, k1 } = deriveKeys(world.keys, LUCK.threshold);
    return thresholdContagion(
      world,
      seededStates(values, world),
      (person, exposure) => exposure.reaches(person, spread === 0 ? threshold : threshold + spread * drawNormal(k0, k1, person, 0)),
      true,
    );
  },
});
