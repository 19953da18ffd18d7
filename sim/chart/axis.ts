import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { decimalsFor, displayOf, fixed } from './format.ts';
import type { Mark } from './marks.ts';

export type Scale = ScaleLinear<number, number>;

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Weeks that mark off a quarter, half a year or years where the horizon allows it. */
const WEEK_STEPS = [1, 2, 4, 13, 26, 52, 104, 260, 520];

export function weekScale(weeks: number, frame: Frame): Scale {
  return scaleLinear([0, Math.max(1, weeks)], [frame.left, frame.right]);
}

export function weekTicks(weeks: number, room: number): number[] {
  const step = WEEK_STEPS.find((each) => weeks / each <= room) ?? Math.ceil(weeks / room);
  return Array.from({ length: Math.floor(weeks / step) + 1 }, (_, tick) => tick * step);
}

/** Scale of values in the metric's own unit; includes 0, leaves a little air, and is never empty. */
export function valueScale(extent: readonly [number, number], frame: Frame): Scale {
  const low = Math.min(0, extent[0]);
  const high = Math.max(0, extent[1]);
  const air = 0.03 * (high - low);
  const domain = high > low ? [low < 0 ? low - air : 0, high > 0 ? high + air : 0] : [0, 1];
  return scaleLinear(domain, [frame.bottom, frame.top]);
}

/** Grid lines, a stronger one at 0, and unless they stand nearby already, their numbers at the left. */
export function valueAxis(scale: Scale, unit: string, frame: Frame, ticks: number, size: number, numbers = true): Mark[] {
  const { factor } = displayOf(unit);
  const values = scale.ticks(ticks);
  const decimals = values.length > 1 ? decimalsFor((values[1] - values[0]) * factor, 1) : 0;
  const numberAt = (value: number): Mark => ({
    kind: 'text',
    at: [frame.left - 6, scale(value) + size * 0.35],
    text: fixed(value * factor, decimals),
    size,
    ink: 'muted',
    anchor: 'end',
  });
  return values.flatMap((value): Mark[] => [
    {
      kind: 'line',
      from: [frame.left, scale(value)],
      to: [frame.right, scale(value)],
      stroke: { ink: value === 0 ? 'muted' : 'grid', width: 1 },
    },
    ...(numbers ? [numberAt(value)] : []),
  ]);
}

/** The foot of a frame: a line, ticks with their week, and what they count unless a chart below says so. */
export function weekAxis(scale: Scale, weeks: number, frame: Frame, size: number, named = true, clock = 'weeks'): Mark[] {
  const ticks = weekTicks(weeks, Math.max(2, Math.floor((frame.right - frame.left) / 48)));
  const tickAt = (week: number): Mark[] => [
    { kind: 'line', from: [scale(week), frame.bottom], to: [scale(week), frame.bottom + 4], stroke: { ink: 'muted', width: 1 } },
    { kind: 'text', at: [scale(week), frame.bottom + 6 + size], text: String(week), size, ink: 'muted', anchor: 'middle' },
  ];
  const name: Mark = {
    kind: 'text',
    at: [(frame.left + frame.right) / 2, frame.bottom + 9 + size * 2.1],
    text: `time, ${clock}`,
    size,
    ink: 'muted',
    anchor: 'middle',
  };
  return [
    { kind: 'line', from: [frame.left, frame.bottom], to: [frame.right, frame.bottom], stroke: { ink: 'grid', width: 1 } },
    ...ticks.flatMap(tickAt),
    ...(named ? [name] : []),
  ];
}
