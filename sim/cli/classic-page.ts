import { decimalsFor, decimalsForError, displayOf, fixed } from '../chart/format.ts';
import { type TimeChart, terminalPlot } from '../chart/index.ts';
import { padLeft } from '../chart/terminal-text.ts';
import type { ClassicColumn, ClassicModel, ClassicRecording } from '../classic/index.ts';
import type { ClassicCourse, ClassicExperimentInput } from '../experiment/classic-experiment.ts';
import { comparisonDigest, valuesDigest } from '../experiment/digest.ts';
import { ENGINE_ID } from '../experiment/engine.ts';
import { type ImportedNetwork, tieCount } from '../network/index.ts';
import type { Table, TableColumn } from '../store/codec/index.ts';
import { wrapped } from './parameter-catalogue.ts';
import type { Terminal } from './terminal.ts';

/** What a run of a textbook model on the command line came to. */
export interface ClassicResult {
  readonly model: ClassicModel;
  readonly input: ClassicExperimentInput;
  readonly recordings: readonly ClassicRecording[];
  readonly courses: readonly ClassicCourse[];
  readonly imported: ImportedNetwork | null;
  /** The file of the network; null for a generated one. */
  readonly file: string | null;
  /** The command that gives the same result again. */
  readonly line: string;
}

const ROWS = 16;
const PLOT = { width: 110, height: 11 };

/** Digest over what all replicates recorded: equal digests, equal bits. */
function digestOf({ recordings }: ClassicResult): string {
  return comparisonDigest(recordings.map(({ values }) => valuesDigest(values)));
}

/** The result as one JSON document. */
export function classicDocument(result: ClassicResult): object {
  const { model, input, recordings, courses, imported, file, line } = result;
  const network =
    imported === null ? input.network : { file, hash: imported.hash, people: imported.network.n, ties: tieCount(imported.network) };
  return {
    engine: ENGINE_ID,
    command: line,
    model: model.name,
    source: model.source,
    updating: model.updating,
    seed: input.seed,
    replicates: recordings.length,
    steps: recordings[0].steps,
    values: input.values,
    network,
    digest: digestOf(result),
    settled: recordings.map(({ settled }) => settled),
    columns: model.columns,
    courses: Object.fromEntries(courses.map(({ column, steps }) => [column.name, steps.map((summary, step) => ({ step, ...summary }))])),
  };
}

/** A row for each replicate and step. */
export function classicTable({ model, recordings }: ClassicResult): Table {
  const rows = recordings.reduce((sum, { steps }) => sum + steps + 1, 0);
  const count = model.columns.length;
  const replicate = new Int32Array(rows);
  const step = new Int32Array(rows);
  const columns = model.columns.map(({ name }) => ({ name, type: 'float64' as const, values: new Float64Array(rows) }));
  let row = 0;
  recordings.forEach(({ steps, values }, run) => {
    for (let at = 0; at <= steps; at++, row++) {
      replicate[row] = run;
      step[row] = at;
      for (let column = 0; column < count; column++) columns[column].values[row] = values[at * count + column];
    }
  });
  const keys: TableColumn[] = [
    { name: 'replicate', type: 'int32', values: replicate },
    { name: 'step', type: 'int32', values: step },
  ];
  return { rows, columns: [...keys, ...columns] };
}

