import { real } from '../../parameter/index.ts';
import { classicModel } from '../model.ts';
import {
  AT_REST,
  CLUSTER_COLUMNS,
  CONTINUOUS_COLUMNS,
  continuousStart,
  measureClusters,
  measureContinuous,
  moveTo,
} from './continuous-opinions.ts';
import { type Listening, listeningOf } from './listening.ts';

const SOURCE = 'Hegselmann & Krause 2002, JASSS 5(3)2';

export const hegselmannKrause = classicModel({
  name: 'hegselmann-krause',
  title: 'Hegselmann-Krause: bounded confidence with all',
  meaning: 'Everyone takes the mean of its own opinion and of all those it listens to whose opinions are close enough.',
  source: SOURCE,
  time: 'everyone at once',
  updating: 'synchronous',
  state: 'opinion, a number; between 0 and 1 at the start',
  parameters: {
    confidence: real(0.2, [0.05, 0.5], 'opinion', 'largest gap across which people hear each other', SOURCE, [0, 1]),
  },
  columns: [...CONTINUOUS_COLUMNS, ...CLUSTER_COLUMNS],
  steps: 50,
  start({ confidence }, world) {
    const opinions = continuousStart(world);
    const listening = listeningOf(world.network);
    const next = new Float64Array(opinions.length);
    return {
      states: opinions,
      step() {
        meanOfCloseInto(next, opinions, listening, confidence);
        return moveTo(opinions, next) > AT_REST;
      },
      measure: () => [...measureContinuous(opinions), ...measureClusters(opinions, confidence)],
    };
  },
});

/** Means over those within `confidence`, weighted by strength; oneself counts as the strongest tie, 1. */
function meanOfCloseInto(out: Float64Array, opinions: Float64Array, listening: Listening, confidence: number): void {
  const { n, offsets, sources, strengths } = listening;
  for (let i = 0; i < n; i++) {
    let sum = opinions[i];
    let weight = 1;
    for (let arc = offsets[i]; arc < offsets[i + 1]; arc++) {
      const other = opinions[sources[arc]];
      if (Math.abs(other - opinions[i]) > confidence) continue;
      sum += strengths[arc] * other;
      weight += strengths[arc];
    }
    out[i] = sum / weight;
  }
}
