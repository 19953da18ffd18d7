import { classicModel } from '../model.ts';
import { epidemic, INFECTED, infectedColumn, newColumn, siParameters } from './compartments.ts';

/** Susceptible-infected: on a complete graph the logistic curve of a rumour that nobody forgets. */
export const si = classicModel({
  name: 'si',
  title: 'SI epidemic',
  meaning: 'Infected people infect those whom they influence, and stay infected.',
  source: 'Pastor-Satorras et al. 2015, 10.1103/RevModPhys.87.925',
  time: 'In a step everyone infected at its start tries each susceptible neighbour once, all at the same time.',
  updating: 'synchronous',
  state: '0 susceptible, 1 infected',
  parameters: siParameters,
  columns: [infectedColumn, newColumn],
  steps: 100,
  start(values, world) {
    const run = epidemic(values, world, null);
    return { ...run, measure: () => [run.share(INFECTED), run.fresh()] };
  },
});
