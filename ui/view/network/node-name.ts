import { NAME_SIZE } from './picture.ts';
import type { TakenPlaces } from './taken-places.ts';

/** A node as it is drawn. */
interface NamedNode {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label?: string | null;
}

/** Draws the name of a node beside it, unless another name is there. */
export function drawLabel(
  context: CanvasRenderingContext2D,
  { x, y, size, label }: NamedNode,
  font: string,
  ink: string,
  taken?: TakenPlaces,
): void {
  if (label === null || label === undefined) return;
  context.font = font;
  const { width } = context.measureText(label);
  const left = beside(context, x, size + 3, width);
  if (taken?.take(left, y - NAME_SIZE / 2, width, NAME_SIZE) === false) return;
  context.fillStyle = ink;
  context.textBaseline = 'middle';
  context.fillText(label, left, y);
}

/** Where something begins that stands to the right of a node, or, where the picture ends there, to the left. */
function beside({ canvas }: CanvasRenderingContext2D, x: number, gap: number, width: number): number {
  return x + gap + width > canvas.clientWidth ? x - gap - width : x + gap;
}

/** Draws the name of a node that is pointed at or chosen, on a small plate in the colours of the page. */
export function drawName(
  context: CanvasRenderingContext2D,
  { x, y, size, label }: NamedNode,
  font: string,
  labelSize: number,
  { ink, paper }: { readonly ink: string; readonly paper: string },
  taken?: TakenPlaces,
): void {
  context.beginPath();
  context.arc(x, y, size + 3, 0, 2 * Math.PI);
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.stroke();
  if (label === null || label === undefined) return;
  context.font = `600 ${font}`;
  const width = context.measureText(label).width + 12;
  const left = beside(context, x, size + 8, width);
  taken?.take(left, y - labelSize * 0.9, width, labelSize * 1.8);
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
