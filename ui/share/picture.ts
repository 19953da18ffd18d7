import { type Drawing, toSvg } from '../../sim/chart/index.ts';
import { ENGINE_ID } from '../../sim/experiment/engine.ts';
import type { AppState } from '../state/app-state.ts';
import { contentOf } from './link.ts';
import { withPngContent } from './png-content.ts';
import { withSvgContent } from './svg-content.ts';

/** Pixels of a picture for each of the drawing's own: sharp in print. */
const SCALE = 3;

/**
 * A drawing as an SVG file, with scenario, seed and view inside, so that it can be opened again.
 *
 * @param state null for a drawing that is of no scenario
 */
export function svgPicture(drawing: Drawing, state: AppState | null): string {
  const svg = toSvg(drawing, { theme: 'light', id: 'swaylab' });
  return state === null ? svg : withSvgContent(svg, contentOf(state, ENGINE_ID));
}

/** The same as a PNG file. @throws Error when this browser cannot draw it */
export async function pngPicture(drawing: Drawing, state: AppState | null): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([toSvg(drawing, { theme: 'light' })], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = drawing.width * SCALE;
    canvas.height = drawing.height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('this browser could not draw the picture');
    if (state === null) return blob;
    return new Blob([withPngContent(new Uint8Array(await blob.arrayBuffer()), contentOf(state, ENGINE_ID))], { type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}
