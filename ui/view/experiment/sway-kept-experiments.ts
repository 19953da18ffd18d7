import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../style/shared.ts';
import type { KeptExperiment } from './kept-runs.ts';

/** The experiments that this browser holds runs of, to be opened again or forgotten. */
@customElement('sway-kept-experiments')
export class SwayKeptExperiments extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        padding: var(--space-4);
      }
      h2 {
        margin-bottom: var(--space-3);
      }
      ul {
        display: grid;
        gap: var(--space-3);
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        font-size: var(--size-s);
      }
      .buttons {
        display: flex;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) kept: readonly KeptExperiment[] = [];
  /** While an experiment runs, none can be opened or forgotten. */
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) open: (kept: KeptExperiment) => void = () => {};
  @property({ attribute: false }) forget: (kept: KeptExperiment) => void = () => {};

  override render() {
    if (this.kept.length === 0) return nothing;
    return html`<section aria-labelledby="title">
      <h2 id="title">Kept in this browser</h2>
      <ul>
        ${this.kept.map((kept) => {
          const { name, done, runs } = kept;
          return html`<li>
            <span>${name}<br /><span class="quiet number">${done} of ${runs} runs</span></span>
            <span class="buttons">
              <button ?disabled=${this.busy} @click=${() => this.open(kept)}>Open<span class="visually-hidden"> ${name}</span></button>
              <button ?disabled=${this.busy} @click=${() => this.forget(kept)}>Forget<span class="visually-hidden"> ${name}</span></button>
            </span>
          </li>`;
        })}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-kept-experiments': SwayKeptExperiments;
  }
}
