import { dirname, join } from 'node:path';
import { baseScenario, type Design, expandDesign } from '../experiment/design/design.ts';
import { type Experiment, parseExperiment } from '../experiment/design/experiment-file.ts';
import type { JsonValue } from '../experiment/design/factor.ts';
import { DelimitedReader } from '../network/io/delimited.ts';
import { InputError } from '../parameter/index.ts';
import { parseJson, type Scenario } from '../scenario/index.ts';
import { readText } from './input-file.ts';
import { readScenario, shippedNames } from './shipped-scenarios.ts';

/** An experiment with everything it names read in. */
export interface OpenedExperiment {
  readonly experiment: Experiment;
  /** The scenario that every point starts from. */
  readonly base: Scenario;
  readonly design: Design;
}

/** What the command line changes in an experiment. */
export interface ExperimentChoice {
  readonly seed?: string;
  readonly replicates?: number;
}

const LIMIT = 256 * 1024 * 1024;

/** Reads an experiment file, its scenario and its table of points. @throws InputError for what cannot be read or run */
export async function openExperiment(file: string, { seed, replicates }: ExperimentChoice = {}): Promise<OpenedExperiment> {
  const parsed = parseExperiment(parseJson(await readText(file, 'an experiment', LIMIT), file), file);
  const experiment = await withPoints(
    { ...parsed, ...(seed !== undefined && { seed }), ...(replicates !== undefined && { replicates }) },
    file,
  );
  const { given, file: place } = await scenarioOf(experiment, file);
  const base = baseScenario(experiment, given, place);
  return { experiment, base, design: expandDesign(experiment, base, file) };
}

async function scenarioOf({ scenario }: Experiment, file: string): Promise<{ given: unknown; file: string }> {
  if (typeof scenario !== 'string') return { given: scenario, file };
  const shipped = (await shippedNames()).includes(scenario);
  return readScenario(shipped ? scenario : join(dirname(file), scenario));
}

/** A table of points is read into the experiment, which then stands for itself. */
async function withPoints(experiment: Experiment, file: string): Promise<Experiment> {
  const { design } = experiment;
  if (design.kind !== 'explicit' || design.file === undefined) return experiment;
  const table = join(dirname(file), design.file);
  return { ...experiment, design: { kind: 'explicit', points: pointsIn(await readText(table, 'a table of points', LIMIT), table) } };
}

/** Rows of a CSV as points: the header holds paths; a cell is read as JSON, else taken as text. */
function pointsIn(text: string, file: string): Record<string, JsonValue>[] {
  let header: string[] | null = null;
  const points: Record<string, JsonValue>[] = [];
  const reader = new DelimitedReader(file, {}, (fields, line) => {
    if (header === null) {
      header = fields;
      return;
    }
    if (fields.length !== header.length) {
      const found = `${fields.length} cells`;
      throw new InputError(`line ${line} has ${found}, the header ${header.length}`, {
        file,
        path: `line ${line}`,
        found,
        allowed: `${header.length} cells`,
      });
    }
    points.push(Object.fromEntries(header.map((path, column) => [path, cellValue(fields[column])])));
  });
  reader.push(text.startsWith('\uFEFF') ? text.slice(1) : text);
  reader.end();
  if (points.length > 0) return points;
  throw new InputError('the table holds no points', { file, found: 'no rows', allowed: 'a header of paths and at least one row' });
}

function cellValue(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
