export { comparisonsTable, mapTable, sensitivityTable } from './analysis-tables.ts';
export { encodeCsv } from './csv.ts';
export { encodeTable, TABLE_FORMATS, type TableFormat } from './format.ts';
export { encodeJson } from './json.ts';
export {
  type Analysis,
  decodeManifest,
  encodeManifest,
  type Manifest,
  type ManifestStart,
  type Session,
  type TableFile,
} from './manifest.ts';
export { encodeParquet } from './parquet.ts';
export {
  errorsTable,
  metricColumn,
  type ParameterColumn,
  type ParameterValue,
  type RunLayout,
  type RunRow,
  type RunRows,
  runsTable,
} from './runs-table.ts';
export { type AskedRuns, type SweepRecord, type SweepRuns, sweepLayout, sweepRows } from './sweep-table.ts';
export { columnsOf, type Table, type TableColumn, type TableParts, table } from './table.ts';
export { type RecordedRun, tribesOf, weeksOf } from './weeks-table.ts';
