import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fixed, formatValue } from '../../../sim/chart/format.ts';
import { extentOf } from '../../../sim/chart/time-chart.ts';
import type { App } from '../../app.ts';
import '../../element/sway-heat-strip.ts';
import '../../element/sway-time-chart.ts';
import type { LabResult } from '../../lab/protocol.ts';
import { Follow } from '../../state/follow.ts';
import { shared } from '../../style/shared.ts';
import { castOf, chartOf, onOneScale } from '../charts.ts';
import { chosenStrategy, strategyChoice, weekSlider } from '../chosen-strategy.ts';
import { pageStyle } from '../page-style.ts';
import { waiting } from '../waiting.ts';
import { type TribeRow, tribeRows, tribeSentence } from './tribe-rows.ts';

/** Tribes: how far each has come, whether people agree inside and between them, and how much talk crosses their borders. */
@customElement('sway-tribes-page')
export class SwayTribesPage extends LitElement {
  static override styles = [
    shared,
    pageStyle,
    css`
      .bar {
        justify-content: space-between;
        margin-bottom: var(--space-4);
      }
      .scroll {
        position: relative;
        overflow-x: auto;
      }
      table {
        width: 100%;
        min-width: 640px;
        border-collapse: collapse;
        font-size: var(--size-s);
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: var(--space-1) var(--space-3) var(--space-1) 0;
        border-top: 1px solid var(--line);
        text-align: left;
      }
      thead th {
        border-top: 0;
        color: var(--muted);
        font-weight: 600;
      }
      tbody th {
        font-weight: 560;
        white-space: nowrap;
      }
      td.strip {
        width: 34%;
      }
      td.number,
      th.number {
        text-align: right;
        white-space: nowrap;
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-5);
        margin-top: var(--space-3);
        color: var(--muted);
        font-size: var(--size-xs);
      }
      .key span {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
      }
      .key sway-heat-strip {
        width: 90px;
        height: 12px;
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #lab = new Follow(
    this,
    () => this.app.results,
    ({ result }) => result,
  );
  readonly #status = new Follow(
    this,
    () => this.app.results,
    ({ status }) => status,
  );
  readonly #view = new Follow(
    this,
    () => this.app.state,
    ({ view }) => `${view.week} ${view.strategy} ${view.shown?.join()}`,
  );

  override render() {
    void this.#view.value;
    void this.#status.value;
    const result = this.#lab.value;
    if (result === null || result.tribes.length === 0) {
      return waiting(this.app.results.state, 'Tribe by tribe, adoption and sentiment appear when the first run is complete.');
    }
    return this.#page(result);
  }

  #page(result: LabResult) {
    const cast = castOf(this.app);
    const chosen = chosenStrategy(this.app, cast);
    const weeks = result.comparison.strategies[0].weekly.adoption.length;
    const week = Math.min(this.app.state.state.view.week ?? weeks, weeks);
    const agreement = onOneScale([chartOf(result, 'agreementWithin', cast), chartOf(result, 'agreementBetween', cast)], extentOf);
    const tribes = result.tribes.find(({ strategy }) => strategy === chosen);
    return html`
      <div class="row bar">${strategyChoice(this.app, cast)} ${weekSlider(this.app, weeks)}</div>
      <div class="panels">
        <section class="panel">
          <h2>Tribe by tribe</h2>
          ${tribes === undefined ? html`<p class="quiet">The first run of ${chosen} is under way.</p>` : this.#table(tribeRows(tribes, week), week, tribes.ofOneReplicate, tribes.sizes.length)}
        </section>
        <section class="panel">
          <h2>Agreement</h2>
          <p class="lead">Correlation of sentiment between two people who are tied: 1 when they feel alike, 0 when knowing one says nothing about the other.</p>
          <div class="two">${agreement.map((chart) => html`<sway-time-chart .app=${this.app} .chart=${chart} .ratio=${0.55}></sway-time-chart>`)}</div>
        </section>
        <section class="panel">
          <sway-time-chart .app=${this.app} .chart=${chartOf(result, 'crossTribeShare', cast)} .ratio=${0.34}></sway-time-chart>
        </section>
      </div>
    `;
  }

  #table(rows: readonly TribeRow[], week: number, ofOneReplicate: boolean, tribes: number) {
    const names = this.app.state.state.network?.tribeNames ?? [];
    const nameOf = (tribe: number): string => names[tribe] ?? `Tribe ${tribe + 1}`;
    const most = Math.max(0.05, ...rows.map(({ adoption }) => Math.max(...adoption)));
    const mostAffect = Math.max(0.1, ...rows.map(({ affect }) => Math.max(...affect.map(Math.abs))));
    const lot = ofOneReplicate ? 'Every replicate draws its own tribes: these are those of the first one.' : 'Mean over all runs so far.';
    return html`
      <p class="lead">${tribeSentence(rows, week, nameOf)} ${lot}${rows.length < tribes ? ` The ${rows.length} largest of ${tribes} tribes.` : ''}</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Adoption and sentiment by tribe">
        <table>
          <thead><tr><th scope="col">Tribe</th><th scope="col" class="number">People</th><th scope="col">Adoption over time</th><th scope="col" class="number">Week ${week}</th><th scope="col">Sentiment over time</th><th scope="col" class="number">Week ${week}</th></tr></thead>
          <tbody>${rows.map(
            ({ tribe, people, adoption, affect }) => html`<tr>
              <th scope="row">${nameOf(tribe)}</th><td class="number">${people}</td>
              <td class="strip"><sway-heat-strip .values=${adoption} .most=${most} .week=${week}></sway-heat-strip></td><td class="number">${fixed(adoption[week - 1] * 100, 1)} %</td>
              <td class="strip"><sway-heat-strip .values=${affect} .most=${mostAffect} .week=${week}></sway-heat-strip></td><td class="number">${fixed(affect[week - 1], 2)}</td>
            </tr>`,
          )}</tbody>
        </table>
      </div>
      <p class="key">
        <span>0 %<sway-heat-strip .values=${ramp(0, 1)} .most=${1} .week=${-9}></sway-heat-strip>${formatValue(most, 'share')} adopted</span>
        <span>${fixed(-mostAffect, 2)}<sway-heat-strip .values=${ramp(-1, 1)} .most=${1} .week=${-9}></sway-heat-strip>${fixed(mostAffect, 2)} sentiment</span>
        ${rows.length === 0 ? nothing : html`<span>The upright line is week ${week}.</span>`}
      </p>
    `;
  }
}

function ramp(from: number, to: number): Float32Array {
  return Float32Array.from({ length: 41 }, (_, step) => from + ((to - from) * step) / 40);
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-tribes-page': SwayTribesPage;
  }
}
