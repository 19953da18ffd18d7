import type { NetworkDraft, Place } from './network-draft.ts';

export interface NumberedPerson {
  /** The number (or short key) by which edges name the person. */
  readonly key: string;
  readonly label: string | null;
  readonly place: Place;
}

/**
 * Declares the people of a format in which edges use numbers and people have labels besides (Pajek, GML). Labels are the ids where everyone has one
 * and no two are equal; otherwise the numbers are, and the labels an attribute. Returns each key's person.
 */
export function declareLabelled(draft: NetworkDraft, people: readonly NumberedPerson[]): Map<string, number> {
  const labels = new Set<string>();
  for (const { label } of people) if (label !== null && label !== '') labels.add(label);
  const byLabel = labels.size === people.length;
  const persons = new Map<string, number>();
  for (const { key, label, place } of people) {
    if (persons.has(key)) throw draft.error(place, `node ${key} a second time`, 'numbers that differ');
    const person = draft.declare(byLabel ? (label ?? key) : key, place);
    persons.set(key, person);
    if (!byLabel && labels.size > 0) draft.attribute(person, 'label', label);
  }
  if (!byLabel && labels.size > 0) draft.warnings.push('Labels are missing or repeated: the ids are the numbers, the labels an attribute.');
  draft.close();
  return persons;
}
