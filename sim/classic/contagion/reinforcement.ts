import { real, vector } from '../../parameter/index.ts';
import { deriveKeys, drawUniform } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { Adopters, adoptersColumn, newAdoptersColumn } from './adopters.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';

/** Contagion with social reinforcement: a second friend persuades more than the first did. With equal hazards it is an independent cascade. */
export const reinforcement = classicModel({
  name: 'reinforcement',
  title: 'Contagion with social reinforcement',
  meaning:
    'Whoever adopts sends one signal to each person whom they influence; the chance that it persuades grows with the signals received before.',
  source: 'Centola 2010, 10.1126/science.1185231',
  time: 'In a step those who adopted in the last one send their signals; a person takes them one after the other.',
  updating: 'synchronous',
  state: '1 adopted, else 0',
  parameters: {
    chance: real(
      0.15,
      [0.05, 0.4],
      'probability',
      'Chance that a first signal persuades along a tie of strength 1.',
      'Assumption; of those with one adopting neighbour 15 % came back (Centola 2010, evidence 2.4)',
      [0, 1],
    ),
    hazards: vector(
      [1, 1.67, 2.2, 2.4],
      ['first', 'second', 'third', 'fourth and later'],
      [0, 5],
      'times the first',
      'Chance of each further signal, relative to the first.',
      'Centola 2010 (evidence 2.4)',
      [0, 100],
    ),
    ...seedParameters,
  },
  columns: [adoptersColumn, newAdoptersColumn],
  steps: 100,
  network: { kind: 'ring', people: 1000, neighboursPerSide: 4, strength: 1 },
  start({ chance, hazards, ...values }, world) {
    const { n, offsets, targets, strengths } = world.network;
    const adopters = new Adopters(seededStates(values, world));
    const { states } = adopters;
    const signals = new Uint32Array(n);
    const { k0, k1 } = deriveKeys(world.keys, LUCK.contact);
    return {
      states,
      step() {
        const fresh = new Set<number>();
        for (const person of adopters.fresh) {
          for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
            const target = targets[arc];
            if (states[target] !== 0 || fresh.has(target)) continue;
            const hazard = hazards[Math.min(signals[target]++, hazards.length - 1)];
            if (drawUniform(k0, k1, arc, 0) < chance * hazard * strengths[arc]) fresh.add(target);
          }
        }
        adopters.admit([...fresh]);
        return fresh.size > 0;
      },
      measure: () => adopters.measure(),
    };
  },
});
