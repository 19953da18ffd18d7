import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '../style/shared.ts';

/** Says, while files are held over the page, what may be dropped. */
@customElement('sway-drop-veil')
export class SwayDropVeil extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 20;
        display: grid;
        place-items: center;
        padding: var(--space-5);
        background: rgb(10 14 18 / 55%);
        pointer-events: none;
      }
      div {
        max-width: 34em;
        padding: var(--space-6);
        border: 2px dashed var(--accent);
        border-radius: var(--radius-l);
        background: var(--raised);
        color: var(--ink);
        text-align: center;
      }
      p {
        margin-top: var(--space-2);
      }
    `,
  ];

  override render() {
    return html`<div>
      <h2>Drop it here</h2>
      <p>A scenario, a network with or without its node table, a result of the command line, or a picture saved here.</p>
      <p class="quiet small">It is read in this browser. Nothing leaves it.</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-drop-veil': SwayDropVeil;
  }
}
