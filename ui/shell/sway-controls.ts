import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { NETWORK_KINDS, type NetworkKind } from '../../sim/network/index.ts';
import type { VectorParameter } from '../../sim/parameter/index.ts';
import type { App } from '../app.ts';
import { runCommand } from '../command/run-command.ts';
import { ElementInTurn } from '../element/in-turn.ts';
import '../element/sway-icon.ts';
import '../element/sway-number.ts';
import '../element/sway-param.ts';
import { plainNumber, wordsOf } from '../element/words.ts';
import { draftValue, pathOf, withDraftValue } from '../state/draft.ts';
import { Follow } from '../state/follow.ts';
import { usedHints } from '../state/hints.ts';
import { meanOf, networkKindOf, parameterAt, withMean, withNetworkKind } from '../state/parameters.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { shared } from '../style/shared.ts';

/** The settings that matter most, with the name that each goes by here. */
const GROUPS: readonly { readonly title: string; readonly items: readonly (readonly [path: string, name: string])[] }[] = [
  {
    title: 'Money and time',
    items: [
      ['market.budget', 'Budget'],
      ['brands.0.price', 'Price'],
      ['horizon', 'Weeks'],
    ],
  },
  {
    title: 'Product',
    items: [
      ['brands.0.delivery', 'What it delivers'],
      ['brands.0.claimedDelivery', 'What messages claim'],
      ['brands.0.familiarity', 'Known at the start'],
    ],
  },
  {
    title: 'People',
    items: [
      ['consumers.advertising.effect', 'Power of advertising'],
      ['consumers.conformity.weight', 'Conformity'],
      ['consumers.talk.social', 'Talkativeness'],
    ],
  },
];

/** The few settings that matter most, beside what they change. */
@customElement('sway-controls')
export class SwayControls extends ElementInTurn {
  static override styles = [
    shared,
    css`
      :host {
        padding: var(--space-4) var(--space-4) var(--space-5) var(--space-5);
      }
      .bar {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-bottom: var(--space-2);
      }
      h2 {
        font-size: var(--size-m);
      }
      h3 {
        margin: var(--space-4) 0 var(--space-2);
        padding-top: var(--space-3);
        border-top: 1px solid var(--line);
        color: var(--muted);
        font-size: var(--size-s);
        font-weight: 600;
      }
      section:first-of-type h3 {
        margin-top: 0;
      }
      .items {
        display: grid;
        gap: var(--space-3);
      }
      .hint {
        margin-bottom: var(--space-3);
        padding: var(--space-2) var(--space-3);
        border: 1px dashed var(--accent);
        border-radius: var(--radius);
        background: var(--accent-soft);
        font-size: var(--size-s);
      }
      .field {
        display: grid;
        gap: var(--space-1);
        font-size: var(--size-s);
        font-weight: 550;
      }
      .field select {
        width: 100%;
        font-weight: 400;
      }
      .luck {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        font-size: var(--size-s);
      }
      .luck span {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .all {
        width: 100%;
        margin-top: var(--space-5);
      }
      @media (max-width: 900px) {
        :host {
          padding: 0 var(--space-4) var(--space-5);
        }
        .bar {
          position: sticky;
          top: 0;
          z-index: 1;
          padding: var(--space-2) 0;
          background: var(--raised);
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #draft = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft,
  );
  readonly #network = new Follow(
    this,
    () => this.app.state,
    ({ network }) => network,
  );
  readonly #hints = new Follow(
    this,
    () => usedHints,
    (used) => used,
  );
  #before: number | null = null;

  #run(id: string): void {
    const command = this.app.commands.state.find((each) => each.id === id);
    if (command !== undefined) runCommand(this.app, command);
  }

  #item([path, name]: readonly [path: string, name: string]) {
    const parameter = parameterAt(path, networkKindOf(this.#draft.value));
    if (parameter === undefined) return nothing;
    if (parameter.type === 'vector') return this.#mean(path, name, parameter);
    return html`<sway-param compact .app=${this.app} .path=${path} .name=${name} .parameter=${parameter}></sway-param>`;
  }

  /** A vector as its mean, which moves all its elements. */
  #mean(path: string, name: string, parameter: VectorParameter) {
    const values = (draftValue(this.#draft.value, pathOf(path)) as readonly number[] | undefined) ?? parameter.default;
    const mean = meanOf(values);
    const [low, high] = parameter.range;
    const change = (wanted: number, final: boolean): void => {
      this.#before ??= mean;
      const now = draftValue(this.app.state.state.draft, pathOf(path)) as readonly number[] | undefined;
      const moved = wanted === meanOf(parameter.default) ? undefined : withMean(now ?? parameter.default, wanted, parameter.allowed);
      const edit = (draft: typeof this.app.state.state.draft) => withDraftValue(draft, pathOf(path), moved);
      if (!final) {
        this.app.preview(edit);
        return;
      }
      const before = this.#before;
      this.#before = null;
      this.app.edit(`${name} ${plainNumber(before)} to ${plainNumber(wanted)}`, edit);
    };
    return html`<sway-number
      compact
      .label=${name}
      .value=${mean}
      .usual=${meanOf(parameter.default)}
      .scale=${{ low, high, log: false, integer: false }}
      .allowed=${parameter.allowed}
      .unit=${'mean, 0..1'}
      .change=${change}
    ></sway-number>`;
  }

  #networkItems() {
    const network = this.#network.value;
    if (network !== null) {
      return html`<p class="small">A network of your own stands in for the scenario’s.</p>
        <button @click=${() => this.app.open('Back to the scenario’s network', { network: null })}>Use the scenario’s network</button>`;
    }
    const kind = networkKindOf(this.#draft.value);
    const people = parameterAt('network.people', kind);
    return html`
      <label class="field">Network
        <select
          @change=${(event: Event) => {
            const chosen = (event.target as HTMLSelectElement).value as NetworkKind;
            this.app.edit(`Network ${wordsOf(kind)} to ${wordsOf(chosen)}`, (draft) => withNetworkKind(draft, chosen));
          }}
        >${Object.keys(NETWORK_KINDS).map((each) => html`<option value=${each} ?selected=${each === kind}>${wordsOf(each)}</option>`)}</select>
      </label>
      ${people === undefined ? nothing : html`<sway-param compact .app=${this.app} .path=${'network.people'} .name=${'Simulated people'} .parameter=${people}></sway-param>`}
    `;
  }

  override render() {
    const { seed } = scenarioOf(this.#draft.value);
    return html`
      <div class="bar">
        <h2>Controls</h2>
        <button class="plain icon" aria-label="Hide the controls" title="Hide the controls" @click=${() => this.#run('view.controls')}>
          <sway-icon name="close"></sway-icon>
        </button>
      </div>
      ${this.#hints.value.includes('drag') ? nothing : html`<p class="hint">Drag a slider: all strategies run anew while you do.</p>`}
      ${GROUPS.map(
        ({ title, items }) => html`<section role="group" aria-label=${title}>
          <h3>${title}</h3>
          <div class="items">${items.map((item) => this.#item(item))}</div>
        </section>`,
      )}
      <section aria-label="World">
        <h3>World</h3>
        <div class="items">
          ${this.#networkItems()} ${this.#item(['market.people', 'People in the market'])}
          <div class="luck">
            <span title=${seed}>Luck: ${seed}</span>
            <button @click=${() => this.#run('scenario.luck')}><sway-icon name="dice"></sway-icon>Draw other luck</button>
          </div>
        </div>
      </section>
      <button class="all" @click=${() => this.app.show({ page: 'scenario' })}>Everything that can be set</button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-controls': SwayControls;
  }
}
