import { describe, expect, it } from 'vitest';
import { comparisonOf, planComparison, runIdOf } from '../../sim/compute/comparison-plan.ts';
import { comparedWeeks } from '../../sim/experiment/compare-result.ts';
import { METRICS } from '../../sim/experiment/metrics.ts';
import { prepareExperiment } from '../../sim/experiment/replicate.ts';
import { parseScenario } from '../../sim/scenario/index.ts';
import {
  encodeTable,
  type Manifest,
  metricColumn,
  type RunRow,
  runsTable,
  TABLE_FORMATS,
  type TableFormat,
  type TableParts,
  weeksOf,
} from '../../sim/store/codec/index.ts';
import { ofResults } from '../../ui/data/dropped-files.ts';
import { storedComparison } from '../../ui/data/stored-comparison.ts';
import { readStoredTable, type StoredTable } from '../../ui/data/stored-table.ts';

const REPLICATES = 3;
const scenario = parseScenario({
  name: '\'quoted, and "so on"',
  seed: 'stored',
  horizon: 20,
  network: { kind: 'tribal', people: 120 },
  market: { need: 0.2 },
  brands: [{ name: '=ours' }, { name: 'theirs' }],
  strategies: ['push', 'hybrid'],
  replicates: REPLICATES,
});
const plan = planComparison({ scenario });
const comparison = comparisonOf(plan);
const experiment = prepareExperiment({ scenario: { ...scenario, strategies: [...plan.arms] }, network: null });
const brandNames = scenario.brands.map(({ name }) => name);
const recorded = plan.arms.flatMap((_, strategy) =>
  Array.from({ length: REPLICATES }, (_unused, replicate) => {
    const run = { ...experiment.run(strategy, replicate), runId: runIdOf(plan, strategy, replicate) };
    comparison.add(run);
    return { ...run, point: null, strategyName: plan.names[strategy], brandNames };
  }),
);
const weeks = comparedWeeks(scenario.horizon);
const layout = {
  points: false,
  parameters: [],
  metrics: METRICS.flatMap(({ name }) => weeks.map((week) => metricColumn(name, week))),
};
const rows = recorded.map(
  ({ strategy, replicate, strategyName, runId, digest }): RunRow => ({
    ...{ point: null, strategy, replicate, strategyName, runId, digest, seed: scenario.seed, status: 'done', error: null, parameters: [] },
    measures: METRICS.flatMap(({ name }) => weeks.map((week) => comparison.seriesOf(strategy, name, replicate)[week - 1])),
  }),
);
const manifest = {
  engine: comparison.result().engine,
  scenario: JSON.parse(JSON.stringify(scenario)),
  seed: scenario.seed,
  strategies: plan.names,
  brands: brandNames,
  decision: null,
} as unknown as Manifest;

async function stored(name: string, parts: TableParts, format: TableFormat): Promise<StoredTable> {
  const bytes: (string | Uint8Array)[] = [];
  for await (const part of encodeTable(parts, format)) bytes.push(part);
  return readStoredTable(new File(bytes as BlobPart[], `${name}.${format}`));
}

const readWeeks = (format: TableFormat) => stored('weeks', recorded.map(weeksOf), format);
const readRuns = (format: TableFormat, of: readonly RunRow[] = rows) => stored('runs', runsTable(of, layout), format);

describe('the tables of a results folder', () => {
  it.each(TABLE_FORMATS)('give the comparison again, bit by bit, from %s', async (format) => {
    const { result, checked } = storedComparison(manifest, await readWeeks(format), await readRuns(format));
    const { scenario: _, ...wanted } = comparison.result();
    const { scenario: settings, ...found } = result;
    expect(found).toEqual(wanted);
    expect(settings).toBe(manifest.scenario);
    expect(checked).toBe(METRICS.length * weeks.length * plan.names.length * REPLICATES);
  });

  it('are refused when a figure is not what the weeks give', async () => {
    const changed = rows.map((row, at) => (at === 1 ? { ...row, measures: [...(row.measures as number[])].with(0, 0.123) } : row));
    const table = await readRuns('csv', changed);
    const read = await readWeeks('csv');
    expect(() => storedComparison(manifest, read, table)).toThrow(/not what belongs/);
  });

  it('are refused when a run is missing, a column, or part of the weeks', async () => {
    const read = await readWeeks('json');
    const all = await readRuns('json');
    const fewer = await readRuns('json', rows.slice(1));
    expect(() => storedComparison(manifest, read, fewer)).toThrow(/runs\.json is not what belongs/);
    expect(() => storedComparison(manifest, all, all)).toThrow(/runs\.json is not a table/);
    const cut = await stored('weeks', [weeksOf(recorded[0])], 'json');
    expect(() => storedComparison(manifest, cut, all)).toThrow(/not what belongs/);
  });

  it.each([
    ['runs.parquet', 'PAR1 and no more'],
    ['runs.json', '{"a":1}'],
    ['runs.csv', 'a,b\r\n1\r\n'],
  ])('are refused when %s is damaged', async (name, content) => {
    await expect(readStoredTable(new File([content], name))).rejects.toMatchObject({ name: 'InputError', file: name });
  });
});

it('only what belongs to results is looked at where there is a manifest', () => {
  const files = ['manifest.json', 'journal.bin', 'runs.csv', 'weeks.csv', 'errors.csv', 'notes.txt'].map((name) => new File([], name));
  expect(ofResults(files).map(({ name }) => name)).toEqual(['manifest.json', 'runs.csv', 'weeks.csv']);
  expect(ofResults(files.slice(1))).toHaveLength(5);
});
