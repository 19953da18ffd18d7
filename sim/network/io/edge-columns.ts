import { InputError } from '../../parameter/index.ts';
import { type EdgeColumns, isLayerName, isWeightName, listed, plainName } from './import-options.ts';
import type { NetworkDraft } from './network-draft.ts';

/** One line of delimited text. */
export interface EdgeRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Where in a record each part of an edge stands; -1: nowhere. */
export interface ChosenColumns {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
  readonly layer: number;
  /** Whether an edge runs one way, as Gephi writes it; a column of this name that says other things is none. */
  readonly type: number;
  /** The names that the first record gives; null where it is an edge like the others. */
  readonly names: readonly string[] | null;
}

/** Usual names of the two ends of an edge, as `plainName` gives them. */
const ENDS: readonly (readonly [string, string])[] = [
  ['source', 'target'],
  ['from', 'to'],
  ['ego', 'alter'],
  ['src', 'dst'],
  ['sender', 'receiver'],
  ['namer', 'named'],
  ['follower', 'followed'],
  ['caller', 'called'],
  ['origin', 'destination'],
  ['fromid', 'toid'],
  ['fromnodeid', 'tonodeid'],
  ['sourceid', 'targetid'],
  ['node1', 'node2'],
  ['id1', 'id2'],
  ['user1', 'user2'],
  ['person1', 'person2'],
  ['i', 'j'],
  ['von', 'nach'],
  ['quelle', 'ziel'],
  ['van', 'naar'],
  ['från', 'till'],
  ['de', 'à'],
  ['origine', 'destination'],
  ['origen', 'destino'],
  ['origem', 'destino'],
];

/** How data sets write that a value is missing. */
const MISSING = /^(?:na|n\/a|nan|null|none|nil|[-?.]*)$/i;

/**
 * Finds the columns of an edge list from its first records and from what was asked for. The first record names the columns where it holds a usual name,
 * or a word over numbers; what had to be guessed, or was left aside, becomes a warning.
 * Throws an InputError for columns that are not there.
 */
export function chooseColumns(sample: readonly EdgeRecord[], options: EdgeColumns, draft: NetworkDraft): ChosenColumns {
  const [first, ...rest] = sample;
  const { line } = first;
  const header = headerOf(first.fields, rest, options, draft);
  const names = header === 'none' ? null : withRowNames(first.fields, rest);
  const width = names?.length ?? first.fields.length;
  if (width < 2) {
    const found = `${width} field${width === 1 ? '' : 's'}`;
    throw draft.error(line, found, 'two ids a line, separated by a comma, semicolon, tab or blank');
  }
  const wanted = (option: 'source' | 'target' | 'weight' | 'layer'): number | null =>
    options[option] === undefined ? null : columnOf(options[option], names, width, option, draft.file, line);
  let source = wanted('source');
  let target = wanted('target');
  const usual = usualEnds(names ?? []);
  if (source === null && target === null && usual !== null) [source, target] = usual;
  source ??= target === 0 ? 1 : 0;
  target ??= source === 1 ? 0 : 1;
  if (source === target) throw draft.error(line, 'one column for both ends of an edge', 'two columns');
  const other = (test: (name: string) => boolean) => names?.findIndex((name, i) => i !== source && i !== target && test(name)) ?? -1;
  const weight = wanted('weight') ?? other((name) => isWeightName(name, undefined));
  const layer = wanted('layer') ?? other((name) => isLayerName(name, undefined));
  const type = other((name) => plainName(name) === 'type');
  const columns: ChosenColumns = { source, target, weight, layer, type, names };
  if (header === 'guessed') draft.warnings.push(`The first line taken for the names of the columns: ${listed(first.fields)}.`);
  if (weight === -1) hintAtWeights(columns, width, names === null ? sample : rest, draft);
  return columns;
}

