import pow from '@stdlib/math-base-special-pow';
import { deriveKeys, drawUniform } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicKeys } from '../run.ts';
import type { Replication } from './replication.ts';

const [COMMENTS, READERS, UP, DOWN, INFLUENCE] = [2000, 40, 0.05, 0.01, 0.25];

/** Muchnik et al. 2013: a first vote drawn by lot, and what later readers make of it. */
export const muchnik2013: Replication = {
  name: 'muchnik-2013',
  title: 'Herding in public ratings',
  source: 'Muchnik, Aral and Taylor 2013, 10.1126/science.1240466',
  design: `${COMMENTS} comments, each read by ${READERS} people one after the other; a comment starts with one vote up, one vote down, or none. The rule is that of the Music-Lab market at weak influence: a reader votes up with a chance in proportion to (votes up + 1) to the power ${INFLUENCE}, down likewise. ${UP * 100} % of the readers of a comment without votes vote up and ${DOWN * 100} % down, which is assumed, as is the number of readers. Nobody corrects a vote, so the paper's recovery from bad votes is out of reach. The same luck for all three starts; the vote that was given is not counted.`,
  claims: [
    {
      name: 'next vote',
      statistic: 'chance that the first reader votes up after a vote up, over that after none',
      published: '+32 %',
      band: [1.2, 1.45],
      tag: 'V',
      kind: 'prediction',
    },
    {
      name: 'final rating',
      statistic: 'final rating (votes up minus votes down) after a vote up, over that after none',
      published: '+25 %',
      band: [1.1, 1.35],
      tag: 'V',
      kind: 'prediction',
    },
    {
      name: 'bad votes',
      statistic: 'change of the final rating by a vote down, over that by a vote up, both without sign',
      published: 'votes down have no net effect',
      band: [0, 0.9],
      tag: 'V',
      kind: 'order',
      order: [-Infinity, 1],
    },
  ],
  measure(seed, replicate) {
    const { k0, k1 } = deriveKeys(classicKeys(seed, replicate), LUCK.listening);
    const rate = (given: { up: number; down: number }): { first: number; rating: number } => {
      let [first, rating] = [0, 0];
      for (let comment = 0; comment < COMMENTS; comment++) {
        let { up, down } = given;
        for (let reader = 0; reader < READERS; reader++) {
          const u = drawUniform(k0, k1, comment, reader);
          const rise = UP * pow(up + 1, INFLUENCE);
          if (u < rise) up++;
          else if (u < rise + DOWN * pow(down + 1, INFLUENCE)) down++;
          if (reader === 0) first += up - given.up;
        }
        rating += up - given.up - (down - given.down);
      }
      return { first, rating };
    };
    const [none, up, down] = [rate({ up: 0, down: 0 }), rate({ up: 1, down: 0 }), rate({ up: 0, down: 1 })];
    return {
      'next vote': up.first / none.first,
      'final rating': up.rating / none.rating,
      'bad votes': Math.abs(down.rating - none.rating) / Math.abs(up.rating - none.rating),
    };
  },
};
