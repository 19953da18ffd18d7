import ln from '@stdlib/math-base-special-ln';
import { mechanism, real } from '../parameter/index.ts';
import { clamp, logistic } from './decay.ts';

/** Dual process: familiarity and habit hand the choice to reflex; a disappointment or an unusual price hands it back to reflection. */
export const dualProcess = mechanism(
  'Familiar, habitual choices are made by reflex (System 1); a disappointment or an unusual price reopens reflection (System 2).',
  {
    slope: real(4, [2, 8], 'logit', 'how steeply familiarity leads to reflex', 'assumption; Caplin & Martin 2016', [0, 20]),
    centre: real(0.5, [0.3, 0.7], 'familiarity', 'familiarity at which reflex and reflection are even', 'assumption', [0, 1]),
    habit: real(2, [1, 4], 'logit', 'how strongly habit leads to reflex', 'assumption', [0, 20]),
    surprise: real(3, [1, 6], 'logit', 'how strongly a disappointment reopens reflection', 'assumption', [0, 20]),
    price: real(
      40,
      [10, 80],
      'logit',
      'how strongly a price off the reference price reopens reflection, per relative difference',
      'form: Kalyanaram & Winer 1995, 10.1287/mksc.14.3.G161; Winer 1986, 10.1086/209064; fit with reflection.price to a price elasticity of -2.6',
      [0, 1000],
    ),
    bias: real(0, [-2, 2], 'logit', 'overall leaning to reflex', 'assumption', [-100, 100]),
  },
  { slope: 0, habit: 0, surprise: 0, price: 0, bias: -100 },
);

export const reflexChoice = mechanism(
  'System 1: the heart, the familiar, the habitual, and what others do.',
  {
    affect: real(0.35, [0.15, 0.6], 'score', 'weight of affect', 'assumption', [0, 5]),
    familiarity: real(0.2, [0.1, 0.5], 'score', 'weight of familiarity', 'Hoyer & Brown 1990 (sign); size assumed', [0, 5]),
    habit: real(0.6, [0.2, 1.2], 'score', 'weight of the habit of the present solution', 'assumption', [0, 5]),
    social: real(0.2, [0, 0.5], 'score', 'weight of social support', 'assumption', [0, 5]),
    temperature: real(
      0.12,
      [0.06, 0.25],
      'score',
      'noise of the choice',
      'fit: a somewhat better new product is tried by 10-30 % in a year',
      [0.001, 10],
    ),
  },
  null,
);

export const reflection = mechanism(
  'System 2: believed progress, social support, risk, price, struggle and habit.',
  {
    risk: real(0.4, [0.1, 0.8], 'progress', 'weight of a loss', 'assumption', [0, 5]),
    price: real(
      1,
      [0.25, 1.5],
      'progress',
      'weight of a relative price difference',
      'fit to Bijmolt, Van Heerde & Pieters 2005, 10.1509/jmkr.42.2.141.62296 (-2.6)',
      [0, 5],
    ),
    habit: real(0.4, [0.1, 0.8], 'progress', 'weight of the habit of the present solution', 'assumption', [0, 5]),
    temperature: real(
      0.08,
      [0.04, 0.16],
      'progress',
      'noise of the choice',
      'fit: a somewhat better new product is tried by 10-30 % in a year',
      [0.001, 10],
    ),
  },
  null,
);

export const lossAversion = mechanism(
  'A possible loss weighs more than an equal gain.',
  {
    lambda: real(
      1.3,
      [1.1, 2.25],
      'factor',
      'loss aversion',
      'Walasek et al. 2024, 10.1016/j.joep.2024.102740 (1.31); Brown et al. 2024, 10.1257/jel.20221698 (1.955)',
      [1, 5],
    ),
  },
  { lambda: 1 },
);

/**
 * P(System 1) = logistic(bias + slope (F* - centre) + habit H - surprise D- - price L), where L >= 0 is the largest relative difference
 * of a price from what people are used to.
 */
export function reflexProbability(
  leadingFamiliarity: number,
  habit: number,
  disappointment: number,
  priceChange: number,
  gate: { slope: number; centre: number; habit: number; surprise: number; price: number; bias: number },
): number {
  const towards = gate.bias + gate.slope * (leadingFamiliarity - gate.centre) + gate.habit * habit;
  return logistic(towards - gate.surprise * disappointment - gate.price * priceChange);
}

/** Risk that System 2 sees: weight * lambda * sd * (1 - .5 max(trust, bond)). */
export function perceivedRisk(weight: number, lambda: number, sd: number, trust: number, bond: number): number {
  const reassurance = trust > bond ? trust : bond;
  return weight * lambda * sd * (1 - 0.5 * reassurance);
}

/**
 * Standard Gumbel noise from a uniform in (0, 1): the option with the greatest score / temperature + noise is chosen with the
 * softmax probability, and equal luck per option keeps two worlds comparable.
 */
export function gumbel(u: number): number {
  return -ln(-ln(u));
}

/** Choice probabilities of a softmax with temperature, for laboratories and reports. */
export function softmaxShare(score: number, other: number, temperature: number): number {
  return logistic(clamp((score - other) / temperature, -700, 700));
}
