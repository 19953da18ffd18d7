import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { weekTicks } from '../../sim/chart/axis.ts';
import type { TimeChart } from '../../sim/chart/describe.ts';
import { displayOf, formatRange, formatValue } from '../../sim/chart/format.ts';
import { seriesInk } from '../../sim/chart/palette.ts';
import { cursorMarks, cursorSentence, layoutPlot, type Plot, weekAt } from '../../sim/chart/plot.ts';
import { timeSentence } from '../../sim/chart/sentence.ts';
import { bandCaption, extentOf } from '../../sim/chart/time-chart.ts';
import type { App } from '../app.ts';
import { Follow } from '../state/follow.ts';
import { shared } from '../style/shared.ts';
import { chartToolsStyle } from './chart-tools-style.ts';
import { ElementInTurn } from './in-turn.ts';
import { markTemplates } from './mark-templates.ts';
import { drawRunLines, nearestRun, type RunLines } from './run-lines.ts';
import './sway-chart-menu.ts';
import './sway-table.ts';
import { Width } from './width.ts';

/** Of `run-chosen`: a strategy, and the position of the run among those drawn. */
export interface RunChosen {
  readonly strategy: string;
  readonly run: number;
}

/**
 * Curves over weeks with bands, a cursor that all charts share (pointer or arrow keys), and the same numbers as a table. While a control is
 * held the axis may grow but not shrink.
 *
 * @fires run-chosen - a run's line was clicked
 */
