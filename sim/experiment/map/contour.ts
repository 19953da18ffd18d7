/** A segment between two points, in cells of a grid. */
export type Segment = readonly [from: readonly [x: number, y: number], to: readonly [x: number, y: number]];

/**
 * Where a surface on a grid passes a level: marching squares with linear interpolation along the edges; a saddle is split by its middle value.
 *
 * @param values `values[row * columns + column]`
 * @returns segments in grid units, x along columns, y along rows
 */
export function contour(values: ArrayLike<number>, columns: number, rows: number, level: number): Segment[] {
  const segments: Segment[] = [];
  for (let y = 0; y + 1 < rows; y++) {
    for (let x = 0; x + 1 < columns; x++) {
      const corner = (dx: number, dy: number) => values[(y + dy) * columns + x + dx] - level;
      const [a, b, c, d] = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
      const cross = (from: number, to: number) => from / (from - to);
      const edges: (readonly [number, number])[] = [];
      if (a > 0 !== b > 0) edges.push([x + cross(a, b), y]);
      if (b > 0 !== c > 0) edges.push([x + 1, y + cross(b, c)]);
      if (c > 0 !== d > 0) edges.push([x + 1 - cross(c, d), y + 1]);
      if (d > 0 !== a > 0) edges.push([x, y + 1 - cross(d, a)]);
      if (edges.length === 2) segments.push([edges[0], edges[1]]);
      if (edges.length === 4) {
        const joined = (a + b + c + d) / 4 > 0 === a > 0;
        segments.push(
          ...(joined
            ? ([
                [edges[0], edges[1]],
                [edges[2], edges[3]],
              ] as const)
            : ([
                [edges[3], edges[0]],
                [edges[1], edges[2]],
              ] as const)),
        );
      }
    }
  }
  return segments;
}
