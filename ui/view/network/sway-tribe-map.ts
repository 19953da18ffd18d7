import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { NO_VALUE, STEPS } from '../../../sim/experiment/replay/codes.ts';
import type { ReplayState } from '../../../sim/experiment/replay/replay.ts';
import type { TribeMap } from '../../../sim/experiment/replay/tribe-map.ts';
import { shared } from '../../style/shared.ts';
import { coloursOf, type Ground } from './state-colours.ts';
import { type TribePlace, tribePlaces } from './tribe-places.ts';

const SIDE = 600;
/** Lines between tribes: the strongest of these many. */
const LINES = 400;

/** Tribes as circles, as large as they have people, coloured by a mean; lines are ties between them. Says `tribe` with the number of one. */
@customElement('sway-tribe-map')
export class SwayTribeMap extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        height: 100%;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
        max-height: 640px;
        forced-color-adjust: none;
      }
      .tribe {
        cursor: pointer;
      }
      .tribe:focus {
        outline: none;
      }
      .tribe:focus-visible circle,
      .tribe[aria-pressed='true'] circle {
        stroke: var(--focus);
        stroke-width: 4;
      }
      text {
        font-size: 13px;
        text-anchor: middle;
        dominant-baseline: central;
        pointer-events: none;
        paint-order: stroke;
        stroke: var(--chart-paper, #fff);
        stroke-width: 3px;
        fill: var(--chart-ink, #000);
      }
    `,
  ];

  @property({ attribute: false }) map!: TribeMap;
  @property({ attribute: false }) state!: ReplayState;
  @property({ attribute: false }) week = 1;
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) nameOf: (tribe: number) => string = String;
  @property({ attribute: false }) ground: Ground = 'light';

  #places: { readonly map: TribeMap; readonly places: readonly TribePlace[] } | null = null;
  #at = 0;

  #placed(): readonly TribePlace[] {
    if (this.#places?.map !== this.map) this.#places = { map: this.map, places: tribePlaces(this.map, SIDE) };
    return this.#places.places;
  }

  #mean(position: number): number {
    return this.map.means[this.state.name][this.week * this.map.tribes.length + position];
  }

  #meaning(position: number): string {
    const mean = this.#mean(position);
    if (Number.isNaN(mean)) return 'none yet';
    return this.state.categories === null ? `mean ${mean.toFixed(2)}` : `${(mean * 100).toFixed(0)} % ${this.state.categories[1]}`;
  }

  #say(position: number): void {
    this.dispatchEvent(new CustomEvent('tribe', { detail: this.map.tribes[position] }));
  }

  #key(event: KeyboardEvent, position: number): void {
    const last = this.map.tribes.length - 1;
    const to: Partial<Record<string, number>> = {
      ArrowRight: position + 1,
      ArrowDown: position + 1,
      ArrowLeft: position - 1,
      ArrowUp: position - 1,
      Home: 0,
      End: last,
    };
    if (event.key === 'Enter' || event.key === ' ') this.#say(position);
    else {
      const next = to[event.key];
      if (next === undefined) return;
      this.#at = Math.min(last, Math.max(0, next));
      this.requestUpdate();
      void this.updateComplete.then(() => this.renderRoot.querySelector<SVGElement>('[tabindex="0"]')?.focus());
    }
    event.preventDefault();
  }

  #lines(places: readonly TribePlace[]) {
    const { ties } = this.map;
    const order = Array.from({ length: ties.length / 3 }, (_, tie) => tie).sort((a, b) => ties[3 * b + 2] - ties[3 * a + 2]);
    const most = order.length === 0 ? 1 : ties[3 * order[0] + 2];
    return order.slice(0, LINES).map((tie) => {
      const a = places[ties[3 * tie]];
      const b = places[ties[3 * tie + 1]];
      const share = ties[3 * tie + 2] / most;
      return svg`<line x1=${a.x} y1=${a.y} x2=${b.x} y2=${b.y} stroke="var(--chart-muted, #888)" stroke-width=${0.5 + 7 * share} opacity=${0.12 + 0.3 * share} />`;
    });
  }

  override render() {
    const places = this.#placed();
    // A share has the same scale as a measure from 0 to 1.
    const scale = this.state.categories === null ? this.state : { ...this.state, categories: null, low: 0, high: 1 };
    const colours = coloursOf(scale, this.ground);
    return html`<svg viewBox="-8 -8 ${SIDE + 16} ${SIDE + 16}" role="group" aria-label="Tribes and the ties between them, ${this.state.title} in week ${this.week}">
      ${this.#lines(places)}
      ${places.map(({ x, y, radius }, position) => {
        const tribe = this.map.tribes[position];
        const mean = this.#mean(position);
        const byte = Number.isNaN(mean)
          ? NO_VALUE
          : Math.round(Math.min(1, Math.max(0, (mean - scale.low) / (scale.high - scale.low))) * STEPS);
        const name = this.nameOf(tribe);
        return svg`<g
          class="tribe"
          role="button"
          tabindex=${position === this.#at ? 0 : -1}
          aria-pressed=${tribe === this.chosen}
          aria-label="${name}, ${this.map.sizes[position]} people, ${this.#meaning(position)}"
          @click=${() => this.#say(position)}
          @keydown=${(event: KeyboardEvent) => this.#key(event, position)}
        >
          <circle cx=${x} cy=${y} r=${radius} fill=${colours[byte]} stroke="var(--chart-paper, #fff)" stroke-width="1.5" />
          <title>${name}: ${this.map.sizes[position]} people, ${this.#meaning(position)}</title>
          ${radius >= 24 ? svg`<text x=${x} y=${y}>${name}</text>` : ''}
        </g>`;
      })}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-tribe-map': SwayTribeMap;
  }
}
