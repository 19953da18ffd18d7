import { css, LitElement } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { App } from '../app.ts';

/** What stands in front of the page in a `<dialog>`: opened by the shell, closed by Escape, its button, or, by `closedby`, a click beside it. */
export abstract class DialogueElement extends LitElement {
  static dialogueStyles = css`
    dialog {
      width: min(var(--width, 640px), calc(100vw - 2 * var(--space-3)));
      max-height: min(86dvh, 900px);
      margin: 7dvh auto auto;
      padding: 0;
      border: 1px solid var(--line);
      border-radius: var(--radius-l);
      background: var(--raised);
      color: var(--ink);
      box-shadow: var(--shadow);
      overflow: hidden;
    }
    dialog[open] {
      display: flex;
      flex-direction: column;
    }
    dialog::backdrop {
      background: rgb(10 14 18 / 40%);
    }
    .bar {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-4) var(--space-4) var(--space-3) var(--space-5);
    }
    .bar h2 {
      flex: 1;
    }
    .scroll {
      overflow-y: auto;
      padding: 0 var(--space-5) var(--space-5);
      overscroll-behavior: contain;
    }
    @media (max-width: 720px) {
      dialog {
        margin-top: var(--space-3);
        max-height: calc(100dvh - 2 * var(--space-3));
      }
      .bar,
      .scroll {
        padding-left: var(--space-4);
        padding-right: var(--space-3);
      }
    }
  `;

  @property({ attribute: false }) app!: App;
  @query('dialog') protected dialog!: HTMLDialogElement;

  /** Shows it; the focus goes back where it was when it closes. */
  async open(): Promise<void> {
    this.prepare();
    this.requestUpdate();
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  /** Called each time before it is shown. */
  protected prepare(): void {}
}
