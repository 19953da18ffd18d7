import { columnsOf, type Table, type TableColumn, table } from './table.ts';

/** One run, as its row in the table `runs`. */
export interface RunRow {
  /** Position of the point in its design, from 0; null where there is only one scenario. */
  readonly point: number | null;
  /** Position of the strategy, from 0. */
  readonly strategy: number;
  readonly strategyName: string;
  /** From 0. */
  readonly replicate: number;
  readonly runId: string;
  readonly seed: string;
  readonly status: 'done' | 'failed';
  /** Null for a failed run. */
  readonly digest: string | null;
  readonly error: string | null;
  /** What varies between runs besides strategy and replicate, in the order of the layout's parameters. */
  readonly parameters: readonly ParameterValue[];
  /** Summary metrics in the order of the layout's, NaN where undefined; null for a failed run. */
  readonly measures: ArrayLike<number> | null;
}

export type ParameterValue = number | string | boolean;

/** A parameter that varies between runs: its path in the scenario, and what its column holds. */
export interface ParameterColumn {
  readonly name: string;
  readonly type: 'float64' | 'string' | 'boolean';
}

/** The columns of the table `runs` that are not the same in every experiment. */
export interface RunLayout {
  /** Whether runs belong to points of a design. */
  readonly points: boolean;
  readonly parameters: readonly ParameterColumn[];
  /** Columns of summary metrics; see `metricColumn`. */
  readonly metrics: readonly string[];
}

/** Runs in their order in the tables, iterated once for each table: an array, or what reads them from the disk each time. */
export type RunRows = Iterable<RunRow> | AsyncIterable<RunRow>;

/** Rows of a part of the table. */
const PART_ROWS = 2000;

/** Column of a metric at the end of a week (1 is the first): `adoption_13`. */
export function metricColumn(metric: string, week: number): string {
  return `${metric}_${week}`;
}

/** The table `runs`, a row a run, part by part. There is always one part, so that a table without runs has its columns. */
export async function* runsTable(runs: RunRows, layout: RunLayout): AsyncGenerator<Table> {
  let rows: RunRow[] = [];
  let parts = 0;
  for await (const row of runs) {
    rows.push(row);
    if (rows.length < PART_ROWS) continue;
    yield partOf(rows, layout);
    parts++;
    rows = [];
  }
  if (rows.length > 0 || parts === 0) yield partOf(rows, layout);
}

/** The table `errors`: a row for each run that failed, with what it takes to see the failure again. */
export async function* errorsTable(runs: RunRows, { points }: RunLayout): AsyncGenerator<Table> {
  for await (const row of runs) {
    if (row.status !== 'failed') continue;
    const { texts } = columnsOf([row]);
    yield table(1, [
      ...keysOf([row], points),
      texts('error', ({ error }) => error),
      texts('repeat', ({ runId }) => `swaylab verify . --run ${runId}`),
    ]);
  }
}

function partOf(rows: readonly RunRow[], { points, parameters, metrics }: RunLayout): Table {
  const { texts, numbers } = columnsOf(rows);
  return table(rows.length, [
    ...keysOf(rows, points),
    texts('status', ({ status }) => status),
    texts('digest', ({ digest }) => digest),
    texts('error', ({ error }) => error),
    ...parameters.map((parameter, position) => parameterColumn(parameter, position, rows)),
    ...metrics.map((name, position) => numbers(name, ({ measures }) => measures?.[position])),
  ]);
}

function keysOf(rows: readonly RunRow[], points: boolean): TableColumn[] {
  const { texts, whole } = columnsOf(rows);
  return [
    ...(points ? [whole('point', ({ point }) => point ?? 0)] : []),
    whole('strategy', ({ strategy }) => strategy),
    texts('strategyName', ({ strategyName }) => strategyName),
    whole('replicate', ({ replicate }) => replicate),
    texts('runId', ({ runId }) => runId),
    texts('seed', ({ seed }) => seed),
  ];
}

function parameterColumn({ name, type }: ParameterColumn, position: number, rows: readonly RunRow[]): TableColumn {
  const values = rows.map(({ parameters }) => parameters[position]);
  if (type === 'float64') return { name, type, values: Float64Array.from(values, Number) };
  return type === 'boolean' ? { name, type, values: values.map(Boolean) } : { name, type, values: values.map(String) };
}
