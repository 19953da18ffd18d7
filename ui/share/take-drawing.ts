import type { Drawing } from '../../sim/chart/index.ts';
import type { App } from '../app.ts';
import { pngPicture, svgPicture } from './picture.ts';
import { fileStem, saveFile } from './save-file.ts';

/** A drawing to be saved as a file. */
export interface PictureWanted {
  readonly drawing: Drawing;
  readonly kind: 'png' | 'svg';
}

/** Saves a drawing that belongs to no scenario alone, as it stands; says so, or why this browser cannot. */
export async function takeDrawing(app: App, { drawing, kind }: PictureWanted): Promise<void> {
  const name = `${fileStem(drawing.title)}.${kind}`;
  try {
    saveFile(name, kind === 'png' ? await pngPicture(drawing, null) : new Blob([svgPicture(drawing, null)], { type: 'image/svg+xml' }));
    app.announce(`The picture is saved as ${name}.`);
  } catch (error) {
    app.fail(error);
  }
}
