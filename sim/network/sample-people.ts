import type { Stream } from '../random/index.ts';

/** Everyone, if there are at most `size` people; else `size` different people drawn at random. */
export function samplePeople(n: number, size: number, stream: Stream): Uint32Array {
  const people = new Uint32Array(n);
  for (let i = 0; i < n; i++) people[i] = i;
  if (n <= size) return people;
  for (let i = 0; i < size; i++) {
    const j = i + stream.integer(n - i);
    const person = people[j];
    people[j] = people[i];
    people[i] = person;
  }
  return people.slice(0, size);
}
