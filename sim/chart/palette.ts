import type { Ink, OwnColour, Stroke } from './marks.ts';

/**
 * Colours that people with any colour vision can tell apart (Okabe & Ito 2008, https://jfly.uni-koeln.de/color/), always in this order.
 * Their yellow is left out: on white it cannot be seen as a thin line. Black turns white on a dark ground.
 */
const SERIES = [
  { light: '#0072b2', dark: '#3d9bdc' },
  { light: '#d55e00', dark: '#f0762b' },
  { light: '#009e73', dark: '#19b88b' },
  { light: '#cc79a7', dark: '#d991b8' },
  { light: '#e69f00', dark: '#e69f00' },
  { light: '#56b4e9', dark: '#7cc8f2' },
  { light: '#000000', dark: '#ffffff' },
] as const;

const ROLES = {
  paper: { light: '#ffffff', dark: '#16191d' },
  ink: { light: '#1c1f23', dark: '#e8eaed' },
  muted: { light: '#5b626b', dark: '#a3abb5' },
  grid: { light: '#dfe3e8', dark: '#343a42' },
} as const;

/** Colour alone never tells two lines apart. Five patterns against seven colours: 35 looks before one comes back. */
const DASHES = [undefined, '7 3', '2 3', '10 3 2 3', '4 2'] as const;

/** How to write a colour: as a CSS variable that the page's theme sets (with the light colour to fall back on), or fixed. */
export type Theme = 'variables' | 'light' | 'dark';

export function seriesInk(position: number): Exclude<Ink, OwnColour> {
  return `series-${position % SERIES.length}` as Exclude<Ink, OwnColour>;
}

export function seriesStroke(position: number, width: number): Stroke {
  return { ink: seriesInk(position), width, dash: DASHES[position % DASHES.length] };
}

const isOwn = (ink: Ink): ink is OwnColour => ink.startsWith('#');

function shades(ink: Exclude<Ink, OwnColour>): { light: string; dark: string } {
  return ink in ROLES ? ROLES[ink as keyof typeof ROLES] : SERIES[Number(ink.slice('series-'.length))];
}

export function colour(ink: Ink, theme: Theme): string {
  if (isOwn(ink)) return ink;
  return theme === 'variables' ? `var(--chart-${ink}, ${shades(ink).light})` : shades(ink)[theme];
}

/** CSS declarations that give every chart variable its colour in one of the two grounds. */
export function chartVariables(ground: 'light' | 'dark'): string {
  const inks: Exclude<Ink, OwnColour>[] = ['paper', 'ink', 'muted', 'grid', ...SERIES.map((_, position) => seriesInk(position))];
  return inks.map((ink) => `--chart-${ink}:${shades(ink)[ground]}`).join(';');
}
