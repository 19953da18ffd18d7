import * as Comlink from 'comlink';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { MetricName } from '../../../sim/experiment/metrics.ts';
import { InputError } from '../../../sim/parameter/index.ts';
import type { App } from '../../app.ts';
import '../../element/sway-icon.ts';
import { fileStem, saveFile } from '../../share/save-file.ts';
import type { PictureWanted } from '../../share/take-drawing.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { strategiesShown } from '../../state/shown.ts';
import { shared } from '../../style/shared.ts';
import { badInputSaid, badInputStyle } from './bad-input.ts';
import type { BadInput, ExperimentLab, ExperimentProgress, Outline } from './experiment-lab.ts';
import type { Findings, Question } from './findings.ts';
import type { KeptExperiment } from './kept-runs.ts';
import { experimentToOpen } from './open-stored-sweep.ts';
import './sway-findings.ts';
import './sway-kept-experiments.ts';
import { opponents, TEMPLATES } from './templates.ts';
import { timeLeft } from './time-left.ts';

/** Text that is being written is read when it rests, in milliseconds. */
const REST = 400;
/** Findings of an experiment that is running are drawn anew at most so often, in milliseconds. */
const PACE = 2500;

/** Experiments: many scenarios at once, from the same file that the command line runs. */
@customElement('sway-experiment-page')
export class SwayExperimentPage extends LitElement {
  static override styles = [
    shared,
    badInputStyle,
    css`
      .lead {
        max-width: 72ch;
        margin: var(--space-2) 0 var(--space-5);
        color: var(--muted);
        line-height: 1.5;
      }
      .templates {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
        gap: var(--space-3);
        margin-bottom: var(--space-5);
      }
      .templates button {
        display: grid;
        gap: var(--space-1);
        place-content: start;
        justify-items: start;
        padding: var(--space-3) var(--space-4);
        text-align: start;
        white-space: normal;
        border-color: var(--line);
        border-radius: var(--radius-l);
      }
      .templates b {
        font-size: var(--size-m);
        font-weight: 620;
      }
      .templates span {
        color: var(--muted);
        line-height: 1.4;
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--space-5);
        align-items: start;
      }
      .card {
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        padding: var(--space-4);
        margin-bottom: var(--space-4);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        margin-bottom: var(--space-3);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
      }
      textarea {
        width: 100%;
        min-height: 340px;
        font: var(--size-s) / 1.5 var(--font-code);
        tab-size: 2;
        white-space: pre;
        overflow-wrap: normal;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-1) var(--space-4);
        font-size: var(--size-s);
        line-height: 1.5;
      }
      dt {
        color: var(--muted);
      }
      dd {
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
      progress {
        width: 100%;
        height: 8px;
        margin: var(--space-3) 0 var(--space-2);
        accent-color: var(--accent);
      }
      @media (max-width: 900px) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _text = '';
  @state() private _begun = false; // Before the first text is there, what is written would be lost.
  @state() private _outline: Outline | null = null;
  @state() private _bad: BadInput | null = null;
  @state() private _progress: ExperimentProgress | null = null;
  @state() private _running = false;
  @state() private _question: Question | null = null;
  @state() private _findings: Findings | null = null;
  @state() private _kept: readonly KeptExperiment[] = [];
  @state() private _left = '';

  #worker: Worker | null = null;
  #lab: Comlink.Remote<ExperimentLab> | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #drawn = 0;
  #drawing = false;
  #following: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#worker = new Worker(new URL('./experiment.worker.ts', import.meta.url), { type: 'module', name: 'experiments' });
    this.#worker.addEventListener('error', (event) => this.app.fail(new Error(event.message || 'The worker could not be loaded.')));
    this.#lab = Comlink.wrap<ExperimentLab>(this.#worker);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
    this.#following?.();
    // What has finished is kept; the rest is run when one comes back.
    this.#lab?.[Comlink.releaseProxy]();
    this.#worker?.terminate();
    this._running = false;
  }

  async #begin(): Promise<void> {
    try {
      this._kept = (await this.#lab?.kept()) ?? [];
    } catch {
      // Storage may be switched off: then nothing is kept.
      this._kept = [];
    }
    this.#following = experimentToOpen.subscribe(() => void this.#openWanted());
    const unfinished = this._kept.find(({ done, runs }) => done < runs);
    if (!(await this.#openWanted())) unfinished === undefined ? this.#use(0) : await this.#read(unfinished.text);
    this._begun = true;
  }

  /** Opens what was handed over, unless something is being run. @returns whether there was anything */
  async #openWanted(): Promise<boolean> {
    const text = experimentToOpen.state;
    if (text === null || this._running) return false;
    experimentToOpen.set(null);
    this._kept = (await this.#lab?.kept()) ?? [];
    await this.#read(text);
    return true;
  }

  #use(template: number): void {
    const { draft, view } = this.app.state.state;
    const shown = strategiesShown(scenarioOf(draft), view).filter((name) => name !== 'nothing');
    const made = TEMPLATES[template].make(draft, view.pair ?? opponents(shown));
    void this.#read(`${JSON.stringify(made, null, 2)}\n`);
  }

  /** Reads the text; what is wrong with it is said beside it, and the last good outline goes. */
  async #read(text: string): Promise<void> {
    this._text = text;
    try {
      const outline = await this.#lab?.outline(text);
      if (outline === undefined || text !== this._text) return;
      this._findings = null;
      this._progress = null;
      if ('message' in outline) {
        this._bad = outline;
        this._outline = null;
        return;
      }
      this._bad = null;
      this._outline = outline;
      const competing = outline.strategies.filter((name) => name !== 'nothing');
      const metric: MetricName = outline.metrics.includes('margin') ? 'margin' : outline.metrics[0];
      this._question = { first: competing[0], second: competing[1] ?? null, metric, week: outline.weeks.at(-1) ?? 1 };
      if (outline.done > 0) await this.#look();
    } catch (error) {
      this.app.fail(error);
    }
  }

  #write(event: InputEvent): void {
    const text = (event.target as HTMLTextAreaElement).value;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#read(text), REST);
  }

  async #openFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file === undefined) return;
    input.value = '';
    if (file.size > 1 << 24) {
      this.app.fail(new InputError('the file is too large', { file: file.name, found: `${file.size} bytes`, allowed: 'at most 16 MiB' }));
      return;
    }
    await this.#read(await file.text());
  }

  async #run(): Promise<void> {
    const { _text: text, _outline: outline } = this;
    if (outline === null || this.#lab === null) return;
    this._running = true;
    const began = { at: performance.now(), done: outline.done };
    const told = (progress: ExperimentProgress): void => {
      this._progress = progress;
      this._left = timeLeft(progress, performance.now() - began.at, began.done);
      if (performance.now() - this.#drawn > PACE) void this.#look();
    };
    try {
      const end = await this.#lab.run(text, Comlink.proxy(told));
      if (end === 'elsewhere') this.app.fail(new Error('This experiment is being run in another tab.'));
      else this.app.announce(end === 'complete' ? 'The experiment is complete.' : 'The experiment is paused; what has finished is kept.');
    } catch (error) {
      this.app.fail(error);
    }
    this._running = false;
    this._left = '';
    await this.#look();
    const now = await this.#lab?.outline(text);
    if (now !== undefined && !('message' in now) && text === this._text) this._outline = now;
  }

  /** Draws what the runs say. One drawing at a time: the surface of a map takes a while. */
  async #look(): Promise<void> {
    if (this.#drawing || this._question === null || this.#lab === null) return;
    this.#drawing = true;
    const { _text: text, _question: question } = this;
    try {
      const findings = await this.#lab.findings(text, question);
      if (text === this._text) this._findings = findings;
    } catch (error) {
      this.app.fail(error);
    }
    this.#drawn = performance.now();
    this.#drawing = false;
    if (question !== this._question) await this.#look();
  }

  async #save(format: 'csv' | 'parquet'): Promise<void> {
    try {
      const bytes = await this.#lab?.table(this._text, format);
      if (bytes !== undefined) saveFile(`${this.#stem}-runs.${format}`, new Blob([bytes]));
    } catch (error) {
      this.app.fail(error);
    }
  }

