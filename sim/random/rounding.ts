/** Rounds x to one of its two neighbouring integers so that the mean over u uniform on (0, 1) is x. Whole numbers stay. */
export function roundAtRandom(x: number, u: number): number {
  const floor = Math.floor(x);
  return u < x - floor ? floor + 1 : floor;
}
