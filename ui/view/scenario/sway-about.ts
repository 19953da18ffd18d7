import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { InputError } from '../../../sim/parameter/index.ts';
import { SCENARIO_LIMITS } from '../../../sim/scenario/index.ts';
import type { App } from '../../app.ts';
import { runCommand } from '../../command/run-command.ts';
import '../../element/sway-icon.ts';
import '../../element/sway-param.ts';
import { withDraftValue } from '../../state/draft.ts';
import { Follow } from '../../state/follow.ts';
import { RUN_PARAMETERS } from '../../state/parameters.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { shared } from '../../style/shared.ts';

/** What the scenario is called and about, and how it is run. */
@customElement('sway-about')
export class SwayAbout extends LitElement {
  static override styles = [
    shared,
    css`
      .fields {
        display: grid;
        gap: var(--space-4);
        max-width: 820px;
        padding-top: var(--space-4);
      }
      label {
        display: grid;
        gap: var(--space-1);
        font-weight: 550;
      }
      label span {
        color: var(--muted);
        font-size: var(--size-s);
        font-weight: 400;
      }
      input,
      textarea {
        font-weight: 400;
      }
      textarea {
        min-height: 9em;
        font-size: var(--size-m);
      }
      .luck {
        display: flex;
        gap: var(--space-2);
        align-items: end;
      }
      .luck label {
        flex: 1;
      }
      .error {
        color: var(--bad);
        font-size: var(--size-s);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _error: string | null = null;

  readonly #draft = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft,
  );

  #set(key: 'name' | 'story' | 'seed', title: string, event: Event): void {
    const input = event.target as HTMLInputElement;
    const value = input.value;
    try {
      const usual = { name: null, story: '', seed: 'swaylab' }[key];
      this.app.edit(title, (draft) => withDraftValue(draft, [key], value === usual ? undefined : value));
      this._error = null;
    } catch (error) {
      // The last valid text stays in the scenario, what was typed in its field.
      this._error = error instanceof InputError ? error.message : String(error);
    }
  }

  #luck(): void {
    const command = this.app.commands.state.find((each) => each.id === 'scenario.luck');
    if (command !== undefined) runCommand(this.app, command);
  }

  override render() {
    const { name, story, seed } = scenarioOf(this.#draft.value);
    return html`<div class="fields">
      <p class="error" role="alert" ?hidden=${this._error === null}>${this._error}</p>
      <label>Name <input type="text" maxlength="80" .value=${name} @change=${(event: Event) => this.#set('name', 'Name', event)} /></label>
      <label>Story <span>What the scenario is about, and its point.</span>
        <textarea maxlength=${SCENARIO_LIMITS.text} .value=${story} @change=${(event: Event) => this.#set('story', 'Story', event)}></textarea>
      </label>
      <div class="luck">
        <label>Seed <span>Any text; equal seeds give equal results, here and on the command line.</span>
          <input type="text" maxlength="200" .value=${seed} @change=${(event: Event) => this.#set('seed', `Seed ${seed} to ${(event.target as HTMLInputElement).value}`, event)} />
        </label>
        <button @click=${this.#luck}><sway-icon name="dice"></sway-icon>Draw other luck</button>
      </div>
      <div>
        ${Object.entries(RUN_PARAMETERS).map(([key, parameter]) => html`<sway-param .app=${this.app} .path=${key} .parameter=${parameter}></sway-param>`)}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-about': SwayAbout;
  }
}
