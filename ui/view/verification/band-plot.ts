import { type SVGTemplateResult, svg } from 'lit';
import type { Finding } from './finding.ts';

const WIDTH = 160;
const HEIGHT = 22;
const MARGIN = 8;

/** The interval of a finding against its band: the band is the broad bar, the interval the line, the mean the dot. */
export function bandPlot(finding: Finding): SVGTemplateResult | null {
  const { mean, half, band } = finding;
  if (mean === null) return null;
  const [low, high] = [mean - (half ?? 0), mean + (half ?? 0)];
  const [from, to] = [band[0] ?? Math.min(low, band[1] ?? low), band[1] ?? Math.max(high, band[0] ?? high)];
  const [least, most] = [Math.min(low, from), Math.max(high, to)];
  const width = most - least || Math.abs(most) || 1;
  const x = (value: number) => MARGIN + ((value - least) / width) * (WIDTH - 2 * MARGIN);
  const middle = HEIGHT / 2;
  return svg`
    <rect class="band" x=${x(from)} y="3" width=${Math.max(2, x(to) - x(from))} height=${HEIGHT - 6} rx="2"></rect>
    <line class="interval" x1=${x(low)} x2=${x(high)} y1=${middle} y2=${middle}></line>
    <circle class="mean" cx=${x(mean)} cy=${middle} r="3.5"></circle>
  `;
}

export const BAND_PLOT_BOX = `0 0 ${WIDTH} ${HEIGHT}`;
