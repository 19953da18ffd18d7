import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { seriesInk } from '../../sim/chart/palette.ts';

/**
 * A quantity over weeks as a strip of colour: the deeper, the larger; above 0 in one hue and below in another. Its numbers stand beside it as
 * text.
 */
@customElement('sway-heat-strip')
export class SwayHeatStrip extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
      height: 18px;
      min-width: 90px;
      border-radius: 3px;
      overflow: hidden;
      background: var(--sunken);
    }
    canvas {
      display: block;
      width: 100%;
      height: 100%;
      image-rendering: pixelated;
    }
    .week {
      position: absolute;
      top: 0;
      bottom: 0;
      width: 2px;
      background: var(--ink);
    }
  `;

  /** One value a week. */
  @property({ attribute: false }) values: Float32Array = new Float32Array();
  /** Size at which the colour is deepest. */
  @property({ attribute: false }) most = 1;
  /** Week that is marked, from 1. */
  @property({ attribute: false }) week = 1;
  @query('canvas') private readonly _canvas!: HTMLCanvasElement;
  @query('.week') private readonly _mark!: HTMLElement;

  override render() {
    return html`<canvas aria-hidden="true"></canvas><span class="week"></span>`;
  }

  override updated(): void {
    const { values, most, _canvas: canvas } = this;
    this._mark.style.setProperty('left', `calc(${((this.week - 0.5) / Math.max(1, values.length)) * 100}% - 1px)`);
    canvas.width = Math.max(1, values.length);
    canvas.height = 1;
    const context = canvas.getContext('2d');
    if (context === null) return;
    const style = getComputedStyle(this);
    const [above, below] = [0, 1].map((look) => style.getPropertyValue(`--chart-${seriesInk(look)}`) || 'currentColor');
    values.forEach((value, week) => {
      context.globalAlpha = Math.min(1, Math.abs(value) / most);
      context.fillStyle = value < 0 ? below : above;
      context.fillRect(week, 0, 1, 1);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-heat-strip': SwayHeatStrip;
  }
}
