import { InputError } from '../../parameter/index.ts';
import type { JsonValue, LevelFactor } from './factor.ts';

/** Points of one's own as a table: a column for each path, a row for each point. */
export interface ExplicitPoints {
  readonly paths: readonly string[];
  readonly rows: readonly (readonly JsonValue[])[];
}

/** @throws InputError when a point lacks a value that others have */
export function explicitPoints(points: readonly Readonly<Record<string, JsonValue>>[], file: string | null): ExplicitPoints {
  const paths = [...new Set(points.flatMap((point) => Object.keys(point)))];
  const rows = points.map((point, at) =>
    paths.map((path) => {
      if (Object.hasOwn(point, path)) return point[path];
      throw new InputError(`design.points.${at}: a value for ${path} is missing`, {
        file,
        path: `design.points.${at}`,
        found: Object.keys(point).join(', '),
        allowed: paths.join(', '),
      });
    }),
  );
  return { paths, rows };
}

/** The factors of such points: what each column holds, each value once. */
export function explicitFactors({ paths, rows }: ExplicitPoints): LevelFactor[] {
  return paths.map((path, column) => {
    const distinct = new Map(rows.map((row) => [JSON.stringify(row[column]), row[column]]));
    return { kind: 'levels', path, levels: [...distinct.values()] };
  });
}
