import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { listed } from '../../../sim/chart/format.ts';
import { finding, milestones } from '../../../sim/chart/narrative.ts';
import { extentOf } from '../../../sim/chart/time-chart.ts';
import type { MetricName } from '../../../sim/experiment/metrics.ts';
import type { Scenario } from '../../../sim/scenario/index.ts';
import type { App } from '../../app.ts';
import '../../element/sway-swatch.ts';
import type { RunChosen } from '../../element/sway-time-chart.ts';
import '../../element/sway-time-chart.ts';
import type { LabResult } from '../../lab/protocol.ts';
import { Follow } from '../../state/follow.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { shared } from '../../style/shared.ts';
import { type Cast, castOf, chartOf, lookOf, onOneScale, replicateAt, runLinesOf } from '../charts.ts';
import { pageStyle } from '../page-style.ts';
import { waiting } from '../waiting.ts';
import { amongWhom, notRun } from './not-run.ts';
import { tooSoon } from './too-soon.ts';
import './sway-difference.ts';
import './sway-key-figures.ts';
import './sway-reasons.ts';
import './sway-strategy-chips.ts';

const TALK: readonly MetricName[] = ['womPositive', 'womNegative', 'womKnowledge'];
/** Metrics on which a winner is looked for. */
const DECIDING = ['adoption', 'margin'];

/** Strategies side by side: what comes of each, when, and how sure the difference is. */
@customElement('sway-compare-page')
export class SwayComparePage extends LitElement {
  static override styles = [
    shared,
    pageStyle,
    css`
      .bar {
        justify-content: space-between;
        margin-bottom: var(--space-4);
      }
      .findings {
        display: grid;
        gap: var(--space-1);
        list-style: none;
        max-width: 90ch;
      }
      .findings .open {
        color: var(--muted);
      }
      .left {
        max-width: 90ch;
        margin-top: var(--space-2);
        font-size: var(--size-s);
      }
      @media print {
        .left button,
        .bar label {
          display: none;
        }
      }
      dl {
        display: grid;
        gap: var(--space-3);
        max-width: 90ch;
      }
      dt {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-weight: 560;
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
  readonly #shown = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view.shown,
  );
  readonly #lines = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view.lines,
  );

  override render() {
    void this.#shown.value;
    void this.#status.value;
    const result = this.#lab.value;
    return html`
      <div class="row bar">
        <sway-strategy-chips .app=${this.app}></sway-strategy-chips>
        <label><input type="checkbox" .checked=${this.#lines.value} @change=${() => this.app.show({ lines: !this.#lines.value })} />Every run as a line</label>
      </div>
      ${result === null ? waiting(this.app.results.state, 'Curves appear as soon as the first weeks are computed; bands follow with more runs.') : this.#page(result)}
    `;
  }

  #page(result: LabResult) {
    const cast = castOf(this.app);
    const talk = onOneScale(
      TALK.map((metric) => chartOf(result, metric, cast)),
      extentOf,
    );
    return html`<div class="panels">
      <section class="panel" aria-label="In short">${this.#inShort(result, cast)}</section>
      <section class="panel"><sway-key-figures .app=${this.app} .result=${result} .cast=${cast}></sway-key-figures></section>
      <section class="panel">${this.#chart(result, 'adoption', cast)}</section>
      <section class="panel">
        <h2>Word of mouth</h2>
        <p class="lead">What people say to each other, on one scale. Only what is heard counts.</p>
        <div class="three">
          ${talk.map((chart, at) => html`<sway-time-chart .app=${this.app} .chart=${chart} .lines=${runLinesOf(result, TALK[at], cast)} .ratio=${0.75} @run-chosen=${(event: CustomEvent<RunChosen>) => this.#replay(event.detail, result)}></sway-time-chart>`)}
        </div>
      </section>
      <section class="panel">
        <h2>Difference</h2>
        <p class="lead">Every replicate gives all strategies the same network, people and luck, so that what differs is the strategy.</p>
        <sway-difference .app=${this.app} .result=${result} .cast=${cast} @run-chosen=${(event: CustomEvent<RunChosen>) => this.#replay(event.detail, result)}></sway-difference>
      </section>
      <section class="panel"><sway-reasons .app=${this.app} .result=${result} .cast=${cast}></sway-reasons></section>
      <section class="panel">${this.#milestones(result, cast)}</section>
    </div>`;
  }

  #chart(result: LabResult, metric: MetricName, cast: Cast) {
    return html`<sway-time-chart .app=${this.app} .chart=${chartOf(result, metric, cast)} .lines=${runLinesOf(result, metric, cast)}
      @run-chosen=${(event: CustomEvent<RunChosen>) => this.#replay(event.detail, result)}></sway-time-chart>`;
  }

  #inShort(result: LabResult, cast: Cast) {
    const soon = tooSoon(this.app, result);
    if (soon !== null) return html`<h2>In short</h2><p class="quiet">${soon}</p>`;
    const { comparison } = result;
    const scenario = scenarioOf(this.app.state.state.draft);
    const last = comparison.strategies[0].atWeek.at(-1)?.week ?? 0;
    const among = amongWhom(comparison, scenario, cast);
    const said = DECIDING.map((metric) => finding(comparison, metric, last, among));
    const left = notRun(scenario, cast);
    return html`<h2>In short</h2>
      <ul class="findings">${said.map(({ sentence, winner }) => html`<li class=${winner === null ? 'open' : ''}>${sentence}</li>`)}</ul>
      ${
        left.length === 0
          ? nothing
          : html`<p class="left quiet">Not run, and so not judged: ${listed(left)}. <button @click=${() => this.#runAll(scenario)}>Run ${left.length === 1 ? 'it' : `all ${left.length}`} too</button></p>`
      }`;
  }

  #runAll({ strategies }: Scenario): void {
    this.app.show({ shown: strategies.map(({ name }) => name) });
    this.app.announce('Every strategy is shown and run.');
  }

  #milestones({ comparison, early }: LabResult, cast: Cast) {
    if (early) return html`<h2>Milestones</h2><p class="quiet">They are told when the first replicate is complete.</p>`;
    return html`<h2>Milestones</h2>
      <p class="lead">${comparison.replicates > 1 ? `Medians of ${comparison.replicates} runs; in brackets the weeks between which 90 % of runs got there.` : 'Of the only run.'}</p>
      <dl>
        ${milestones(comparison)
          .filter(({ strategy }) => cast.names.includes(strategy))
          .map(
            ({ strategy, sentences }) =>
              html`<div><dt><sway-swatch .look=${lookOf(cast, strategy)}></sway-swatch>${strategy}</dt><dd>${sentences.join(' ')}</dd></div>`,
          )}
      </dl>`;
  }

  #replay({ strategy, run }: RunChosen, { comparison }: LabResult): void {
    this.app.show({ page: 'network', strategy, replicate: replicateAt(comparison, strategy, run) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-compare-page': SwayComparePage;
  }
}
