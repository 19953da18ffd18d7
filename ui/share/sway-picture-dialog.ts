import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { lastWeek } from '../../sim/chart/catalogue.ts';
import { type Drawing, differenceChartOf, layout, metricTitle } from '../../sim/chart/index.ts';
import { METRICS, type MetricName } from '../../sim/experiment/metrics.ts';
import '../element/sway-drawing.ts';
import { DialogueElement } from '../shell/dialogue-element.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { shared } from '../style/shared.ts';
import { castOf, chartOf, lookOf } from '../view/charts.ts';
import { pngPicture, svgPicture } from './picture.ts';
import { fileStem, saveFile } from './save-file.ts';

const SIZE = { width: 960, height: 540 };

/** Chooses a chart, shows it as it will be, and saves it as SVG or PNG with the scenario inside. */
@customElement('sway-picture-dialog')
export class SwayPictureDialog extends DialogueElement {
  static override styles = [
    shared,
    DialogueElement.dialogueStyles,
    css`
      :host {
        --width: 880px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-3);
        margin-bottom: var(--space-3);
      }
      label {
        display: grid;
        gap: 2px;
        font-size: var(--size-s);
        color: var(--muted);
      }
      select {
        color: var(--ink);
      }
      .preview {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: var(--space-3);
        margin-bottom: var(--space-3);
        overflow: hidden;
      }
    `,
  ];

  @state() private _metric: MetricName = 'adoption';
  @state() private _kind: 'time' | 'difference' = 'time';

  protected override prepare(): void {
    this._metric = this.app.state.state.view.metric;
  }

  #drawing(): Drawing | null {
    const { result } = this.app.results.state;
    if (result === null || !(this._metric in result.comparison.metricInfo)) return null;
    // As on the page: the strategies that are shown, each in its look.
    const cast = castOf(this.app);
    if (this._kind === 'time') return layout(chartOf(result, this._metric, cast), SIZE);
    const { comparison } = result;
    const chart = differenceChartOf(comparison, this._metric, lastWeek(comparison), cast.names[0]);
    return layout({ ...chart, rows: chart.rows.map((row) => ({ ...row, look: lookOf(cast, row.name) })) }, SIZE);
  }

  async #save(kind: 'svg' | 'png'): Promise<void> {
    const drawing = this.#drawing();
    if (drawing === null) return;
    const { state } = this.app.state;
    const name = `${fileStem(scenarioOf(state.draft).name)}-${fileStem(this._metric)}${this._kind === 'time' ? '' : '-difference'}.${kind}`;
    try {
      saveFile(name, kind === 'svg' ? new Blob([svgPicture(drawing, state)], { type: 'image/svg+xml' }) : await pngPicture(drawing, state));
      this.app.announce(`The chart is saved as ${name}.`);
      this.close();
    } catch (error) {
      this.app.fail(error);
    }
  }

  override render() {
    const drawing = this.app === undefined ? null : this.#drawing();
    return html`<dialog aria-labelledby="title">
      <div class="bar">
        <h2 id="title">Save a chart as a picture</h2>
        <button class="plain" @click=${() => this.close()}>Close</button>
      </div>
      <div class="scroll">
        <div class="row">
          <label>Chart
            <select @change=${(event: Event) => {
              this._kind = (event.target as HTMLSelectElement).value as 'time' | 'difference';
            }}>
              <option value="time" .selected=${this._kind === 'time'}>Course over time</option>
              <option value="difference" .selected=${this._kind === 'difference'}>Differences at the end</option>
            </select>
          </label>
          <label>Of what
            <select @change=${(event: Event) => {
              this._metric = (event.target as HTMLSelectElement).value as MetricName;
            }}>
              ${METRICS.map(({ name }) => html`<option value=${name} .selected=${name === this._metric}>${metricTitle(name)}</option>`)}
            </select>
          </label>
        </div>
        ${drawing === null ? html`<p class="quiet">There is no result yet.</p>` : html`<div class="preview"><sway-drawing .drawing=${drawing}></sway-drawing></div>`}
        ${
          drawing === null
            ? nothing
            : html`<div class="row">
              <button class="primary" @click=${() => this.#save('png')}>Save as PNG</button>
              <button @click=${() => this.#save('svg')}>Save as SVG</button>
            </div>`
        }
        <p class="quiet small">Scenario, seed and what is shown are inside the file: drop it on this page to have them again.</p>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-picture-dialog': SwayPictureDialog;
  }
}
