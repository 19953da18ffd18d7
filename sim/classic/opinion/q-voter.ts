import { count, real } from '../../parameter/index.ts';
import { deriveKeys, drawInteger, drawUniform, type Keys } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { BINARY_COLUMNS, runOpinions, share, TWO_OPINIONS } from './binary-opinions.ts';
import { drawInfluence, type Listening } from './listening.ts';

const SOURCE = 'Castellano, Muñoz & Pastor-Satorras 2009, 10.1103/PhysRevE.80.041129';

export const qVoter = classicModel({
  name: 'q-voter',
  title: 'q-voter model',
  meaning:
    'A random person asks q of those who influence it, and takes their opinion if they agree; if not, it changes its own with a small chance.',
  source: SOURCE,
  time: 'one person at a time, drawn at random; a step is as many updates as there are people',
  updating: 'asynchronous',
  state: TWO_OPINIONS,
  parameters: {
    share,
    q: count(2, [1, 6], 'people', 'influencers asked, one and the same perhaps more than once; 1 is the voter model', SOURCE, [1, 100]),
    flip: real(0, [0, 0.5], 'probability', 'chance to change opinion when those asked do not agree', SOURCE, [0, 1]),
  },
  columns: BINARY_COLUMNS,
  steps: 200,
  start: ({ share: ones, q, flip }, world) =>
    runOpinions(world, ones, (opinions, listening, now) =>
      qVoterStep(opinions, listening, q, flip, deriveKeys(world.keys, LUCK.updater, now)),
    ),
});

/** As many updates as people. Of an update's draws the first finds the person, the last is the change of mind, those between ask. */
function qVoterStep(opinions: Uint8Array, listening: Listening, q: number, flip: number, { k0, k1 }: Keys): void {
  const { n, sources } = listening;
  for (let event = 0; event < n; event++) {
    const person = drawInteger(k0, k1, event, 0, n);
    let ones = 0;
    let asked = 0;
    for (; asked < q; asked++) {
      const arc = drawInfluence(listening, person, drawUniform(k0, k1, event, 1 + asked));
      if (arc < 0) break;
      ones += opinions[sources[arc]];
    }
    if (asked === 0) continue;
    if (ones === 0 || ones === q) opinions[person] = ones === 0 ? 0 : 1;
    else if (drawUniform(k0, k1, event, 1 + q) < flip) opinions[person] = 1 - opinions[person];
  }
}
