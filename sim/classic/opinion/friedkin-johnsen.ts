import { real } from '../../parameter/index.ts';
import { deriveKeys, drawBeta } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { AT_REST, CONTINUOUS_COLUMNS, continuousStart, measureContinuous, moveTo } from './continuous-opinions.ts';
import { listeningOf, meanHeardInto } from './listening.ts';

const SOURCE = 'Friedkin & Johnsen 1990, 10.1080/0022250X.1990.9990069';

export const friedkinJohnsen = classicModel({
  name: 'friedkin-johnsen',
  title: 'Friedkin-Johnsen',
  meaning: 'Everyone takes the mean of those it listens to, but is drawn back to its own first opinion, one more than another.',
  source: SOURCE,
  time: 'everyone at once',
  updating: 'synchronous',
  state: 'opinion, a number; between 0 and 1 at the start',
  parameters: {
    stubbornness: real(0.4, [0.2, 0.6], 'weight', 'mean weight of one’s first opinion', `${SOURCE}; value assumed`, [0, 1]),
    alike: real(
      5,
      [1, 100],
      'people',
      'how alike people are in stubbornness: a + b of its beta distribution; 5 with mean .4 is Beta(2, 3)',
      'assumption',
      [0.1, 1e6],
    ),
    self: real(0, [0, 0.9], 'weight', 'weight of one’s own present opinion among those heard', `${SOURCE}; value assumed`, [0, 1]),
  },
  columns: CONTINUOUS_COLUMNS,
  steps: 100,
  start({ stubbornness: mean, alike, self }, world) {
    const opinions = continuousStart(world);
    const first = opinions.slice();
    const { k0, k1 } = deriveKeys(world.keys, LUCK.threshold);
    const even = mean === 0 || mean === 1;
    const stubborn = first.map((_, i) => (even ? mean : drawBeta(k0, k1, i, 0, mean * alike, (1 - mean) * alike)));
    const listening = listeningOf(world.network);
    const next = new Float64Array(opinions.length);
    return {
      states: opinions,
      step() {
        meanHeardInto(next, opinions, listening, self);
        for (let i = 0; i < next.length; i++) next[i] = (1 - stubborn[i]) * next[i] + stubborn[i] * first[i];
        return moveTo(opinions, next) > AT_REST;
      },
      measure: () => measureContinuous(opinions),
    };
  },
});
