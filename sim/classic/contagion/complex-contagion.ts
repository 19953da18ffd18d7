import { real } from '../../parameter/index.ts';
import { classicModel } from '../model.ts';
import { adoptersColumn, newAdoptersColumn } from './adopters.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';
import { thresholdContagion } from './thresholds.ts';

/** Sums of strengths may miss a whole number by rounding. */
const ROUNDING = 1e-6;

/** Complex contagion: several sources are needed, however many others there are, and long ties carry it less well than wide bridges. */
export const complexContagion = classicModel({
  name: 'complex-contagion',
  title: 'Complex contagion',
  meaning:
    'People adopt when enough different people who influence them have; a tie counts by its strength, so that two of .5 are one source.',
  source: 'Centola and Macy 2007, 10.1086/521848',
  time: 'In a step everyone decides on the adopters at its start.',
  updating: 'synchronous',
  state: '1 adopted, else 0',
  parameters: {
    sources: real(2, [1, 4], 'adopting ties of strength 1', 'Sources needed; 1 is simple contagion.', 'Centola and Macy 2007', [0, 1000]),
    ...seedParameters,
    seeds: { ...seedParameters.seeds, default: 10, source: 'Assumption: one person alone cannot start a complex contagion' },
    seeding: { ...seedParameters.seeding, default: 'neighbourhood', source: 'Centola and Macy 2007: a person and their neighbours' },
  },
  columns: [adoptersColumn, newAdoptersColumn],
  steps: 100,
  network: { kind: 'ring', people: 1000, neighboursPerSide: 4, strength: 1 },
  start(values, world) {
    return thresholdContagion(
      world,
      seededStates(values, world),
      (person, exposure) => exposure.active[person] >= values.sources - ROUNDING,
      values.sources <= 0,
    );
  },
});
