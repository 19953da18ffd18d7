import { mechanism, real } from '../parameter/index.ts';

export const support = mechanism(
  "A product that one's peers use and like helps with the social side of the job.",
  {
    weight: real(
      1,
      [0.5, 1.5],
      'factor',
      'weight of social support in both kinds of choice',
      'jobs to be done: framework; size assumed',
      [0, 3],
    ),
  },
  { weight: 0 },
);

/** Complex contagion: a first trial becomes likelier with the number of distinct peers who adopted. */
export const reinforcement = mechanism(
  'Several adopting peers convince more than one (complex contagion).',
  {
    two: real(
      1.67,
      [1, 2.2],
      'odds ratio',
      'odds of a first trial with two adopting peers, relative to one',
      'Centola 2010, 10.1126/science.1185231 (marginal hazards)',
      [0.1, 10],
    ),
    three: real(2.2, [1, 3], 'odds ratio', 'odds with three adopting peers', 'Centola 2010, 10.1126/science.1185231', [0.1, 10]),
    four: real(2.4, [1, 3.5], 'odds ratio', 'odds with four or more adopting peers', 'Centola 2010, 10.1126/science.1185231', [0.1, 10]),
  },
  { two: 1, three: 1, four: 1 },
);
