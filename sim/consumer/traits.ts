import { mechanism, real, vector } from '../parameter/index.ts';
import { deriveKeys, drawBeta, drawDirichletInto, drawLognormal, drawNormal, type Keys, PURPOSE } from '../random/index.ts';
import { centreAndScale } from './progress.ts';
import { type Consumers, DRIVE_NAMES, DRIVES, JOBS, VALUES } from './state.ts';
import { VALUE_COSINES, VALUE_MEANS, VALUE_SINES } from './values.ts';

export const traits = mechanism(
  'Who consumers are: values on a circle, drives, jobs, and how they differ.',
  {
    valueAxes: real(
      0.45,
      [0.3, 0.6],
      'scale points',
      'standard deviation of each of the two latent axes of values',
      'fit to the circumplex correlations of PVQ-40 and SVS samples (Borg, Bardi & Schwartz 2017)',
      [0, 5],
    ),
    valueNoise: real(0.6, [0.4, 0.8], 'scale points', 'standard deviation of each value around the circle', 'fit as above', [0, 5]),
    driveProfile: vector(
      [0.3, 0.2, 0.25, 0.25],
      DRIVE_NAMES,
      [0.01, 1],
      'weight',
      'mean weight of the four drives in the category',
      'assumption',
      [0.001, 1000],
    ),
    driveConcentration: real(12, [4, 40], 'Dirichlet', "how alike the drives of a tribe's members are", 'assumption', [0.1, 10000]),
    jobConcentration: real(
      12,
      [4, 40],
      'Dirichlet',
      'how alike people are in the job they hire the product for',
      'assumption',
      [0.1, 10000],
    ),
    sociabilitySigma: real(0.6, [0.2, 1], 'log units', 'spread of talkativeness', 'assumption', [0, 3]),
  },
  null,
);

export const homophily = mechanism(
  'Members of a tribe share values and drives more than strangers do.',
  {
    values: real(
      0.5,
      [0, 1],
      'scale points',
      "standard deviation of a tribe's position on each latent value axis",
      'McPherson et al. 2001 (sign); size assumed',
      [0, 5],
    ),
    drives: real(
      30,
      [8, 100],
      'Dirichlet',
      'how alike tribes are in their mean drives (greater is more alike)',
      'assumption',
      [0.1, 100000],
    ),
  },
  { values: 0, drives: 100000 },
);

export interface TraitSettings {
  readonly traits: {
    valueAxes: number;
    valueNoise: number;
    driveProfile: readonly number[];
    driveConcentration: number;
    jobConcentration: number;
    sociabilitySigma: number;
  };
  readonly homophily: { values: number; drives: number };
  readonly conformity: { weight: number; stubborn: number };
  readonly jobProfile: readonly number[];
  readonly outsideMean: number;
  readonly outsideSd: number;
}

/**
 * Draws who everybody is, person by person from keys, so that nobody's traits depend on anybody else's or on the
 * number of people. Values: two latent axes and noise on the circumplex, tribe offset, ipsatised, pan-cultural means added.
 */
export function drawTraits(people: Consumers, settings: TraitSettings, keys: Keys): void {
  const raw = new Float64Array(VALUES);
  const tribeDrives = new Float64Array(people.tribeCount * DRIVES);
  const tribeAxes = new Float64Array(people.tribeCount * 2);
  const valueKeys = deriveKeys(keys, PURPOSE.values);
  const driveKeys = deriveKeys(keys, PURPOSE.drives);
  const jobKeys = deriveKeys(keys, PURPOSE.job);
  const traitKeys = deriveKeys(keys, PURPOSE.trait);
  const tribeKeys = deriveKeys(keys, PURPOSE.values, 1);
  const tribeDriveKeys = deriveKeys(keys, PURPOSE.drives, 1);
  const plainKeys = deriveKeys(keys, PURPOSE.sociability);
  const alpha4 = new Float64Array(DRIVES);
  const alpha3 = new Float64Array(JOBS);

  let profileSum = 0;
  for (let k = 0; k < DRIVES; k++) profileSum += settings.traits.driveProfile[k];
  for (let tribe = 0; tribe < people.tribeCount; tribe++) {
    tribeAxes[tribe * 2] = settings.homophily.values * drawNormal(tribeKeys.k0, tribeKeys.k1, tribe, 0);
    tribeAxes[tribe * 2 + 1] = settings.homophily.values * drawNormal(tribeKeys.k0, tribeKeys.k1, tribe, 1);
    for (let k = 0; k < DRIVES; k++) alpha4[k] = (settings.homophily.drives * settings.traits.driveProfile[k]) / profileSum;
    drawDirichletInto(tribeDriveKeys.k0, tribeDriveKeys.k1, tribe, 0, alpha4, tribeDrives, tribe * DRIVES);
  }

  let jobSum = 0;
  for (let k = 0; k < JOBS; k++) jobSum += settings.jobProfile[k];
  for (let k = 0; k < JOBS; k++) alpha3[k] = (settings.traits.jobConcentration * settings.jobProfile[k]) / jobSum;

  for (let i = 0; i < people.n; i++) {
    const tribe = people.tribe[i];
    const a = tribeAxes[tribe * 2] + settings.traits.valueAxes * drawNormal(valueKeys.k0, valueKeys.k1, i, 0);
    const b = tribeAxes[tribe * 2 + 1] + settings.traits.valueAxes * drawNormal(valueKeys.k0, valueKeys.k1, i, 1);
    let mean = 0;
    for (let k = 0; k < VALUES; k++) {
      const noise = settings.traits.valueNoise * drawNormal(valueKeys.k0, valueKeys.k1, i, 2 + k);
      raw[k] = a * VALUE_COSINES[k] + b * VALUE_SINES[k] + noise;
      mean += raw[k] / VALUES;
    }
    for (let k = 0; k < VALUES; k++) raw[k] += VALUE_MEANS[k] - mean;
    centreAndScale(raw, 0, people.values, i * VALUES);

    for (let k = 0; k < DRIVES; k++) alpha4[k] = Math.max(1e-3, settings.traits.driveConcentration * tribeDrives[tribe * DRIVES + k]);
    drawDirichletInto(driveKeys.k0, driveKeys.k1, i, 0, alpha4, people.drives, i * DRIVES);
    drawDirichletInto(jobKeys.k0, jobKeys.k1, i, 0, alpha3, people.job, i * JOBS);

    const { k0, k1 } = traitKeys;
    people.identification[i] = drawBeta(k0, k1, i, 0, 2, 2);
    // Beta(2, 5) has mean 2/7; rescaled so that the mean is the setting.
    people.conformity[i] = Math.min(1, settings.conformity.weight * 3.5 * drawBeta(k0, k1, i, 1, 2, 5));
    people.stubbornness[i] = stubbornnessOf(settings.conformity.stubborn, k0, k1, i);
    people.sociability[i] = drawLognormal(plainKeys.k0, plainKeys.k1, i, 0, 1, settings.traits.sociabilitySigma);
    const q0 = settings.outsideMean + settings.outsideSd * drawNormal(plainKeys.k0, plainKeys.k1, i, 1);
    people.outside[i] = q0 < 0 ? 0 : q0 > 1 ? 1 : q0;
  }
}

/** Beta with total 5, (2, 3) at the default mean of .4; a mean of 0 or 1 is taken as it is. */
function stubbornnessOf(mean: number, k0: number, k1: number, person: number): number {
  if (mean <= 0 || mean >= 1) return mean <= 0 ? 0 : 1;
  return drawBeta(k0, k1, person, 2, 5 * mean, 5 * (1 - mean));
}
