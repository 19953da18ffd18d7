import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../style/shared.ts';

export interface TableRow {
  readonly head: string;
  readonly cells: readonly string[];
}

/** The numbers of a chart as a real table, in a box that scrolls, by keyboard too. */
@customElement('sway-table')
export class SwayTable extends LitElement {
  static override styles = [
    shared,
    css`
      .scroll {
        position: relative;
        max-height: 360px;
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--size-s);
        font-variant-numeric: tabular-nums;
      }
      .caption {
        margin-bottom: var(--space-2);
        color: var(--muted);
        font-size: var(--size-s);
      }
      th,
      td {
        padding: var(--space-1) var(--space-3);
        text-align: right;
        white-space: nowrap;
        border-top: 1px solid var(--line);
      }
      th:first-child {
        text-align: left;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--raised);
        font-weight: 600;
        vertical-align: bottom;
      }
      tbody th {
        font-weight: 500;
      }
      @media print {
        .scroll {
          max-height: none;
          overflow: visible;
        }
      }
    `,
  ];

  @property() caption = '';
  @property({ attribute: false }) head: readonly string[] = [];
  @property({ attribute: false }) rows: readonly TableRow[] = [];

  override render() {
    return html`<p class="caption" aria-hidden="true">${this.caption}</p><div class="scroll" tabindex="0" role="region" aria-label=${this.caption}>
      <table>
        <caption class="visually-hidden">${this.caption}</caption>
        <thead><tr>${this.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
        <tbody>
          ${this.rows.map(({ head, cells }) => html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-table': SwayTable;
  }
}
