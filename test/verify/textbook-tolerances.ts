import type { Tolerance } from './tolerances.ts';

const BASS = 'Bass 1969, 10.1287/mnsc.15.5.215; agents Rand & Rust 2011, 10.1016/j.ijresmar.2011.04.002';
const KEMPE = 'Kempe, Kleinberg & Tardos 2003, 10.1145/956750.956769';
const DEFFUANT = 'Deffuant et al. 2000, 10.1142/S0219525900000078; a reference simulation';
const KRAUSE = 'Hegselmann & Krause 2002, JASSS 5(3)2; a reference simulation';

const within = (published: number, share: number) => [published * (1 - share), published * (1 + share)] as const;

/** Major clusters of 500 people who may all meet, to within one. */
const clusters = (model: string, source: string, confidence: number, published: number): Tolerance => ({
  fact: 'C7',
  statistic: `major clusters of opinion, ${model}, confidence ${confidence}; published: ${published}`,
  band: [published - 1, published + 1],
  tag: 'C',
  source,
  kind: 'gate',
});

/** Bands of the textbook models where something independent says what is right, and of what only exact arithmetic can show. */
export const TEXTBOOK_TOLERANCES = {
  'D1 peak time': {
    fact: 'D1',
    statistic: 'year in which most adopt, 5,000 people who are all tied to each other; the curve: 6.19',
    band: within(6.19, 0.05),
    tag: 'C',
    source: BASS,
    kind: 'gate',
  },
  'D1 peak share': {
    fact: 'D1',
    statistic: 'adopters in that year, share of people; the curve: .461',
    band: within(0.461, 0.05),
    tag: 'C',
    source: BASS,
    kind: 'gate',
  },
  'D8 cascade': {
    fact: 'D8',
    statistic: 'spread of three seeds found greedily over that of the best three, independent cascade, worst of 30 networks of ten people',
    band: [1 - 1 / Math.E, 1.05],
    tag: 'C',
    source: KEMPE,
    kind: 'gate',
  },
  'D8 threshold': {
    fact: 'D8',
    statistic: 'the same, linear threshold',
    band: [1 - 1 / Math.E, 1.05],
    tag: 'C',
    source: KEMPE,
    kind: 'gate',
  },
  'D8 gains': {
    fact: 'D8',
    statistic: 'greatest growth of the gain from one greedy seed to the next, people; it must not grow',
    band: [-10, 1e-9],
    tag: 'C',
    source: KEMPE,
    kind: 'gate',
  },
  'C6 DeGroot': {
    fact: 'C6',
    statistic: 'greatest distance of an opinion from the consensus of the linear solve, 30 networks',
    band: [0, 1e-6],
    tag: 'C',
    source: 'DeGroot 1974, 10.1080/01621459.1974.10480137',
    kind: 'gate',
  },
  'C6 Friedkin-Johnsen': {
    fact: 'C6',
    statistic: 'greatest distance of an opinion from the limit of the linear solve, 30 networks',
    band: [0, 1e-6],
    tag: 'C',
    source: 'Friedkin & Johnsen 1990, 10.1080/0022250X.1990.9990069',
    kind: 'gate',
  },
  'C7 Deffuant .1': clusters('Deffuant', DEFFUANT, 0.1, 4.4),
  'C7 Deffuant .15': clusters('Deffuant', DEFFUANT, 0.15, 3),
  'C7 Deffuant .2': clusters('Deffuant', DEFFUANT, 0.2, 2),
  'C7 Deffuant .25': clusters('Deffuant', DEFFUANT, 0.25, 2),
  'C7 Deffuant .3': clusters('Deffuant', DEFFUANT, 0.3, 1),
  'C7 Deffuant .4': clusters('Deffuant', DEFFUANT, 0.4, 1),
  'C7 Hegselmann-Krause .1': clusters('Hegselmann-Krause', KRAUSE, 0.1, 3.7),
  'C7 Hegselmann-Krause .15': clusters('Hegselmann-Krause', KRAUSE, 0.15, 2.8),
  'C7 Hegselmann-Krause .2': clusters('Hegselmann-Krause', KRAUSE, 0.2, 2),
  'C7 Hegselmann-Krause .25': clusters('Hegselmann-Krause', KRAUSE, 0.25, 1),
  'C7 Hegselmann-Krause .3': clusters('Hegselmann-Krause', KRAUSE, 0.3, 1),
  'C8 textbook': {
    fact: 'C8',
    statistic: 'spread of opinions at the end over that at the start, Friedkin-Johnsen',
    band: [0.4, 1],
    tag: 'A',
    source: 'realism: models of influence alone collapse to consensus, people do not',
    kind: 'gate',
  },
  'C8 market': {
    fact: 'C8',
    statistic: 'spread of affect towards a known brand after three years over that after the first quarter, the market without marketing',
    band: [0.4, Infinity],
    tag: 'A',
    source: 'realism: models of influence alone collapse to consensus, people do not',
    kind: 'gate',
  },
  'S1 choice': {
    fact: 'S1',
    statistic: 'share of choices of the better option over that of the closed form, mean of four drifts and bounds',
    band: [0.98, 1.02],
    tag: 'C',
    source: 'Milosavljevic et al. 2010 (drift diffusion); P = 1 / (1 + exp(-2va))',
    kind: 'gate',
  },
  'I3 naive': {
    fact: 'I3',
    statistic: 'adoption within a year, friends of the first adopters over others, nobody influencing anybody',
    band: [1.5, 7],
    tag: 'V',
    source: 'Aral, Muchnik & Sundararajan 2009, 10.1073/pnas.0908800106 (naive methods overstate influence by 300 to 700 %)',
    kind: 'gate',
  },
  'I3 by lot': {
    fact: 'I3',
    statistic: 'the same where the first adopters are drawn by lot',
    band: [0.9, 1.1],
    tag: 'C',
    source: 'nobody influences anybody: 1',
    kind: 'gate',
  },
  'I3 influence': {
    fact: 'I3',
    statistic: 'the same by lot, with influence: the lot finds what is there',
    band: [1.02, 4],
    tag: 'C',
    source: 'people influence each other: above 1',
    kind: 'order',
    order: [1, Infinity],
  },
  'W6 usefulness': {
    fact: 'W6',
    statistic: 'odds ratio of passing on per standard deviation of usefulness, recovered by logistic regression, over the published 1.30',
    band: [0.9, 1.1],
    tag: 'V',
    source: 'Berger & Milkman 2012, 10.1509/jmr.10.0353',
    kind: 'gate',
  },
  '$1 sorting': {
    fact: '$1',
    statistic: 'retention of a cohort in its fourth quarter minus that in its first, everybody staying as they are',
    band: [0.005, 0.5],
    tag: 'M',
    source: 'Fader & Hardie 2007, 10.1002/dir.20074 (sorting alone)',
    kind: 'prediction',
  },
  '$2 value': {
    fact: '$2',
    statistic: 'greatest error of the discounted value of a customer kept with .6 to .9 a period at 12 %, relative',
    band: [0, 0.005],
    tag: 'C',
    source: 'closed form: m r / (1 + i - r)',
    kind: 'gate',
  },
} as const satisfies Readonly<Record<string, Tolerance>>;
