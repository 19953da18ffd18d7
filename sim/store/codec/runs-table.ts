import { type Table, type TableColumn, table } from './table.ts';

/** One run, as its row in the table `runs`. */
export interface RunRow {
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
  /** What varies between runs besides strategy and replicate, by the path in the scenario. */
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
  /** Summary metrics by the name of their column; NaN or absent where undefined. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** Column of a metric at the end of a week (1 is the first): `adoption_13`. */
export function metricColumn(metric: string, week: number): string {
  return `${metric}_${week}`;
}

/** Runs in design order: by strategy position, then by replicate. */
export function inDesignOrder<R extends { readonly strategy: number; readonly replicate: number }>(runs: Iterable<R>): R[] {
  return [...runs].sort((a, b) => a.strategy - b.strategy || a.replicate - b.replicate);
}

/**
 * The table `runs`, a row a run in design order.
 *
 * @param metrics columns of summary metrics, in order
 * @throws RangeError when the runs do not vary the same parameters
 */
export function runsTable(runs: Iterable<RunRow>, metrics: readonly string[]): Table {
  const rows = inDesignOrder(runs);
  const text = (name: string, of: (row: RunRow) => string | null): TableColumn => ({ name, type: 'string', values: rows.map(of) });
  const whole = (name: string, of: (row: RunRow) => number): TableColumn => ({ name, type: 'int32', values: Int32Array.from(rows, of) });
  return table(rows.length, [
    whole('strategy', (row) => row.strategy),
    text('strategyName', (row) => row.strategyName),
    whole('replicate', (row) => row.replicate),
    text('runId', (row) => row.runId),
    text('seed', (row) => row.seed),
    text('status', (row) => row.status),
    text('digest', (row) => row.digest),
    text('error', (row) => row.error),
    ...Object.keys(rows[0]?.parameters ?? {}).map((name) => parameterColumn(name, rows)),
    ...metrics.map(
      (name): TableColumn => ({ name, type: 'float64', values: Float64Array.from(rows, (row) => row.metrics[name] ?? Number.NaN) }),
    ),
  ]);
}

function parameterColumn(name: string, rows: readonly RunRow[]): TableColumn {
  const values = rows.map(({ parameters }) => {
    if (!Object.hasOwn(parameters, name)) throw new RangeError(`a run lacks the parameter ${name}`);
    return parameters[name];
  });
  if (values.every((value) => typeof value === 'number')) return { name, type: 'float64', values: Float64Array.from(values) };
  if (values.every((value) => typeof value === 'boolean')) return { name, type: 'boolean', values };
  return { name, type: 'string', values: values.map(String) };
}
