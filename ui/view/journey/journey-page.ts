import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fixed } from '../../../sim/chart/format.ts';
import { layoutLoop } from '../../../sim/chart/loop.ts';
import type { App } from '../../app.ts';
import { chartToolsStyle } from '../../element/chart-tools-style.ts';
import '../../element/sway-chart-menu.ts';
import '../../element/sway-table.ts';
import '../../element/sway-drawing.ts';
import { Width } from '../../element/width.ts';
import type { JourneyResult, LabResult } from '../../lab/protocol.ts';
import { Follow } from '../../state/follow.ts';
import { shared } from '../../style/shared.ts';
import { castOf } from '../charts.ts';
import { chosenStrategy, strategyChoice, weekSlider } from '../chosen-strategy.ts';
import { pageStyle } from '../page-style.ts';
import { waiting } from '../waiting.ts';
import { journeyFigure } from './journey-figure.ts';
import { loopSentence, type Moves, movesIn } from './moves.ts';

const WINDOWS = [1, 4, 13, 26, 52];

const MEANINGS: Readonly<Record<string, string>> = {
  unaware: 'does not know the brand',
  dormant: 'knows it, has no need now',
  triggered: 'has a need, does not think of the brand',
  evaluating: 'has a need and considers the brand',
  customer: 'uses it',
  advocate: 'uses it, is content and feels bound to it',
  detractor: 'was let down by the last use',
  lapsed: 'bought once, uses something else',
};

/** Stages that people are in, and how they move between them: round and round. */
@customElement('sway-journey-page')
export class SwayJourneyPage extends LitElement {
  static override styles = [
    shared,
    pageStyle,
    chartToolsStyle,
    css`
      .bar {
        justify-content: space-between;
        margin-bottom: var(--space-4);
      }
      .both {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-5);
        align-items: center;
      }
      @media (min-width: 1000px) {
        .both {
          grid-template-columns: minmax(0, 1.5fr) minmax(280px, 1fr);
        }
      }
      sway-drawing {
        max-width: 640px;
        margin: 0 auto;
      }
      .stages {
        display: grid;
        gap: var(--space-1);
      }
      .stages button {
        display: grid;
        grid-template-columns: 8.5em minmax(0, 1fr) auto;
        gap: var(--space-3);
        width: 100%;
        padding: var(--space-2) var(--space-3);
        border-color: transparent;
        background: transparent;
        text-align: left;
        white-space: normal;
      }
      .stages button[aria-pressed="true"] {
        background: var(--accent-soft);
      }
      .stages strong {
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _window = 13;
  @state() private _stage: number | null = null;

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

  readonly #width = new Width(this);

  override render() {
    void this.#view.value;
    void this.#status.value;
    const result = this.#lab.value;
    if (result === null || result.journeys.length === 0) {
      return waiting(this.app.results.state, 'Stages and the moves between them appear when the first run is complete.');
    }
    return this.#page(result);
  }

  #page(result: LabResult) {
    const cast = castOf(this.app);
    const chosen = chosenStrategy(this.app, cast);
    const weeks = result.comparison.strategies[0].weekly.adoption.length;
    const to = Math.min(this.app.state.state.view.week ?? weeks, weeks);
    const from = Math.max(1, to - this._window + 1);
    const journey = result.journeys.find(({ strategy }) => strategy === chosen);
    return html`
      <div class="row bar">
        ${strategyChoice(this.app, cast)}
        <span class="row">
          ${weekSlider(this.app, weeks)}
          <label>and before it
            <select @change=${(event: Event) => {
              this._window = Number((event.target as HTMLSelectElement).value);
            }}>${WINDOWS.map((each) => html`<option value=${each} ?selected=${each === this._window}>${each === 1 ? 'no other' : `${each - 1} weeks`}</option>`)}</select>
          </label>
        </span>
      </div>
      ${journey === undefined ? waiting(this.app.results.state, `The first run of ${chosen} is under way.`) : this.#loop(chosen, journey, from, to)}
    `;
  }

  #loop(strategy: string, journey: JourneyResult, from: number, to: number) {
    const moves = movesIn(journey, from, to);
    const { stages, people, population } = moves;
    const span = from === to ? `week ${to}` : `weeks ${from} to ${to}`;
    const sentence = loopSentence(moves);
    const percent = (stage: number) => `${fixed((100 * people[stage]) / population, 1)} %`;
    const loop = {
      title: `The journey under ${strategy} in ${span}`,
      description: sentence,
      stages,
      moves: moves.moves,
      notes: stages.map((_, stage) => percent(stage)),
      chosen: this._stage,
    };
    const drawing = layoutLoop(
      loop,
      this.#width.value < 700 ? { width: Math.max(260, this.#width.value - 34), height: 270 } : { width: 640, height: 540 },
    );
    return html`<div class="panels">
      <section class="panel">
        <div class="head">
          <h2>The journey in ${span}</h2>
          <div class="tools"><sway-chart-menu .app=${this.app} .chart=${journeyFigure(loop, strategy, [from, to], population)}></sway-chart-menu></div>
        </div>
        <p class="lead">${sentence} Bands bend from where people leave to where they arrive; their width is the number of people a week, a mean over ${journey.runs} ${journey.runs === 1 ? 'run' : 'runs'}. Percentages: people in the stage.</p>
        <div class="both">
          <sway-drawing .drawing=${drawing}></sway-drawing>
          <div class="stages" role="group" aria-label="Show the moves of one stage">
            ${stages.map(
              (stage, at) =>
                html`<button aria-pressed=${this._stage === at} @click=${() => {
                  this._stage = this._stage === at ? null : at;
                }}><strong>${stage}</strong><span class="quiet">${MEANINGS[stage] ?? ''}</span><span class="number">${percent(at)}</span></button>`,
            )}
          </div>
        </div>
      </section>
      <section class="panel"><h2>Moves a week</h2>${this.#table(moves)}</section>
    </div>`;
  }

  #table({ stages, moves, population }: Moves) {
    const count = stages.length;
    const rows = stages.map((stage, from) => ({
      head: `from ${stage}`,
      cells: stages.map((_, to) => {
        const moved = moves[from * count + to];
        return moved === 0 ? '·' : fixed((1000 * moved) / population, 2);
      }),
    }));
    return html`<sway-table caption="Of 1,000 people, how many move in a week from the row's stage to the column's; on the diagonal, how many stay" .head=${['Stage', ...stages.map((stage) => `to ${stage}`)]} .rows=${rows}></sway-table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-journey-page': SwayJourneyPage;
  }
}
