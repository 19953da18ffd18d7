import { generateNetwork, type Network } from '../../network/index.ts';
import { keysFromSeed } from '../../random/index.ts';
import { bassPeak } from '../bass-curve.ts';
import { bass } from '../contagion/bass.ts';
import { classicKeys, classicSeries, runClassic } from '../run.ts';
import { type Replication, within } from './replication.ts';

const [P, Q, PEOPLE] = [0.03, 0.38, 3000];
/** Steps a year. */
const PACE = 24;
const peak = bassPeak(P, Q);

let wellMixed: Network | null = null;

/** Rand and Rust 2011: people with the hazards of Bass reproduce the Bass curve; on sparse networks they are slower. */
export const randRust2011: Replication = {
  name: 'rand-rust-2011',
  title: 'Bass diffusion with people',
  source: 'Rand and Rust 2011, 10.1016/j.ijresmar.2011.04.002; Bass 1969, 10.1287/mnsc.15.5.215',
  design: `${PEOPLE} people who are all tied to each other, p ${P} and q ${Q} a year, ${PACE} steps a year; and as many on a ring of ten neighbours.`,
  claims: [
    {
      name: 'half',
      statistic: 'years until half have adopted, well mixed',
      published: '6.55 (Bass curve)',
      band: within(0.05, 6.55),
      tag: 'V',
      kind: 'gate',
    },
    {
      name: 'peak share',
      statistic: 'adopters at the time of the peak of the Bass curve (6.19 years), well mixed',
      published: '.461 (Bass curve)',
      band: within(0.05, peak.share),
      tag: 'V',
      kind: 'gate',
    },
    {
      name: 'late',
      statistic: 'years until 90 % have adopted, well mixed',
      published: '11.76 (Bass curve)',
      band: within(0.05, 11.76),
      tag: 'V',
      kind: 'gate',
    },
    {
      name: 'ring delay',
      statistic: 'years until half have adopted, ring over well mixed',
      published: 'slower on sparse, clustered networks',
      band: [1.02, 2],
      tag: 'M',
      kind: 'order',
      order: [1, Infinity],
    },
  ],
  measure(seed, replicate) {
    wellMixed ??= generateNetwork({ kind: 'complete', people: PEOPLE }, keysFromSeed(''));
    const ring = generateNetwork({ kind: 'ring', people: PEOPLE, neighboursPerSide: 5 }, keysFromSeed(''));
    const adopters = (network: Network): Float64Array => {
      const values = { innovation: P, imitation: Q, interval: 1 / PACE };
      return classicSeries(runClassic(bass, { network, values, steps: 25 * PACE, keys: classicKeys(seed, replicate) }), 'adopters');
    };
    const years = (series: Float64Array, share: number): number => series.findIndex((each) => each >= share) / PACE;
    const mixed = adopters(wellMixed);
    return {
      half: years(mixed, 0.5),
      'peak share': mixed[Math.round(peak.time * PACE)],
      late: years(mixed, 0.9),
      'ring delay': years(adopters(ring), 0.5) / years(mixed, 0.5),
    };
  },
};
