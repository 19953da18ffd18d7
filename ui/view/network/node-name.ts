import type { Settings } from 'sigma/settings';
import type { NodeDisplayData, PartialButFor } from 'sigma/types';

/** Draws the name of a node that is pointed at or chosen, on a small plate in the colours of the page. */
export function drawName(
  context: CanvasRenderingContext2D,
  { x, y, size, label }: PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'>,
  { labelSize, labelFont }: Settings,
  { ink, paper }: { readonly ink: string; readonly paper: string },
): void {
  context.beginPath();
  context.arc(x, y, size + 3, 0, 2 * Math.PI);
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.stroke();
  if (label === null || label === undefined) return;
  context.font = `600 ${labelSize}px ${labelFont}`;
  const width = context.measureText(label).width + 12;
  const left = x + size + 8;
  context.fillStyle = paper;
  context.globalAlpha = 0.92;
  context.beginPath();
  context.roundRect(left, y - labelSize * 0.9, width, labelSize * 1.8, 4);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = ink;
  context.textBaseline = 'middle';
  context.fillText(label, left + 6, y);
}
