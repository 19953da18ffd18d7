import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fixed } from '../../../sim/chart/format.ts';
import type { App } from '../../app.ts';
import '../../element/sway-swatch.ts';
import '../../element/sway-time-chart.ts';
import type { LabResult } from '../../lab/protocol.ts';
import { Follow } from '../../state/follow.ts';
import { shared } from '../../style/shared.ts';
import { castOf, chartOf } from '../charts.ts';
import { chosenStrategy, strategyChoice, weekSlider } from '../chosen-strategy.ts';
import { pageStyle } from '../page-style.ts';
import { waiting } from '../waiting.ts';
import { type Gap, gapsOf } from './gaps.ts';

/** What the firm measures, beside what is true, and what the gap comes to. */
@customElement('sway-firm-page')
export class SwayFirmPage extends LitElement {
  static override styles = [
    shared,
    pageStyle,
    css`
      .bar {
        justify-content: space-between;
        margin-bottom: var(--space-4);
      }
      .gap h2 {
        margin-bottom: var(--space-2);
      }
      /* The last of an odd number has the row to itself. */
      @media (min-width: 1000px) {
        .gap:last-child:nth-child(odd) {
          grid-column: 1 / -1;
        }
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--space-1) var(--space-4);
        font-size: var(--size-s);
      }
      .pair dt {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-weight: 600;
      }
      .pair dd {
        color: var(--muted);
      }
      .said {
        margin: var(--space-3) 0;
        padding: var(--space-3) var(--space-4);
        border-left: 3px solid var(--warn);
        background: var(--warn-soft);
        border-radius: 0 var(--radius) var(--radius) 0;
        font-size: var(--size-s);
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
  #gaps: { readonly result: LabResult; readonly strategy: string; readonly gaps: readonly Gap[] } | null = null;

  override render() {
    void this.#view.value;
    void this.#status.value;
    const result = this.#lab.value;
    if (result === null) return waiting(this.app.results.state, 'What the firm sees and what is true appear with the first run.');
    const cast = castOf(this.app);
    const strategy = chosenStrategy(this.app, cast);
    // Charts keep their identity while the week moves, so that only the cursor is drawn anew.
    if (this.#gaps?.result !== result || this.#gaps.strategy !== strategy)
      this.#gaps = { result, strategy, gaps: gapsOf(result, strategy) };
    const weeks = result.comparison.strategies[0].weekly.adoption.length;
    const week = Math.min(this.app.state.state.view.week ?? weeks, weeks);
    return html`
      <div class="row bar">${strategyChoice(this.app, cast)} ${weekSlider(this.app, weeks)}</div>
      <div class="panels two">
        ${this.#gaps.gaps.map((gap) => this.#panel(gap, week))}
        <section class="panel gap">
          <h2>Knowledge of needs</h2>
          <p class="said">${this.#knowledge(result, strategy, week)}</p>
          <sway-time-chart .app=${this.app} .chart=${chartOf(result, 'knowledgeError', cast)} .ratio=${0.3}></sway-time-chart>
        </section>
      </div>
    `;
  }

  #panel(gap: Gap, week: number) {
    return html`<section class="panel gap">
      <h2>${gap.title}</h2>
      <dl class="pair">
        <div><dt><sway-swatch .look=${1}></sway-swatch>What the firm sees</dt><dd>${gap.seen}</dd></div>
        <div><dt><sway-swatch .look=${0}></sway-swatch>What is true</dt><dd>${gap.true}</dd></div>
      </dl>
      <p class="said">Week ${week}: ${gap.say(week)}</p>
      <sway-time-chart .app=${this.app} .chart=${gap.chart} .caption=${gap.caption} .ratio=${0.5}></sway-time-chart>
    </section>`;
  }

  #knowledge({ comparison }: LabResult, strategy: string, week: number): string {
    const error = comparison.strategies.find(({ name }) => name === strategy)?.weekly.knowledgeError[week - 1]?.q50 ?? null;
    if (error === null) return 'Still to come.';
    if (error > 0.98)
      return `Week ${week}: the firm knows no more of what people need than on the first day, and cannot see that it does not.`;
    return `Week ${week}: research has removed ${fixed(100 * (1 - error), 0)} % of what the firm did not know about people's needs; the rest it cannot see.`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-firm-page': SwayFirmPage;
  }
}