/** Whether the first record names the columns: known by a name, guessed from what stands below, or not at all. */
function headerOf(
  fields: readonly string[],
  rest: readonly EdgeRecord[],
  options: EdgeColumns,
  draft: NetworkDraft,
): 'known' | 'guessed' | 'none' {
  if (options.header !== undefined) return options.header ? 'known' : 'none';
  for (const wanted of [options.source, options.target, options.weight, options.layer]) {
    if (wanted !== undefined && !isNumber(wanted) && fields.includes(wanted)) return 'known';
  }
  const ends = usualEnds(fields);
  // A file may number its people node1, node2, … or call them i, j, …
  const reused = (end: number) =>
    /^.$|\d$/.test(fields[end]) && rest.some(({ fields: below }) => ends?.some((at) => below[at] === fields[end]));
  if (ends !== null) return ends.some(reused) ? 'none' : 'known';
  if (fields.length < 2) return 'none';
  const asListed = (names: readonly string[]) => [0, 1].map((end) => draft.accepts(names[end] ?? ''));
  if (rest.length > 0 && !asListed(fields).includes(true) && rest.every((record) => !asListed(record.fields).includes(false)))
    return 'known';
  const over = (column: number, isValue: (text: string) => boolean): boolean => {
    const below = rest.map((record) => record.fields[column] ?? '').filter((text) => !MISSING.test(text));
    return !MISSING.test(fields[column]) && !isValue(fields[column]) && below.length > 0 && below.every(isValue);
  };
  const words = (over(0, isNumber) && over(1, isNumber)) || fields.some((_, column) => column > 1 && over(column, beginsWithDigit));
  if (!words) return 'none';
  return fields.some((name) => isWeightName(name, undefined)) ? 'known' : 'guessed';
}

function usualEnds(names: readonly string[]): [number, number] | null {
  const plain = names.map(plainName);
  const ends = ENDS.find(([source, target]) => plain.includes(source) && plain.includes(target));
  return ends === undefined ? null : [plain.indexOf(ends[0]), plain.indexOf(ends[1])];
}

/** R numbers the rows, and gives that column no name: each record then has one field more than the header, in front. */
function withRowNames(names: readonly string[], rest: readonly EdgeRecord[]): readonly string[] {
  const numbered = rest.length > 0 && rest.every(({ fields }, i) => fields.length === names.length + 1 && fields[0] === String(i + 1));
  return numbered ? ['', ...names] : names;
}

/** Numbers that nobody asked for may be strengths: says so, and how to have them read. */
function hintAtWeights(
  { source, target, layer, type, names }: ChosenColumns,
  width: number,
  edges: readonly EdgeRecord[],
  draft: NetworkDraft,
): void {
  const ignored = Array.from({ length: width }, (_, column) => column).filter((column) => ![source, target, layer, type].includes(column));
  const strengths = ignored.filter(
    (column) => names?.[column] !== '' && edges.length > 0 && edges.every(({ fields }) => isStrength(fields[column] ?? '')),
  );
  const called = (column: number) => names?.[column] ?? String(column + 1);
  if (strengths.length > 0) {
    const numbers = strengths.map(called);
    const which = numbers.length === 1 ? `column ${numbers[0]}` : `columns ${listed(numbers)}`;
    draft.warnings.push(`The numbers in ${which} are ignored; if they are tie strengths, name the column: weight ${numbers[0]}.`);
  } else if (names === null && ignored.length > 0) draft.warnings.push('Columns after the second ignored.');
}

/** With a decimal point or comma. */
function isNumber(text: string): boolean {
  return text !== '' && Number.isFinite(Number(text.replace(',', '.')));
}

function isStrength(text: string): boolean {
  return isNumber(text) && Number(text.replace(',', '.')) > 0;
}

/** A number, a date, a time. */
function beginsWithDigit(text: string): boolean {
  return /^[-+.,]?\d/.test(text);
}

/** A column by its name, or by its number from 1. Throws an InputError that lists the columns. */
export function columnOf(
  wanted: string,
  names: readonly string[] | null,
  width: number,
  option: string,
  file: string,
  line: number,
): number {
  const named = names?.indexOf(wanted) ?? -1;
  if (named !== -1) return named;
  const number = Number(wanted);
  if (Number.isInteger(number) && number >= 1 && number <= width) return number - 1;
  const allowed = names === null ? `a column number from 1 to ${width}` : `one of the columns ${listed(names)}`;
  throw new InputError(`${file}, line ${line}: there is no column "${wanted}" for ${option}; expected ${allowed}.`, {
    file,
    path: `line ${line}`,
    found: wanted,
    allowed,
  });
}
