import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { NETWORK_KINDS, type NetworkKind } from '../../../sim/network/index.ts';
import { choice, type Parameter } from '../../../sim/parameter/index.ts';
import { PARAMETER_GROUPS, type ParameterGroup } from '../../../sim/scenario/parameter-groups.ts';
import type { App } from '../../app.ts';
import '../../element/sway-param.ts';
import { wordsOf } from '../../element/words.ts';
import { Follow } from '../../state/follow.ts';
import { networkKindOf, withNetworkKind } from '../../state/parameters.ts';
import { shared } from '../../style/shared.ts';
import './sway-mechanism.ts';

const REDRAW = choice('replicate', ['replicate', 'once'], 'a new network for every replicate, or one for all', 'design of the run');
const TIES = PARAMETER_GROUPS.find((group) => group.name === 'ties') as ParameterGroup;

/** Who knows whom: the kind of network, its parameters, and how ties change. */
@customElement('sway-network-settings')
export class SwayNetworkSettings extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: var(--space-5);
      }
      .kinds {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
        gap: var(--space-2);
      }
      legend {
        margin-bottom: var(--space-2);
        font-weight: 620;
      }
      label {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 var(--space-2);
        align-content: start;
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
        cursor: pointer;
      }
      label:has(:checked) {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      label b {
        font-weight: 600;
      }
      label span {
        grid-column: 2;
        color: var(--muted);
        font-size: var(--size-s);
        line-height: 1.35;
      }
      h3 {
        margin-bottom: var(--space-2);
      }
      .panel {
        padding: 0 var(--space-5) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
        overflow: hidden;
      }
      .panel sway-param:first-child {
        margin-top: -1px;
      }
      .own {
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-l);
        background: var(--warn-soft);
      }
      .own button {
        margin-top: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #kind = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => networkKindOf(draft),
  );
  readonly #own = new Follow(
    this,
    () => this.app.state,
    ({ network }) => network !== null,
  );

  #choose(kind: NetworkKind): void {
    this.app.edit(`Network ${wordsOf(this.#kind.value)} to ${wordsOf(kind)}`, (draft) => withNetworkKind(draft, kind));
  }

  override render() {
    const kind = this.#kind.value;
    const parameters: readonly [string, Parameter][] = [...Object.entries<Parameter>(NETWORK_KINDS[kind].parameters), ['redraw', REDRAW]];
    return html`
      ${
        this.#own.value
          ? html`<div class="own">
              <p>A network of your own stands in for what is set here.</p>
              <button @click=${() => this.app.open('Back to the scenario’s network', { network: null })}>Use the scenario’s network</button>
            </div>`
          : ''
      }
      <fieldset>
        <legend>Kind</legend>
        <div class="kinds">
          ${Object.entries(NETWORK_KINDS).map(
            ([each, { meaning }]) => html`<label>
              <input type="radio" name="kind" value=${each} .checked=${each === kind} @change=${() => this.#choose(each as NetworkKind)} />
              <b>${wordsOf(each)}</b><span>${meaning}</span>
            </label>`,
          )}
        </div>
      </fieldset>
      <section>
        <h3>Settings of this kind</h3>
        <div class="panel">${parameters.map(([key, parameter]) => html`<sway-param .app=${this.app} .path=${`network.${key}`} .parameter=${parameter}></sway-param>`)}</div>
      </section>
      <section>
        <h3>How ties change</h3>
        <sway-mechanism opened .app=${this.app} .group=${TIES}></sway-mechanism>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-network-settings': SwayNetworkSettings;
  }
}
