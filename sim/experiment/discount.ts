/**
 * Factors that bring money of each week back to the first week: 1, 1/(1+i), 1/(1+i)^2, ... Built by multiplication, so that
 * every engine gets the same bits.
 *
 * @param interest weekly rate, greater than -1
 */
export function discountFactors(interest: number, weeks: number): Float64Array {
  const factors = new Float64Array(weeks);
  const keep = 1 / (1 + interest);
  let factor = 1;
  for (let week = 0; week < weeks; week++) {
    factors[week] = factor;
    factor *= keep;
  }
  return factors;
}
