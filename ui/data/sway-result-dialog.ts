import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lastWeek } from '../../sim/chart/catalogue.ts';
import { formatRange, formatValue } from '../../sim/chart/format.ts';
import { differenceChartOf, findings, layout, metricTitle, naturalHeight, timeChartOf } from '../../sim/chart/index.ts';
import { reasonChart, reasonRows } from '../../sim/chart/reason-chart.ts';
import type { CompareResult } from '../../sim/experiment/compare-result.ts';
import { ENGINE_ID } from '../../sim/experiment/engine.ts';
import type { InputError } from '../../sim/parameter/index.ts';
import type { Manifest } from '../../sim/store/codec/index.ts';
import '../element/sway-chart-menu.ts';
import '../element/sway-drawing.ts';
import { capital, plainNumber } from '../element/words.ts';
import { DialogueElement } from '../shell/dialogue-element.ts';
import { shared } from '../style/shared.ts';
import { openDraft } from './open-draft.ts';

const SIZE = { width: 820, height: 420 };
const SUMMED = ['adoption', 'active', 'sentiment', 'romi'];
const DECIDING = ['margin', 'adoption'];

/** A result that the command line wrote, read-only: what came out, where it came from, and its scenario to go on with. */
@customElement('sway-result-dialog')
export class SwayResultDialog extends DialogueElement {
  static override styles = [
    shared,
    DialogueElement.dialogueStyles,
    css`
      :host {
        --width: 900px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--space-1) var(--space-4);
        margin-bottom: var(--space-4);
        font-size: var(--size-s);
      }
      dt {
        color: var(--muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      table {
        width: 100%;
        margin: var(--space-4) 0;
        border-collapse: collapse;
        font-size: var(--size-s);
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: var(--space-1) var(--space-2);
        border-bottom: 1px solid var(--line);
        text-align: right;
      }
      th:first-child {
        text-align: left;
      }
      .trouble {
        margin-bottom: var(--space-4);
        padding: var(--space-3);
        border-left: 3px solid var(--bad);
        background: var(--bad-soft);
        overflow-wrap: anywhere;
      }
      .course {
        margin: var(--space-3) 0 var(--space-4);
      }
      .course sway-chart-menu {
        display: flex;
        justify-content: flex-end;
      }
      .wide {
        position: relative;
        overflow-x: auto;
      }
      ul {
        padding-left: 1.2em;
        margin: var(--space-4) 0;
        font-size: var(--size-s);
      }
      li + li {
        margin-top: var(--space-1);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3);
        margin: var(--space-3) 0;
      }
    `,
  ];

  /** A document of `swaylab compare --json`. */
  @property({ attribute: false }) result: CompareResult | null = null;
  /** The manifest of a results folder. */
  @property({ attribute: false }) manifest: Manifest | null = null;
  /** Figures that were worked out anew from the weeks of that folder, and are as its table of runs has them. */
  @property({ attribute: false }) checked = 0;
  /** Why its tables are not shown. */
  @property({ attribute: false }) trouble: InputError | null = null;
  @property({ attribute: false }) file = '';
  @state() private _metric = 'adoption';

