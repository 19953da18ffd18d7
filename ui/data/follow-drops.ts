import type { App } from '../app.ts';
import { droppedFiles } from './dropped-files.ts';
import { openFiles } from './open-files.ts';
import './sway-drop-veil.ts';

/** Files may be dropped anywhere on the page. @returns a function that ends it */
export function followDrops(app: App): () => void {
  const veil = document.createElement('sway-drop-veil');
  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
  const over = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (!veil.isConnected) document.body.append(veil);
  };
  const leave = (event: DragEvent): void => {
    // Between elements of the page there is a related target; none is outside.
    if (event.relatedTarget === null) veil.remove();
  };
  const drop = (event: DragEvent): void => {
    veil.remove();
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer).then((files) => openFiles(app, files), app.fail);
  };
  addEventListener('dragover', over);
  addEventListener('dragleave', leave);
  addEventListener('drop', drop);
  return () => {
    veil.remove();
    removeEventListener('dragover', over);
    removeEventListener('dragleave', leave);
    removeEventListener('drop', drop);
  };
}
