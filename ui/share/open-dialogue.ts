import type { App } from '../app.ts';
import type { DialogueElement } from '../shell/dialogue-element.ts';

/** Shows a dialogue whose element is loaded; `given` are further properties of it. */
export function openDialogue(tag: string, app: App, given: Readonly<Record<string, unknown>> = {}): void {
  document.querySelector(tag)?.remove();
  const element = Object.assign(document.createElement(tag), { app, ...given }) as DialogueElement;
  document.body.append(element);
  void element.open();
}