  #open(): void {
    try {
      openDraft(this.app, (this.manifest ?? this.result)?.scenario as never, this.file);
      this.close();
    } catch (error) {
      this.close();
      this.app.fail(error);
    }
  }

  override render() {
    return html`<dialog aria-labelledby="title">
      <div class="bar">
        <h2 id="title">${this.manifest === null ? `Result in ${this.file}` : `Results of swaylab ${this.manifest.command}`}</h2>
        <button class="plain" @click=${() => this.close()}>Close</button>
      </div>
      <div class="scroll">
        ${this.#facts()}
        <div class="buttons">
          <button class="primary" @click=${() => this.#open()}>Open its scenario here</button>
          <span class="quiet small">It runs anew; equal engine, seed and network give equal figures.</span>
        </div>
        ${this.#tables()}
        ${this.result === null ? nothing : this.#figures(this.result)}
      </div>
    </dialog>`;
  }

  #facts() {
    const of = this.manifest ?? this.result;
    if (of === null) return nothing;
    const name = (of.scenario as { readonly name?: unknown } | null)?.name;
    const facts: readonly (readonly [string, unknown])[] = [
      ['Scenario', name],
      ['Seed', of.seed],
      ['Replicates', of.replicates],
      [
        'Engine',
        of.engine === ENGINE_ID ? `${of.engine}, the same as here` : `${of.engine}; here ${ENGINE_ID} runs, so figures may differ`,
      ],
      ['Digest', of.digest ?? 'none, since it is not complete'],
      ...(this.manifest === null
        ? []
        : ([
            ['State', this.manifest.status],
            ['Runs', `${this.manifest.runs.done} of ${this.manifest.runs.planned}, ${this.manifest.runs.failed} failed`],
            ['Strategies', this.manifest.strategies.join(', ')],
            [
              'Network',
              this.manifest.network === null
                ? "the scenario's own"
                : `imported, hash ${this.manifest.network.slice(0, 16)}…; open its file besides`,
            ],
            ['Tables', this.manifest.tables.map(({ file, rows }) => `${file} (${rows} rows)`).join(', ')],
          ] as const)),
    ];
    return html`<dl>${facts.map(([term, value]) => html`<dt>${term}</dt><dd>${String(value)}</dd>`)}</dl>`;
  }

  /** What became of the tables of a results folder. */
  #tables() {
    if (this.trouble !== null) {
      const { message, file, path, found, allowed } = this.trouble;
      return html`<div class="trouble" role="alert">
        <p>${file !== null && message.startsWith(file) ? message : capital(message)}</p>
        ${[
          ['Place', path],
          ['Found', found],
          ['Allowed', allowed],
        ].map(([name, value]) => (value === null ? nothing : html`<p class="small">${name}: ${value}</p>`))}
      </div>`;
    }
    if (this.manifest === null) return nothing;
    if (this.result === null)
      return this.manifest.analysis === null
        ? html`<p class="quiet">Open the whole folder, or its manifest together with ${this.manifest.design === null ? 'the tables weeks and runs' : 'the table runs'}, to see what came out.</p>`
        : html`<p class="quiet">The command <code>swaylab report</code> draws what came out, from the folder.</p>`;
    return html`<p class="quiet small">Worked out again from the weeks of every run: ${plainNumber(this.checked)} figures are as the table of runs has them.</p>`;
  }

  #figures(result: CompareResult) {
    const told = findings(
      result,
      DECIDING.filter((metric) => metric in result.metricInfo),
    );
    const summed = SUMMED.filter((metric) => metric in result.metricInfo);
    const week = lastWeek(result);
    return html`
      <ul>${told.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>
      <label class="small">Course of
        <select @change=${(event: Event) => {
          this._metric = (event.target as HTMLSelectElement).value;
        }}>${Object.keys(result.metricInfo).map((metric) => html`<option value=${metric} .selected=${metric === this._metric}>${metricTitle(metric)}</option>`)}</select>
      </label>
      ${this._metric in result.metricInfo ? this.#charts(result) : nothing}
      <div class="wide" tabindex="0" role="region" aria-label="Figures"><table>
        <caption class="visually-hidden">Figures after week ${week}: mean, and from the 5 % to the 95 % quantile of replicates</caption>
        <thead><tr><th scope="col">After week ${week}</th>${summed.map((metric) => html`<th scope="col">${metricTitle(metric)}</th>`)}</tr></thead>
        <tbody>${result.strategies.map(
          ({ name, atWeek }) =>
            html`<tr><th scope="row">${name}</th>${summed.map((metric) => {
              const figures = atWeek.at(-1)?.metrics[metric];
              const { unit } = result.metricInfo[metric];
              return figures === undefined
                ? html`<td>–</td>`
                : html`<td>${formatValue(figures.mean, unit)} <span class="quiet">${formatRange(figures.q05, figures.q95, unit)}</span></td>`;
            })}</tr>`,
        )}</tbody>
      </table></div>
    `;
  }
  #charts(result: CompareResult) {
    const course = timeChartOf(result, this._metric);
    const week = lastWeek(result);
    const reasons = reasonRows(result, week);
    const differences = differenceChartOf(result, this._metric, week, result.strategies[0].name);
    return html`
      <div class="course">
        <sway-chart-menu .app=${this.app} .chart=${course} .ofScenario=${false}></sway-chart-menu>
        <sway-drawing .drawing=${layout(course, SIZE)}></sway-drawing>
      </div>
      ${
        result.strategies.length < 2
          ? nothing
          : html`<div class="course">
        <sway-chart-menu .app=${this.app} .chart=${differences} .ofScenario=${false}></sway-chart-menu>
        <sway-drawing .drawing=${layout(differences, { width: SIZE.width, height: naturalHeight(differences, SIZE.width) })}></sway-drawing>
      </div>`
      }
      ${reasons.length === 0 ? nothing : html`<sway-drawing .drawing=${layout(reasonChart(reasons, week), { width: SIZE.width, height: naturalHeight(reasonChart(reasons, week), SIZE.width) })}></sway-drawing>`}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-result-dialog': SwayResultDialog;
  }
}
