import exp from '@stdlib/math-base-special-exp';

/** Share kept per week by a quantity with this half-life in weeks. */
export function keepFromHalfLife(weeks: number): number {
  return exp(-0.6931471805599453 / weeks);
}

export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : x > high ? high : x;
}

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}
