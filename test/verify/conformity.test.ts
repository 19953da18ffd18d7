import { existsSync, readFileSync } from 'node:fs';
import { sampleStandardDeviation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { lineExperiment } from '../../sim/experiment/laboratory/line-experiment.ts';
import {
  FACE_RATINGS,
  type RatingParticipants,
  type RatingTrials,
  ratingExperiment,
} from '../../sim/experiment/laboratory/rating-experiment.ts';
import { regardOf } from '../../sim/market/talk.ts';
import { deriveKeys, keysFromSeed } from '../../sim/random/index.ts';
import { failTogether, forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { type Laboratory, openLaboratory, scenarioOf } from './market-laboratory.ts';
import { correlation, slopes } from './statistics.ts';

printFindings();

const scenario = scenarioOf({});
const { confidence } = scenario.consumers.conformity;
const luck = (seed: number) => deriveKeys(keysFromSeed('rating laboratory'), seed);
const seeds = forSeeds(SEEDS, (seed) => seed);
const faces = 150;

const uniform = (n: number, weight: number): RatingParticipants => ({
  weight: new Float64Array(n).fill(weight),
  stubbornness: new Float64Array(n),
  regard: new Float64Array(n).fill(1),
});

const change = ({ first, second }: RatingTrials) => second.map((rating, at) => rating - first[at]);
const naive = (trials: RatingTrials) => slopes(change(trials), trials.feedback)[0];
const controlled = (trials: RatingTrials) => slopes(trials.second, trials.feedback, trials.first)[0];

const worlds = new Map<number, Laboratory>();

function worldOf(replicate: number): Laboratory {
  const known = worlds.get(replicate) ?? openLaboratory({ scenario, replicate });
  worlds.set(replicate, known);
  return known;
}

/** People as they ship, each shown the ratings of a group of this kind, with the regard they have for it. */
function shippedPeople(replicate: number, kind: 'own' | 'neutral' | 'disliked', most: number): RatingParticipants {
  const { world } = worldOf(replicate);
  const { people } = world;
  const wanted = scenario.consumers.regard[kind === 'disliked' ? 'disliked' : 'neutral'];
  const weight: number[] = [];
  const stubbornness: number[] = [];
  const regard: number[] = [];
  for (let i = 0; i < people.n && weight.length < most; i++) {
    for (let k = 1; k <= 400; k++) {
      const other = (i + k * 7) % people.n;
      const own = people.tribe[other] === people.tribe[i];
      const felt = regardOf(world, i, other);
      if (other === i || own !== (kind === 'own') || (!own && felt !== wanted)) continue;
      weight.push(people.conformity[i]);
      stubbornness.push(people.stubbornness[i]);
      regard.push(felt);
      break;
    }
  }
  return { weight, stubbornness, regard };
}

test('C1: without influence nothing is left of the slope once the first rating is held fixed', () => {
  const runs = seeds.map((seed) => ratingExperiment(uniform(100, 0), { faces, confidence, ...FACE_RATINGS }, luck(seed)));
  find('C1 null', runs.map(controlled));
  const neutral = ({ feedback }: RatingTrials) => Array.from(feedback.keys());
  find(
    'C1 retest',
    runs.map((run) => {
      const at = neutral(run);
      return correlation(
        at.map((t) => run.first[t]),
        at.map((t) => run.second[t]),
      );
    }),
  );
  const spread = runs.map((run) => sampleStandardDeviation(Array.from(change(run))));
  expect(Math.min(...spread)).toBeGreaterThan(1.35);
  expect(Math.max(...spread)).toBeLessThan(1.65);
});

test.each([0.1, 0.2] as const)('C1: a weight of %f is recovered where nothing else holds views back', (weight) => {
  const runs = seeds.map((seed) => ratingExperiment(uniform(100, weight), { faces, confidence: 2, ...FACE_RATINGS }, luck(seed)));
  find(
    weight === 0.1 ? 'C1 recovery .1' : 'C1 recovery .2',
    runs.map((run) => controlled(run) - weight),
  );
});

test('C1: people as they ship show the naive and the controlled slope of the rating experiments', () => {
  const runs = seeds.map((seed) => ratingExperiment(shippedPeople(seed, 'own', 300), { faces, confidence, ...FACE_RATINGS }, luck(seed)));
  find(
    'C1 excess',
    runs.map((run) => naive(run) - controlled(run)),
  );
  failTogether(
    () => find('C1 naive', runs.map(naive)),
    () => find('C1 controlled', runs.map(controlled)),
  );
});

test('C1: the size of the naive slope agrees with the trials of the experiments', ({ skip }) => {
  const file = `${process.env.SWAYLAB_DATA ?? '../shared/data'}/conformity-face-ratings/aggregate_change_by_feedback.csv`;
  if (!existsSync(file)) skip('no rating experiments: SWAYLAB_DATA');
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const cells = lines.map((line) => line.split(',')).filter(([, feedback]) => feedback !== 'none');
  const runs = seeds.map((seed) => ratingExperiment(shippedPeople(seed, 'own', 100), { faces, confidence, ...FACE_RATINGS }, luck(seed)));
  for (const gap of [-3, -2, 0, 2, 3]) {
    const observed = cells
      .filter(([, feedback]) => Number(feedback) === gap)
      .map((cell) => ({ change: Number(cell[3]), first: Number(cell[5]) }));
    const first = runs.map((run) => meanAt(run.first, run.feedback, gap));
    const moved = runs.map((run) => meanAt(change(run), run.feedback, gap));
    // Within the spread of the three samples, widened by a quarter of a point.
    expect(mean(first), `first rating at feedback ${gap}`).toBeGreaterThan(Math.min(...observed.map((cell) => cell.first)) - 0.5);
    expect(mean(first), `first rating at feedback ${gap}`).toBeLessThan(Math.max(...observed.map((cell) => cell.first)) + 0.5);
    expect(mean(moved), `change at feedback ${gap}`).toBeGreaterThan(Math.min(...observed.map((cell) => cell.change)) - 0.25);
    expect(mean(moved), `change at feedback ${gap}`).toBeLessThan(Math.max(...observed.map((cell) => cell.change)) + 0.25);
  }
});

test('C2: a unanimous group moves what people say, and one dissenter frees some of them', () => {
  const { compliance } = scenario.consumers.expression;
  const asked = { participants: 50, trials: 12, group: 7, compliance };
  const alone = seeds.map((seed) => lineExperiment({ ...asked, group: 0, dissenters: 0 }, luck(seed)));
  const unanimous = seeds.map((seed) => lineExperiment({ ...asked, dissenters: 0 }, luck(seed)));
  const dissent = seeds.map((seed) => lineExperiment({ ...asked, dissenters: 1 }, luck(seed + SEEDS)));
  expect(mean(alone)).toBe(0);
  failTogether(
    () => find('C2 errors', unanimous),
    () =>
      find(
        'C2 dissenter',
        unanimous.map((errors, at) => 1 - dissent[at] / errors),
      ),
  );
});

test('C3: own tribe before neutral before nothing before a disliked one', () => {
  const slope = (kind: 'own' | 'neutral' | 'disliked') =>
    seeds.map((seed) => controlled(ratingExperiment(shippedPeople(seed, kind, 300), { faces, confidence, ...FACE_RATINGS }, luck(seed))));
  const own = slope('own');
  const neutral = slope('neutral');
  const disliked = slope('disliked');
  failTogether(
    () => find('C3 ratio', [mean(own) / mean(neutral)]),
    () => find('C3 neutral', neutral),
    () => find('C3 disliked', disliked),
    () => expect(mean(own)).toBeGreaterThan(mean(neutral)),
  );
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanAt(values: Float64Array, feedback: Float64Array, gap: number): number {
  return mean(Array.from(values).filter((_, at) => feedback[at] === gap));
}
