import exp from '@stdlib/math-base-special-exp';
import pow from '@stdlib/math-base-special-pow';
import { type Network, reverse } from '../../network/index.ts';
import { count, real, type Values } from '../../parameter/index.ts';
import { deriveKeys, drawNormal, drawUniform, type Keys, Stream } from '../../random/index.ts';
import { LUCK } from '../luck.ts';
import { classicModel } from '../model.ts';
import { gini, rankCorrelation, unpredictability } from './market-shares.ts';

const SALGANIK = 'Salganik, Dodds and Watts 2006, 10.1126/science.1121066';

const parameters = {
  influence: real(
    0.5,
    [0, 1],
    'exponent',
    'Songs are listened to in proportion to (downloads seen + 1) to this power: 0 is independent choice, .25 weak, .5 strong influence.',
    'Evidence 2.9 (.25 and .5 give about the inequality of the two experiments)',
    [0, 5],
  ),
  songs: count(48, [10, 100], 'songs', 'Songs on offer.', SALGANIK, [2, 10_000]),
  worlds: count(8, [2, 20], 'worlds', 'Histories of the same people and songs that do not know of each other.', SALGANIK, [2, 1000]),
  listens: count(4, [1, 10], 'songs', 'Songs that a person listens to.', 'Evidence 2.9: about 1.3 downloads a person', [1, 10_000]),
  attraction: real(-0.85, [-2, 1], 'logit', 'Chance to download the average song after listening, as log-odds.', 'As listens', [-20, 20]),
  appeal: real(0.9, [0, 2], 'logit', 'Standard deviation of appeal over songs.', 'Evidence 2.9', [0, 20]),
};

/**
 * Artificial market for music: people arrive one after the other, see how often those who influence them downloaded each song, listen to a
 * few and download what they like. On a complete graph of strength 1 everyone sees the whole market, as in the experiment. The same people
 * with the same luck choose once with influence and once without.
 */
export const musicLab = classicModel({
  name: 'music-lab',
  title: 'Music-Lab market',
  meaning: 'People listen rather to what others downloaded, and download by appeal: success becomes unequal and hard to predict.',
  source: SALGANIK,
  time: 'People arrive in random order, one after the other; a step is the hundredth part of them, in every world.',
  updating: 'asynchronous',
  state: 'songs that the person has downloaded in the first world',
  parameters,
  columns: [
    { name: 'gini', unit: 'index', meaning: 'Inequality of downloads over songs, mean over worlds.' },
    { name: 'giniIndependent', unit: 'index', meaning: 'The same without influence.' },
    { name: 'unpredictability', unit: 'share', meaning: "Difference of a song's market share between two worlds, mean." },
    { name: 'unpredictabilityIndependent', unit: 'share', meaning: 'The same without influence.' },
    { name: 'merit', unit: 'correlation', meaning: 'Rank correlation of appeal and downloads, mean over worlds.' },
  ],
  steps: 100,
  network: { kind: 'complete', people: 700, strength: 1 },
  start(values, { network, keys }) {
    const { songs, worlds, influence } = values;
    const { n } = network;
    const luck = deriveKeys(keys, LUCK.appeal);
    const appeal = Float64Array.from({ length: songs }, (_, song) => drawNormal(luck.k0, luck.k1, song, 0));
    const liking = appeal.map((z) => 1 / (1 + exp(-(values.attraction + values.appeal * z))));
    const incoming = reverse(network);
    const markets = (exponent: number): Market[] =>
      Array.from({ length: worlds }, (_, world) => new Market(incoming, liking, values, exponent, deriveKeys(keys, LUCK.listening, world)));
    const influenced = markets(influence);
    const independent = markets(0);
    let arrived = 0;
    const meanOf = (all: readonly Market[], measure: (market: Market) => number): number =>
      all.reduce((sum, market) => sum + measure(market), 0) / worlds;
    return {
      states: influenced[0].downloads,
      step() {
        const due = Math.min(n, arrived + Math.ceil(n / 100));
        for (const market of [...influenced, ...independent]) for (let turn = arrived; turn < due; turn++) market.arrive(turn);
        arrived = due;
        return arrived < n;
      },
      measure: () => [
        meanOf(influenced, ({ sales }) => gini(sales)),
        meanOf(independent, ({ sales }) => gini(sales)),
        unpredictability(influenced.map(({ sales }) => sales)),
        unpredictability(independent.map(({ sales }) => sales)),
        meanOf(influenced, ({ sales }) => rankCorrelation(appeal, sales)),
      ],
    };
  },
});

/** One world of the experiment. */
class Market {
  readonly sales: Float64Array;
  /** Songs downloaded by each person. */
  readonly downloads: Int32Array;
  readonly #taken: number[][];
  readonly #order: Uint32Array;
  readonly #incoming: Network;
  readonly #liking: Float64Array;
  readonly #listens: number;
  readonly #exponent: number;
  readonly #listening: Keys;
  readonly #downloading: Keys;
  readonly #weights: Float64Array;

  constructor(incoming: Network, liking: Float64Array, { listens }: Values<typeof parameters>, exponent: number, keys: Keys) {
    const { n } = incoming;
    this.sales = new Float64Array(liking.length);
    this.downloads = new Int32Array(n);
    this.#taken = Array.from({ length: n }, () => []);
    this.#order = new Stream(deriveKeys(keys, LUCK.arrival)).shuffle(Uint32Array.from({ length: n }, (_, person) => person));
    this.#incoming = incoming;
    this.#liking = liking;
    this.#listens = Math.min(listens, liking.length);
    this.#exponent = exponent;
    this.#listening = deriveKeys(keys, LUCK.listening);
    this.#downloading = deriveKeys(keys, LUCK.download);
    this.#weights = new Float64Array(liking.length);
  }

  /** Whoever is next comes, listens and downloads. */
  arrive(turn: number): void {
    const person = this.#order[turn];
    this.#look(person);
    for (let listen = 0; listen < this.#listens; listen++) {
      const song = this.#pick(drawUniform(this.#listening.k0, this.#listening.k1, person, listen));
      this.#weights[song] = 0;
      if (drawUniform(this.#downloading.k0, this.#downloading.k1, person, song) >= this.#liking[song]) continue;
      this.#taken[person].push(song);
      this.downloads[person]++;
      this.sales[song]++;
    }
  }

  /** Weighs every song by the downloads that the person sees. */
  #look(person: number): void {
    const { offsets, targets, strengths } = this.#incoming;
    const weights = this.#weights.fill(1);
    if (this.#exponent === 0) return;
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      for (const song of this.#taken[targets[arc]]) weights[song] += strengths[arc];
    }
    for (let song = 0; song < weights.length; song++) weights[song] = pow(weights[song], this.#exponent);
  }

  /** A song in proportion to its weight. */
  #pick(u: number): number {
    const weights = this.#weights;
    let total = 0;
    for (const weight of weights) total += weight;
    let mark = u * total;
    let last = 0;
    for (let song = 0; song < weights.length; song++) {
      if (weights[song] === 0) continue;
      last = song;
      mark -= weights[song];
      if (mark < 0) break;
    }
    return last;
  }
}
