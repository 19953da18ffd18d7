import type { TribeMap } from '../../../sim/experiment/replay/tribe-map.ts';

export interface TribePlace {
  readonly x: number;
  readonly y: number;
  /** Area in proportion to people. */
  readonly radius: number;
}

const TURNS = 300;

/**
 * Where tribes stand on the map: those with many ties near each other, none over another. Springs and pushes in few hundred steps
 * (after Fruchterman & Reingold 1991, 10.1002/spe.4380211102), from places in a sunflower, the largest in the middle.
 *
 * @returns places in a square of the given side
 */
export function tribePlaces({ sizes, ties }: Pick<TribeMap, 'sizes' | 'ties'>, side: number): TribePlace[] {
  const count = sizes.length;
  const people = sizes.reduce((sum, size) => sum + size, 0);
  // All circles together cover a fifth of the square.
  const radii = Array.from(sizes, (size) => Math.max(side / 160, side * Math.sqrt((0.2 * size) / people / Math.PI)));
  const x = radii.map((_, at) => side / 2 + (side / 3) * Math.sqrt(at / count) * Math.cos(at * 2.39996));
  const y = radii.map((_, at) => side / 2 + (side / 3) * Math.sqrt(at / count) * Math.sin(at * 2.39996));
  const most = ties.reduce((high, value, at) => (at % 3 === 2 ? Math.max(high, value) : high), 1);
  for (let turn = 0; turn < TURNS; turn++) {
    const heat = 1 - turn / TURNS;
    for (let at = 0; at < ties.length; at += 3) pull(x, y, ties[at], ties[at + 1], 0.03 * heat * Math.sqrt(ties[at + 2] / most));
    for (let a = 0; a < count; a++) {
      x[a] += 0.01 * heat * (side / 2 - x[a]);
      y[a] += 0.01 * heat * (side / 2 - y[a]);
      for (let b = 0; b < a; b++) push(x, y, a, b, radii[a] + radii[b] + side / 40, heat);
    }
  }
  return fitted(x, y, radii, side);
}

function pull(x: number[], y: number[], a: number, b: number, share: number): void {
  const dx = (x[b] - x[a]) * share;
  const dy = (y[b] - y[a]) * share;
  x[a] += dx;
  y[a] += dy;
  x[b] -= dx;
  y[b] -= dy;
}

/** Keeps two apart: at once where they overlap, gently within twice that distance. */
function push(x: number[], y: number[], a: number, b: number, apart: number, heat: number): void {
  const dx = x[a] - x[b] || 0.01 * (a - b);
  const dy = y[a] - y[b] || 0.01;
  const distance = Math.hypot(dx, dy);
  if (distance > 2 * apart) return;
  const step = distance < apart ? (apart - distance) / 2 : 0.04 * heat * (2 * apart - distance);
  const share = step / distance;
  x[a] += dx * share;
  y[a] += dy * share;
  x[b] -= dx * share;
  y[b] -= dy * share;
}

function fitted(x: readonly number[], y: readonly number[], radii: readonly number[], side: number): TribePlace[] {
  const left = Math.min(...x.map((value, at) => value - radii[at]));
  const right = Math.max(...x.map((value, at) => value + radii[at]));
  const top = Math.min(...y.map((value, at) => value - radii[at]));
  const bottom = Math.max(...y.map((value, at) => value + radii[at]));
  const scale = side / Math.max(right - left, bottom - top, 1);
  const indentX = (side - (right - left) * scale) / 2;
  const indentY = (side - (bottom - top) * scale) / 2;
  return radii.map((radius, at) => ({
    x: indentX + (x[at] - left) * scale,
    y: indentY + (y[at] - top) * scale,
    radius: radius * scale,
  }));
}
