import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ReplayState } from '../../../sim/experiment/replay/replay.ts';
import type { TribeMap } from '../../../sim/experiment/replay/tribe-map.ts';
import { shared } from '../../style/shared.ts';
import type { Ground } from './state-colours.ts';
import { type TribePlace, tribePlaces } from './tribe-places.ts';
import { tribeScene } from './tribe-scene.ts';

const SIDE = 600;

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

  /** Where tribes stand, in a square of `side` units. */
  get placed(): { readonly places: readonly TribePlace[]; readonly side: number } {
    if (this.#places?.map !== this.map) this.#places = { map: this.map, places: tribePlaces(this.map, SIDE) };
    return { places: this.#places.places, side: SIDE };
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

  override render() {
    const { lines, tribes } = tribeScene(this.map, this.state, this.week, this.placed.places, this.ground);
    return html`<svg viewBox="-8 -8 ${SIDE + 16} ${SIDE + 16}" role="group" aria-label="Tribes and the ties between them, ${this.state.title} in week ${this.week}">
      ${lines.map(({ from, to, width, opacity }) => svg`<line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} stroke="var(--chart-muted, #888)" stroke-width=${width} opacity=${opacity} />`)}
      ${tribes.map(({ x, y, radius, tribe, people, colour, meaning, named }, position) => {
        const name = this.nameOf(tribe);
        return svg`<g
          class="tribe"
          role="button"
          tabindex=${position === this.#at ? 0 : -1}
          aria-pressed=${tribe === this.chosen}
          aria-label="${name}, ${people} people, ${meaning}"
          @click=${() => this.#say(position)}
          @keydown=${(event: KeyboardEvent) => this.#key(event, position)}
        >
          <circle cx=${x} cy=${y} r=${radius} fill=${colour} stroke="var(--chart-paper, #fff)" stroke-width="1.5" />
          <title>${name}: ${people} people, ${meaning}</title>
          ${named ? svg`<text x=${x} y=${y}>${name}</text>` : ''}
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
