import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ParameterGroup } from '../../../sim/scenario/parameter-groups.ts';
import type { App } from '../../app.ts';
import '../../element/sway-param.ts';
import { wordsOf } from '../../element/words.ts';
import { draftValue, pathOf, withDraftValue } from '../../state/draft.ts';
import { Follow } from '../../state/follow.ts';
import { shared } from '../../style/shared.ts';

/** One mechanism of the model: what it is, its switch, and, when opened, its parameters. */
@customElement('sway-mechanism')
export class SwayMechanism extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
      }
      .head {
        display: flex;
        align-items: start;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-4);
      }
      .text {
        flex: 1;
        min-width: 0;
      }
      .text p {
        color: var(--muted);
        font-size: var(--size-s);
      }
      .off h3 {
        color: var(--muted);
        text-decoration: line-through;
      }
      .switch {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--touch);
        color: var(--muted);
        font-size: var(--size-s);
      }
      summary {
        padding: var(--space-2) var(--space-4);
        border-top: 1px solid var(--line);
        color: var(--accent);
        font-size: var(--size-s);
      }
      .count {
        margin-left: var(--space-2);
        padding: 1px 7px;
        border-radius: 9px;
        background: var(--accent-soft);
        color: var(--ink);
        font-size: var(--size-xs);
      }
      .parameters {
        padding: 0 var(--space-4) var(--space-2);
      }
      .parameters sway-param:first-child {
        margin-top: -1px;
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) group!: ParameterGroup;
  /** Shown open at first. */
  @property({ type: Boolean }) opened = false;

  readonly #settings = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draftValue(draft, pathOf(this.group.path)),
  );
  readonly #off = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => this.group.switch !== null && draftValue(draft, ['mechanisms', this.group.switch]) === false,
  );

  get #title(): string {
    return wordsOf(this.group.name.slice(this.group.name.lastIndexOf('.') + 1));
  }

  #switch(event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    const path = ['mechanisms', String(this.group.switch)];
    this.app.edit(`${this.#title} ${on ? 'on' : 'off'}`, (draft) => withDraftValue(draft, path, on ? undefined : false));
  }

  override render() {
    const { group } = this;
    const off = this.#off.value;
    const parameters = Object.entries(group.parameters);
    const changed = parameters.filter(([key, { default: usual }]) => {
      const value = (this.#settings.value as Readonly<Record<string, unknown>> | undefined)?.[key];
      return value !== undefined && JSON.stringify(value) !== JSON.stringify(usual);
    }).length;
    return html`<div class="card ${off ? 'off' : ''}">
      <div class="head">
        <div class="text">
          <h3>${this.#title}</h3>
          <p>${group.meaning}</p>
        </div>
        ${
          group.switch === null
            ? nothing
            : html`<label class="switch"><input type="checkbox" .checked=${!off} aria-label="${this.#title}: on" @change=${this.#switch} />on</label>`
        }
      </div>
      ${
        parameters.length === 0
          ? nothing
          : html`<details ?open=${this.opened}>
              <summary>
                ${parameters.length === 1 ? '1 parameter' : `${parameters.length} parameters`}${
                  changed > 0 ? html`<span class="count">${changed} changed</span>` : nothing
                }
              </summary>
              <div class="parameters">
                ${parameters.map(([key, parameter]) => html`<sway-param .app=${this.app} .path=${`${group.path}.${key}`} .parameter=${parameter}></sway-param>`)}
              </div>
            </details>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-mechanism': SwayMechanism;
  }
}
