import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../app.ts';
import { Follow } from '../state/follow.ts';
import { shared } from '../style/shared.ts';
import { SHOWN_PAGES } from './pages.ts';
import './sway-run-status.ts';

/** The pages, and how far the laboratory is. */
@customElement('sway-navigation')
export class SwayNavigation extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: end;
        gap: var(--space-4);
        padding: 0 var(--space-5);
      }
      /* Pages that there is no room for fade out at the side, where one can scroll to them. */
      nav {
        min-width: 0;
        flex: 1;
        margin: 0 calc(-1 * var(--space-3));
        mask-image: linear-gradient(to right, transparent, #000 var(--space-3), #000 calc(100% - var(--space-5)), transparent);
      }
      ul {
        display: flex;
        gap: var(--space-1);
        padding-right: var(--space-5);
        list-style: none;
        overflow-x: auto;
        scrollbar-width: none;
      }
      button {
        position: relative;
        min-height: 40px;
        border: 0;
        border-radius: var(--radius) var(--radius) 0 0;
        background: none;
        color: var(--muted);
        font-size: var(--size-m);
      }
      button:hover:not(:disabled) {
        background: none;
        color: var(--ink);
      }
      button:focus-visible {
        outline-offset: -3px;
      }
      [aria-current="page"] {
        color: var(--ink);
        font-weight: 600;
      }
      [aria-current="page"]::after {
        content: "";
        position: absolute;
        inset: auto var(--space-3) 0;
        height: 3px;
        border-radius: 3px 3px 0 0;
        background: var(--accent);
      }
      @media (max-width: 720px) {
        :host {
          flex-direction: column-reverse;
          align-items: stretch;
          gap: 0;
          padding: 0 var(--space-3);
        }
        button {
          min-height: 44px;
        }
      }
      @media (forced-colors: active) {
        [aria-current="page"]::after {
          background: Highlight;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #page = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view.page,
  );

  override updated(): void {
    this.renderRoot.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  override render() {
    return html`
      <nav aria-label="Pages">
        <ul>
          ${SHOWN_PAGES.map(
            ({ name, title, meaning }) => html`<li>
              <button
                title=${meaning}
                aria-current=${this.#page.value === name ? 'page' : 'false'}
                @click=${() => this.app.show({ page: name })}
              >${title}</button>
            </li>`,
          )}
        </ul>
      </nav>
      <sway-run-status .app=${this.app}></sway-run-status>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-navigation': SwayNavigation;
  }
}
