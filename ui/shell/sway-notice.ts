import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../app.ts';
import '../element/sway-icon.ts';
import { Follow } from '../state/follow.ts';
import { shared } from '../style/shared.ts';

/** What a person should read before going on: an error with its place, or a piece of news with a button. */
@customElement('sway-notice')
export class SwayNotice extends LitElement {
  static override styles = [
    shared,
    css`
      .notice {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-2) var(--space-5);
        background: var(--accent-soft);
        border-bottom: 1px solid var(--line);
        font-size: var(--size-s);
      }
      .notice.error {
        background: var(--bad-soft);
      }
      .error > sway-icon {
        color: var(--bad);
      }
      .text {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-4);
        color: var(--muted);
      }
      dl div {
        display: flex;
        gap: var(--space-1);
      }
      dt {
        white-space: nowrap;
      }
      @media (max-width: 720px) {
        .notice {
          padding: var(--space-2) var(--space-3);
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #notice = new Follow(
    this,
    () => this.app.notice,
    (notice) => notice,
  );

  #close(): void {
    this.app.notice.set(null);
  }

  override render() {
    const notice = this.#notice.value;
    const places = [
      ['File', notice?.file],
      ['Place', notice?.path],
      ['Found', notice?.found],
      ['Allowed', notice?.allowed],
    ].filter((place): place is [string, string] => typeof place[1] === 'string');
    // The region is always there, so that what appears in it is read out.
    return html`<div role=${notice?.kind === 'error' ? 'alert' : 'status'}>
      ${
        notice === null
          ? nothing
          : html`<div class="notice ${notice.kind}">
              <sway-icon name=${notice.kind === 'error' ? 'warning' : 'information'}></sway-icon>
              <div class="text">
                <p>${notice.text}</p>
                ${places.length === 0 ? nothing : html`<dl>${places.map(([term, text]) => html`<div><dt>${term}:</dt><dd>${text}</dd></div>`)}</dl>`}
              </div>
              ${
                notice.action === undefined
                  ? nothing
                  : html`<button @click=${() => {
                      this.#close();
                      notice.action?.run();
                    }}>${notice.action.title}</button>`
              }
              <button class="plain icon" aria-label="Close this notice" @click=${this.#close}><sway-icon name="close"></sway-icon></button>
            </div>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-notice': SwayNotice;
  }
}
