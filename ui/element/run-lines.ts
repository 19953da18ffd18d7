import type { Plot } from '../../sim/chart/plot.ts';

/** The runs of one strategy in one metric, `values[run * weeks + week]`. */
export interface RunLines {
  readonly name: string;
  readonly look: number;
  readonly values: Float32Array;
}

/** A line needs no more points than this at the sizes of a page. */
const POINTS = 80;
/** Lines drawn before the page gets a turn. */
const SHARE = 60;

/** Draws every run as a thin line, a share at a time; ends at once when `stopped`. */
export async function drawRunLines(
  canvas: HTMLCanvasElement,
  plot: Plot,
  groups: readonly RunLines[],
  weeks: number,
  colourOf: (look: number) => string,
  stopped: () => boolean,
): Promise<void> {
  const scale = devicePixelRatio;
  canvas.width = Math.round(plot.width * scale);
  canvas.height = Math.round(plot.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(scale, scale);
  const { left, right, top, bottom } = plot.frame;
  context.beginPath();
  context.rect(left, top - 4, right - left, bottom - top + 8);
  context.clip();
  context.lineWidth = 0.8;
  let drawn = 0;
  const runs = Math.max(0, ...groups.map(({ values }) => values.length / weeks));
  context.globalAlpha = Math.max(0.12, Math.min(0.5, 12 / Math.max(1, runs)));
  for (const { values, look } of groups) {
    context.strokeStyle = colourOf(look);
    for (let run = 0; run < values.length / weeks; run++) {
      traceRun(context, plot, values, run, weeks);
      if (++drawn % SHARE !== 0) continue;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (stopped()) return;
    }
  }
}

function traceRun(context: CanvasRenderingContext2D, plot: Plot, values: Float32Array, run: number, weeks: number): void {
  const step = Math.max(1, Math.floor(weeks / POINTS));
  context.beginPath();
  let down = false;
  for (let week = 0; week < weeks; week += step) {
    const value = values[run * weeks + week];
    if (Number.isNaN(value)) {
      down = false;
      continue;
    }
    if (down) context.lineTo(plot.x(week + 1), plot.y(value));
    else context.moveTo(plot.x(week + 1), plot.y(value));
    down = true;
  }
  context.stroke();
}

/** The run whose line passes nearest to a place, within reach. */
export function nearestRun(
  groups: readonly RunLines[],
  weeks: number,
  plot: Plot,
  at: { readonly week: number; readonly down: number },
  reach = 14,
): { readonly name: string; readonly look: number; readonly run: number } | null {
  let best: { name: string; look: number; run: number } | null = null;
  let nearest = reach;
  for (const { name, look, values } of groups) {
    for (let run = 0; run < values.length / weeks; run++) {
      const gap = Math.abs(plot.y(values[run * weeks + at.week - 1]) - at.down);
      if (gap < nearest) {
        nearest = gap;
        best = { name, look, run };
      }
    }
  }
  return best;
}
