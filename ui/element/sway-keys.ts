import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isMac } from '../command/is-mac.ts';
import { keyCaps } from '../command/keys.ts';
import { shared } from '../style/shared.ts';

/** The keys of a command, drawn as caps. */
@customElement('sway-keys')
export class SwayKeys extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        gap: var(--space-1);
        white-space: nowrap;
      }
      .then {
        color: var(--muted);
        font-size: var(--size-xs);
      }
    `,
  ];

  /** As a command has them: `Ctrl+K`, `g n`. */
  @property() keys = '';

  override render() {
    if (this.keys === '') return nothing;
    return keyCaps(this.keys, isMac).map(
      (caps, at) => html`${at > 0 ? html`<span class="then">then</span>` : nothing}${caps.map((cap) => html`<kbd>${cap}</kbd>`)}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-keys': SwayKeys;
  }
}