/** The result as people read it in a terminal. */
export function classicPage(result: ClassicResult, terminal: Terminal): string {
  const { model, recordings, line } = result;
  const { width } = terminal;
  const settled = recordings.filter((recording) => recording.settled !== null).length;
  const facts = [
    model.meaning,
    `${model.source}.`,
    `${networkSentence(result)} ${model.time}`,
    `${count(recordings.length, 'replicate')}${settled === 0 ? '' : `, of which ${settled} came to rest`}.`,
  ];
  const identity = `engine ${ENGINE_ID}, seed ${JSON.stringify(result.input.seed)}, digest ${digestOf(result)}`;
  const blocks = [
    [model.title, ...facts.flatMap((fact) => wrapped(fact, width))].join('\n'),
    stepTable(result, terminal),
    ...plots(result, terminal),
    [line, ...wrapped(identity, width)].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function networkSentence({ input, imported, file }: ClassicResult): string {
  if (imported !== null) {
    return `Network: ${file}, ${count(imported.network.n, 'person', 'people')}, ${count(tieCount(imported.network), 'tie')}, the same in every replicate.`;
  }
  const { kind, ...values } = input.network as { readonly kind: string };
  const settings = Object.entries(values).map(([name, value]) => `${name} ${String(value)}`);
  return `Network: ${kind}${settings.length === 0 ? '' : ` (${settings.join(', ')})`}, drawn anew in every replicate.`;
}

function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}

/** Means of all columns at regular steps, and the half-width of their 95 % intervals at the last. */
function stepTable({ courses, recordings }: ClassicResult, { width, ascii }: Terminal): string {
  const { steps } = recordings[0];
  const every = roundStep(steps);
  const shown = [...Array(Math.floor(steps / every) + 1).keys()].map((at) => at * every);
  if (shown.at(-1) !== steps) shown.push(steps);
  const columns = courses.map(({ column, steps: summaries }) => {
    const { factor } = displayOf(column.unit);
    const last = summaries[steps];
    const half = last.mean === null || last.high === null ? 0 : (last.high - last.mean) * factor;
    const greatest = Math.max(...summaries.map(({ mean }) => Math.abs(mean ?? 0))) * factor;
    const decimals = Math.min(4, Math.max(decimalsFor(greatest, 3), half > 0 ? decimalsForError(half) : 0));
    const cells = shown.map((step) => {
      const { mean } = summaries[step];
      return mean === null ? '-' : fixed(mean * factor, decimals);
    });
    return { head: headOf(column), cells: [...cells, half > 0 ? fixed(half, decimals) : '-'] };
  });
  let room = width - 7;
  const fitting = columns.filter(({ head, cells }) => {
    room -= Math.max(head.length, ...cells.map((cell) => cell.length)) + 2;
    return room >= 0;
  });
  const row = (first: string, at: number | null): string =>
    padLeft(first, 7) +
    fitting
      .map(({ head, cells }) => padLeft(at === null ? head : cells[at], Math.max(head.length, ...cells.map((cell) => cell.length)) + 2))
      .join('');
  const means = shown.map((step, at) => row(String(step), at));
  return [`Means over replicates`, row('step', null), ...means, row(ascii ? '+- 95%' : '± 95 %', shown.length)].join('\n');
}

/** The smallest of 1, 2, 5, 10, 20, … that leaves few enough rows. */
function roundStep(steps: number): number {
  for (let unit = 1; ; unit *= 10) {
    const fitting = [unit, 2 * unit, 5 * unit].find((each) => steps / each <= ROWS);
    if (fitting !== undefined) return fitting;
  }
}

function headOf({ name, unit }: ClassicColumn): string {
  return unit === 'share' ? `${name} %` : name;
}

/** All shares in one plot, every other column in one of its own; at most three. */
function plots({ courses, recordings }: ClassicResult, { width, ascii, colour }: Terminal): string[] {
  const { steps } = recordings[0];
  if (steps < 2) return [];
  const shares = courses.filter(({ column }) => column.unit === 'share' && column.name !== 'new');
  const others = courses.filter(({ column }) => column.unit !== 'share').map((course) => [course]);
  const groups = [...(shares.length === 0 ? [] : [shares]), ...others].slice(0, 3);
  return groups.map((group) => {
    const [{ column }] = group;
    const chart: TimeChart = {
      kind: 'time',
      title: group.length === 1 ? column.meaning.replace(/\.$/, '') : 'Shares',
      measure: column.name,
      unit: column.unit,
      weeks: steps,
      clock: 'steps',
      runs: recordings.length,
      bands: false,
      lines: group.map(({ column: { name }, steps: summaries }, look) => ({
        name,
        look,
        points: summaries.slice(1).map(({ q05, q25, q50, q75, q95 }, at) => ({ week: at + 1, q05, q25, q50, q75, q95 })),
      })),
    };
    return terminalPlot(chart, {
      width: Math.min(width, PLOT.width),
      height: PLOT.height,
      characters: ascii ? 'ascii' : 'braille',
      colour,
    });
  });
}
