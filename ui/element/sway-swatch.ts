import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { colour, seriesStroke } from '../../sim/chart/palette.ts';

/** A piece of a strategy's line, as charts draw it; the name stands beside it. */
@customElement('sway-swatch')
export class SwaySwatch extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
    }
  `;

  @property({ attribute: false }) look = 0;

  override render() {
    const { ink, dash } = seriesStroke(this.look, 2.5);
    return html`<svg width="22" height="10" aria-hidden="true">
      ${svg`<line x1="0" y1="5" x2="22" y2="5" stroke=${colour(ink, 'variables')} stroke-width="2.5" stroke-dasharray=${dash ?? 'none'} />`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-swatch': SwaySwatch;
  }
}
