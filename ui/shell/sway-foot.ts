import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ENGINE_ID } from '../../sim/experiment/engine.ts';
import type { App } from '../app.ts';
import { Follow } from '../state/follow.ts';
import { shared } from '../style/shared.ts';

/** The foot: what was last said, and what one should know about this page. */
@customElement('sway-foot')
export class SwayFoot extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--space-1) var(--space-5);
        min-height: 36px;
        align-items: center;
        padding: var(--space-2) var(--space-5);
        border-top: 1px solid var(--line);
        color: var(--muted);
        font-size: var(--size-s);
      }
      @media (max-width: 900px) {
        :host {
          padding: var(--space-2) var(--space-3) 72px;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #said = new Follow(
    this,
    () => this.app.said,
    (text) => text,
  );

  override render() {
    const offline = isSecureContext
      ? 'Works without a network after the first visit.'
      : 'Without a network it works only from https or this machine (localhost).';
    return html`
      <p role="status">${this.#said.value}</p>
      <p>Nothing you open leaves this browser. ${offline} Engine ${ENGINE_ID}.</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-foot': SwayFoot;
  }
}
