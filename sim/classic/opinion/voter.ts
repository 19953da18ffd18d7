import { deriveKeys, drawInteger, drawUniform, type Keys } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { BINARY_COLUMNS, runOpinions, share, TWO_OPINIONS } from './binary-opinions.ts';
import { drawInfluence, type Listening } from './listening.ts';

export const voter = classicModel({
  name: 'voter',
  title: 'Voter model',
  meaning: 'A random person takes the opinion of a random one of those who influence it.',
  source: 'Clifford & Sudbury 1973, 10.1093/biomet/60.3.581; Holley & Liggett 1975, 10.1214/aop/1176996306',
  time: 'one person at a time, drawn at random; a step is as many updates as there are people',
  updating: 'asynchronous',
  state: TWO_OPINIONS,
  parameters: { share },
  columns: BINARY_COLUMNS,
  steps: 200,
  start: (values, world) =>
    runOpinions(world, values.share, (opinions, listening, now) =>
      voterStep(opinions, listening, deriveKeys(world.keys, LUCK.updater, now)),
    ),
});

/** As many updates as people. Who listens to nobody keeps their opinion. */
function voterStep(opinions: Uint8Array, listening: Listening, { k0, k1 }: Keys): void {
  const { n, sources } = listening;
  for (let event = 0; event < n; event++) {
    const person = drawInteger(k0, k1, event, 0, n);
    const arc = drawInfluence(listening, person, drawUniform(k0, k1, event, 1));
    if (arc >= 0) opinions[person] = opinions[sources[arc]];
  }
}
