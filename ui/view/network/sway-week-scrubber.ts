import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../style/shared.ts';

/** Milliseconds a week lasts while it plays. */
const PACE = 220;
const CALM_PACE = 1000;

/**
 * Goes through the weeks by hand or by itself: the event `week` tells which. Plays only when asked, stops at the end and when the page is
 * out of sight; where less motion is wanted, a week lasts a second.
 */
@customElement('sway-week-scrubber')
export class SwayWeekScrubber extends LitElement {
  static override styles = [
    shared,
    css`
      .row {
        display: flex;
        align-items: center;
        gap: var(--space-3);
      }
      input {
        flex: 1;
        min-width: 80px;
        min-height: var(--touch);
      }
      button {
        min-width: 84px;
      }
      output {
        min-width: 9.5em;
        font-size: var(--size-s);
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
    `,
  ];

  @property({ attribute: false }) week = 1;
  @property({ attribute: false }) weeks = 1;
  @state() private _playing = false;
  #timer: ReturnType<typeof setInterval> | null = null;

  readonly #hidden = (): void => {
    if (document.hidden) this.stop();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#hidden);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#hidden);
    this.stop();
  }

  toggle(): void {
    if (this._playing) this.stop();
    else this.#play();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this._playing = false;
  }

  #play(): void {
    if (this.week >= this.weeks) this.#say(1);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this._playing = true;
    this.#timer = setInterval(
      () => {
        if (this.week >= this.weeks) this.stop();
        else this.#say(this.week + 1);
      },
      calm ? CALM_PACE : PACE,
    );
  }

  #say(week: number): void {
    this.dispatchEvent(new CustomEvent('week', { detail: week }));
  }

  #slide(event: Event): void {
    this.stop();
    this.#say((event.target as HTMLInputElement).valueAsNumber);
  }

  override render() {
    return html`<div class="row">
      <button @click=${() => this.toggle()}>${this._playing ? 'Pause' : 'Play'}</button>
      <input
        type="range"
        aria-label="Week"
        min="1"
        max=${this.weeks}
        .value=${String(this.week)}
        aria-valuetext="Week ${this.week} of ${this.weeks}"
        @input=${(event: Event) => this.#slide(event)}
      />
      <output>Week ${this.week} of ${this.weeks}</output>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-week-scrubber': SwayWeekScrubber;
  }
}
