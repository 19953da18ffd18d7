import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatRange, formatValue } from '../../../sim/chart/format.ts';
import { metricMeaning, metricTitle } from '../../../sim/chart/metric-text.ts';
import { finding } from '../../../sim/chart/narrative.ts';
import { extentOfRanges, layoutRange, type Range } from '../../../sim/chart/range.ts';
import type { MetricName } from '../../../sim/experiment/metrics.ts';
import type { App } from '../../app.ts';
import { ElementInTurn } from '../../element/in-turn.ts';
import '../../element/sway-drawing.ts';
import '../../element/sway-swatch.ts';
import type { LabResult } from '../../lab/protocol.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { shared } from '../../style/shared.ts';
import { type Cast, lookOf } from '../charts.ts';
import { pageStyle } from '../page-style.ts';
import { amongWhom } from './not-run.ts';
import { tooSoon } from './too-soon.ts';

const FIGURES: readonly MetricName[] = ['adoption', 'active', 'sentiment', 'womRatio', 'romi'];
const SHORT: Partial<Record<MetricName, string>> = { womRatio: 'Word of mouth, + to −' };

/** A board of what matters after 13, 52 and 156 weeks: median with its range, strategy by strategy, and whether one is ahead. */
@customElement('sway-key-figures')
export class SwayKeyFigures extends ElementInTurn {
  static override styles = [
    shared,
    pageStyle,
    css`
      .head {
        justify-content: space-between;
        margin-bottom: var(--space-3);
      }
      .scroll {
        position: relative;
        overflow-x: auto;
      }
      table {
        width: 100%;
        min-width: 700px;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: var(--space-2) var(--space-3) var(--space-2) 0;
        border-top: 1px solid var(--line);
        text-align: left;
        vertical-align: middle;
      }
      thead th {
        border-top: 0;
        color: var(--muted);
        font-size: var(--size-s);
        font-weight: 600;
        vertical-align: bottom;
      }
      tbody th {
        font-size: var(--size-s);
        font-weight: 560;
        min-width: 130px;
        max-width: 210px;
        overflow-wrap: anywhere;
      }
      tbody th span {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
      }
      .value {
        font-size: var(--size-l);
        font-weight: 560;
        line-height: 1.2;
        white-space: nowrap;
      }
      .range {
        color: var(--muted);
        font-size: var(--size-xs);
        white-space: nowrap;
      }
      tfoot th,
      tfoot td {
        padding-bottom: 0;
        color: var(--muted);
        font-size: var(--size-s);
        font-weight: 400;
        vertical-align: middle;
      }
      tfoot button {
        min-height: max(28px, var(--touch));
        margin-left: calc(-1 * var(--space-2));
        padding: 0 var(--space-2);
        font-size: inherit;
        text-align: left;
      }
      tfoot .ahead {
        color: var(--good);
        font-weight: 620;
      }
      .said {
        margin-top: var(--space-2);
        font-size: var(--size-s);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) result!: LabResult;
  @property({ attribute: false }) cast!: Cast;
  @state() private _week: number | null = null;
  /** The metric whose verdict is told in full. */
  @state() private _told: MetricName | null = null;

  override render() {
    const { comparison } = this.result;
    const weeks = comparison.strategies[0].atWeek.map(({ week }) => week);
    const last = weeks[weeks.length - 1];
    const week = weeks.includes(this._week ?? last) ? (this._week ?? last) : last;
    const among = amongWhom(comparison, scenarioOf(this.app.state.state.draft), this.cast);
    const rows = comparison.strategies.filter(({ name }) => this.cast.names.includes(name));
    const decided = tooSoon(this.app, this.result) === null;
    const extents = FIGURES.map((metric) => extentOfRanges(rows.map(({ weekly }) => weekly[metric][week - 1])));
    return html`
      <div class="row head">
        <h2>After ${week} weeks</h2>
        <div class="choice" role="group" aria-label="Look after how many weeks">
          ${weeks.map(
            (each) =>
              html`<button aria-pressed=${each === week} @click=${() => {
                this._week = each;
              }}>${each} weeks</button>`,
          )}
        </div>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label="Key figures">
        <table>
          <thead><tr><th scope="col"><span class="visually-hidden">Strategy</span></th>${FIGURES.map((metric) => html`<th scope="col" title=${metricMeaning(metric)}>${SHORT[metric] ?? metricTitle(metric)}</th>`)}</tr></thead>
          <tbody>
            ${rows.map(
              ({ name, weekly }) => html`<tr>
                <th scope="row"><span><sway-swatch .look=${lookOf(this.cast, name)}></sway-swatch>${name}</span></th>
                ${FIGURES.map((metric, at) => this.#cell(metric, weekly[metric][week - 1], lookOf(this.cast, name), extents[at]))}
              </tr>`,
            )}
          </tbody>
          ${!decided ? nothing : html`<tfoot><tr><th scope="row">Ahead of every other${among === null ? '' : ' shown'}</th>${FIGURES.map((metric) => html`<td>${this.#verdict(metric, week, among)}</td>`)}</tr></tfoot>`}
        </table>
      </div>
      <p class="said" role="status" ?hidden=${!decided || this._told === null}>${decided && this._told !== null ? finding(comparison, this._told, week, among).sentence : ''}</p>
    `;
  }

  #cell(metric: MetricName, range: Range, look: number, extent: readonly [number, number]) {
    const { unit } = this.result.comparison.metricInfo[metric];
    const runs = this.result.comparison.replicates;
    if (range.q50 === null) return html`<td><div class="range">${this.result.early ? 'still to come' : 'undefined'}</div></td>`;
    return html`<td>
      <div class="value">${formatValue(range.q50, unit)}</div>
      ${
        runs > 1
          ? html`<sway-drawing decorative .drawing=${layoutRange(range, look, extent, 130, 14)}></sway-drawing>
            <div class="range">${formatRange(range.q05, range.q95, unit)}</div>`
          : nothing
      }
    </td>`;
  }

  #verdict(metric: MetricName, week: number, among: readonly string[] | null) {
    const { winner, compared, sentence } = finding(this.result.comparison, metric, week, among);
    const told = this._told === metric;
    return html`<button class="plain ${winner === null ? '' : 'ahead'}" title=${sentence} aria-expanded=${told} @click=${() => {
      this._told = told ? null : metric;
    }}>${winner ?? (compared ? 'undecided' : 'not compared')}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-key-figures': SwayKeyFigures;
  }
}
