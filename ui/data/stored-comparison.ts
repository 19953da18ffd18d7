import { Comparison } from '../../sim/experiment/compare-result.ts';
import { planLooks } from '../../sim/experiment/decide/looks.ts';
import { METRICS } from '../../sim/experiment/metrics.ts';
import { COLUMNS, weeklyInterest } from '../../sim/experiment/recorded.ts';
import type { CompareResult } from '../../sim/experiment/result-schema.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { parseScenario } from '../../sim/scenario/index.ts';
import type { Manifest } from '../../sim/store/codec/index.ts';
import type { StoredTable } from './stored-table.ts';

/** The strategy against which effects are measured. */
const REFERENCE = 'nothing';
/** How many people are in each stage of the journey. */
const STAGE_COLUMNS = COLUMNS.map(({ name }) => name).filter((name) => name.startsWith('stage'));

export interface StoredComparison {
  readonly result: CompareResult;
  /** Figures of the table `runs` that were worked out anew from the weeks and are the same. */
  readonly checked: number;
}

/**
 * The comparison of a results folder, worked out again from its tables `weeks` and `runs`, as it was when it was written.
 *
 * @throws InputError when the tables do not belong together, or their figures are not what the weeks give
 */
export function storedComparison(manifest: Manifest, weeks: StoredTable, runs: StoredTable): StoredComparison {
  const scenario = parseScenario(manifest.scenario, 'manifest.json');
  const { horizon } = scenario;
  const rows = rowsOf(runs);
  const population = populationOf(weeks);
  const setup = { engine: manifest.engine, scenario: manifest.scenario, seed: manifest.seed, strategies: manifest.strategies };
  const { decision } = manifest;
  const margins = decision === null ? {} : { [decision.metric]: decision.margin };
  const comparison = new Comparison({ ...setup, reference: REFERENCE, weeks: horizon, margins });
  const brands = manifest.brands.length;
  const size = horizon * brands;
  if (weeks.rows % size !== 0) throw notTogether(weeks.file, `${weeks.rows} rows`, `a multiple of ${horizon} weeks x ${brands} brands`);
  const places = ['strategy', 'replicate', 'week', 'brand'].map((name) => weeks.numbers(name));
  const columns = COLUMNS.map(({ name }) => weeks.numbers(name));
  const interest = weeklyInterest(scenario.market.interest);
  for (let start = 0; start < weeks.rows; start += size) {
    const [strategy, replicate] = [places[0][start], places[1][start]];
    for (let at = 0; at < size; at++) {
      const found = places.map((column) => column[start + at]);
      const wanted = [strategy, replicate, Math.floor(at / brands) + 1, at % brands];
      if (found.join() !== wanted.join()) throw notTogether(weeks.file, `row ${start + at + 1} out of order`, 'runs one after the other');
    }
    const run = rows.get(`${strategy} ${replicate}`);
    if (run === undefined)
      throw notTogether(runs.file, `no run of strategy ${strategy}, replicate ${replicate}`, `every run of ${weeks.file}`);
    const values = new Float64Array(COLUMNS.length * size);
    columns.forEach((column, position) => {
      values.set(column.subarray(start, start + size), position * size);
    });
    const recording = { weeks: horizon, brands, population, people: scenario.market.people, interest, values };
    comparison.add({ strategy, replicate, runId: run.runId, digest: run.digest, recording });
  }
  const result = decision === null ? comparison.result() : decided(comparison, decision);
  if (result.replicates === 0) throw notTogether(runs.file, `${rows.size} runs`, 'at least one replicate in which every strategy has run');
  return { result, checked: check(comparison, runs, rows, manifest.strategies.length) };
}

/** Who adds replicates until the ranking is settled looks often, and may spend only a part of the error each time: that of its last look counts. */
function decided(comparison: Comparison, { ended, error, margin, metric, week, atMost }: NonNullable<Manifest['decision']>): CompareResult {
  const looks = planLooks(error, atMost);
  const replicates = comparison.completeReplicates().length;
  const due = looks.findIndex((look) => look.replicates >= replicates);
  const at = ended === null ? (due < 0 ? looks.length - 1 : due) : ended.looks - 1;
  const result = comparison.result(looks[at].alpha);
  return ended === null ? result : { ...result, decision: { settled: ended.settled, metric, week, error, margin, looks: ended.looks } };
}

interface StoredRun {
  readonly row: number;
  readonly runId: string;
  readonly digest: string;
}

/** Runs that are done, by strategy and replicate. */
function rowsOf(runs: StoredTable): Map<string, StoredRun> {
  const [strategy, replicate] = [runs.numbers('strategy'), runs.numbers('replicate')];
  const [runId, digest] = [runs.texts('runId'), runs.texts('digest')];
  return new Map(
    Array.from({ length: runs.rows }, (_, row) => ({ row, runId: runId[row] ?? '', digest: digest[row] ?? '' }))
      .filter((run) => run.digest !== '')
      .map((run) => [`${strategy[run.row]} ${replicate[run.row]}`, run]),
  );
}

/** How many people were simulated: everybody is in some stage at the end of a week. */
function populationOf(weeks: StoredTable): number {
  const people = STAGE_COLUMNS.reduce((sum, name) => sum + weeks.numbers(name)[0], 0);
  if (people > 0) return people;
  throw notTogether(weeks.file, 'nobody in the first week', 'people in some stage of the journey');
}

/** Every metric of every run against the table. @returns how many figures are the same */
function check(comparison: Comparison, runs: StoredTable, rows: ReadonlyMap<string, StoredRun>, strategies: number): number {
  const known = new Set(runs.names);
  let checked = 0;
  for (const { name } of METRICS) {
    for (const column of known) {
      const week = new RegExp(`^${name}_(\\d+)$`).exec(column)?.[1];
      if (week === undefined) continue;
      const values = runs.numbers(column);
      for (const replicate of comparison.completeReplicates()) {
        for (let strategy = 0; strategy < strategies; strategy++) {
          const run = rows.get(`${strategy} ${replicate}`) as StoredRun;
          const own = comparison.seriesOf(strategy, name, replicate)[Number(week) - 1];
          if (!Object.is(own, values[run.row]) && own !== values[run.row]) {
            throw notTogether(runs.file, `${column} of ${values[run.row]} in row ${run.row + 1}`, `${own}, as the weeks give it`);
          }
          checked++;
        }
      }
    }
  }
  return checked;
}

function notTogether(file: string, found: string, allowed: string): InputError {
  return new InputError(`${file} is not what belongs to this manifest`, { file, path: 'table', found, allowed });
}
