/** Room around the lines, in pixels, so that thick ones are not cut. */
const EDGE = 6;

/** Path of a line from week to week in a box, 0 at its foot and `top` at its head; it is broken where a value is undefined. */
export function sparkline(line: ArrayLike<number>, width: number, height: number, top: number): string {
  let path = '';
  let down = false;
  for (let week = 0; week < line.length; week++) {
    const value = line[week];
    if (!Number.isFinite(value)) {
      down = false;
      continue;
    }
    const x = EDGE + ((width - 2 * EDGE) * week) / Math.max(1, line.length - 1);
    const y = height - EDGE - ((height - 2 * EDGE) * value) / top;
    path += `${down ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    down = true;
  }
  return path;
}
