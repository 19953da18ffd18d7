import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { seriesStroke } from '../../../sim/chart/palette.ts';
import type { App } from '../../app.ts';
import type { Draft } from '../../state/app-state.ts';
import { strategyLooks } from '../../state/looks.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { shared } from '../../style/shared.ts';
import { sparkline } from './sparkline.ts';
import { type Thumbnail, thumbnailOf } from './thumbnails.ts';

const WIDTH = 240;
const HEIGHT = 84;

/** Adoption under each strategy of a scenario, small: one run of the model, made when the card comes into view. */
@customElement('sway-thumbnail')
export class SwayThumbnail extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        aspect-ratio: ${WIDTH} / ${HEIGHT};
        background: var(--sunken);
        border-radius: var(--radius);
        overflow: hidden;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
      }
      p {
        display: grid;
        place-content: center;
        height: 100%;
        color: var(--muted);
        font-size: var(--size-xs);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) draft!: Draft;
  @state() private _lines: Thumbnail | null = null;
  @state() private _failed = false;

  #watch: IntersectionObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.#draw();
    });
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
  }

  async #draw(): Promise<void> {
    this.#watch?.disconnect();
    try {
      this._lines = await thumbnailOf(this.app.host, this.draft, () => this.isConnected);
    } catch {
      this._failed = this.isConnected;
    }
  }

  override render() {
    if (this._lines === null) return html`<p>${this._failed ? 'No picture' : 'Running …'}</p>`;
    const lines = Object.entries(this._lines);
    const looks = strategyLooks(scenarioOf(this.draft));
    const top = Math.max(0.01, ...lines.flatMap(([, line]) => [...line].filter(Number.isFinite)));
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" preserveAspectRatio="none">
      ${lines.map(([name, line]) => {
        const { ink, dash } = seriesStroke(looks.get(name) ?? 0, 2);
        return svg`<path d=${sparkline(line, WIDTH, HEIGHT, top)} fill="none" stroke="var(--chart-${ink})" stroke-width="1.8" stroke-dasharray=${dash ?? nothing} stroke-linejoin="round" vector-effect="non-scaling-stroke" />`;
      })}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-thumbnail': SwayThumbnail;
  }
}