  async #forget({ id, name }: KeptExperiment): Promise<void> {
    await this.#lab?.forget(id);
    this._kept = (await this.#lab?.kept()) ?? [];
    this.app.announce(`Forgotten: ${name}.`);
    if (this._outline?.id === id) await this.#read(this._text);
  }

  get #stem(): string {
    return fileStem(this._outline?.name ?? 'experiment');
  }

  override render() {
    return html`
      <h1>Experiments</h1>
      <p class="lead">
        Many scenarios at once: where which strategy wins, and what matters. An experiment is a file that the command line runs as well, with the same
        numbers. Each run is kept in this browser as it ends, so that a closed tab loses nothing.
      </p>
      <div class="templates" role="group" aria-label="Questions to start from">
        ${TEMPLATES.map(
          ({ title, meaning }, at) =>
            html`<button ?disabled=${this._running} @click=${() => this.#use(at)}><b>${title}</b><span>${meaning}</span></button>`,
        )}
      </div>
      <div class="sides">
        <div>
          <section class="card" aria-labelledby="text-title">
            <div class="head">
              <h2 id="text-title">Experiment</h2>
              <div class="buttons">
                <button ?disabled=${this._running} @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()}>Open a file</button>
                <button ?disabled=${this._bad !== null} @click=${() => saveFile(`${this.#stem}.json`, new Blob([this._text], { type: 'application/json' }))}>Save</button>
                <input type="file" hidden accept=".json,application/json" aria-label="Experiment file" @change=${this.#openFile} />
              </div>
            </div>
            <textarea spellcheck="false" aria-label="Experiment as JSON" ?disabled=${this._running || !this._begun} .value=${this._text} @input=${this.#write}></textarea>
            ${badInputSaid(this._bad)}
          </section>
          <sway-kept-experiments
            .kept=${this._kept}
            ?busy=${this._running}
            .open=${(kept: KeptExperiment) => void this.#read(kept.text)}
            .forget=${(kept: KeptExperiment) => void this.#forget(kept)}
          ></sway-kept-experiments>
        </div>
        <div>
          ${this.#outline()}
          ${
            this._findings === null || this._outline === null || this._question === null
              ? nothing
              : html`<sway-findings
                  .findings=${this._findings}
                  .outline=${this._outline}
                  .question=${this._question}
                  @question-changed=${(event: CustomEvent<Question>) => {
                    this._question = event.detail;
                    void this.#look();
                  }}
                  @picture-wanted=${async (event: CustomEvent<PictureWanted>) => {
                    const { takeDrawing } = await import('../../share/take-drawing.ts');
                    await takeDrawing(this.app, event.detail);
                  }}
                ></sway-findings>`
          }
        </div>
      </div>
    `;
  }

  #outline() {
    const { _outline: outline, _progress: progress } = this;
    if (outline === null) {
      const text = this._bad === null ? 'Reading the experiment …' : 'The experiment cannot be run as it stands; the reason is beside it.';
      return html`<section class="card"><p class="quiet">${text}</p></section>`;
    }
    const { done, total } = progress ?? { done: outline.done, total: outline.runs };
    const failed = progress?.failed ?? 0;
    const ends = done >= total;
    return html`<section class="card" aria-labelledby="outline-title">
      <div class="head">
        <h2 id="outline-title">${outline.name}</h2>
        <div class="buttons">
          ${
            this._running
              ? html`<button class="primary" @click=${() => void this.#lab?.pause()}><sway-icon name="pause"></sway-icon>Pause</button>`
              : html`<button class="primary" ?disabled=${ends} @click=${() => void this.#run()}>
                  <sway-icon name="play"></sway-icon>${done === 0 ? 'Run' : ends ? 'Complete' : 'Continue'}
                </button>`
          }
          <button ?disabled=${done === 0} @click=${() => void this.#save('csv')}>CSV</button>
          <button ?disabled=${done === 0} @click=${() => void this.#save('parquet')}>Parquet</button>
        </div>
      </div>
      <dl>
        <dt>Design</dt><dd>${outline.design}, ${outline.points} points${outline.ruledOut > 0 ? `, ${outline.ruledOut} candidates ruled out` : ''}</dd>
        <dt>Strategies</dt><dd>${outline.strategies.join(', ')}</dd>
        ${outline.factors.map(({ path, range }) => html`<dt>${path}</dt><dd>${range}</dd>`)}
        <dt>Runs</dt><dd>${outline.points} points x ${outline.replicates} replicates x ${outline.strategies.length} strategies = ${outline.runs}</dd>
      </dl>
      <progress max=${total} .value=${done} aria-label="Runs finished"></progress>
      <p class="quiet small number" role="status">
        ${done} of ${total} runs${this._left === '' ? '' : `, ${this._left}`}${failed === 0 ? '' : `; ${failed} failed: ${progress?.failure}`}
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-experiment-page': SwayExperimentPage;
  }
}
