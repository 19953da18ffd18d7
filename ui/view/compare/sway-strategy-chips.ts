import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app.ts';
import '../../element/sway-swatch.ts';
import { Follow } from '../../state/follow.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { strategiesShown } from '../../state/shown.ts';
import { shared } from '../../style/shared.ts';
import { castOf, lookOf } from '../charts.ts';

/** Which strategies are run and drawn; the one that is shown last stays. */
@customElement('sway-strategy-chips')
export class SwayStrategyChips extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        min-width: 0;
        max-width: 100%;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      button {
        border-color: var(--line);
        border-radius: 999px;
        color: var(--muted);
        max-width: 100%;
        white-space: normal;
        text-align: left;
        overflow-wrap: anywhere;
      }
      button[aria-pressed="true"] {
        border-color: var(--edge);
        color: var(--ink);
        font-weight: 560;
      }
      button[aria-pressed="false"] {
        background: transparent;
      }
      button[aria-pressed="false"] sway-swatch {
        opacity: 0.45;
      }
      @media print {
        button:not([aria-pressed="true"]) {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #state = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view.shown,
  );
  readonly #draft = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft,
  );

  override render() {
    const scenario = scenarioOf(this.#draft.value);
    const names = scenario.strategies.map(({ name }) => name);
    const cast = castOf(this.app);
    const few = strategiesShown(scenario, { shown: null });
    return html`<div class="chips" role="group" aria-label="Strategies shown">
      ${names.map((name) => {
        const shown = cast.names.includes(name);
        return html`<button aria-pressed=${shown} @click=${() => this.#toggle(name, names)}>
          <sway-swatch .look=${lookOf(cast, name)}></sway-swatch>${name}
        </button>`;
      })}
      ${
        names.length > cast.names.length
          ? html`<button class="plain" @click=${() => this.#show(names, 'Every strategy is shown.')}>Show all ${names.length}</button>`
          : nothing
      }
      ${
        this.#state.value !== null && few.length < names.length && few.join() !== cast.names.join()
          ? html`<button class="plain" @click=${() => this.#show(null, 'The first strategies are shown.')}>Show the first ${few.length}</button>`
          : nothing
      }
    </div>`;
  }

  #toggle(name: string, names: readonly string[]): void {
    const before = this.#state.value === null ? castOf(this.app).names : names.filter((each) => this.#state.value?.includes(each));
    const shown = names.filter((each) => (each === name ? !before.includes(each) : before.includes(each)));
    if (shown.length === 0) {
      this.app.announce('One strategy must stay.');
      return;
    }
    this.#show(shown, `${name} is ${shown.includes(name) ? 'shown' : 'hidden'}.`);
  }

  #show(shown: readonly string[] | null, said: string): void {
    this.app.show({ shown });
    this.app.announce(said);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-strategy-chips': SwayStrategyChips;
  }
}
