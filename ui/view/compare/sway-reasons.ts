import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ShareChart } from '../../../sim/chart/describe.ts';
import { fixed } from '../../../sim/chart/format.ts';
import { reasonChart } from '../../../sim/chart/reason-chart.ts';
import { layoutShareChart, shareHeight } from '../../../sim/chart/share-chart.ts';
import { REASON_NAMES } from '../../../sim/experiment/reasons.ts';
import type { App } from '../../app.ts';
import { chartToolsStyle } from '../../element/chart-tools-style.ts';
import { ElementInTurn } from '../../element/in-turn.ts';
import '../../element/sway-chart-menu.ts';
import '../../element/sway-drawing.ts';
import '../../element/sway-table.ts';
import { Width } from '../../element/width.ts';
import { capital } from '../../element/words.ts';
import type { LabResult } from '../../lab/protocol.ts';
import { Follow } from '../../state/follow.ts';
import { shared } from '../../style/shared.ts';
import type { Cast } from '../charts.ts';
import { pageStyle } from '../page-style.ts';
import { type Reasons, reasonsUntil } from './reasons.ts';

/** Why people bought, strategy by strategy: who or what was behind what spoke for each purchase. */
@customElement('sway-reasons')
export class SwayReasons extends ElementInTurn {
  static override styles = [
    shared,
    pageStyle,
    chartToolsStyle,
    css`
      sway-table {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) result!: LabResult;
  @property({ attribute: false }) cast!: Cast;
  @state() private _table = false;

  readonly #week = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view.week,
  );
  readonly #width = new Width(this);

  override render() {
    const { comparison, reasons } = this.result;
    const weeks = comparison.strategies[0].weekly.adoption.length;
    const week = Math.min(this.#week.value ?? weeks, weeks);
    const found = this.cast.names.flatMap((name) => {
      const own = reasons.find(({ strategy }) => strategy === name);
      return own === undefined ? [] : [reasonsUntil(own, week)];
    });
    if (found.length === 0) return html`<h2>Why people bought</h2><p class="quiet">The reasons come with the first complete run.</p>`;
    const chart = reasonChart(found, week);
    const runs = Math.min(...reasons.map((own) => own.runs));
    return html`
      <div class="head">
        <h2>Why people bought</h2>
        <div class="tools">
          <sway-chart-menu .app=${this.app} .chart=${chart}></sway-chart-menu>
          <button class="plain" aria-pressed=${this._table} @click=${() => {
            this._table = !this._table;
          }}>Table<span class="visually-hidden"> of what spoke for purchases</span></button>
        </div>
      </div>
      <p class="lead">
        Each purchase is divided over all that spoke for it, and what people had come to feel, know and expect over what had built that.
        Weeks 1 to ${week}, mean of ${runs} ${runs === 1 ? 'run' : 'runs'}. This is what was on people’s minds; what a strategy caused is the
        difference from doing nothing.
      </p>
      ${this.#width.value > 0 ? html`<sway-drawing .drawing=${this.#drawn(chart)}></sway-drawing>` : nothing}
      ${this._table ? tableOf(found, week) : nothing}
    `;
  }

  /** The page says the title itself. */
  #drawn(chart: ShareChart) {
    const untitled = { ...chart, title: '' };
    const width = this.#width.value;
    return { ...layoutShareChart(untitled, { width, height: shareHeight(untitled, width) }), title: chart.title };
  }
}

function tableOf(found: readonly Reasons[], week: number) {
  const rows = found.map(({ strategy, purchases, shares }) => ({
    head: strategy,
    cells: [fixed(purchases, 2), ...REASON_NAMES.map((_, at) => (shares.length === 0 ? '–' : `${fixed(100 * shares[at], 1)} %`))],
  }));
  return html`<sway-table
    .caption=${`What spoke for purchases in weeks 1 to ${week}, as shares`}
    .head=${['Strategy', 'Purchases a person', ...REASON_NAMES.map(capital)]}
    .rows=${rows}
  ></sway-table>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-reasons': SwayReasons;
  }
}
