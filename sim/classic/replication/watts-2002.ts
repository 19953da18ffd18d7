import { generateNetwork } from '../../network/index.ts';
import { deriveKeys } from '../../random/index.ts';
import { wattsThreshold } from '../contagion/watts-threshold.ts';
import { LUCK } from '../luck.ts';
import { classicKeys, runClassic } from '../run.ts';
import type { Claim, Replication } from './replication.ts';

const [PEOPLE, THRESHOLD, GLOBAL, TRIES] = [5000, 0.18, 0.1, 10];

/** Shares of single seeds that set off a global cascade in the reference simulation, by mean degree. */
const WINDOW: readonly (readonly [degree: number, share: number])[] = [
  [0.8, 0],
  [1.5, 0.6],
  [3, 0.9],
  [4.5, 0.76],
  [6.5, 0],
  [8, 0],
];

/** Watts 2002: cascades are possible only in a window of connectivity. */
export const watts2002: Replication = {
  name: 'watts-2002',
  title: 'The cascade window',
  source: 'Watts 2002, 10.1073/pnas.082090499',
  design: `Random networks of ${PEOPLE} people, threshold ${THRESHOLD}, one random seed; a cascade is global when more than a tenth adopt. A replicate is one network and ${TRIES} seeds. For this threshold theory has the window from 1.02 to 5.76 neighbours.`,
  claims: WINDOW.map(
    ([degree, share]): Claim => ({
      name: `z ${degree}`,
      statistic: `share of seeds that set off a global cascade, mean degree ${degree}`,
      published: share > 0 ? `inside the window; ${share} in a reference simulation` : 'outside the window; 0 in a reference simulation',
      band: share > 0 ? [Math.max(0.3, share - 0.1), Math.min(1, share + 0.1)] : [-0.01, 0.01],
      tag: 'V',
      kind: share > 0 ? 'order' : 'gate',
      ...(share > 0 && { order: [0.3, Infinity] as const }),
    }),
  ),
  measure(seed, replicate) {
    const keys = classicKeys(seed, replicate);
    return Object.fromEntries(
      WINDOW.map(([degree], at) => {
        const spec = { kind: 'erdos-renyi', people: PEOPLE, meanDegree: degree, strength: 1 } as const;
        const network = generateNetwork(spec, deriveKeys(keys, LUCK.contact, at));
        let cascades = 0;
        for (let attempt = 0; attempt < TRIES; attempt++) {
          const run = {
            network,
            values: { threshold: THRESHOLD },
            steps: 200,
            keys: deriveKeys(keys, LUCK.threshold, at * TRIES + attempt),
          };
          const adopted = runClassic(wattsThreshold, run).states.reduce((sum, state) => sum + state, 0);
          if (adopted > GLOBAL * PEOPLE) cascades++;
        }
        return [`z ${degree}`, cascades / TRIES];
      }),
    );
  },
};
