import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app.ts';
import { Follow } from '../../state/follow.ts';
import { type Preset, SCENARIO_PRESETS } from '../../state/presets.ts';
import { shared } from '../../style/shared.ts';
import './sway-thumbnail.ts';

/** The scenarios that ship, each with what the model makes of it. Emits `chosen`. */
@customElement('sway-gallery')
export class SwayGallery extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 232px), 1fr));
        gap: var(--space-4);
        list-style: none;
      }
      li {
        display: grid;
      }
      button {
        display: grid;
        grid-template-rows: auto auto 1fr;
        justify-items: stretch;
        align-items: start;
        gap: var(--space-2);
        height: 100%;
        padding: var(--space-3);
        border-color: var(--line);
        border-radius: var(--radius-l);
        text-align: left;
        white-space: normal;
      }
      button:hover:not(:disabled) {
        border-color: var(--accent);
        background: var(--raised);
      }
      [aria-current="true"] {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      .title {
        font-size: var(--size-m);
        font-weight: 600;
        line-height: 1.3;
      }
      .story {
        color: var(--muted);
        line-height: 1.4;
        display: -webkit-box;
        -webkit-line-clamp: 4;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
      .note {
        margin-bottom: var(--space-3);
        color: var(--muted);
        font-size: var(--size-s);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #name = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft.name,
  );

  #choose({ title, draft }: Preset): void {
    this.app.open(
      `Scenario ${title}`,
      { draft },
      { shown: null, pair: null, strategy: null, replicate: 0, person: null, tribe: null, week: null },
    );
    this.app.announce(`Scenario ${title}.`);
    this.dispatchEvent(new CustomEvent('chosen', { bubbles: true, composed: true }));
  }

  override render() {
    return html`
      <p class="note">Pictures: share of people who ever bought, week by week. One run of up to four strategies in a small market, made by this browser.</p>
      <ul>
        ${SCENARIO_PRESETS.map(
          (preset) => html`<li>
            <button aria-current=${preset.draft.name === this.#name.value ? 'true' : 'false'} @click=${() => this.#choose(preset)}>
              <sway-thumbnail .app=${this.app} .draft=${preset.draft}></sway-thumbnail>
              <span class="title">${preset.title}</span>
              <span class="story">${preset.draft.story}</span>
            </button>
          </li>`,
        )}
      </ul>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-gallery': SwayGallery;
  }
}
