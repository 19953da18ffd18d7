import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../element/sway-icon.ts';
import { Follow } from '../state/follow.ts';
import { shared } from '../style/shared.ts';
import { DialogueElement } from './dialogue-element.ts';

/** Every step that was taken, the newest first; a click goes there. */
@customElement('sway-history-dialog')
export class SwayHistoryDialog extends DialogueElement {
  static override styles = [
    shared,
    DialogueElement.dialogueStyles,
    css`
      dialog {
        --width: 480px;
      }
      ol {
        list-style: none;
      }
      li button {
        width: 100%;
        justify-content: flex-start;
        text-align: left;
        white-space: normal;
        padding-block: var(--space-1);
      }
      .undone button {
        color: var(--muted);
      }
      button[aria-current="step"] {
        background: var(--accent-soft);
        font-weight: 600;
      }
    `,
  ];

  readonly #history = new Follow(
    this,
    () => this.app.history,
    (history) => history,
  );

  override render() {
    const { past, future } = this.#history.value;
    // `future` ends with the nearest step: the farthest stands on top.
    const undone = future.map(({ label }, at) => ({ label, by: future.length - at }));
    const taken = past.map(({ label }, at) => ({ label, by: -(past.length - at - 1) })).reverse();
    return html`<dialog aria-labelledby="title" closedby="any">
      <div class="bar">
        <h2 id="title">History of changes</h2>
        <button class="plain icon" aria-label="Close" @click=${this.close}><sway-icon name="close"></sway-icon></button>
      </div>
      <ol class="scroll" tabindex="0" aria-label="Steps, the newest first">
        ${undone.map(
          ({ label, by }) =>
            html`<li class="undone"><button class="plain" @click=${() => this.app.travel(by)}>${label} <span class="small">(undone)</span></button></li>`,
        )}
        ${taken.map(
          ({ label, by }) =>
            html`<li><button class="plain" aria-current=${by === 0 ? 'step' : 'false'} @click=${() => this.app.travel(by)}>${label}</button></li>`,
        )}
        <li><button class="plain" aria-current=${past.length === 0 ? 'step' : 'false'} @click=${() => this.app.travel(-past.length)}>As it was at first</button></li>
      </ol>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-history-dialog': SwayHistoryDialog;
  }
}
