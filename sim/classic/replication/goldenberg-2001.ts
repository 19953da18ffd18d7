import { generateNetwork, type Network } from '../../network/index.ts';
import { deriveKeys, keysFromSeed, Stream } from '../../random/index.ts';
import { strongWeakTies } from '../contagion/strong-weak-ties.ts';
import { LUCK } from '../luck.ts';
import { classicKeys, classicSeries, runClassic } from '../run.ts';
import { standardisedEffects } from './effects.ts';
import { type Claim, type Replication, stepTo, within } from './replication.ts';

const PEOPLE = 3000;

interface Setting {
  readonly strongTies: number;
  readonly contacts: number;
  readonly advertising: number;
  readonly strong: number;
  readonly weak: number;
}

const MIDDLE = { strongTies: 17, contacts: 17, strong: 0.04, weak: 0.01 };

/** Settings of the reference table, each with the steps to 16, 50 and 95 % that it gives. */
const TABLE: readonly (readonly [name: string, setting: Setting, steps: readonly [number, number, number], longest: number])[] = [
  ['both', { ...MIDDLE, advertising: 0.00525 }, [6.4, 9.5, 14.2], 60],
  ['no weak', { ...MIDDLE, advertising: 0.005, weak: 0 }, [7.7, 14.2, 40], 120],
  ['no strong', { ...MIDDLE, advertising: 0.005, strong: 0 }, [13.3, 22.5, 39], 120],
  ['little advertising', { ...MIDDLE, advertising: 0.0005 }, [11.1, 14.6, 19.1], 80],
  ['equal, weak only', { ...MIDDLE, advertising: 0.005, strong: 0, weak: 0.02 }, [9.5, 14.6, 23.6], 100],
  ['equal, strong only', { ...MIDDLE, advertising: 0.005, strong: 0.02, weak: 0 }, [10.3, 18.7, 45.1], 140],
];

/** Levels of the factorial: lowest, middle and highest of the seven published ones. */
const LEVELS = {
  advertising: [0.0005, 0.00525, 0.01],
  strongTies: [5, 17, 29],
  strong: [0.01, 0.04, 0.07],
  contacts: [5, 17, 29],
  weak: [0.005, 0.01, 0.015],
} as const;

/** Standardised effects on the time to 16 and to 95 % in the reference simulation. */
const EFFECTS: Readonly<Record<keyof typeof LEVELS, readonly [early: number, late: number]>> = {
  advertising: [-0.58, -0.31],
  strongTies: [-0.38, -0.48],
  strong: [-0.34, -0.4],
  contacts: [-0.26, -0.4],
  weak: [-0.16, -0.25],
};
const FACTORS = Object.keys(LEVELS) as (keyof typeof LEVELS)[];
const POINTS = 30;
const SHARES = [0.16, 0.5, 0.95];

/** Cliques by strong ties per person; nothing in them is random. */
const cliques = new Map<number, Network>();

function cliquesOf(strongTies: number): Network {
  const known = cliques.get(strongTies);
  if (known !== undefined) return known;
  const caveSize = strongTies + 1;
  const network = generateNetwork({ kind: 'caveman', caves: Math.round(PEOPLE / caveSize), caveSize, strength: 1 }, keysFromSeed(''));
  cliques.set(strongTies, network);
  return network;
}

function times({ strongTies, ...values }: Setting, steps: number, seed: string, replicate: number): number[] {
  const network = cliquesOf(strongTies);
  const series = classicSeries(runClassic(strongWeakTies, { network, values, steps, keys: classicKeys(seed, replicate) }), 'adopters');
  return SHARES.map((share) => stepTo(series, share));
}

const tableClaims = TABLE.flatMap(([name, , steps]) =>
  steps.map(
    (published, at): Claim => ({
      name: `${name} t${100 * SHARES[at]}`,
      statistic: `steps until ${100 * SHARES[at]} % know, ${name}`,
      published: String(published),
      band: within(0.15, published),
      tag: 'C',
      kind: 'gate',
    }),
  ),
);

const effectClaims = FACTORS.flatMap((factor) =>
  ['t16', 't95'].map(
    (time, at): Claim => ({
      name: `${factor} on ${time}`,
      statistic: `standardised effect of ${factor} on the time to ${time.slice(1)} %`,
      published: String(EFFECTS[factor][at]),
      band: [EFFECTS[factor][at] - 0.1, EFFECTS[factor][at] + 0.1],
      tag: 'C',
      kind: 'prediction',
    }),
  ),
);

/** Goldenberg, Libai and Muller 2001: how much weak ties carry, and when advertising matters. */
export const goldenberg2001: Replication = {
  name: 'goldenberg-2001',
  title: 'Strong and weak ties: the factorial',
  source: 'Goldenberg, Libai and Muller 2001, 10.1023/A:1011122126881',
  design: `About ${PEOPLE} people in cliques of strong ties, weak contacts drawn anew in every step. The effects come from ${POINTS} settings a replicate, drawn from the lowest, middle and highest of the seven published levels of each factor (the paper runs all 16,807). Numbers of steps and effects are those of a reference simulation written elsewhere; the signs and their order are the paper's.`,
  claims: [
    ...tableClaims,
    ...effectClaims,
    {
      name: 'advertising fades',
      statistic: 'effect of advertising on the time to 95 % less that to 16 %, both taken without sign',
      published: 'advertising helps early, then word of mouth takes over',
      band: [-0.5, -0.1],
      tag: 'M',
      kind: 'order',
      order: [-Infinity, 0],
    },
    {
      name: 'word of mouth grows',
      statistic: 'the same of strong and of weak ties and their chances, added up',
      published: 'word of mouth takes over',
      band: [0.1, 1],
      tag: 'M',
      kind: 'order',
      order: [0, Infinity],
    },
    {
      name: 'weak over strong',
      statistic: 'steps to 50 % by strong ties alone over those by weak ties alone, at the same chance',
      published: 'weak ties weigh as much as strong ones or more',
      band: [1.05, 1.6],
      tag: 'V',
      kind: 'order',
      order: [1, Infinity],
    },
  ],
  measure(seed, replicate) {
    const result: Record<string, number> = {};
    for (const [name, setting, , longest] of TABLE) {
      times(setting, longest, seed, replicate).forEach((steps, at) => {
        result[`${name} t${100 * SHARES[at]}`] = steps;
      });
    }
    result['weak over strong'] = result['equal, strong only t50'] / result['equal, weak only t50'];
    const draw = new Stream(deriveKeys(classicKeys(seed, replicate), LUCK.seeding));
    const points = Array.from({ length: POINTS }, () => FACTORS.map((factor) => LEVELS[factor][draw.integer(3)]));
    const reached = points.map((point, at) => {
      const setting = Object.fromEntries(FACTORS.map((factor, f) => [factor, point[f]])) as unknown as Setting;
      return times(setting, 400, `${seed} ${at}`, replicate);
    });
    const early = standardisedEffects(
      points,
      reached.map(([t16]) => t16),
    );
    const late = standardisedEffects(
      points,
      reached.map(([, , t95]) => t95),
    );
    FACTORS.forEach((factor, f) => {
      result[`${factor} on t16`] = early[f];
      result[`${factor} on t95`] = late[f];
    });
    const growth = FACTORS.map((_, f) => Math.abs(late[f]) - Math.abs(early[f]));
    result['advertising fades'] = growth[FACTORS.indexOf('advertising')];
    result['word of mouth grows'] = growth.reduce((sum, each) => sum + each) - growth[FACTORS.indexOf('advertising')];
    return result;
  },
};
