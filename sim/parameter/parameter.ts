/**
 * The typed parameter: the one place where a number of the model states its unit, default, range, source and meaning.
 * Scenario schema, command-line help, forms and documents are derived from these tables.
 */
export interface NumberParameter {
  readonly type: 'number' | 'integer';
  readonly default: number;
  /** The plausible range, explored by designs and sliders. */
  readonly range: readonly [low: number, high: number];
  /** What a scenario may hold; wider than the range where a null or an extreme is a fair question. */
  readonly allowed: readonly [low: number, high: number];
  readonly unit: string;
  readonly meaning: string;
  /** Paper (DOI), evidence section, or "assumption". */
  readonly source: string;
}

export interface VectorParameter {
  readonly type: 'vector';
  readonly default: readonly number[];
  /** What each element stands for, in order; its length is the vector's. */
  readonly elements: readonly string[];
  readonly range: readonly [low: number, high: number];
  readonly allowed: readonly [low: number, high: number];
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
}

export interface ChoiceParameter {
  readonly type: 'choice';
  readonly default: string;
  readonly options: readonly string[];
  readonly meaning: string;
  readonly source: string;
}

export type Parameter = NumberParameter | VectorParameter | ChoiceParameter;
export type ParameterTable = Readonly<Record<string, Parameter>>;

/** The plain values that a table describes: numbers, number arrays and option names. */
export type Values<T extends ParameterTable> = {
  -readonly [K in keyof T]: T[K] extends NumberParameter ? number : T[K] extends VectorParameter ? number[] : string;
};

type Range = readonly [number, number];

export function real(value: number, range: Range, unit: string, meaning: string, source: string, allowed: Range = range): NumberParameter {
  return { type: 'number', default: value, range, allowed, unit, meaning, source };
}

export function count(value: number, range: Range, unit: string, meaning: string, source: string, allowed: Range = range): NumberParameter {
  return { type: 'integer', default: value, range, allowed, unit, meaning, source };
}

export function vector(
  value: readonly number[],
  elements: readonly string[],
  range: Range,
  unit: string,
  meaning: string,
  source: string,
  allowed: Range = range,
): VectorParameter {
  return { type: 'vector', default: value, elements, range, allowed, unit, meaning, source };
}

export function choice(value: string, options: readonly string[], meaning: string, source: string): ChoiceParameter {
  return { type: 'choice', default: value, options, meaning, source };
}

/** The defaults of a table as plain values, fresh on every call. */
export function defaultsOf<T extends ParameterTable>(table: T): Values<T> {
  const values: Record<string, number | string | number[]> = {};
  for (const [name, parameter] of Object.entries(table)) {
    values[name] = parameter.type === 'vector' ? [...parameter.default] : parameter.default;
  }
  return values as Values<T>;
}
