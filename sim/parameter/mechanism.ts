import type { ParameterTable, Values } from './parameter.ts';

/**
 * One mechanism of the model: its switch (`mechanisms.<key>` in a scenario), its parameters, and the values they take
 * when it is switched off. Because "off" is data, no step of the week needs a branch for an ablation.
 */
export interface Mechanism<T extends ParameterTable = ParameterTable> {
  readonly meaning: string;
  readonly parameters: T;
  /** Values that silence the mechanism; null for one that is always on (it has no switch). */
  readonly off: Partial<Values<T>> | null;
}

export function mechanism<const T extends ParameterTable>(meaning: string, parameters: T, off: Partial<Values<T>> | null): Mechanism<T> {
  return { meaning, parameters, off };
}

export type MechanismTable = Readonly<Record<string, Mechanism>>;

/** The parameter values of every mechanism in a table, by mechanism. */
export type MechanismValues<M extends MechanismTable> = { [K in keyof M]: Values<M[K]['parameters']> };

/** Parameter values with every switched-off mechanism silenced. */
export function withSwitches<M extends MechanismTable>(
  table: M,
  values: MechanismValues<M>,
  switches: Readonly<Record<string, boolean>>,
): MechanismValues<M> {
  const result = { ...values };
  for (const key of Object.keys(table) as (keyof M & string)[]) {
    if (switches[key] === false) result[key] = { ...values[key], ...table[key].off };
  }
  return result;
}
