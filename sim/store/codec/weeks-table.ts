import { COLUMNS } from '../../market/columns.ts';
import { COMPONENTS, SOURCES } from '../../market/ledger.ts';
import type { Recording } from '../../market/recording.ts';
import { constant, type Table, type TableColumn, table } from './table.ts';

/** A recorded run and the names of what is in it. */
export interface RecordedRun {
  /** Position of the point in its design; null where there is only one scenario. */
  readonly point: number | null;
  readonly strategy: number;
  readonly strategyName: string;
  readonly replicate: number;
  /** One name a brand. */
  readonly brandNames: readonly string[];
  readonly recording: Recording;
}

/** The part of the table `weeks` that one run fills: a row a week (1 is the first) and brand, with every column that the market records. */
export function weeksOf(run: RecordedRun): Table {
  const { weeks, brands, values } = run.recording;
  const rows = weeks * brands;
  if (values.length !== COLUMNS.length * rows) {
    throw new RangeError(`recording holds ${values.length} values, expected ${COLUMNS.length} columns x ${weeks} weeks x ${brands} brands`);
  }
  return table(rows, [
    ...keysOf(run, rows),
    { name: 'week', type: 'int32', values: Int32Array.from({ length: rows }, (_, row) => Math.floor(row / brands) + 1) },
    ...brandColumns(run, rows),
    ...COLUMNS.map(
      ({ name }, position): TableColumn => ({ name, type: 'float64', values: values.subarray(position * rows, (position + 1) * rows) }),
    ),
  ]);
}

/** The part of the table `tribes` that one run fills: a row a week, tribe and brand. Null when tribes were not recorded. */
export function tribesOf(run: RecordedRun): Table | null {
  const { weeks, brands, tribes } = run.recording;
  if (!tribes) return null;
  const rows = weeks * tribes.count * brands;
  const tribeOf = (row: number): number => Math.floor(row / brands) % tribes.count;
  return table(rows, [
    ...keysOf(run, rows),
    { name: 'week', type: 'int32', values: Int32Array.from({ length: rows }, (_, row) => Math.floor(row / brands / tribes.count) + 1) },
    { name: 'tribe', type: 'int32', values: Int32Array.from({ length: rows }, (_, row) => tribeOf(row)) },
    ...brandColumns(run, rows),
    { name: 'size', type: 'int32', values: Int32Array.from({ length: rows }, (_, row) => tribes.sizes[tribeOf(row)]) },
    { name: 'adopters', type: 'float64', values: Float64Array.from(tribes.adopters) },
    { name: 'affect', type: 'float64', values: Float64Array.from(tribes.affect) },
  ]);
}

/**
 * The part of the table `reasons` that one run fills: a row a week and brand, with the sums over purchases of the shares that each source
 * and each component of the choice had. Null when no ledger was kept.
 */
export function reasonsTableOf(run: RecordedRun): Table | null {
  const { weeks, brands, reasons } = run.recording;
  if (!reasons) return null;
  const rows = weeks * brands;
  const parts = [...SOURCES.map((name) => `source ${name}`), ...COMPONENTS.map((name) => `component ${name}`)].map(inOneWord);
  return table(rows, [
    ...keysOf(run, rows),
    { name: 'week', type: 'int32', values: Int32Array.from({ length: rows }, (_, row) => Math.floor(row / brands) + 1) },
    ...brandColumns(run, rows),
    ...parts.map(
      (name, part): TableColumn => ({
        name,
        type: 'float64',
        values: Float64Array.from({ length: rows }, (_, row) => reasons[row * parts.length + part]),
      }),
    ),
  ]);
}

/** "source word of mouth" as other columns are named: sourceWordOfMouth. */
function inOneWord(name: string): string {
  return name.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase());
}

function keysOf({ point, strategy, strategyName, replicate }: RecordedRun, rows: number): TableColumn[] {
  const place = point === null ? [] : [constant('point', point, rows)];
  return [
    ...place,
    constant('strategy', strategy, rows),
    constant('strategyName', strategyName, rows),
    constant('replicate', replicate, rows),
  ];
}

function brandColumns({ brandNames, recording: { brands } }: RecordedRun, rows: number): TableColumn[] {
  return [
    { name: 'brand', type: 'int32', values: Int32Array.from({ length: rows }, (_, row) => row % brands) },
    { name: 'brandName', type: 'string', values: Array.from({ length: rows }, (_, row) => brandNames[row % brands]) },
  ];
}
