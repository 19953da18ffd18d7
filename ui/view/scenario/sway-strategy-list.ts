import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../style/shared.ts';
import { listStyle } from './list-style.ts';

/** Of `move`: places from 0; the strategy then stands at `to`. */
export interface StrategyMove {
  readonly from: number;
  readonly to: number;
}

/** Pixels after which a press is a drag. */
const SLACK = 6;

/**
 * The strategies in their order, one chosen. One is dragged to its place, or moved there by Alt and an arrow key.
 *
 * Emits `choose` (a place) and `move` ({@link StrategyMove}).
 *
 * @slot - what stands behind the last one
 */
@customElement('sway-strategy-list')
export class SwayStrategyList extends LitElement {
  static override styles = [
    shared,
    listStyle,
    css`
      button {
        max-width: 100%;
        touch-action: pan-y;
        user-select: none;
      }
      button span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      button.held {
        opacity: 0.5;
        cursor: grabbing;
      }
      button.before {
        box-shadow: -4px 0 0 -1px var(--accent);
      }
      button.behind {
        box-shadow: 4px 0 0 -1px var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) chosen = 0;
  @state() private _held: number | null = null;
  @state() private _over: number | null = null;
  #start: { readonly place: number; readonly x: number; readonly y: number } | null = null;
  #dragged = false;

  get #buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  #say(type: 'choose' | 'move', detail: number | StrategyMove): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #down(event: PointerEvent, place: number): void {
    if (event.button !== 0) return;
    this.#start = { place, x: event.clientX, y: event.clientY };
    this.#dragged = false;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  #move(event: PointerEvent): void {
    if (this.#start === null) return;
    if (!this.#dragged && Math.hypot(event.clientX - this.#start.x, event.clientY - this.#start.y) < SLACK) return;
    this.#dragged = true;
    this._held = this.#start.place;
    this._over = this.#placeAt(event.clientX, event.clientY);
  }

  #up(): void {
    const { _held: from, _over: to } = this;
    this.#cancel();
    if (from !== null && to !== null && from !== to) this.#say('move', { from, to });
  }

  #cancel(): void {
    this.#start = null;
    this._held = null;
    this._over = null;
  }

  /** The nearest place: first by row, then across. */
  #placeAt(x: number, y: number): number {
    let best = 0;
    let nearest = Number.POSITIVE_INFINITY;
    for (const [place, button] of this.#buttons.entries()) {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const gap = Math.abs(x - (left + right) / 2) + 20 * Math.max(0, top - y, y - bottom);
      if (gap < nearest) {
        nearest = gap;
        best = place;
      }
    }
    return best;
  }

  #key(event: KeyboardEvent, place: number): void {
    if (event.key === 'Escape' && this.#start !== null) {
      event.stopPropagation();
      this.#cancel();
      return;
    }
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const to = {
      ArrowLeft: place - 1,
      ArrowUp: place - 1,
      ArrowRight: place + 1,
      ArrowDown: place + 1,
      Home: 0,
      End: this.names.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === place || to < 0 || to >= this.names.length) return;
    this.#say('move', { from: place, to });
    // The key may be pressed again: the focus goes with the strategy.
    void this.updateComplete.then(() => this.#buttons[to]?.focus());
  }

  override render() {
    const { _held: held, _over: over } = this;
    const mark = (place: number): string => {
      if (place === held) return 'held';
      if (held === null || place !== over) return '';
      return over < held ? 'before' : 'behind';
    };
    return html`<div class="list" role="group" aria-label="Strategies, in their order" aria-describedby="how">
        ${this.names.map(
          (name, place) => html`<button
            class=${mark(place)}
            aria-pressed=${place === this.chosen}
            title=${name}
            @click=${() => {
              if (!this.#dragged) this.#say('choose', place);
            }}
            @pointerdown=${(event: PointerEvent) => this.#down(event, place)}
            @pointermove=${this.#move}
            @pointerup=${this.#up}
            @pointercancel=${this.#cancel}
            @keydown=${(event: KeyboardEvent) => this.#key(event, place)}
          ><span>${name}</span></button>`,
        )}
        <slot></slot>
      </div>
      <p class="quiet small" id="how">Drag one to its place in charts and tables, or press Alt and an arrow key on it.</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-strategy-list': SwayStrategyList;
  }
}
