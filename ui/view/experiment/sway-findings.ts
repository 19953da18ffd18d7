import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { effectHeight, layoutEffectChart } from '../../../sim/chart/effect-chart.ts';
import { layoutWinMap, sharesSentence } from '../../../sim/chart/heat-map.ts';
import type { Drawing } from '../../../sim/chart/index.ts';
import { metricTitle } from '../../../sim/chart/metric-text.ts';
import { luckSentence, sensitivityChart, sensitivityHead, sensitivityRows } from '../../../sim/chart/sensitivity.ts';
import type { MapResult } from '../../../sim/experiment/map/result.ts';
import type { MetricName } from '../../../sim/experiment/metrics.ts';
import type { SensitivityResult } from '../../../sim/experiment/sensitivity/result.ts';
import '../../element/sway-table.ts';
import '../../element/sway-drawing.ts';
import { Width } from '../../element/width.ts';
import type { PictureWanted } from '../../share/take-drawing.ts';
import { shared } from '../../style/shared.ts';
import type { Outline } from './experiment-lab.ts';
import type { Findings, Question } from './findings.ts';

/**
 * What the runs of an experiment say: the map of winners, or what matters, for the question that is asked.
 *
 * @fires question-changed - another question is asked
 * @fires picture-wanted - a drawing is to be saved
 */
@customElement('sway-findings')
export class SwayFindings extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        padding: var(--space-4);
      }
      .question {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        margin: var(--space-3) 0;
        font-size: var(--size-s);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        max-width: 100%;
      }
      select {
        min-width: 0;
      }
      p {
        line-height: 1.5;
        max-width: 72ch;
        margin-bottom: var(--space-3);
      }
      sway-drawing {
        margin-bottom: var(--space-4);
      }
      .take {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-bottom: var(--space-4);
      }
    `,
  ];

  @property({ attribute: false }) findings!: Findings;
  @property({ attribute: false }) outline!: Outline;
  @property({ attribute: false }) question!: Question;

  readonly #width = new Width(this);

  /** What a panel leaves for a drawing. */
  get #room(): number {
    return this.#width.value - 34;
  }

  #ask(change: Partial<Question>): void {
    this.dispatchEvent(new CustomEvent('question-changed', { detail: { ...this.question, ...change } satisfies Question }));
  }

  #choice(label: string, value: string, options: readonly (readonly [value: string, text: string])[], chosen: (value: string) => void) {
    return html`<label>${label}
      <select @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}>
        ${options.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
      </select>
    </label>`;
  }

  override render() {
    const { outline, question, findings } = this;
    const names = outline.strategies.map((name) => [name, name] as const);
    return html`<section class="card" aria-labelledby="findings-title">
      <h2 id="findings-title">What the runs say</h2>
      <div class="question">
        ${this.#choice('Strategy', question.first, names, (first) => this.#ask({ first }))}
        ${this.#choice('against', question.second ?? '', [['', 'none'], ...names], (second) => this.#ask({ second: second === '' ? null : second }))}
        ${this.#choice(
          'in',
          question.metric,
          outline.metrics.map((metric) => [metric, metricTitle(metric)] as const),
          (metric) => this.#ask({ metric: metric as MetricName }),
        )}
        ${this.#choice(
          'after week',
          String(question.week),
          outline.weeks.map((week) => [String(week), String(week)] as const),
          (week) => this.#ask({ week: Number(week) }),
        )}
      </div>
      ${findings.sensitivity === null ? nothing : this.#sensitivity(findings.sensitivity)}
      ${findings.map === null ? nothing : this.#map(findings.map)}
      ${findings.sensitivity === null && findings.map === null ? html`<p class="quiet">${this.#nothingYet()}</p>` : nothing}
    </section>`;
  }

  #nothingYet(): string {
    const { design, factors } = this.outline;
    if (design === 'morris' || design === 'saltelli') return 'What matters is drawn as soon as one replicate is complete at every point.';
    if (design === 'factorial' || design === 'explicit')
      return 'The runs of this design are read from the table: save it as CSV or Parquet.';
    if (this.question.second === null) return 'A map needs a second strategy to win against.';
    if (factors.length < 2) return 'A map needs two parameters that vary; the table holds the runs.';
    return 'The map is drawn when eight places have been run.';
  }

  #sensitivity(result: SensitivityResult) {
    const [output] = result.outputs;
    const luck = luckSentence(output, result.replicates);
    if (output.factors === null) return html`<p>${luck} The measure is undefined somewhere, or never varies: no effects can be told.</p>`;
    const chart = sensitivityChart(output, result.method);
    const rows = sensitivityRows(output);
    return html`
      <p>${luck} ${result.replicates} complete ${result.replicates === 1 ? 'replicate' : 'replicates'} at ${result.points} points.</p>
      ${
        this.#room > 0
          ? html`<sway-drawing .drawing=${layoutEffectChart(chart, { width: this.#room, height: effectHeight(chart) })}></sway-drawing>`
          : nothing
      }
      <sway-table caption=${chart.title} .head=${['Parameter', ...sensitivityHead(result.method)]} .rows=${rows}></sway-table>
    `;
  }

  #picture(drawing: Drawing) {
    const want = (kind: PictureWanted['kind']) =>
      this.dispatchEvent(new CustomEvent<PictureWanted>('picture-wanted', { detail: { drawing, kind } }));
    return html`
      <sway-drawing .drawing=${drawing}></sway-drawing>
      <div class="take">
        <button class="plain" @click=${() => want('png')}>Save the map as PNG</button>
        <button class="plain" @click=${() => want('svg')}>Save the map as SVG</button>
      </div>
    `;
  }

  #map(map: MapResult) {
    if (this.#room <= 0) return nothing;
    const size = { width: Math.min(this.#room, 640), height: Math.min(this.#room, 640) * 0.97 };
    return html`
      <p>${sharesSentence(map)} ${map.points.length} places. All places have the same luck, replicate by replicate: where the border lies is a
      little less sure than it looks. The command <code>swaylab map</code> gives each place luck of its own.</p>
      ${map.panels.map((panel) => this.#picture(layoutWinMap(map, panel, size)))}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-findings': SwayFindings;
  }
}
