/** How a unit of a metric is shown to people: shares as per cent, everything else as it is. */
export interface Display {
  readonly factor: number;
  /** After a number, with its space; may be empty. */
  readonly suffix: string;
  /** In an axis title or column head. */
  readonly name: string;
}

export function displayOf(unit: string): Display {
  if (unit === 'share') return { factor: 100, suffix: ' %', name: '%' };
  if (unit === '0..1') return { factor: 1, suffix: '', name: '0 to 1' };
  if (unit === '-1..1') return { factor: 1, suffix: '', name: '-1 to 1' };
  if (unit === '>= 0' || unit === 'ratio') return { factor: 1, suffix: '', name: '' };
  return { factor: 1, suffix: '', name: unit };
}

/** Decimals that show this many significant digits, at most four. */
export function decimalsFor(value: number, significant: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const exponent = Number(
    Math.abs(value)
      .toExponential(significant - 1)
      .split('e')[1],
  );
  return Math.min(4, Math.max(0, significant - 1 - exponent));
}

/** Decimals that an estimate with this half-width deserves: two digits of the half-width up to .354, else one (Particle Data Group, section 5.3). */
export function decimalsForError(half: number): number {
  const [digits] = Math.abs(half).toExponential(2).split('e');
  return decimalsFor(half, Number(digits) < 3.55 ? 2 : 1);
}

/** Enough decimals that no end of an interval that keeps clear of 0 is shown as 0. */
function decimalsClearOfZero(ends: readonly number[], decimals: number): number {
  const rounded = (more: number) => ends.some((end) => Math.abs(end) > 1e-9 && Number(end.toFixed(decimals + more)) === 0);
  return decimals + ([0, 1, 2].find((more) => !rounded(more)) ?? 3);
}

/** Fixed decimals; never "-0.00". */
export function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** A single number as people read it: three significant digits with its unit; a dash where undefined. */
export function formatValue(value: number | null, unit: string): string {
  if (value === null) return '–';
  const { factor, suffix } = displayOf(unit);
  const shown = value * factor;
  return `${fixed(shown, decimalsFor(shown, 3))}${suffix}`;
}

/** "72.1 %" as "65 % to 78 %"; both ends with the decimals that the width between them deserves. */
export function formatRange(low: number | null, high: number | null, unit: string): string {
  if (low === null || high === null) return '–';
  const { factor, suffix } = displayOf(unit);
  const decimals = high > low ? decimalsFor((high - low) * factor, 2) : decimalsFor(high * factor, 3);
  return `${fixed(low * factor, decimals)}${suffix} to ${fixed(high * factor, decimals)}${suffix}`;
}

/**
 * A mean with the ends of its interval: "0.31 [0.28, 0.34]"; the mean alone when there is no interval.
 *
 * @param decimals what stands beside it has; else what the interval deserves
 */
export function formatInterval(mean: number | null, low: number | null, high: number | null, unit: string, decimals?: number): string {
  if (mean === null) return '–';
  const { factor, suffix } = displayOf(unit);
  if (low === null || high === null) return decimals === undefined ? formatValue(mean, unit) : `${fixed(mean * factor, decimals)}${suffix}`;
  const shown = decimals ?? differenceDecimals([{ mean, low, high }], factor);
  return `${fixed(mean * factor, shown)} [${fixed(low * factor, shown)}, ${fixed(high * factor, shown)}]${suffix}`;
}

export interface Estimate {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** One number of decimals for a column of estimates: what the typical interval deserves, or three digits of the largest mean. */
export function columnDecimals(rows: readonly (Estimate | null)[], factor: number): number {
  const halves = rows
    .flatMap((row) => (row === null || row.low === null || row.high === null ? [] : [((row.high - row.low) / 2) * factor]))
    .filter((half) => half > 0)
    .sort((a, b) => a - b);
  if (halves.length > 0) return decimalsForError(halves[Math.floor(halves.length / 2)]);
  return decimalsFor(Math.max(0, ...rows.map((row) => Math.abs((row?.mean ?? 0) * factor))), 3);
}

/** The same for differences, but none that keeps clear of 0 may be shown as 0. */
export function differenceDecimals(rows: readonly (Estimate | null)[], factor: number): number {
  const ends = rows.flatMap((row) => (row === null || row.low === null || row.high === null ? [] : [row.low * factor, row.high * factor]));
  return decimalsClearOfZero(ends, columnDecimals(rows, factor));
}

/** A probability with two decimals, 0 and 1 only when certain. */
export function formatProbability(probability: number | null): string {
  if (probability === null) return '–';
  if (probability > 0 && probability < 0.005) return '<0.01';
  if (probability < 1 && probability > 0.995) return '>0.99';
  return fixed(probability, 2);
}

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
