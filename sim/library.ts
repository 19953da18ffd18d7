/** What the library offers wherever it runs. */
export {
  type Decision,
  type FirmView,
  type Policy,
  type PolicyFactory,
  PRESETS,
  type Shares,
  type Strategy,
  TACTICS,
  type Tactic,
} from './brand/index.ts';
export { fitReport } from './chart/fit-report.ts';
export { comparisonTable, reportHtml } from './chart/index.ts';
export { type CompareOptions, type ReplicateOptions, runReplicate } from './compute/compare.ts';
export type { Progress } from './compute/index.ts';
export { comparedWeeks } from './experiment/compare-result.ts';
export { baseScenario, type Design, expandDesign, scenarioAtPoint } from './experiment/design/design.ts';
export { type Experiment, experimentJsonSchema, parseExperiment } from './experiment/design/experiment-file.ts';
export { ENGINE_ID } from './experiment/engine.ts';
export { type AdoptionRecord, recordOfCounts } from './experiment/fit/adoption-record.ts';
export { type FitResult, type FitSettings, fitAdoption } from './experiment/fit/fit-adoption.ts';
export { METRICS, type MetricName } from './experiment/metrics.ts';
export { type PairedStatistics, pairedStatistics } from './experiment/paired-statistics.ts';
export type { ReplicateResult } from './experiment/replicate.ts';
export { type CompareResult, compareResultJsonSchema } from './experiment/result-schema.ts';
export { type Lesson, lessonJsonSchema, parseLesson } from './lesson/lesson.ts';
export { COLUMNS, type ColumnName } from './market/columns.ts';
export { type Recording, series, valueAt } from './market/recording.ts';
export {
  assignTribes,
  fromGraphology,
  fromNetwork,
  generateNetwork,
  type ImportedNetwork,
  measureNetwork,
  NETWORK_GENERATORS,
  type Network,
  type NetworkFile,
  type NetworkKind,
  type NetworkMeasures,
  type NetworkSpec,
  type ReadOptions,
  readNetwork,
  toGraphology,
  writeNetwork,
} from './network/index.ts';
export { InputError } from './parameter/index.ts';
export { keysFromSeed } from './random/index.ts';
export { override, parseJson, parseScenario, type Scenario, scenarioJsonSchema } from './scenario/index.ts';
