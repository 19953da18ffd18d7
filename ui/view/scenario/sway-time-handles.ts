import { css, html, LitElement, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { shared } from '../../style/shared.ts';
import type { Frame } from './keyframes.ts';
import { type Box, weekAt, weekTicks, weekX } from './timeline.ts';

/** What a handle is moved to: a week, and a height from 0 to 1 where it has one. */
export interface Move {
  readonly at: number;
  readonly week: number;
  readonly height: number | null;
}

/** Keys in a burst are one change, as with a slider. */
const BURST = 500;
const HANDLE = 7;

/**
 * A time axis with keyframes to drag. Keys on a keyframe: left and right a week (Page keys a quarter), up and down its height, Enter adds
 * one after it, Delete removes it, Space changes between a step and an even move to the next. What lies behind is the `drawing`.
 *
 * Emits `move` ({@link Move}), `settle`, `add` (a week), `remove` (a place), `bend` (a place), `choose` (a place).
 */
@customElement('sway-time-handles')
export class SwayTimeHandles extends LitElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
        overflow: visible;
        touch-action: pan-y;
        user-select: none;
      }
      text {
        fill: var(--muted);
        font-size: 11px;
        font-variant-numeric: tabular-nums;
      }
      /* What a drawing is made of. */
      .band {
        stroke: var(--raised);
        stroke-width: 1;
      }
      text.band-name {
        fill: var(--ink);
        font-size: 11.5px;
        font-weight: 550;
      }
      .area {
        fill: var(--chart-series-0);
        fill-opacity: 0.16;
      }
      .line {
        fill: none;
        stroke: var(--chart-series-0);
        stroke-width: 2;
      }
      .axis {
        stroke: var(--line);
      }
      .ground {
        fill: var(--raised);
        stroke: var(--line);
        cursor: copy;
      }
      g[role="slider"] {
        cursor: grab;
        touch-action: none;
      }
      g[role="slider"]:focus {
        outline: none;
      }
      .grip {
        fill: transparent;
      }
      .stem {
        stroke: var(--ink);
        stroke-opacity: 0.5;
        stroke-dasharray: 2 3;
      }
      .knob {
        fill: var(--raised);
        stroke: var(--ink);
        stroke-width: 2;
      }
      .chosen .knob {
        fill: var(--accent);
        stroke: var(--accent);
      }
      .chosen .stem {
        stroke: var(--accent);
        stroke-opacity: 1;
        stroke-dasharray: none;
      }
      g[role="slider"]:focus-visible .knob {
        stroke: var(--focus);
        stroke-width: 4;
      }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) frames: readonly Frame[] = [];
  /** Heights of the keyframes, 0 to 1; null where only weeks matter. */
  @property({ attribute: false }) heights: readonly number[] | null = null;
  /** What a keyframe says, for screen readers. */
  @property({ attribute: false }) texts: readonly string[] = [];
  @property({ type: Number }) horizon = 156;
  @property({ type: Number }) chosen = 0;
  @property({ type: Number }) drawn = 120;
  /** Draws what lies behind the handles. */
  @property({ attribute: false }) drawing: (box: Box) => unknown = () => null;
  @state() private _width = 640;
  @query('svg') private _svg!: SVGSVGElement;

  #watch: ResizeObserver | null = null;
  #burst: ReturnType<typeof setTimeout> | undefined;

  get #box(): Box {
    return { left: 12, right: this._width - 12, top: 16, bottom: 16 + this.drawn };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch = new ResizeObserver(([entry]) => {
      const width = Math.round(entry.contentRect.width);
      // In the next frame, since the drawing's own height follows from its width.
      if (width > 0 && width !== this._width) requestAnimationFrame(() => (this._width = width));
    });
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#settle();
  }

  #emit(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #settle(): void {
    clearTimeout(this.#burst);
    this.#burst = undefined;
    this.#emit('settle');
  }

  /** Place of a pointer in the drawing's own pixels. */
  #place(event: PointerEvent | MouseEvent): { x: number; y: number } {
    const { left, top, width } = this._svg.getBoundingClientRect();
    const scale = this._width / width;
    return { x: (event.clientX - left) * scale, y: (event.clientY - top) * scale };
  }

  #drag(event: PointerEvent, at: number): void {
    const handle = event.currentTarget as SVGGElement;
    if (event.type === 'pointerdown') {
      this.#emit('choose', at);
      handle.setPointerCapture(event.pointerId);
    }
    if (event.type === 'pointermove' && handle.hasPointerCapture(event.pointerId)) {
      const { x, y } = this.#place(event);
      const { top, bottom } = this.#box;
      const height = this.heights === null ? null : Math.min(1, Math.max(0, (bottom - y) / (bottom - top)));
      this.#emit('move', { at, week: weekAt(x, this.horizon, this.#box), height } satisfies Move);
    }
    if (event.type === 'pointerup' || event.type === 'pointercancel') this.#settle();
  }

  /** Ends a burst of keys, where there is one. */
  #rest(): void {
    if (this.#burst !== undefined) this.#settle();
  }

  #press(event: KeyboardEvent, at: number): void {
    // A command, such as undo, finds everything settled.
    if (event.ctrlKey || event.metaKey || event.altKey) {
      this.#rest();
      return;
    }
    const far = event.shiftKey ? 4 : 1;
    const { week } = this.frames[at];
    const height = this.heights?.[at] ?? null;
    const weeks = { ArrowLeft: -far, ArrowRight: far, PageDown: -13, PageUp: 13 }[event.key];
    const up = { ArrowUp: 0.02 * far, ArrowDown: -0.02 * far }[event.key];
    if (weeks !== undefined || (up !== undefined && height !== null)) {
      const moved = height === null ? null : Math.min(1, Math.max(0, height + (up ?? 0)));
      this.#emit('move', { at, week: week + (weeks ?? 0), height: moved } satisfies Move);
      clearTimeout(this.#burst);
      this.#burst = setTimeout(() => this.#settle(), BURST);
    } else if (event.key === 'Enter') this.#emit('add', (week + (this.frames[at + 1]?.week ?? this.horizon)) / 2);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#emit('remove', at);
    else if (event.key === ' ') this.#emit('bend', at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Puts the focus on a keyframe, in the next frame: one that was just added is drawn by then. */
  async focusFrame(at: number): Promise<void> {
    await new Promise(requestAnimationFrame);
    this.renderRoot.querySelectorAll<SVGGElement>('[role="slider"]')[at]?.focus();
  }

  override render() {
    const box = this.#box;
    const height = box.bottom + 24;
    const ticks = weekTicks(this.horizon, this._width);
    return html`<svg viewBox="0 0 ${this._width} ${height}" role="group" aria-label=${this.label}>
      <rect
        class="ground"
        x=${box.left}
        y=${box.top}
        width=${Math.max(0, box.right - box.left)}
        height=${box.bottom - box.top}
        @dblclick=${(event: MouseEvent) => this.#emit('add', weekAt(this.#place(event).x, this.horizon, box))}
      />
      ${this.drawing(box)}
      <g aria-hidden="true">
        ${ticks.map((week) => svg`<line class="axis" x1=${weekX(week, this.horizon, box)} x2=${weekX(week, this.horizon, box)} y1=${box.bottom} y2=${box.bottom + 5} /><text x=${weekX(week, this.horizon, box)} y=${box.bottom + 18} text-anchor=${week === 0 ? 'start' : 'middle'}>${week === 0 ? 'week 0' : week}</text>`)}
      </g>
      ${this.frames.map((frame, at) => this.#handle(frame, at, box))}
    </svg>`;
  }

  #handle(frame: Frame, at: number, box: Box) {
    const x = weekX(frame.week, this.horizon, box);
    const y = this.heights === null ? box.top : box.bottom - (box.bottom - box.top) * this.heights[at];
    const drag = (event: PointerEvent) => this.#drag(event, at);
    return svg`<g
      role="slider"
      tabindex="0"
      class=${at === this.chosen ? 'chosen' : ''}
      aria-label=${`Keyframe ${at + 1} of ${this.frames.length}`}
      aria-valuemin="0"
      aria-valuemax=${this.horizon}
      aria-valuenow=${frame.week}
      aria-valuetext=${`week ${frame.week}, ${this.texts[at] ?? ''}`}
      @pointerdown=${drag}
      @pointermove=${drag}
      @pointerup=${drag}
      @pointercancel=${drag}
      @focus=${() => this.#emit('choose', at)}
      @blur=${this.#rest}
      @keydown=${(event: KeyboardEvent) => this.#press(event, at)}
    >
      <line class="stem" x1=${x} x2=${x} y1=${box.top} y2=${box.bottom} />
      <circle class="grip" cx=${x} cy=${y} r="20" />
      <circle class="knob" cx=${x} cy=${y} r=${HANDLE} />
    </g>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-time-handles': SwayTimeHandles;
  }
}
