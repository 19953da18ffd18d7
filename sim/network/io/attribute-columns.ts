import { InputError } from '../../parameter/index.ts';
import type { AttributeColumn } from './imported-network.ts';

/** Columns times people: files in which every person has attributes of their own would otherwise take memory without end. */
const MOST_CELLS = 33_554_432;

/** Attributes in the making: values as they come, made into full columns when the number of people is known. */
export class AttributeColumns {
  readonly #file: string;
  readonly #columns = new Map<string, { persons: number[]; values: string[] }>();
  #given = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** A column that the file announces, so that it is there even if nobody has a value. */
  announce(name: string): { persons: number[]; values: string[] } {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const column = { persons: [], values: [] };
    this.#columns.set(name, column);
    return column;
  }

  /** The value of a person's attribute; the last given counts, an empty text is none. */
  give(person: number, name: string, value: string | null): void {
    const column = this.announce(name);
    if (++this.#given > MOST_CELLS) throw this.#tooMany();
    column.persons.push(person);
    column.values.push(value ?? '');
  }

  columns(people: number): AttributeColumn[] {
    if (people * this.#columns.size > MOST_CELLS) throw this.#tooMany();
    return Array.from(this.#columns, ([name, { persons, values }]) => {
      const column = new Array<string | null>(people).fill(null);
      for (let i = 0; i < persons.length; i++) column[persons[i]] = values[i] === '' ? null : values[i];
      return { name, values: column };
    });
  }

  #tooMany(): InputError {
    const found = `more than ${MOST_CELLS} attribute values`;
    const allowed = `at most ${MOST_CELLS} (columns times people)`;
    return new InputError(`${this.#file}: found ${found}; expected fewer attributes.`, { file: this.#file, path: 'file', found, allowed });
  }
}
