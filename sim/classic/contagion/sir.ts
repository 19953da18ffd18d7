import { classicModel } from '../model.ts';
import { epidemic, INFECTED, infectedColumn, newColumn, RECOVERED, recovery, SUSCEPTIBLE, siParameters } from './compartments.ts';

/** Susceptible-infected-recovered: a fashion that is talked about for a while, by each person once. */
export const sir = classicModel({
  name: 'sir',
  title: 'SIR epidemic',
  meaning: 'Infected people infect those whom they influence, until they recover for good.',
  source: 'Kermack and McKendrick 1927, 10.1098/rspa.1927.0118; on networks Newman 2002, 10.1103/PhysRevE.66.016128',
  time: 'In a step everyone infected at its start tries each susceptible neighbour once, then recovers or not, all at the same time.',
  updating: 'synchronous',
  state: '0 susceptible, 1 infected, 2 recovered',
  parameters: { ...siParameters, recovery },
  columns: [
    { name: 'susceptible', unit: 'share', meaning: 'People who were never infected.' },
    infectedColumn,
    { name: 'recovered', unit: 'share', meaning: 'People who have recovered.' },
    newColumn,
  ],
  steps: 200,
  start(values, world) {
    const run = epidemic(values, world, { chance: values.recovery, to: RECOVERED });
    return { ...run, measure: () => [run.share(SUSCEPTIBLE), run.share(INFECTED), run.share(RECOVERED), run.fresh()] };
  },
});
