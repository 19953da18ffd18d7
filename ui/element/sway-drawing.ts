import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Drawing } from '../../sim/chart/marks.ts';
import { markTemplates } from './mark-templates.ts';

/** A finished drawing of a chart, the same marks as in a report. With `decorative`, its numbers stand beside it as text. */
@customElement('sway-drawing')
export class SwayDrawing extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    svg {
      display: block;
      max-width: 100%;
      height: auto;
      font-family: var(--font);
      font-variant-numeric: tabular-nums;
    }
  `;

  @property({ attribute: false }) drawing: Drawing | null = null;
  @property({ type: Boolean }) decorative = false;

  override render() {
    if (this.drawing === null) return nothing;
    const { width, height, title, description, marks } = this.drawing;
    return html`<svg
      viewBox="0 0 ${width} ${height}" width=${width} height=${height}
      role=${this.decorative ? 'presentation' : 'img'}
      aria-hidden=${this.decorative ? 'true' : nothing}
      aria-label=${this.decorative ? nothing : `${title}. ${description}`}
    >${markTemplates(marks)}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-drawing': SwayDrawing;
  }
}
