import * as Comlink from 'comlink';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { formatRange, formatValue } from '../../../sim/chart/format.ts';
import { layoutTimeChart } from '../../../sim/chart/time-chart.ts';
import { CLASSIC_MODELS, type ClassicModel, classicNamed } from '../../../sim/classic/index.ts';
import { NETWORK_KINDS, type NetworkKind, type NetworkSpec } from '../../../sim/network/index.ts';
import { defaultsOf, type Parameter } from '../../../sim/parameter/index.ts';
import type { App } from '../../app.ts';
import '../../element/sway-table.ts';
import '../../element/sway-chart-menu.ts';
import '../../element/sway-drawing.ts';
import '../../element/sway-number.ts';
import { scaleOf } from '../../element/scale.ts';
import { capital, wordsOf } from '../../element/words.ts';
import { shared } from '../../style/shared.ts';
import type { ClassicLab, ClassicResult } from './classic-lab.ts';
import { courseCharts } from './course-charts.ts';

type Setting = number | string | number[];
type Settings = Readonly<Record<string, Setting>>;

const REPLICATES = 50;
/** While a slider is held. */
const FEW = 4;
const KINDS: readonly NetworkKind[] = [
  'tribal',
  'complete',
  'erdos-renyi',
  'watts-strogatz',
  'barabasi-albert',
  'lattice',
  'ring',
  'stochastic-block',
  'caveman',
  'karate-club',
];
/** Small enough that a model answers while a slider is dragged. */
const PEOPLE = 400;

/** Textbook models of contagion and opinion to play with, on the same networks and with the same kind of luck as the market. */
@customElement('sway-classic-page')
export class SwayClassicPage extends LitElement {
  static override styles = [
    shared,
    css`
      .lead {
        max-width: 72ch;
        margin: var(--space-2) 0 var(--space-5);
        color: var(--muted);
        line-height: 1.5;
      }
      .sides {
        display: grid;
        grid-template-columns: 340px minmax(0, 1fr);
        gap: var(--space-5);
        align-items: start;
      }
      .card {
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        padding: var(--space-4);
      }
      .card + .card {
        margin-top: var(--space-4);
      }
      .field {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-1);
        margin-top: var(--space-3);
      }
      .field > label {
        font-size: var(--size-s);
        font-weight: 550;
      }
      .field > select {
        width: 100%;
      }
      .meaning {
        color: var(--muted);
        font-size: var(--size-xs);
        line-height: 1.4;
      }
      .rule {
        line-height: 1.5;
        max-width: 80ch;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-1) var(--space-3);
        margin-top: var(--space-3);
        font-size: var(--size-s);
      }
      dt {
        color: var(--muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .error {
        color: var(--bad);
        margin-bottom: var(--space-3);
      }
      .course {
        position: relative;
      }
      .course sway-chart-menu {
        position: absolute;
        right: 0;
        top: 0;
      }
      @media (max-width: 720px) {
        .course sway-chart-menu {
          position: static;
          display: flex;
          justify-content: flex-end;
        }
      }
      /* What comes of a setting stays in sight while settings are gone through. */
      @media (min-width: 901px) {
        .sides > :last-child {
          position: sticky;
          top: calc(var(--head, 104px) + var(--space-3));
        }
      }
      .stale sway-drawing {
        opacity: 0.5;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--space-2);
        margin-top: var(--space-3);
        font-size: var(--size-s);
        color: var(--muted);
      }
      details {
        margin-top: var(--space-3);
        font-size: var(--size-s);
      }
      @media (max-width: 900px) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
        .results {
          order: -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _model: ClassicModel = classicNamed('sir');
  @state() private _values: Settings = {};
  @state() private _kind: NetworkKind = 'tribal';
  @state() private _network: Settings = { people: PEOPLE };
  @state() private _seed = 'swaylab';
  @state() private _result: ClassicResult | null = null;
  @state() private _stale = true;
  @state() private _error: string | null = null;
  @state() private _width = 0;
  @query('.charts') private readonly _charts!: HTMLElement | null;

  #worker: Worker | null = null;
  #lab: Comlink.Remote<ClassicLab> | null = null;
  readonly #watch = new ResizeObserver(([entry]) => {
    this._width = Math.floor(entry.contentRect.width);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#worker = new Worker(new URL('./classic.worker.ts', import.meta.url), { type: 'module', name: 'textbook' });
    this.#worker.addEventListener('error', (event) => {
      this._error = event.message || 'The worker could not be loaded.';
    });
    this.#lab = Comlink.wrap<ClassicLab>(this.#worker);
    this.#play(REPLICATES);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
    this.#lab?.[Comlink.releaseProxy]();
    this.#worker?.terminate();
  }

  override firstUpdated(): void {
    if (this._charts !== null) this.#watch.observe(this._charts);
  }

  #play(replicates: number): void {
    this._stale = true;
    const input = {
      model: this._model.name,
      values: this._values,
      network: { kind: this._kind, ...this._network } as NetworkSpec,
      seed: this._seed,
    };
    const show = (result: ClassicResult): void => {
      this._result = result;
      this._stale = false;
      this._error = null;
    };
    this.#lab?.play({ input, replicates }, Comlink.proxy(show)).catch((error: unknown) => {
      this._error = error instanceof Error ? error.message : String(error);
    });
  }

  #change(change: Partial<{ values: Settings; network: Settings }>, final: boolean): void {
    if (change.values !== undefined) this._values = change.values;
    if (change.network !== undefined) this._network = change.network;
    this.#play(final ? REPLICATES : FEW);
  }

  #choose(name: string): void {
    this._model = classicNamed(name);
    this._values = {};
    this._result = null;
    this.#play(REPLICATES);
  }

  #chooseKind(kind: NetworkKind): void {
    this._kind = kind;
    this._network = 'people' in NETWORK_KINDS[kind].parameters ? { people: PEOPLE } : {};
    this.#play(REPLICATES);
  }

  #again(): void {
    this._seed = `swaylab ${1 + Number(this._seed.split(' ')[1] ?? 0)}`;
    this.#play(REPLICATES);
  }

  override render() {
    const model = this._model;
    return html`
      <h1>Textbook models</h1>
      <p class="lead">
        The models that the literature argues with, each by the book: play with one before you trust a larger one. They run on the same networks and
        with the same kind of luck as the market.
      </p>
      <div class="sides">
        <div>
          <section class="card" aria-label="Model">
            <div class="field">
              <label for="model">Model</label>
              <select id="model" @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
                ${CLASSIC_MODELS.map(({ name, title }) => html`<option value=${name} ?selected=${name === model.name}>${title}</option>`)}
              </select>
            </div>
            ${this.#settings(model.parameters, this._values, (values, final) => this.#change({ values }, final))}
          </section>
          <section class="card" aria-label="Network">
            <div class="field">
              <label for="kind">Network</label>
              <select id="kind" @change=${(event: Event) => this.#chooseKind((event.target as HTMLSelectElement).value as NetworkKind)}>
                ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === this._kind}>${wordsOf(kind)}</option>`)}
              </select>
              <span class="meaning">${capital(NETWORK_KINDS[this._kind].meaning)}</span>
            </div>
            ${this.#settings(NETWORK_KINDS[this._kind].parameters, this._network, (network, final) => this.#change({ network }, final))}
          </section>
        </div>
        <div class="results">
          <section class="card" aria-label=${model.title}>
            <h2>${model.title}</h2>
            <p class="rule">${model.meaning}</p>
            <dl>
              <dt>Time</dt><dd>${capital(model.updating)}. ${model.time}</dd>
              <dt>Source</dt><dd>${model.source}</dd>
            </dl>
          </section>
          <section class="card" aria-label="What happens">
            ${this._error === null ? nothing : html`<p class="error" role="alert">${this._error}</p>`}
            <div class="charts ${this._stale ? 'stale' : ''}">${this.#drawings()}</div>
            <div class="foot">
              <span role="status">${this.#status()}</span>
              <button @click=${this.#again}>Other luck</button>
            </div>
            ${this.#table()}
          </section>
        </div>
      </div>
    `;
  }

  #settings(parameters: Readonly<Record<string, Parameter>>, values: Settings, change: (values: Settings, final: boolean) => void) {
    const defaults = defaultsOf(parameters) as Settings;
    const set = (key: string, value: Setting, final: boolean) => change({ ...values, [key]: value }, final);
    return Object.entries(parameters).map(([key, parameter]) => {
      const value = values[key] ?? defaults[key];
      const title = wordsOf(key);
      if (parameter.type === 'vector') return nothing;
      const control =
        parameter.type === 'choice'
          ? html`<label for=${key}>${title}</label>
              <select id=${key} @change=${(event: Event) => set(key, (event.target as HTMLSelectElement).value, true)}>
                ${parameter.options.map((option) => html`<option value=${option} ?selected=${option === value}>${wordsOf(option)}</option>`)}
              </select>`
          : html`<sway-number
              compact
              .label=${title}
              .value=${Number(value)}
              .usual=${parameter.default}
              .scale=${scaleOf(parameter)}
              .allowed=${parameter.allowed}
              .unit=${parameter.unit}
              .change=${(next: number, final: boolean) => set(key, next, final)}
            ></sway-number>`;
      return html`<div class="field">${control}<span class="meaning">${capital(parameter.meaning)}</span></div>`;
    });
  }

