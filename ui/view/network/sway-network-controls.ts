import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ReplayState } from '../../../sim/experiment/replay/replay.ts';
import type { App } from '../../app.ts';
import { Follow } from '../../state/follow.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { shared } from '../../style/shared.ts';
import { LINES_SHOWN, type LinesShown, TALK_WEEKS } from './lines-of.ts';
import { replayedStrategy } from './replay-follower.ts';

/** What was chosen of what is not part of the view's state. */
export interface NetworkChoice {
  readonly state?: string;
  readonly lines?: LinesShown;
  readonly brand?: number;
}

const LINE_TEXTS: Readonly<Record<LinesShown, string>> = {
  talk: `talk of the last ${TALK_WEEKS} weeks`,
  close: 'close ties left of the start',
  all: 'all ties of the week',
  none: 'none',
};

const MOST_RUNS = 100_000;

/** Which run is looked at, and how: strategy, run, brand, colour, lines. Says `choice`. */
@customElement('sway-network-controls')
export class SwayNetworkControls extends LitElement {
  static override styles = [
    shared,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3) var(--space-4);
        margin-bottom: var(--space-3);
      }
      label {
        display: grid;
        gap: 2px;
        font-size: var(--size-s);
        color: var(--muted);
      }
      select,
      input {
        color: var(--ink);
      }
      select {
        max-width: 260px;
      }
      input {
        width: 5.5em;
      }
      @media (max-width: 720px) {
        label {
          flex: 1 1 40%;
        }
        select,
        input {
          width: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) states: readonly ReplayState[] = [];
  @property({ attribute: false }) shownState = '';
  /** Null where no lines are drawn. */
  @property({ attribute: false }) lines: LinesShown | null = null;
  @property({ attribute: false }) brand = 0;

  readonly #view = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view,
  );
  readonly #draft = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft,
  );

  #choose(choice: NetworkChoice): void {
    this.dispatchEvent(new CustomEvent('choice', { detail: choice }));
  }

  #run(event: Event): void {
    const input = event.target as HTMLInputElement;
    const { replicate } = this.#view.value;
    const run = Number.isInteger(input.valueAsNumber) ? Math.min(MOST_RUNS, Math.max(1, input.valueAsNumber)) : replicate + 1;
    input.value = String(run);
    this.app.show({ replicate: run - 1 });
  }

  #select(label: string, options: readonly (readonly [value: string, text: string])[], chosen: string, apply: (value: string) => void) {
    return html`<label>${label}
      <select @change=${(event: Event) => apply((event.target as HTMLSelectElement).value)}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select>
    </label>`;
  }

  override render() {
    const { brands, strategies } = scenarioOf(this.#draft.value);
    const names = [...new Set([...strategies.map(({ name }) => name), 'nothing'])];
    const strategy = replayedStrategy({ draft: this.#draft.value, view: this.#view.value });
    return html`<div class="row">
      ${this.#select(
        'Strategy',
        names.map((name) => [name, name] as const),
        strategy,
        (value) => this.app.show({ strategy: value }),
      )}
      <label>Run
        <input type="number" min="1" max=${MOST_RUNS} step="1" .value=${String(this.#view.value.replicate + 1)} @change=${(event: Event) => this.#run(event)} />
      </label>
      ${
        brands.length > 1
          ? this.#select(
              'Brand',
              brands.map(({ name }, at) => [String(at), name] as const),
              String(this.brand),
              (value) => this.#choose({ brand: Number(value) }),
            )
          : nothing
      }
      ${
        this.states.length === 0
          ? nothing
          : this.#select(
              'Colour',
              this.states.map(({ name, title }) => [name, title] as const),
              this.shownState,
              (value) => this.#choose({ state: value }),
            )
      }
      ${
        this.lines === null
          ? nothing
          : this.#select(
              'Lines',
              LINES_SHOWN.map((value) => [value, LINE_TEXTS[value]] as const),
              this.lines,
              (value) => this.#choose({ lines: value as LinesShown }),
            )
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-network-controls': SwayNetworkControls;
  }
}
