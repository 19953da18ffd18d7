/** A length as it is written into a drawing: hundredths of a pixel are enough. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
