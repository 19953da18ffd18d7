import { classicModel } from '../model.ts';
import { epidemic, INFECTED, infectedColumn, newColumn, recovery, SUSCEPTIBLE, siParameters } from './compartments.ts';

/** Susceptible-infected-susceptible: an interest that can be lost and caught again. */
export const sis = classicModel({
  name: 'sis',
  title: 'SIS epidemic',
  meaning: 'Infected people infect those whom they influence; they recover, and can be infected again.',
  source: 'Pastor-Satorras et al. 2015, 10.1103/RevModPhys.87.925',
  time: 'In a step everyone infected at its start tries each susceptible neighbour once, then recovers or not, all at the same time.',
  updating: 'synchronous',
  state: '0 susceptible, 1 infected',
  parameters: { ...siParameters, recovery },
  columns: [infectedColumn, newColumn],
  steps: 200,
  start(values, world) {
    const run = epidemic(values, world, { chance: values.recovery, to: SUSCEPTIBLE });
    return { ...run, measure: () => [run.share(INFECTED), run.fresh()] };
  },
});
