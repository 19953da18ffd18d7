import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChoiceParameter, Parameter, VectorParameter } from '../../sim/parameter/index.ts';
import type { App } from '../app.ts';
import type { JsonValue } from '../state/app-state.ts';
import { draftValue, pathOf, withDraftValue } from '../state/draft.ts';
import { Follow } from '../state/follow.ts';
import { shared } from '../style/shared.ts';
import { scaleOf } from './scale.ts';
import './sway-number.ts';
import { capital, plainNumber, wordsOf } from './words.ts';

/** One parameter of the scenario with all that is known about it, drawn from its table and bound to the draft. */
@customElement('sway-param')
export class SwayParam extends LitElement {
  static override styles = [
    shared,
    css`
      :host(:not([compact])) .row {
        display: grid;
        grid-template-columns: minmax(180px, 4fr) minmax(340px, 6fr);
        gap: var(--space-1) var(--space-5);
        padding: var(--space-3) 0;
        border-top: 1px solid var(--line);
      }
      .name {
        font-size: var(--size-m);
        font-weight: 550;
      }
      .meaning {
        color: var(--muted);
        font-size: var(--size-s);
        max-width: 56ch;
      }
      details {
        font-size: var(--size-s);
        color: var(--muted);
      }
      summary {
        width: fit-content;
        padding: var(--space-1) 0;
      }
      details p {
        overflow-wrap: anywhere;
        max-width: 64ch;
      }
      code {
        font: var(--size-xs) var(--font-code);
      }
      .element {
        display: grid;
        grid-template-columns: 7.5em minmax(0, 1fr);
        align-items: center;
        gap: var(--space-2);
        padding: 2px 0;
        font-size: var(--size-s);
      }
      select {
        justify-self: start;
      }
      @media (max-width: 900px) {
        :host(:not([compact])) .row {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media print {
        details {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  /** Where it stands in the scenario: `market.budget`. */
  @property() path = '';
  @property({ attribute: false }) parameter!: Parameter;
  /** What to call it, where its key will not do. */
  @property() name = '';
  /** Only name and control, for the controls beside a page. */
  @property({ type: Boolean, reflect: true }) compact = false;

  readonly #value = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draftValue(draft, pathOf(this.path)),
  );
  /** What it was before the slider was taken hold of. */
  #before: JsonValue | null = null;

  get #title(): string {
    return this.name === '' ? wordsOf(this.path.slice(this.path.lastIndexOf('.') + 1)) : this.name;
  }

  #set(value: JsonValue, final: boolean, what = this.#title): void {
    this.#before ??= this.#value.value ?? this.parameter.default;
    const path = pathOf(this.path);
    const kept = JSON.stringify(value) === JSON.stringify(this.parameter.default) ? undefined : value;
    const change = (draft: Parameters<typeof withDraftValue>[0]) => withDraftValue(draft, path, kept);
    if (!final) {
      this.app.preview(change);
      return;
    }
    const before = this.#before;
    this.#before = null;
    this.app.edit(`${what} ${shown(before)} to ${shown(value)}`, change);
  }

  override render() {
    const { parameter, compact } = this;
    const control = this.#control(parameter);
    if (compact) return control;
    return html`<div class="row">
      <div>
        <p class="name" id="name">${this.#title}</p>
        <p class="meaning">${capital(parameter.meaning)}${parameter.meaning.endsWith('.') ? '' : '.'}</p>
        <details>
          <summary>Source and range</summary>
          <p>Source: ${parameter.source}.</p>
          <p>Default ${shown(parameter.default)}${
            parameter.type === 'choice'
              ? nothing
              : `; plausible ${plainNumber(parameter.range[0])} to ${plainNumber(parameter.range[1])}, allowed ${plainNumber(parameter.allowed[0])} to ${plainNumber(parameter.allowed[1])}`
          }.</p>
          <p><code>${this.path}</code></p>
        </details>
      </div>
      <div>${control}</div>
    </div>`;
  }

  #control(parameter: Parameter) {
    if (parameter.type === 'choice') return this.#choice(parameter);
    if (parameter.type === 'vector') return this.#vector(parameter);
    return html`<sway-number
      ?compact=${this.compact}
      .label=${this.#title}
      .value=${Number(this.#value.value ?? parameter.default)}
      .usual=${parameter.default}
      .scale=${scaleOf(parameter)}
      .allowed=${parameter.allowed}
      .unit=${parameter.unit}
      .change=${(value: number, final: boolean) => this.#set(value, final)}
    ></sway-number>`;
  }

  #choice(parameter: ChoiceParameter) {
    const { value: set } = this.#value;
    const value = typeof set === 'string' ? set : parameter.default;
    return html`<select aria-label=${this.#title} @change=${(event: Event) => this.#set((event.target as HTMLSelectElement).value, true)}>
      ${parameter.options.map((option) => html`<option value=${option} ?selected=${option === value}>${wordsOf(option)}</option>`)}
    </select>`;
  }

  #vector(parameter: VectorParameter) {
    const values = (this.#value.value as readonly number[] | undefined) ?? parameter.default;
    return parameter.elements.map((element, k) => {
      const label = `${this.#title}: ${element}`;
      return html`<div class="element">
        <span aria-hidden="true">${capital(element)}</span>
        <sway-number
          .label=${label}
          .value=${values[k]}
          .usual=${parameter.default[k]}
          .scale=${scaleOf(parameter)}
          .allowed=${parameter.allowed}
          .unit=${k === 0 ? parameter.unit : ''}
          .change=${(value: number, final: boolean) => this.#set(values.toSpliced(k, 1, value), final, label)}
        ></sway-number>
      </div>`;
    });
  }
}

/** A value in the name of a step. */
function shown(value: JsonValue): string {
  if (typeof value === 'number') return plainNumber(value);
  if (Array.isArray(value)) return value.map((each) => shown(each as JsonValue)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-param': SwayParam;
  }
}
