import type { App } from '../app.ts';
import { KeyReader } from './keys.ts';
import { runCommand } from './run-command.ts';

/** Runs the commands that are typed, anywhere on the page but in a dialog, which has keys of its own. @returns a function that ends it */
export function listenToKeys(app: App): () => void {
  const reader = new KeyReader();
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.key === 'Tab') return;
    const path = event.composedPath();
    if (path.some((node) => node instanceof HTMLDialogElement)) return;
    const found = reader.read(event, app.commands.state, isWriting(path[0]), event.timeStamp);
    if (found === null) return;
    event.preventDefault();
    if (found !== 'wait') runCommand(app, found);
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}

const WITHOUT_TEXT = new Set(['range', 'checkbox', 'radio', 'button', 'submit', 'reset', 'color', 'file']);

/** Whether letters typed at an element mean text, or a choice from a list. */
function isWriting(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
