import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pairSeenFrom } from '../../../sim/chart/catalogue.ts';
import type { TimeChart } from '../../../sim/chart/describe.ts';
import { formatInterval, formatProbability } from '../../../sim/chart/format.ts';
import { metricMeaning, metricTitle } from '../../../sim/chart/metric-text.ts';
import { METRICS, type MetricName } from '../../../sim/experiment/metrics.ts';
import type { App } from '../../app.ts';
import { ElementInTurn } from '../../element/in-turn.ts';
import '../../element/sway-table.ts';
import type { RunChosen } from '../../element/sway-time-chart.ts';
import '../../element/sway-time-chart.ts';
import { pairOf } from '../../lab/lab-request.ts';
import type { DifferenceCourse, LabResult } from '../../lab/protocol.ts';
import { Follow } from '../../state/follow.ts';
import { shared } from '../../style/shared.ts';
import { type Cast, chartOf, lookOf, runLinesOf } from '../charts.ts';
import { pageStyle } from '../page-style.ts';
import { pairSentence } from './pair-sentence.ts';
import { tooSoon } from './too-soon.ts';

/** Two strategies against each other in any metric: its course, and the difference in runs that had the same luck. */
@customElement('sway-difference')
export class SwayDifference extends ElementInTurn {
  static override styles = [
    shared,
    pageStyle,
    css`
      .row {
        margin-bottom: var(--space-4);
      }
      select {
        max-width: 260px;
      }
      .said {
        max-width: 75ch;
        margin-bottom: var(--space-4);
        font-weight: 560;
      }
      .said.open {
        font-weight: 400;
      }
      sway-table {
        margin-top: var(--space-4);
      }
      .early {
        align-self: center;
        color: var(--muted);
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) result!: LabResult;
  @property({ attribute: false }) cast!: Cast;

  readonly #view = new Follow(
    this,
    () => this.app.state,
    ({ view }) => `${view.metric} ${view.pair?.join()}`,
  );

  override render() {
    void this.#view.value;
    const { view } = this.app.state.state;
    const pair = pairOf(this.cast.names, view);
    if (pair === null) return html`<p class="quiet">Show a second strategy to see how they differ.</p>`;
    const [a, b] = pair;
    const { comparison, early, difference } = this.result;
    const names = [...this.cast.names, ...(this.cast.names.includes('nothing') ? [] : ['nothing'])];
    const current = difference !== null && difference.a === a && difference.b === b && difference.metric === view.metric;
    const weeks = comparison.strategies[0].atWeek.map(({ week }) => week);
    const last = weeks[weeks.length - 1];
    const soon = tooSoon(this.app, this.result) !== null;
    const verdict = soon ? null : (pairSeenFrom(comparison, view.metric, last, a, b)?.verdict ?? null);
    return html`
      <div class="row">
        ${this.#picker('First strategy', a, names, b, (name) => this.app.show({ pair: [name, b] }))}
        <button @click=${() => this.app.show({ pair: [b, a] })}>Swap</button>
        ${this.#picker('against', b, names, a, (name) => this.app.show({ pair: [a, name] }))}
        <label>in
          <select @change=${(event: Event) => this.app.show({ metric: (event.target as HTMLSelectElement).value as MetricName })}>
            ${METRICS.map(({ name }) => html`<option value=${name} ?selected=${name === view.metric}>${metricTitle(name)}</option>`)}
          </select>
        </label>
      </div>
      ${soon ? nothing : html`<p class="said ${verdict === 'undecided' ? 'open' : ''}">${pairSentence(comparison, view.metric, last, a, b)}</p>`}
      <div class="two">
        <sway-time-chart .app=${this.app} .chart=${chartOf(this.result, view.metric, this.cast)} .lines=${runLinesOf(this.result, view.metric, this.cast)} .ratio=${0.55}
          @run-chosen=${(event: CustomEvent<RunChosen>) => this.dispatchEvent(new CustomEvent('run-chosen', { detail: event.detail }))}></sway-time-chart>
        ${
          current && !early
            ? html`<sway-time-chart .app=${this.app} .chart=${this.#chartOf(difference)} .ratio=${0.55} .note=${`Pairs had the same luck.${comparison.metricInfo[view.metric].unit === 'share' ? ' In percentage points.' : ''}`}></sway-time-chart>`
            : html`<p class="early">The difference comes with the first complete replicate, its band with the second.</p>`
        }
      </div>
      ${soon ? nothing : html`<sway-table .caption=${`${metricTitle(view.metric)}: ${a} less ${b}, mean with its interval corrected for all comparisons of the measure`} .head=${['After', 'Difference', `P(${a} is ahead)`, 'Verdict on the first']} .rows=${weeks.map((week) => this.#row(week, a, b, view.metric))}></sway-table>`}
    `;
  }

  #picker(label: string, chosen: string, names: readonly string[], other: string, choose: (name: string) => void) {
    return html`<label>${label}
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${names.filter((name) => name !== other).map((name) => html`<option value=${name} ?selected=${name === chosen}>${name}</option>`)}
      </select>
    </label>`;
  }

  #row(week: number, a: string, b: string, metric: MetricName) {
    const { comparison } = this.result;
    const pair = pairSeenFrom(comparison, metric, week, a, b);
    const { unit } = comparison.metricInfo[metric];
    const cells =
      pair === null
        ? ['–', '–', 'undecided']
        : [formatInterval(pair.mean, pair.low, pair.high, unit), formatProbability(pair.probability), pair.verdict];
    return { head: `${week} weeks`, cells };
  }

  #chartOf({ a, b, metric, runs, quantiles }: DifferenceCourse): TimeChart {
    const { unit } = this.result.comparison.metricInfo[metric];
    const at = (index: number): number | null => (Number.isNaN(quantiles[index]) ? null : quantiles[index]);
    const points = Array.from({ length: quantiles.length / 5 }, (_, week) => {
      const [q05, q25, q50, q75, q95] = [0, 1, 2, 3, 4].map((quantile) => at(week * 5 + quantile));
      return { week: week + 1, q05, q25, q50, q75, q95 };
    });
    return {
      kind: 'time',
      title: `${a} less ${b}`,
      measure: `difference in ${metricTitle(metric).toLowerCase()}: ${metricMeaning(metric)}`,
      unit,
      weeks: points.length,
      runs,
      lines: [{ name: 'difference', look: lookOf(this.cast, a), points }],
      bands: true,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-difference': SwayDifference;
  }
}