@customElement('sway-time-chart')
export class SwayTimeChart extends ElementInTurn {
  static override styles = [
    shared,
    chartToolsStyle,
    css`
      .measure,
      figcaption {
        color: var(--muted);
        font-size: var(--size-s);
      }
      figcaption {
        margin-top: var(--space-2);
        font-size: var(--size-xs);
      }
      .plot {
        position: relative;
        min-height: 200px;
      }
      svg {
        position: relative;
        display: block;
        font-family: var(--font);
        font-variant-numeric: tabular-nums;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .cursor {
        position: absolute;
        inset: 0;
        touch-action: pan-y;
        cursor: crosshair;
      }
      .stale svg,
      .stale canvas {
        opacity: 0.45;
      }
      svg,
      canvas {
        transition: opacity 120ms;
      }
      @media print {
        svg {
          max-width: 100%;
          height: auto;
        }
        .plot {
          min-height: 0;
        }
      }
      .at {
        min-height: 1.5em;
        color: var(--muted);
        font-size: var(--size-xs);
        font-variant-numeric: tabular-nums;
      }
      sway-table {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) chart!: TimeChart;
  @property({ attribute: false }) lines: readonly RunLines[] | null = null;
  /** Height over width. */
  @property({ attribute: false }) ratio = 0.42;
  /** Said below the chart besides what the bands are, */
  @property() note = '';
  /** or in place of that, where the lines are no medians. */
  @property() caption = '';
  @state() private _seen = false;
  @state() private _table = false;
  @state() private _near: { readonly name: string; readonly run: number } | null = null;
  @query('canvas') private readonly _canvas!: HTMLCanvasElement | null;

  readonly #week = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view.week,
  );
  readonly #dragging = new Follow(
    this,
    () => this.app.state,
    ({ dragging }) => dragging,
  );
  readonly #stale = new Follow(
    this,
    () => this.app.results,
    ({ stale }) => stale,
  );
  readonly #running = new Follow(
    this,
    () => this.app.results,
    ({ status }) => status === 'running',
  );
  readonly #width = new Width(this);
  /** While runs go on, charts out of sight wait until they are looked at, or printed; what they said is then of fewer runs. */
  readonly #sight = new IntersectionObserver(
    ([entry]) => {
      this._seen = entry.isIntersecting;
    },
    { rootMargin: '160px' },
  );
  readonly #beforePrint = (): void => {
    this._seen = true;
    this.performUpdate();
  };
  #plot: Plot | null = null;
  #plotOf: { readonly chart: TimeChart; readonly width: number } | null = null;
  #linesOf: { readonly lines: readonly RunLines[]; readonly plot: Plot } | null = null;
  #locked: readonly [number, number] | null = null;
  #pinned: number | null = null;
  #pointer: { readonly x: number; readonly y: number } | null = null;
  #frame = 0;
  #drawing = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sight.observe(this);
    addEventListener('beforeprint', this.#beforePrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.disconnect();
    removeEventListener('beforeprint', this.#beforePrint);
    cancelAnimationFrame(this.#frame);
    this.#drawing++;
  }

  override shouldUpdate(): boolean {
    return this.#isDue || !this.hasUpdated;
  }

  /** Screen readers come to what is out of sight, too: at the end every chart is drawn. */
  get #isDue(): boolean {
    return this._seen || !this.#running.value;
  }

  override willUpdate(): void {
    const { chart } = this;
    const width = this.#width.value;
    if (width === 0 || !this.#isDue) return;
    const dragging = this.#dragging.value;
    const same = this.#plotOf !== null && this.#plotOf.chart === chart && this.#plotOf.width === width;
    if (same && dragging === (this.#locked !== null)) return;
    const [low, high] = chart.extent ?? extentOf(chart);
    const held = this.#locked ?? [low, high];
    const extent: [number, number] = dragging ? [Math.min(low, held[0]), Math.max(high, held[1])] : [low, high];
    this.#locked = dragging ? extent : null;
    const height = Math.max(200, Math.min(420, Math.round(width * this.ratio)));
    this.#plot = layoutPlot({ ...chart, extent }, { width, height });
    this.#plotOf = { chart, width };
  }

  override updated(): void {
    const { lines } = this;
    if (this._canvas === null || this.#plot === null || lines === null) {
      this.#linesOf = null;
      return;
    }
    if (this.#linesOf?.lines === lines && this.#linesOf.plot === this.#plot) return;
    this.#linesOf = { lines, plot: this.#plot };
    const drawing = ++this.#drawing;
    const style = getComputedStyle(this);
    const colourOf = (look: number) => style.getPropertyValue(`--chart-${seriesInk(look)}`);
    void drawRunLines(this._canvas, this.#plot, lines, this.chart.weeks, colourOf, () => drawing !== this.#drawing);
  }

  override render() {
    const { chart } = this;
    const plot = this.#plot;
    const week = this.#week.value === null ? null : Math.min(this.#week.value, chart.weeks);
    return html`
      <figure class=${this.#stale.value ? 'stale' : ''}>
        <div class="head">
          <div>
            <h3>${chart.title}</h3>
            <p class="measure">${chart.measure}</p>
          </div>
          <div class="tools">
            <sway-chart-menu .app=${this.app} .chart=${chart}></sway-chart-menu>
            <button class="plain" aria-pressed=${this._table} @click=${() => {
              this._table = !this._table;
            }}>Table<span class="visually-hidden"> of ${chart.title}</span></button>
          </div>
        </div>
        <div class="plot">
          ${this.lines === null ? nothing : html`<canvas aria-hidden="true"></canvas>`}
          ${plot === null ? nothing : this.#drawn(plot, week)}
        </div>
        ${plot?.compact ? html`<p class="at" aria-hidden="true">${cursorSentence(chart, week)}</p>` : nothing}
        <figcaption>${this.caption || bandCaption(chart)} ${this.note}${this._near === null ? nothing : html` <strong>Run ${this._near.run + 1} of ${this._near.name}: click to see it in the network.</strong>`}</figcaption>
        ${this._table ? this.#tableOf(week) : nothing}
      </figure>
    `;
  }

  #drawn(plot: Plot, week: number | null) {
    const { chart } = this;
    const { width, height } = plot;
    return html`
      <svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${timeSentence(chart)}>
        ${guard([plot], () => markTemplates(plot.marks))} ${markTemplates(cursorMarks(chart, plot, week))}
      </svg>
      <div
        class="cursor" tabindex="0" role="slider" aria-label="Week, ${chart.title}"
        aria-valuemin="1" aria-valuemax=${chart.weeks} aria-valuenow=${week ?? chart.weeks} aria-valuetext=${cursorSentence(chart, week)}
        @keydown=${this.#onKey}
        @pointerenter=${() => {
          this.#pinned = this.#week.value;
        }}
        @pointermove=${this.#onPointer}
        @pointerleave=${this.#onLeave}
        @click=${this.#onClick}
      ></div>
    `;
  }

  #tableOf(week: number | null) {
    const { chart } = this;
    const ticks = weekTicks(chart.weeks, 40).filter((tick) => tick > 0);
    const weeks = [...new Set([...ticks, chart.weeks, ...(week === null ? [] : [week])])].sort((a, b) => a - b);
    const unit = displayOf(chart.unit).name;
    const rows = weeks.map((each) => ({
      head: String(each),
      cells: chart.lines.map(({ points }) => {
        const point = points[each - 1];
        if (point === undefined || point.q50 === null) return '–';
        return `${formatValue(point.q50, chart.unit)}${chart.runs > 1 ? ` (${formatRange(point.q05, point.q95, chart.unit)})` : ''}`;
      }),
    }));
    const caption = `${chart.title}${unit === '' ? '' : `, ${unit}`}: ${chart.runs > 1 ? `median of ${chart.runs} runs (from the 5 % to the 95 % quantile)` : 'the only run'}`;
    return html`<sway-table .caption=${caption} .head=${['Week', ...chart.lines.map(({ name }) => name)]} .rows=${rows}></sway-table>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { weeks } = this.chart;
    const week = this.#week.value ?? weeks;
    const moved = {
      ArrowLeft: week - 1,
      ArrowDown: week - 1,
      ArrowRight: week + 1,
      ArrowUp: week + 1,
      PageDown: week - 13,
      PageUp: week + 13,
      Home: 1,
      End: weeks,
    }[event.key];
    if (event.key === 'Escape') this.app.show({ week: null });
    if (moved === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#pinned = Math.min(weeks, Math.max(1, moved));
    this.app.show({ week: this.#pinned });
  };

  readonly #onPointer = (event: PointerEvent): void => {
    this.#pointer = { x: event.offsetX, y: event.offsetY };
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#follow());
  };

  #follow(): void {
    this.#frame = 0;
    const plot = this.#plot;
    if (this.#pointer === null || plot === null) return;
    const { x, y } = this.#pointer;
    const week = weekAt(plot, x, this.chart.weeks);
    const inside = x >= plot.frame.left - 8 && x <= plot.frame.right + 4;
    if (inside) this.app.show({ week });
    this._near = this.lines === null || !inside ? null : nearestRun(this.lines, this.chart.weeks, plot, { week, down: y });
  }

  readonly #onLeave = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#pointer = null;
    this._near = null;
    this.app.show({ week: this.#pinned });
  };

  readonly #onClick = (): void => {
    if (this._near !== null) {
      const { name, run } = this._near;
      this.dispatchEvent(new CustomEvent<RunChosen>('run-chosen', { detail: { strategy: name, run } }));
      return;
    }
    this.#pinned = this.#week.value;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-time-chart': SwayTimeChart;
  }
}
