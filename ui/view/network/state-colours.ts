import { NO_VALUE, STEPS } from '../../../sim/experiment/replay/codes.ts';
import type { ReplayState } from '../../../sim/experiment/replay/replay.ts';

export type Ground = 'light' | 'dark';

/** No value, and everybody who is not looked at. */
const NOTHING: Readonly<Record<Ground, string>> = { light: '#c3c9d1', dark: '#434b55' };

/**
 * Journey stages, told apart by people with any colour vision (Okabe & Ito 2008), and by lightness: quiet greys before anything has
 * happened, warm while a need is open, blue for customers, purple for those who left.
 */
const STAGES: Readonly<Record<Ground, readonly string[]>> = {
  light: ['#ced4db', '#9aa4b0', '#f0c419', '#e69f00', '#56b4e9', '#005b96', '#b8310a', '#aa4a8a'],
  dark: ['#3d454e', '#6c7683', '#f3d34a', '#e69f00', '#56b4e9', '#b5e0ff', '#ff6a3d', '#d991b8'],
};

/** What is in use, and yes or no: the outside option is grey, brands have the colours of charts. */
const CHOICES: Readonly<Record<Ground, readonly string[]>> = {
  light: ['#b4bcc6', '#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#1c1f23', '#7a5000'],
  dark: ['#515a66', '#3d9bdc', '#f0762b', '#19b88b', '#d991b8', '#e69f00', '#7cc8f2', '#ffffff', '#c9a25a'],
};

/** Little to much: pale to deep on white, dim to bright on black. */
const SEQUENTIAL: Readonly<Record<Ground, readonly string[]>> = {
  light: ['#d3dbe4', '#9cc0dd', '#4a93c7', '#15609f', '#08305f'],
  dark: ['#333d48', '#2d5f8a', '#3d8fcb', '#7dc1f0', '#dff2ff'],
};

/** Against to for, through grey; orange and blue, which all can tell apart. */
const DIVERGING: Readonly<Record<Ground, readonly string[]>> = {
  light: ['#9c3a00', '#d9792f', '#c3c9d1', '#4a93c7', '#08468a'],
  dark: ['#ff9a4d', '#b8632a', '#4b545f', '#3d8fcb', '#a5d8ff'],
};

/** What was said over a line: for the brand, against it, something useful. */
export const LINE_COLOURS: Readonly<Record<Ground, { readonly for: string; readonly against: string; readonly useful: string }>> = {
  light: { for: '#0072b2', against: '#d55e00', useful: '#5b8f3f' },
  dark: { for: '#5db4f0', against: '#ff8a45', useful: '#9ccf7c' },
};

/** A colour for each byte of a state. */
export function coloursOf(state: ReplayState, ground: Ground): readonly string[] {
  if (state.categories !== null) {
    const palette = state.name === 'stage' ? STAGES[ground] : CHOICES[ground];
    return Array.from({ length: 256 }, (_, byte) => palette[Math.min(byte, palette.length - 1)]);
  }
  const stops = state.low < 0 ? DIVERGING[ground] : SEQUENTIAL[ground];
  return Array.from({ length: 256 }, (_, byte) => (byte === NO_VALUE ? NOTHING[ground] : between(stops, byte / STEPS)));
}

/** The colour at a share of the way through a scale. */
function between(stops: readonly string[], share: number): string {
  const at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const first = Math.min(stops.length - 2, Math.floor(at));
  const part = at - first;
  const a = channels(stops[first]);
  const b = channels(stops[first + 1]);
  return `#${a
    .map((value, k) =>
      Math.round(value + (b[k] - value) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** A colour as it looks through a veil of the ground: opaque, so that where lines cross nothing adds up. */
export function veiled(colour: string, paper: string, share: number): string {
  return between([paper, colour], share);
}

/** One entry of a legend. */
export interface LegendEntry {
  readonly colour: string;
  readonly text: string;
  /** People who are so in the week; null for a mark on a scale. */
  readonly count: number | null;
}

/** What the colours mean in a week: categories with the people in each, or marks on a scale. */
export function legendOf(state: ReplayState, bytes: Uint8Array, ground: Ground): readonly LegendEntry[] {
  const colours = coloursOf(state, ground);
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte]++;
  if (state.categories !== null) return state.categories.map((text, byte) => ({ colour: colours[byte], text, count: counts[byte] }));
  const marks = [0, 0.25, 0.5, 0.75, 1].map((share) => ({
    colour: colours[Math.round(share * STEPS)],
    text: String(Math.round((state.low + share * (state.high - state.low)) * 100) / 100),
    count: null,
  }));
  return counts[NO_VALUE] === 0 ? marks : [...marks, { colour: NOTHING[ground], text: 'none yet', count: counts[NO_VALUE] }];
}

/** A state as words: "customer", "0.42", "none yet". */
export function stateText(state: ReplayState, byte: number): string {
  if (state.categories !== null) return state.categories[byte];
  return byte === NO_VALUE ? 'none yet' : measureOf(state, byte).toFixed(2);
}

/** A measure back on its own scale. */
export function measureOf({ low, high }: ReplayState, byte: number): number {
  return byte === NO_VALUE ? Number.NaN : low + (byte / STEPS) * (high - low);
}
