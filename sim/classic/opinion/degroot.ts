import { real } from '../../parameter/index.ts';
import { classicModel } from '../model.ts';
import { AT_REST, CONTINUOUS_COLUMNS, continuousStart, measureContinuous, moveTo } from './continuous-opinions.ts';
import { listeningOf, meanHeardInto } from './listening.ts';

const SOURCE = 'DeGroot 1974, 10.1080/01621459.1974.10480137';

export const deGroot = classicModel({
  name: 'degroot',
  title: 'DeGroot learning',
  meaning: 'Everyone takes the mean of its own opinion and those it listens to, weighted by the strength of the ties.',
  source: SOURCE,
  time: 'everyone at once',
  updating: 'synchronous',
  state: 'opinion, a number; between 0 and 1 at the start',
  parameters: {
    self: real(
      0.5,
      [0, 0.9],
      'weight',
      'weight of one’s own opinion; at 0 a network without triangles may swing for ever',
      `${SOURCE}; value assumed`,
      [0, 1],
    ),
  },
  columns: CONTINUOUS_COLUMNS,
  steps: 100,
  start({ self }, world) {
    const opinions = continuousStart(world);
    const listening = listeningOf(world.network);
    const next = new Float64Array(opinions.length);
    return {
      states: opinions,
      step() {
        meanHeardInto(next, opinions, listening, self);
        return moveTo(opinions, next) > AT_REST;
      },
      measure: () => measureContinuous(opinions),
    };
  },
});
