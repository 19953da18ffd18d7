import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { encodeTable, type RunLayout, type RunRow, runsTable, TABLE_FORMATS } from '../../sim/store/codec/index.ts';
import { rowOf } from './fixture/recordings.ts';
import { newFolder } from './fixture/small-disk.ts';
import { gathered } from './fixture/text.ts';

/** Tables as other people read them: pandas with pyarrow, and DuckDB, by the Python that SWAYLAB_READERS names. */
const PYTHON = process.env.SWAYLAB_READERS ?? 'python3';

const LAYOUT: RunLayout = {
  points: true,
  parameters: [
    { name: 'market.need', type: 'float64' },
    { name: 'network', type: 'string' },
  ],
  metrics: ['adoption_4', 'romi_4'],
};
const NAMES = ['push', 'learn, and "relate"', '=1+1', 'Zoë'];
const ROWS: RunRow[] = NAMES.map((strategyName, strategy) => ({
  ...rowOf(strategy === 0 ? 0 : 1, 2),
  point: strategy,
  strategy,
  strategyName,
  parameters: [1 / 3 + strategy, '[0.25,0.75]'],
  ...(strategy === 2 && { status: 'failed' as const, digest: null, error: 'two\nlines', measures: null }),
}));

const SCRIPT = `
import json, sys, duckdb, pandas
folder = sys.argv[1]
def plain(frame):
    return json.loads(frame.to_json(orient='records', double_precision=15))
sql = "select * from read_parquet('%s/runs.parquet') order by point" % folder
print(json.dumps({
    'parquet': plain(pandas.read_parquet(folder + '/runs.parquet', engine='pyarrow')),
    'csv': plain(pandas.read_csv(folder + '/runs.csv')),
    'json': plain(pandas.read_json(folder + '/runs.json')),
    'duckdb': plain(duckdb.sql(sql).df()),
    'types': {name: str(kind) for name, kind in zip(duckdb.sql(sql).columns, duckdb.sql(sql).types)},
    'mean': duckdb.sql("select avg(romi_4) from read_parquet('%s/runs.parquet')" % folder).fetchall()[0][0],
}))
`;

let missing: string | null = null;
beforeAll(() => {
  const { status, error, stderr } = spawnSync(PYTHON, ['-c', 'import pandas, pyarrow, duckdb'], { encoding: 'utf8' });
  if (status !== 0) missing = error?.message ?? stderr.trim().split('\n').at(-1) ?? 'no Python';
});

function needsReaders(context: TestContext): void {
  if (missing === null) return;
  if (process.env.CI === 'true') throw new Error(`with CI=true pandas, pyarrow and duckdb must be there: ${missing}`);
  context.skip(`no Python with pandas, pyarrow and duckdb, which SWAYLAB_READERS may name: ${missing}`);
}

describe('tables in the hands of others', () => {
  it('pandas and DuckDB read the same rows, types and gaps from every format', async (context) => {
    needsReaders(context);
    const folder = newFolder();
    for (const format of TABLE_FORMATS)
      writeFileSync(join(folder, `runs.${format}`), await gathered(encodeTable(runsTable(ROWS, LAYOUT), format)));
    const read = JSON.parse(execFileSync(PYTHON, ['-c', SCRIPT, folder], { encoding: 'utf8' })) as Record<
      string,
      Record<string, unknown>[]
    >;
    const expected = ROWS.map(({ point, strategy, strategyName, replicate, runId, seed, status, digest, error, parameters, measures }) => ({
      ...{ point, strategy, strategyName, replicate, runId, seed, status, digest, error },
      'market.need': expect.closeTo(parameters[0] as number, 14) as number,
      network: parameters[1],
      adoption_4: measures?.[0] ?? null,
      romi_4: measures === null || Number.isNaN(measures[1]) ? null : measures[1],
    }));
    expect(read.parquet).toEqual(expected);
    expect(read.duckdb).toEqual(expected);
    expect(read.json.map(({ digest, ...row }) => row)).toEqual(expected.map(({ digest, ...row }) => row));
    const escaped = (name: string): string => (name.startsWith('=') ? `'${name}` : name);
    expect(read.csv.map(({ strategyName }) => strategyName)).toEqual(NAMES.map(escaped));
    expect(read.csv.map((row) => row.romi_4)).toEqual(expected.map((row) => row.romi_4));
    expect(read.types).toMatchObject({ point: 'INTEGER', strategyName: 'VARCHAR', 'market.need': 'DOUBLE', romi_4: 'DOUBLE' });
    expect(read.mean).toBe(1.5);
  });
});