  #drawings() {
    if (this._result === null) return this._error === null ? html`<p class="quiet">The first run is under way …</p>` : nothing;
    if (this._width === 0) return nothing;
    return courseCharts(this._result).map(
      (chart) => html`<div class="course">
        <sway-chart-menu .app=${this.app} .chart=${chart} .ofScenario=${false}></sway-chart-menu>
        <sway-drawing .drawing=${layoutTimeChart(chart, { width: this._width, height: 340 })}></sway-drawing>
      </div>`,
    );
  }

  #status(): string {
    if (this._result === null) return '';
    const { replicates, settled } = this._result;
    const still = settled === 0 ? '' : ` In ${settled} of them nothing can change any more.`;
    return `${replicates} ${replicates === 1 ? 'run' : 'runs'}, seed “${this._seed}”.${still}`;
  }

  #table() {
    if (this._result === null) return nothing;
    const { courses, replicates } = this._result;
    const last = courses[0].steps.length - 1;
    const shown = [...new Set([0, 0.1, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * last)))];
    const rows = courses.map(({ column, steps }) => ({
      head: `${wordsOf(column.name)}${column.unit === '' ? '' : `, ${column.unit}`}`,
      cells: shown.map((step) => {
        const { q05, q50, q95 } = steps[step];
        const range = replicates > 1 && q05 !== q95 ? ` (${formatRange(q05, q95, column.unit)})` : '';
        return `${formatValue(q50, column.unit)}${range}`;
      }),
    }));
    return html`<details>
      <summary>As a table</summary>
      <sway-table
        caption="Medians, with the range that holds 90 % of runs"
        .head=${['Quantity', ...shown.map((step) => `step ${step}`)]}
        .rows=${rows}
      ></sway-table>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-classic-page': SwayClassicPage;
  }
}
