import { real } from '../../parameter/index.ts';
import { deriveKeys, drawInteger, drawUniform, type Keys } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { BINARY_COLUMNS, runOpinions, share, TWO_OPINIONS } from './binary-opinions.ts';
import { type Listening, strengthHeard } from './listening.ts';

const SOURCE = 'de Oliveira 1992, 10.1007/BF01060069';

export const majority = classicModel({
  name: 'majority',
  title: 'Majority vote',
  meaning: 'A random person takes the opinion that most of the strength of its influencers is behind, or by error the other one.',
  source: SOURCE,
  time: 'one person at a time, drawn at random; a step is as many updates as there are people',
  updating: 'asynchronous',
  state: TWO_OPINIONS,
  parameters: {
    share,
    noise: real(0.05, [0, 0.2], 'probability', 'chance of taking the opinion of the minority', SOURCE, [0, 1]),
  },
  columns: BINARY_COLUMNS,
  steps: 200,
  start: ({ share: ones, noise }, world) =>
    runOpinions(
      world,
      ones,
      (opinions, listening, now) => majorityStep(opinions, listening, noise, deriveKeys(world.keys, LUCK.updater, now)),
      noise > 0,
    ),
});

/** As many updates as people. A tie is decided by a coin. */
function majorityStep(opinions: Uint8Array, listening: Listening, noise: number, { k0, k1 }: Keys): void {
  const { n } = listening;
  for (let event = 0; event < n; event++) {
    const person = drawInteger(k0, k1, event, 0, n);
    const lean = leaning(opinions, listening, person);
    if (lean === null) continue;
    const followed = lean === 0 ? 0.5 : 1 - noise;
    const most = lean > 0 ? 1 : 0;
    opinions[person] = drawUniform(k0, k1, event, 1) < followed ? most : 1 - most;
  }
}

/** Strength behind opinion 1 less that behind 0; null for someone who listens to nobody. Sums of 32-bit strengths are exact, so that halves cancel. */
function leaning(opinions: Uint8Array, listening: Listening, person: number): number | null {
  const { offsets, sources, strengths } = listening;
  const all = strengthHeard(listening, person);
  if (all === 0) return null;
  let ones = 0;
  for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) if (opinions[sources[arc]] === 1) ones += strengths[arc];
  return 2 * ones - all;
}
