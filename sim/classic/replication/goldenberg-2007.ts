import { generateNetwork } from '../../network/index.ts';
import { keysFromSeed } from '../../random/index.ts';
import { badNews } from '../contagion/bad-news.ts';
import { classicKeys, classicSeries, runClassic } from '../run.ts';
import { NEGATIVE, POSITIVE, type Replication } from './replication.ts';

const STEPS = 60;

/** Goldenberg, Libai, Moldovan and Muller 2007: the net present value of bad news. */
export const goldenberg2007: Replication = {
  name: 'goldenberg-2007',
  title: 'The NPV of bad news',
  source: 'Goldenberg, Libai, Moldovan and Muller 2007, 10.1016/j.ijresmar.2007.02.003',
  design: `About 3,000 people in cliques of 18, weak contacts drawn anew in every step, bad words twice as likely to be taken in, value of adopters discounted by 1 % a step over ${STEPS} steps. With the same luck, dissatisfaction and weak contacts are changed one at a time. The paper's own ranges of parameters were not at hand: those of the authors' model of 2001 are used.`,
  claims: [
    {
      name: 'few dissatisfied',
      statistic: 'value with 5 % of adopters dissatisfied over that with none',
      published: 'a small share of dissatisfied adopters already costs much',
      band: [0.5, 0.95],
      tag: 'V',
      kind: 'order',
      order: [0, 1],
    },
    {
      name: 'many dissatisfied',
      statistic: 'the same with 20 %',
      published: 'more dissatisfaction costs more',
      band: [0.2, 0.8],
      tag: 'V',
      kind: 'order',
      order: [0, 0.95],
    },
    {
      name: 'beyond the dissatisfied',
      statistic: 'value lost by 5 % dissatisfied adopters, over 5 %',
      published: 'the harm is in what they say: it exceeds their number',
      band: [1, 10],
      tag: 'V',
      kind: 'order',
      order: [1, Infinity],
    },
    {
      name: 'weak ties, good product',
      statistic: 'gain of value from 5 to 29 weak contacts, nobody dissatisfied',
      published: 'weak ties help',
      band: [0.01, 0.5],
      tag: 'V',
      kind: 'order',
      order: POSITIVE,
    },
    {
      name: 'weak ties, bad news',
      statistic: 'the same with 20 % dissatisfied, less the gain of a good product',
      published: 'weak ties export harm too',
      band: [-0.5, -0.01],
      tag: 'V',
      kind: 'order',
      order: NEGATIVE,
    },
    {
      name: 'weak ties destroy',
      statistic: 'change of final adopters from 5 to 29 weak contacts, 20 % dissatisfied',
      published: 'weak ties can become a negative force',
      band: [-0.5, 0],
      tag: 'V',
      kind: 'prediction',
    },
  ],
  measure(seed, replicate) {
    const network = generateNetwork({ kind: 'caveman', caves: 167, caveSize: 18, strength: 1 }, keysFromSeed(''));
    const end = (dissatisfied: number, contacts = 17): { value: number; adopters: number } => {
      const recording = runClassic(badNews, {
        network,
        values: { dissatisfied, contacts },
        steps: STEPS,
        keys: classicKeys(seed, replicate),
      });
      const last = (column: string): number => classicSeries(recording, column)[STEPS];
      return { value: last('value'), adopters: last('adopters') };
    };
    const good = end(0).value;
    const few = end(0.05).value / good;
    const gain = (dissatisfied: number): number => end(dissatisfied, 29).value - end(dissatisfied, 5).value;
    const goodGain = gain(0);
    return {
      'few dissatisfied': few,
      'many dissatisfied': end(0.2).value / good,
      'beyond the dissatisfied': (1 - few) / 0.05,
      'weak ties, good product': goodGain,
      'weak ties, bad news': gain(0.2) - goodGain,
      'weak ties destroy': end(0.2, 29).adopters - end(0.2, 5).adopters,
    };
  },
};
