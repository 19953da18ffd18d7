import exp from '@stdlib/math-base-special-exp';
import { choice, real } from '../../parameter/index.ts';
import { deriveKeys, drawUniform } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { bass } from './bass.ts';
import { Exposure } from './exposure.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';

const LIBAI = 'Libai, Muller and Peres 2013, 10.1509/jmr.11.0305';

const [OWN, RIVAL] = [1, 2];

/**
 * Two brands that grow in one market, each by its own Bass hazard: p + q times the share of the influence on a person that comes from its
 * adopters. Seeds start the own brand; with the same luck and without them it shows what a seeding programme is worth.
 */
export const competingBrands = classicModel({
  name: 'competing-brands',
  title: 'Two brands that grow together',
  meaning: 'People adopt one of two brands, at rate p for each and at rate q times the share of their neighbours who have it.',
  source: `${LIBAI}; brand-level hazards Libai, Muller and Peres 2009, 10.1509/jmkr.46.2.163`,
  time: 'In a step everyone decides on the adopters at its start. Rates are per year; a step is the given share of a year.',
  updating: 'synchronous',
  state: '0 none, 1 own brand, 2 the rival',
  parameters: {
    market: choice('duopoly', ['duopoly', 'monopoly'], 'Whether there is a rival.', LIBAI),
    innovation: { ...bass.parameters.innovation, default: 0.015, meaning: 'Hazard p of each brand without anyone else.' },
    imitation: { ...bass.parameters.imitation, meaning: 'Hazard q of a brand when all neighbours have it.' },
    interval: bass.parameters.interval,
    discount: real(0.1, [0, 0.2], 'per year', 'Rate at which later adopters are worth less.', LIBAI, [0, 10]),
    ...seedParameters,
    seeds: { ...seedParameters.seeds, default: 0, source: 'No programme' },
  },
  columns: [
    { name: 'own', unit: 'share', meaning: 'People who have adopted the own brand.' },
    { name: 'rival', unit: 'share', meaning: 'People who have adopted the rival.' },
    {
      name: 'value',
      unit: 'adopters per person',
      meaning: 'Adopters of the own brand so far, seeds left out, each discounted to the start.',
    },
  ],
  steps: 360,
  start(values, world) {
    const { innovation: p, imitation: q, interval } = values;
    const { n } = world.network;
    const states = seededStates(values, world, RIVAL);
    const brands = values.market === 'monopoly' ? [OWN] : [OWN, RIVAL];
    const exposures = [OWN, RIVAL].map(() => new Exposure(world.network));
    const counts = [0, 0, 0];
    const adopt = (person: number, brand: number): void => {
      states[person] = brand;
      counts[brand]++;
      exposures[brand - OWN].add(person);
    };
    Uint8Array.from(states).forEach((brand, person) => {
      if (brand !== 0) adopt(person, brand);
    });
    const fading = exp(-values.discount * interval);
    let worth = 1;
    let value = 0;
    let time = 0;
    return {
      states,
      step() {
        time++;
        worth *= fading;
        const deciding = deriveKeys(world.keys, LUCK.innovation, time);
        const choosing = deriveKeys(world.keys, LUCK.brand, time);
        const moved: [person: number, brand: number][] = [];
        for (let person = 0; person < n; person++) {
          if (states[person] !== 0) continue;
          const hazards = brands.map((brand) => p + q * exposures[brand - OWN].share(person));
          const all = hazards.reduce((sum, hazard) => sum + hazard);
          if (drawUniform(deciding.k0, deciding.k1, person, 0) >= 1 - exp(-all * interval)) continue;
          const own = brands.length === 1 || drawUniform(choosing.k0, choosing.k1, person, 0) * all < hazards[0];
          moved.push([person, own ? OWN : RIVAL]);
          if (own) value += worth / n;
        }
        for (const [person, brand] of moved) adopt(person, brand);
        return counts[OWN] + counts[RIVAL] < n;
      },
      measure: () => [counts[OWN] / n, counts[RIVAL] / n, value],
    };
  },
});
