import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import pow from '@stdlib/math-base-special-pow';
import { mechanism, real } from '../parameter/index.ts';
import { DRIVES, JOBS, VALUES } from './state.ts';

export const synergy = mechanism(
  'Serving all four drives is worth more than the sum of its parts.',
  {
    rho: real(
      0.5,
      [-1, 1],
      'exponent',
      'substitution between the drives: 1 none lost, 0 geometric, below 0 all needed',
      'Nohria, Groysberg & Lee 2008 (employees; grade C)',
      [-5, 1],
    ),
  },
  { rho: 1 },
);

export const congruence = mechanism(
  "A brand that lives one's values appeals.",
  {
    weight: real(
      1,
      [0.3, 1],
      'factor',
      'how strongly shared values count in the emotional side of the job',
      'Aguirre-Rodriguez et al. 2012, 10.1016/j.jbusres.2011.07.031 (r .31)',
      [0, 1],
    ),
    affect: real(
      0.13,
      [0, 0.3],
      'affect',
      'liking of a brand that fully lives the values of a person who used it, beyond what its use is worth',
      'fit to Aguirre-Rodriguez et al. 2012, 10.1016/j.jbusres.2011.07.031 (r .31)',
      [0, 1],
    ),
  },
  { weight: 0, affect: 0 },
);

/** What a person compares with their own drives and values: a brand as it is, or as it claims to be. */
export interface Offer {
  /** max(p, .01)^rho for each drive (ln p where rho is 0). */
  readonly powers: Float64Array;
  /** Lived or claimed values, centred within themselves and scaled to length 1. */
  readonly direction: Float64Array;
  /** Whether what it delivers, or the direction of its values, has changed since people last compared it. */
  moved: boolean;
  turned: boolean;
}

export function newOffer(): Offer {
  return { powers: new Float64Array(DRIVES), direction: new Float64Array(VALUES), moved: true, turned: true };
}

const turn = new Float64Array(VALUES);

/** Fills an offer from delivery (4) and values (10). */
export function describeOffer(offer: Offer, delivery: ArrayLike<number>, values: ArrayLike<number>, rho: number): void {
  for (let k = 0; k < DRIVES; k++) {
    const p = delivery[k] > 0.01 ? delivery[k] : 0.01;
    const power = rho === 0.5 ? Math.sqrt(p) : rho === 1 ? p : rho === 0 ? ln(p) : pow(p, rho);
    if (offer.powers[k] !== power) offer.moved = true;
    offer.powers[k] = power;
  }
  centreAndScale(values, 0, turn, 0);
  for (let k = 0; k < VALUES; k++) {
    if (offer.direction[k] !== turn[k]) offer.turned = true;
    offer.direction[k] = turn[k];
  }
}

/** Centres ten values on their own mean and scales them to length 1 (all zero when they are all equal). */
export function centreAndScale(from: ArrayLike<number>, start: number, to: Float32Array | Float64Array, at: number): void {
  let mean = 0;
  for (let k = 0; k < VALUES; k++) mean += from[start + k];
  mean /= VALUES;
  let square = 0;
  for (let k = 0; k < VALUES; k++) square += (from[start + k] - mean) * (from[start + k] - mean);
  const scale = square > 1e-12 ? 1 / Math.sqrt(square) : 0;
  for (let k = 0; k < VALUES; k++) to[at + k] = (from[start + k] - mean) * scale;
}

/** Functional worth G = (sum d_k p_k^rho)^(1/rho); the geometric mean at rho 0. */
export function functionalWorth(drives: ArrayLike<number>, start: number, powers: Float64Array, rho: number): number {
  const sum = drives[start] * powers[0] + drives[start + 1] * powers[1] + drives[start + 2] * powers[2] + drives[start + 3] * powers[3];
  if (rho === 0.5) return sum * sum;
  if (rho === 1) return sum;
  return rho === 0 ? exp(sum) : pow(sum, 1 / rho);
}

/** Emotional worth E = (1 + weight cos(v, values)) / 2; the ten products written out, for speed. */
export function emotionalWorth(values: ArrayLike<number>, start: number, direction: Float64Array, weight: number): number {
  const cosine =
    values[start] * direction[0] +
    values[start + 1] * direction[1] +
    (values[start + 2] * direction[2] + values[start + 3] * direction[3]) +
    (values[start + 4] * direction[4] + values[start + 5] * direction[5]) +
    (values[start + 6] * direction[6] + values[start + 7] * direction[7]) +
    (values[start + 8] * direction[8] + values[start + 9] * direction[9]);
  return 0.5 + 0.5 * weight * cosine;
}

/** Private progress q = (j_f G + j_e E) / (j_f + j_e): what use reveals. */
export function progress(job: ArrayLike<number>, person: number, functionalWorth: number, emotionalWorth: number): number {
  const functional = job[person * JOBS];
  const emotional = job[person * JOBS + 1];
  const weight = functional + emotional;
  if (!(weight > 1e-9)) return 0.5 * (functionalWorth + emotionalWorth);
  return (functional * functionalWorth + emotional * emotionalWorth) / weight;
}
