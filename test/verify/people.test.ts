import { existsSync, readFileSync } from 'node:fs';
import { mean, sampleRankCorrelation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { describeOffer, functionalWorth, newOffer } from '../../sim/consumer/progress.ts';
import { DRIVES, VALUES } from '../../sim/consumer/state.ts';
import { VALUE_COSINES, VALUE_MEANS, VALUE_SINES } from '../../sim/consumer/values.ts';
import { failTogether, forSeeds } from './checks.ts';
import { find, printFindings, SEEDS } from './finding.ts';
import { openLaboratory, scenarioOf } from './market-laboratory.ts';
import { correlation } from './statistics.ts';

printFindings();

const scenario = scenarioOf({});
const worlds = forSeeds(SEEDS, (seed) => openLaboratory({ scenario, replicate: seed }).world.people).map((people) => ({
  values: people.values.slice(),
  drives: people.drives.slice(),
  n: people.n,
}));

const valuesOf = ({ values, n }: { values: Float32Array; n: number }, k: number) =>
  Array.from({ length: n }, (_, i) => values[i * VALUES + k]);

/** Correlations of the ten values over people, all pairs. */
const matrices = worlds.map((world) => {
  const columns = Array.from({ length: VALUES }, (_, k) => valuesOf(world, k));
  return columns.map((a, j) => columns.map((b, k) => (j === k ? 1 : correlation(a, b))));
});

const pairsOf = (keep: (a: number, b: number) => boolean) =>
  Array.from({ length: VALUES * VALUES }, (_, at) => [Math.floor(at / VALUES), at % VALUES]).filter(([a, b]) => a < b && keep(a, b));

const cosine = (a: number, b: number) => VALUE_COSINES[a] * VALUE_COSINES[b] + VALUE_SINES[a] * VALUE_SINES[b];
const meanOver = (matrix: number[][], pairs: number[][]) => mean(pairs.map(([a, b]) => matrix[a][b]));

test('V1: values are ranked as they are across cultures', () => {
  find(
    'V1 order',
    worlds.map((world) =>
      sampleRankCorrelation(
        Array.from({ length: VALUES }, (_, k) => mean(valuesOf(world, k))),
        [...VALUE_MEANS],
      ),
    ),
  );
});

test('V2: values lie on their circle', () => {
  // Neighbouring wedges are 40 degrees apart, opposite ones 160; tradition and conformity share a wedge.
  const adjacent = pairsOf((a, b) => cosine(a, b) > 0.7 && cosine(a, b) < 0.99);
  const opposite = pairsOf((a, b) => cosine(a, b) < -0.9);
  const all = pairsOf(() => true);
  failTogether(
    () =>
      find(
        'V2 adjacent',
        matrices.map((matrix) => meanOver(matrix, adjacent)),
      ),
    () =>
      find(
        'V2 opposite',
        matrices.map((matrix) => meanOver(matrix, opposite)),
      ),
    () =>
      find(
        'V2 circle',
        matrices.map((matrix) =>
          correlation(
            all.map(([a, b]) => cosine(a, b)),
            all.map(([a, b]) => matrix[a][b]),
          ),
        ),
      ),
  );
});

test('V2: the correlations of values agree with those of people', ({ skip }) => {
  const folder = `${process.env.SWAYLAB_DATA ?? '../shared/data'}/schwartz-values`;
  if (!existsSync(folder)) skip('no value surveys: SWAYLAB_DATA');
  for (const survey of ['corr_pvq40_centred.csv', 'corr_svs_britain_centred.csv']) {
    const rows = readFileSync(`${folder}/${survey}`, 'utf8').trim().split('\n').slice(1);
    const observed = rows.map((row) => row.split(',').slice(1).map(Number));
    const all = pairsOf(() => true);
    const agreement = matrices.map((matrix) =>
      correlation(
        all.map(([a, b]) => observed[a][b]),
        all.map(([a, b]) => matrix[a][b]),
      ),
    );
    expect(mean(agreement), survey).toBeGreaterThan(0.7);
  }
});

test('F1: four drives together are worth more than one at a time, and no more at rho 1', () => {
  const ratio = (rho: number, { drives, n }: { drives: Float32Array; n: number }) => {
    const worth = (delivery: readonly number[], person: number) => {
      const offer = newOffer();
      describeOffer(offer, delivery, new Float64Array(VALUES), rho);
      return functionalWorth(drives, person * DRIVES, offer.powers, rho);
    };
    let together = 0;
    let apart = 0;
    for (let i = 0; i < Math.min(n, 200); i++) {
      const base = worth([0.3, 0.3, 0.3, 0.3], i);
      together += worth([0.8, 0.8, 0.8, 0.8], i) - base;
      for (let k = 0; k < DRIVES; k++)
        apart +=
          worth(
            [0, 1, 2, 3].map((drive) => (drive === k ? 0.8 : 0.3)),
            i,
          ) - base;
    }
    return together / apart;
  };
  const { rho } = scenario.consumers.synergy;
  failTogether(
    () =>
      find(
        'F1 synergy',
        worlds.map((world) => ratio(rho, world)),
      ),
    () => find('F1 null', [Math.max(...worlds.map((world) => Math.abs(ratio(1, world) - 1)))]),
  );
});
