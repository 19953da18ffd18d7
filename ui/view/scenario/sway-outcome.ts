import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatValue } from '../../../sim/chart/format.ts';
import { seriesStroke } from '../../../sim/chart/palette.ts';
import type { App } from '../../app.ts';
import '../../element/sway-swatch.ts';
import { Follow } from '../../state/follow.ts';
import { shared } from '../../style/shared.ts';
import { castOf, chartOf } from '../charts.ts';
import { sparkline } from './sparkline.ts';

const WIDTH = 208;
const HEIGHT = 92;

/** What a change does, while it is made: adoption under each strategy, small, beside the settings. */
@customElement('sway-outcome')
export class SwayOutcome extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
      }
      h2 {
        font-size: var(--size-s);
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
        margin: var(--space-2) 0;
      }
      .stale {
        opacity: 0.45;
      }
      .axis {
        stroke: var(--line);
      }
      dl div {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--size-xs);
        line-height: 1.7;
      }
      dt {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      dd {
        margin-left: auto;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      dd.quiet {
        font-weight: 400;
      }
      p {
        color: var(--muted);
        font-size: var(--size-xs);
      }
      @media (max-width: 900px) {
        section {
          display: grid;
          grid-template: "title title" auto "picture list" auto "note note" auto / 1fr 1fr;
          gap: 0 var(--space-3);
        }
        h2 {
          grid-area: title;
        }
        svg {
          grid-area: picture;
        }
        dl {
          grid-area: list;
        }
        p {
          grid-area: note;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #lab = new Follow(
    this,
    () => this.app.results,
    (lab) => lab,
  );
  readonly #shown = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view.shown,
  );
  /** Highest value drawn so far while a control is held, so that the scale does not jump under the hand. */
  #top = 0;

  override render() {
    const { result, stale } = this.#lab.value;
    if (result === null) return html`<section><h2>Adoption</h2><p>The first runs are on their way.</p></section>`;
    // Which strategies are drawn depends on the view as well.
    void this.#shown.value;
    const { lines, weeks, runs } = chartOf(result, 'adoption', castOf(this.app));
    const medians = lines.map(({ name, look, points }) => ({ name, look, values: points.map((point) => point.q50 ?? Number.NaN) }));
    const highest = Math.max(0.01, ...medians.flatMap(({ values }) => values.filter(Number.isFinite)));
    this.#top = this.app.state.state.dragging ? Math.max(this.#top, highest) : highest;
    return html`<section class=${stale ? 'stale' : ''} aria-label="Outcome">
      <h2>Adoption in ${weeks} weeks</h2>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        <line class="axis" x1="6" x2=${WIDTH - 6} y1=${HEIGHT - 6} y2=${HEIGHT - 6} />
        ${medians.map(({ look, values }) => {
          const { ink, dash } = seriesStroke(look, 2);
          return svg`<path d=${sparkline(values, WIDTH, HEIGHT, this.#top)} fill="none" stroke="var(--chart-${ink})" stroke-width="2" stroke-dasharray=${dash ?? nothing} stroke-linejoin="round" />`;
        })}
      </svg>
      <dl>
        ${medians.map(
          ({ name, look, values }) => html`<div><dt><sway-swatch .look=${look}></sway-swatch> ${name}</dt>${reached(values, weeks)}</div>`,
        )}
      </dl>
      <p>${runs === 1 ? 'One run of each.' : `Medians of ${runs} runs.`}</p>
    </section>`;
  }
}

/** The value at the end, or how far a first run has come. */
function reached(values: readonly number[], weeks: number) {
  const at = values.findLastIndex((value) => Number.isFinite(value));
  if (at === weeks - 1) return html`<dd>${formatValue(values[at], 'share')}</dd>`;
  return html`<dd class="quiet">${at < 0 ? 'to come' : `week ${at + 1} …`}</dd>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-outcome': SwayOutcome;
  }
}
