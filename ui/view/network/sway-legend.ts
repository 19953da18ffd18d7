import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../style/shared.ts';
import type { LegendEntry } from './state-colours.ts';

/** What the colours mean, with the number of people in each. */
@customElement('sway-legend')
export class SwayLegend extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        list-style: none;
        font-size: var(--size-s);
      }
      li {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
      }
      svg {
        flex: none;
        forced-color-adjust: none;
      }
      .count {
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly LegendEntry[] = [];
  /** What is shown, such as "Journey stage". */
  @property({ attribute: false }) heading = '';

  override render() {
    return html`<ul aria-label="Colours: ${this.heading}">
      ${this.entries.map(
        ({ colour, text, count }) => html`<li>
          <svg width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="6" fill=${colour} /></svg>
          ${text} ${count === null ? '' : html`<span class="count">${count}</span>`}
        </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-legend': SwayLegend;
  }
}
