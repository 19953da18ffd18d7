import exp from '@stdlib/math-base-special-exp';
import { real } from '../../parameter/index.ts';
import { deriveKeys, drawUniform } from '../../random/index.ts';
import { bassShare } from '../bass-curve.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { Adopters, adoptersColumn, newAdoptersColumn } from './adopters.ts';
import { Exposure } from './exposure.ts';
import { seededStates, seedParameters } from './seed-parameters.ts';

const SULTAN = 'Sultan, Farley and Lehmann 1990, 10.1177/002224379002700107 (means of 213 applications; evidence 2.1)';

/**
 * Bass diffusion with people (Rand and Rust 2011, 10.1016/j.ijresmar.2011.04.002): the hazard of a person is p + q times the share of the
 * influence on them that comes from adopters. On a complete graph it is the Bass curve with the noise of a finite market.
 */
export const bass = classicModel({
  name: 'bass',
  title: 'Bass diffusion',
  meaning: 'People adopt by themselves at rate p, and at rate q times the share of their neighbours who have.',
  source: 'Bass 1969, 10.1287/mnsc.15.5.215; agents Rand and Rust 2011, 10.1016/j.ijresmar.2011.04.002',
  time: 'In a step everyone decides on the adopters at its start. Rates are per year; a step is the given share of a year.',
  updating: 'synchronous',
  state: '1 adopted, else 0',
  parameters: {
    innovation: real(0.03, [0.001, 0.06], 'per year', 'Hazard p of adopting without anyone else.', SULTAN, [0, 10]),
    imitation: real(0.38, [0.2, 0.6], 'per year', 'Hazard q of adopting when all neighbours have.', SULTAN, [0, 100]),
    interval: real(
      1 / 12,
      [1 / 52, 1],
      'years',
      'Time that a step stands for; small steps come near the curve of continuous time.',
      'Assumption',
      [1e-4, 10],
    ),
    ...seedParameters,
    seeds: { ...seedParameters.seeds, default: 0, source: 'Bass 1969: nobody at the start' },
  },
  columns: [
    adoptersColumn,
    newAdoptersColumn,
    {
      name: 'external',
      unit: 'share',
      meaning: 'People who adopted because of p: each adoption counts by the share of p in the hazard at its time.',
    },
    { name: 'curve', unit: 'share', meaning: 'The Bass curve itself, for a well-mixed market without end.' },
  ],
  steps: 300,
  start(values, world) {
    const { innovation: p, imitation: q, interval } = values;
    const { n } = world.network;
    const adopters = new Adopters(seededStates(values, world));
    const exposure = new Exposure(world.network);
    adopters.fresh.forEach((person) => {
      exposure.add(person);
    });
    const start = adopters.fresh.length / n;
    let external = 0;
    let time = 0;
    const curve = (): number => bassShare(p, q, time * interval, start);
    return {
      states: adopters.states,
      step() {
        time++;
        const { k0, k1 } = deriveKeys(world.keys, LUCK.innovation, time);
        const fresh: number[] = [];
        for (let person = 0; person < n; person++) {
          if (adopters.states[person] !== 0) continue;
          const hazard = p + q * exposure.share(person);
          if (drawUniform(k0, k1, person, 0) >= 1 - exp(-hazard * interval)) continue;
          fresh.push(person);
          external += p / hazard;
        }
        adopters.admit(fresh);
        for (const person of fresh) exposure.add(person);
        // The curve goes on when the people have come to the end.
        return !adopters.everyone || curve() < 1;
      },
      measure: () => [...adopters.measure(), external / n, curve()],
    };
  },
});
