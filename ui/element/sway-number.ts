import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { InputError } from '../../sim/parameter/index.ts';
import { shared } from '../style/shared.ts';
import { POSITIONS, positionOf, type Scale, valueAt } from './scale.ts';
import './sway-icon.ts';
import { plainNumber } from './words.ts';

/** A burst of arrow keys is one change: it ends when no key was hit for so long, in milliseconds. */
const BURST = 500;

/**
 * A number to set: slider over what is plausible, box for whatever is allowed, its unit, and a dot that brings the default back.
 * `change` is called for every value, `final` false while the slider is held; what it throws is shown beside the number, and the value
 * that `value` has stays.
 */
@customElement('sway-number')
export class SwayNumber extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: "slider box unit dot" auto "error error error error" auto / minmax(80px, 1fr) 88px minmax(0, 8em) 24px;
        align-items: center;
        gap: 0 var(--space-2);
      }
      :host([compact]) {
        grid-template: "label dot box" auto "unit dot box" auto "slider slider slider" auto "error error error" auto / minmax(0, 1fr) 24px 84px;
        gap: 0 var(--space-1);
      }
      label {
        grid-area: label;
        font-size: var(--size-s);
        font-weight: 550;
        line-height: 1.25;
      }
      :host(:not([compact])) label {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
      .slider {
        grid-area: slider;
        position: relative;
        display: flex;
        align-items: center;
        min-width: 0;
      }
      .slider::before {
        content: "";
        position: absolute;
        left: calc(8px + (100% - 16px) * var(--default-at, -1));
        bottom: calc(50% - 11px);
        width: 2px;
        height: 5px;
        margin-left: -1px;
        background: var(--edge);
        display: var(--default-shown, block);
      }
      input[type="range"] {
        width: 100%;
        height: min(var(--touch), 40px);
        margin: 0;
        cursor: grab;
      }
      input[type="range"]:active {
        cursor: grabbing;
      }
      :host([compact]) input[type="range"] {
        height: max(26px, calc(var(--touch) - 8px));
      }
      input[type="number"] {
        grid-area: box;
        width: 100%;
        text-align: right;
        font-variant-numeric: tabular-nums;
        appearance: textfield;
      }
      :host([compact]) input[type="number"] {
        min-height: max(26px, calc(var(--touch) - 6px));
      }
      input::-webkit-inner-spin-button,
      input::-webkit-outer-spin-button {
        appearance: none;
        margin: 0;
      }
      .unit {
        grid-area: unit;
        color: var(--muted);
        font-size: var(--size-xs);
        line-height: 1.2;
      }
      :host([compact]) label {
        align-self: end;
      }
      :host([compact]) .unit {
        align-self: start;
      }
      :host([compact][unit=""]) {
        grid-template-areas: "label dot box" "label dot box" "slider slider slider" "error error error";
      }
      :host([compact][unit=""]) label {
        align-self: center;
      }
      .dot {
        grid-area: dot;
        width: 24px;
        min-height: 24px;
        padding: 0;
        border: 0;
        background: none;
        position: relative;
      }
      .dot::after {
        content: "";
        position: absolute;
        inset: calc(12px - max(12px, var(--touch) / 2));
      }
      .dot::before {
        content: "";
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: var(--accent);
      }
      .error {
        grid-area: error;
        color: var(--bad);
        font-size: var(--size-s);
        padding-top: var(--space-1);
      }
      @media (max-width: 560px) {
        :host(:not([compact])) {
          grid-template: "slider slider slider" auto "box unit dot" auto "error error error" auto / 110px minmax(0, 1fr) 24px;
        }
      }
      @media (forced-colors: active) {
        .dot::before {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  @property() label = '';
  @property({ type: Number }) value = 0;
  @property({ attribute: false }) usual: number | null = null;
  @property({ attribute: false }) scale: Scale = { low: 0, high: 1, log: false, integer: false };
  @property({ attribute: false }) allowed: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  @property({ reflect: true }) unit = '';
  /** Label above instead of left to whoever uses it, slider below. */
  @property({ type: Boolean, reflect: true }) compact = false;
  @property({ attribute: false }) change: (value: number, final: boolean) => void = () => undefined;

  @state() private _error: string | null = null;
  @query('input[type="range"]') private _slider!: HTMLInputElement;
  @query('input[type="number"]') private _box!: HTMLInputElement;

  /** Value previewed and not yet settled. */
  #held: number | null = null;
  #byKey = false;
  #burst: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#letGo();
  }

  #give(value: number, final: boolean): void {
    clearTimeout(this.#burst);
    this.#held = final ? null : value;
    try {
      this.change(value, final);
      this._error = null;
    } catch (error) {
      this._error = error instanceof InputError ? error.message : String(error);
    }
  }

  #letGo(): void {
    if (this.#held !== null) this.#give(this.#held, true);
  }

  #slid(): void {
    this.#give(valueAt(Number(this._slider.value), this.scale), false);
  }

  #slidden(): void {
    clearTimeout(this.#burst);
    if (this.#byKey) this.#burst = setTimeout(() => this.#letGo(), BURST);
    else this.#letGo();
  }

  #pressed(event: KeyboardEvent): void {
    this.#byKey = true;
    // A command, such as undo, finds everything settled.
    if (event.ctrlKey || event.metaKey || event.altKey) this.#letGo();
  }

  #typed(): void {
    const text = this._box.value.trim();
    const value = Number(text);
    const [low, high] = this.allowed;
    const fits = text !== '' && value >= low && value <= high && (!this.scale.integer || Number.isInteger(value));
    if (fits) {
      this.#give(value, true);
      return;
    }
    const kind = this.scale.integer ? 'a whole number' : 'a number';
    this._error = `Found ${text === '' ? 'no number' : text}; allowed is ${kind} from ${plainNumber(low)} to ${plainNumber(high)}.`;
  }

  override updated(): void {
    const slider = this._slider;
    const at = String(positionOf(this.value, this.scale));
    if (slider.value !== at && this.#held === null) slider.value = at;
    // A box with something wrong in it keeps that, to be mended.
    if (this._error === null && (this._box.value === '' || Number(this._box.value) !== this.value)) this._box.value = String(this.value);
    if (this.usual !== null) this.style.setProperty('--default-at', String(positionOf(this.usual, this.scale) / POSITIONS));
    this.style.setProperty('--default-shown', this.usual === null ? 'none' : 'block');
  }

  override render() {
    const { usual, value, label, unit } = this;
    const changed = usual !== null && usual !== value;
    return html`
      <label for="box">${label}</label>
      <span class="slider">
        <input
          type="range"
          min="0"
          max=${POSITIONS}
          step="1"
          aria-label=${label}
          aria-valuetext="${plainNumber(value)} ${unit}"
          @pointerdown=${() => {
            this.#byKey = false;
          }}
          @keydown=${this.#pressed}
          @input=${this.#slid}
          @change=${this.#slidden}
          @pointerup=${() => setTimeout(() => this.#letGo())}
          @blur=${this.#letGo}
        />
      </span>
      <input
        id="box"
        type="number"
        inputmode="decimal"
        step=${this.scale.integer ? 1 : 'any'}
        aria-invalid=${this._error === null ? 'false' : 'true'}
        aria-describedby=${this._error === null ? 'unit' : 'unit error'}
        @change=${this.#typed}
      />
      <span class="unit" id="unit">${unit}</span>
      ${
        changed
          ? html`<button
              class="dot"
              title="Back to the default, ${plainNumber(usual)}"
              aria-label="${label}: back to the default, ${plainNumber(usual)}"
              @click=${() => this.#give(usual, true)}
            ></button>`
          : nothing
      }
      <p class="error" id="error" role="alert" ?hidden=${this._error === null}>${this._error}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-number': SwayNumber;
  }
}
