import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { InputError } from '../../../sim/parameter/index.ts';
import { SCENARIO_LIMITS } from '../../../sim/scenario/index.ts';
import { DRIVE_NAMES, type DriveName, STRATEGY_PRESETS, type Strategy } from '../../../sim/scenario/vocabulary.ts';
import type { App } from '../../app.ts';
import '../../element/sway-icon.ts';
import { capital } from '../../element/words.ts';
import { Follow } from '../../state/follow.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { strategiesShown } from '../../state/shown.ts';
import { shared } from '../../style/shared.ts';
import type { StrategyChange } from './strategy-change.ts';
import { freeName, strategyJson, withStrategies } from './strategy-list.ts';
import './sway-mix-editor.ts';
import type { StrategyMove } from './sway-strategy-list.ts';
import './sway-strategy-list.ts';
import './sway-spending-editor.ts';

const CLAIMS: Readonly<Record<DriveName, string>> = {
  acquire: 'to get more and better',
  bond: 'to belong',
  comprehend: 'to understand and master',
  defend: 'to be safe',
};

/** The strategies that are compared, and what each does: budgets over tactics, nothing else. */
@customElement('sway-strategies')
export class SwayStrategies extends LitElement {
  static override styles = [
    shared,
    css`
      sway-strategy-list {
        margin-bottom: var(--space-4);
      }
      .panel {
        padding: var(--space-5);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-4);
      }
      .head label {
        display: grid;
        gap: var(--space-1);
        font-size: var(--size-s);
        font-weight: 550;
      }
      .head input {
        font-weight: 400;
        width: 260px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-left: auto;
      }
      h3 {
        margin-top: var(--space-5);
        padding-top: var(--space-4);
        border-top: 1px solid var(--line);
      }
      h3 + p {
        margin-bottom: var(--space-3);
        color: var(--muted);
        font-size: var(--size-s);
        max-width: 76ch;
      }
      .claims {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-5);
      }
      .claims label,
      .feedback {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--touch);
        font-size: var(--size-s);
      }
      .error {
        color: var(--bad);
        margin-bottom: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _name: string | null = null;
  @state() private _error: string | null = null;

  readonly #draft = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft,
  );

  /** The one that is edited: by name, so that it stays the same when the list changes; at first the first that spends. */
  #place(strategies: readonly Strategy[]): number {
    const named = strategies.findIndex((strategy) => strategy.name === this._name);
    return named >= 0
      ? named
      : Math.max(
          0,
          strategies.findIndex((strategy) => strategy.plan.length > 0),
        );
  }

  #try(change: () => void): boolean {
    try {
      change();
      this._error = null;
      return true;
    } catch (error) {
      this._error = error instanceof InputError ? error.message : String(error);
      return false;
    }
  }

  readonly #change: StrategyChange = (what, change, final) => {
    const { strategies } = scenarioOf(this.app.state.state.draft);
    const at = this.#place(strategies);
    const label = `${strategies[at].name}: ${what}`;
    this.#try(() => {
      if (change === null) {
        this.app.settle(label);
        return;
      }
      const changed = strategies.toSpliced(at, 1, change(strategies[at]));
      const edit = (draft: Parameters<typeof withStrategies>[0]) => withStrategies(draft, changed);
      if (final) this.app.edit(label, edit);
      else this.app.preview(edit);
    });
  };

  #rename(event: Event): void {
    const input = event.target as HTMLInputElement;
    const { strategies } = scenarioOf(this.#draft.value);
    const at = this.#place(strategies);
    const before = strategies[at].name;
    const name = input.value.trim();
    if (name === before) return;
    const renamed = (names: readonly string[]): readonly string[] => names.map((each) => (each === before ? name : each));
    const done = this.#try(() =>
      this.app.edit(`${before} renamed ${name}`, (draft) =>
        withStrategies(draft, strategies.toSpliced(at, 1, { ...strategies[at], name })),
      ),
    );
    if (!done) return;
    this._name = name;
    const { shown, pair, strategy } = this.app.state.state.view;
    this.app.show({
      shown: shown === null ? null : renamed(shown),
      pair: pair === null ? null : [pair[0] === before ? name : pair[0], pair[1] === before ? name : pair[1]],
      strategy: strategy === before ? name : strategy,
    });
  }

  /** A new strategy, shown from now on. */
  #add(strategy: Strategy, label: string): void {
    const { strategies } = scenarioOf(this.#draft.value);
    const name = freeName(
      strategy.name,
      strategies.map((each) => each.name),
    );
    const shown = strategiesShown(scenarioOf(this.#draft.value), this.app.state.state.view);
    if (!this.#try(() => this.app.edit(label, (draft) => withStrategies(draft, [...strategies, { ...strategy, name }])))) return;
    this._name = name;
    this.app.show({ shown: [...shown, name] });
  }

  #reorder({ from, to }: StrategyMove): void {
    const { strategies } = scenarioOf(this.#draft.value);
    const moved = strategies[from];
    this._name = moved.name;
    const done = this.#try(() =>
      this.app.edit(`${moved.name} moved to place ${to + 1}`, (draft) =>
        withStrategies(draft, strategies.toSpliced(from, 1).toSpliced(to, 0, moved)),
      ),
    );
    if (done) this.app.announce(`${moved.name} is now number ${to + 1} of ${strategies.length}.`);
  }

  #remove(at: number): void {
    const { strategies } = scenarioOf(this.#draft.value);
    const removed = this.#try(() =>
      this.app.edit(`${strategies[at].name} removed`, (draft) => withStrategies(draft, strategies.toSpliced(at, 1))),
    );
    if (removed) this._name = strategies[at === 0 ? 1 : at - 1].name;
  }

  override render() {
    const { strategies, horizon } = scenarioOf(this.#draft.value);
    const at = this.#place(strategies);
    const full = strategies.length >= SCENARIO_LIMITS.strategies;
    return html`
      <sway-strategy-list
        .names=${strategies.map(({ name }) => name)}
        .chosen=${at}
        @choose=${({ detail }: CustomEvent<number>) => {
          this._name = strategies[detail].name;
          this._error = null;
        }}
        @move=${({ detail }: CustomEvent<StrategyMove>) => this.#reorder(detail)}
      >
        <select
          aria-label="Add a strategy"
          ?disabled=${full}
          @change=${(event: Event) => {
            const select = event.target as HTMLSelectElement;
            const preset = STRATEGY_PRESETS.find((each) => each.name === select.value);
            select.selectedIndex = 0;
            if (preset !== undefined) this.#add(preset, `Strategy ${preset.name} added`);
          }}
        >
          <option>Add a strategy …</option>
          ${STRATEGY_PRESETS.map(({ name }) => html`<option value=${name}>${name}</option>`)}
        </select>
      </sway-strategy-list>
      <p class="error" role="alert" ?hidden=${this._error === null}>${this._error}</p>
      ${this.#editor(strategies, at, horizon, full)}
    `;
  }

  #editor(strategies: readonly Strategy[], at: number, horizon: number, full: boolean) {
    const strategy = strategies[at];
    const preset = STRATEGY_PRESETS.find((each) => each.name === strategy.name);
    const changed = preset !== undefined && typeof strategyJson(strategy) !== 'string';
    return html`<div class="panel">
      <div class="head">
        <label>Name<input type="text" maxlength="80" .value=${strategy.name} @change=${this.#rename} /></label>
        ${preset === undefined ? nothing : html`<p class="quiet small">${changed ? 'Changed from the strategy that ships.' : 'As it ships.'}</p>`}
        <div class="actions">
          ${changed ? html`<button @click=${() => this.#change('as it ships', () => preset, true)}><sway-icon name="reset"></sway-icon>As it ships</button>` : nothing}
          <button ?disabled=${full} @click=${() => this.#add(strategy, `${strategy.name} duplicated`)}><sway-icon name="copy"></sway-icon>Duplicate</button>
          <button ?disabled=${strategies.length === 1} @click=${() => this.#remove(at)}><sway-icon name="remove"></sway-icon>Remove</button>
        </div>
      </div>
      <h3>Mix of tactics</h3>
      <p>Shares of each week’s money. Drag a keyframe along the weeks, or use the arrow keys on it; Enter adds one, Delete removes it.</p>
      <sway-mix-editor .strategy=${strategy} .horizon=${horizon} .change=${this.#change}></sway-mix-editor>
      ${
        strategy.plan.length === 0
          ? nothing
          : html`<h3>Spending over time</h3>
              <p>Levels relative to each other: every strategy has the same money in all, counted at its present value.</p>
              <sway-spending-editor .strategy=${strategy} .horizon=${horizon} .change=${this.#change}></sway-spending-editor>`
      }
      <h3>What its messages claim</h3>
      <p>Drives that they address; at least one.</p>
      <div class="claims">
        ${DRIVE_NAMES.map((drive) => {
          const on = strategy.claims.includes(drive);
          return html`<label>
            <input
              type="checkbox"
              .checked=${on}
              ?disabled=${on && strategy.claims.length === 1}
              @change=${() =>
                this.#change(
                  `claims ${on ? 'without' : 'with'} ${drive}`,
                  (now) => ({ ...now, claims: DRIVE_NAMES.filter((each) => (each === drive ? !on : now.claims.includes(each))) }),
                  true,
                )}
            />
            <span>${capital(drive)} <span class="quiet">${CLAIMS[drive]}</span></span>
          </label>`;
        })}
      </div>
      <label class="feedback">
        <input
          type="checkbox"
          .checked=${strategy.feedback === true}
          @change=${() => this.#change(`feedback ${strategy.feedback ? 'off' : 'on'}`, (now) => ({ ...now, feedback: now.feedback !== true }), true)}
        />
        <span>Feedback: when complaints are heard, money moves from content to answers and service</span>
      </label>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-strategies': SwayStrategies;
  }
}
