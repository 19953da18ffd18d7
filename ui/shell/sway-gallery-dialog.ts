import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../element/sway-icon.ts';
import { shared } from '../style/shared.ts';
import '../view/scenario/sway-gallery.ts';
import { DialogueElement } from './dialogue-element.ts';

/** The scenarios that ship, in front of whatever page one is on. */
@customElement('sway-gallery-dialog')
export class SwayGalleryDialog extends DialogueElement {
  static override styles = [
    shared,
    DialogueElement.dialogueStyles,
    css`
      dialog {
        --width: 1080px;
      }
    `,
  ];

  /** Cards draw, and so run, only what is on screen. */
  @state() private _opened = false;

  protected override prepare(): void {
    this._opened = true;
  }

  override render() {
    return html`<dialog aria-labelledby="title" closedby="any" @chosen=${this.close}>
      <div class="bar">
        <h2 id="title">Choose a scenario</h2>
        <button class="plain icon" aria-label="Close" @click=${this.close}><sway-icon name="close"></sway-icon></button>
      </div>
      <div class="scroll">${this._opened ? html`<sway-gallery .app=${this.app}></sway-gallery>` : nothing}</div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-gallery-dialog': SwayGalleryDialog;
  }
}
