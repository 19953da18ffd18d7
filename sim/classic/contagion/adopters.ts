import type { ClassicColumn } from '../model.ts';

export const adoptersColumn: ClassicColumn = { name: 'adopters', unit: 'share', meaning: 'People who have adopted.' };
export const newAdoptersColumn: ClassicColumn = { name: 'new', unit: 'share', meaning: 'People who adopted in this step.' };

const ADOPTED = 1;

/** Who has adopted, for models in which nobody goes back. */
export class Adopters {
  /** 1 for each person who has adopted, else 0. */
  readonly states: Uint8Array;
  /** Those of the last step; the seeds at the start. */
  fresh: readonly number[];
  #count: number;

  constructor(states: Uint8Array) {
    this.states = states;
    const fresh: number[] = [];
    states.forEach((state, person) => {
      if (state === ADOPTED) fresh.push(person);
    });
    this.fresh = fresh;
    this.#count = fresh.length;
  }

  /** Takes over the adopters of a step, each of whom had not adopted. */
  admit(people: readonly number[]): void {
    for (const person of people) this.states[person] = ADOPTED;
    this.fresh = people;
    this.#count += people.length;
  }

  get everyone(): boolean {
    return this.#count === this.states.length;
  }

  /** Shares of people who have adopted, and who adopted in the last step. */
  measure(): [adopters: number, fresh: number] {
    return [this.#count / this.states.length, this.fresh.length / this.states.length];
  }
}
