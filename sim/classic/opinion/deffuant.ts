import { real } from '../../parameter/index.ts';
import { deriveKeys, drawInteger, drawUniform, type Keys } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import {
  AT_REST,
  CLUSTER_COLUMNS,
  CONTINUOUS_COLUMNS,
  continuousStart,
  measureClusters,
  measureContinuous,
} from './continuous-opinions.ts';
import { drawInfluence, influences, type Listening, listeningOf } from './listening.ts';

const SOURCE = 'Deffuant, Neau, Amblard & Weisbuch 2000, 10.1142/S0219525900000078';

export const deffuant = classicModel({
  name: 'deffuant',
  title: 'Deffuant: bounded confidence in pairs',
  meaning: 'Two tied people whose opinions are close enough move towards each other; others do not hear each other.',
  source: SOURCE,
  time: 'one pair at a time: a random person, and one of its influencers by strength, who moves too if the tie is returned; a step is as many pairs as there are people',
  updating: 'asynchronous',
  state: 'opinion, a number; between 0 and 1 at the start',
  parameters: {
    confidence: real(0.2, [0.1, 0.5], 'opinion', 'gap from which on people do not hear each other', SOURCE, [0, 1]),
    step: real(0.5, [0.1, 0.5], 'share of the gap', 'how far each of the two moves towards the other', SOURCE, [0, 1]),
  },
  columns: [...CONTINUOUS_COLUMNS, ...CLUSTER_COLUMNS],
  steps: 100,
  start({ confidence, step: pull }, world) {
    const opinions = continuousStart(world);
    const listening = listeningOf(world.network);
    let now = 0;
    return {
      states: opinions,
      step() {
        const longest = deffuantStep(
          opinions,
          listening,
          world.network.directed,
          confidence,
          pull,
          deriveKeys(world.keys, LUCK.partner, ++now),
        );
        return longest > AT_REST || canMove(opinions, listening, confidence, pull);
      },
      measure: () => [...measureContinuous(opinions), ...measureClusters(opinions, confidence)],
    };
  },
});

/** As many pairs as people; the longest move made. */
function deffuantStep(
  opinions: Float64Array,
  listening: Listening,
  directed: boolean,
  confidence: number,
  pull: number,
  { k0, k1 }: Keys,
): number {
  const { n, sources } = listening;
  let longest = 0;
  for (let event = 0; event < n; event++) {
    const listener = drawInteger(k0, k1, event, 0, n);
    const arc = drawInfluence(listening, listener, drawUniform(k0, k1, event, 1));
    if (arc < 0) continue;
    const speaker = sources[arc];
    const gap = opinions[speaker] - opinions[listener];
    if (Math.abs(gap) >= confidence) continue;
    const move = pull * gap;
    longest = Math.max(longest, Math.abs(move));
    opinions[listener] += move;
    if (!directed || influences(listening, listener, speaker)) opinions[speaker] -= move;
  }
  return longest;
}

/** Whether any tie still joins opinions that differ and hear each other. */
function canMove(opinions: Float64Array, { n, offsets, sources }: Listening, confidence: number, pull: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const gap = Math.abs(opinions[sources[arc]] - opinions[i]);
      if (gap < confidence && pull * gap > AT_REST) return true;
    }
  }
  return false;
}
