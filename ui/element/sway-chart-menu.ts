import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { App } from '../app.ts';
import type { Figure, TakenChart } from '../share/figure.ts';
import { shared } from '../style/shared.ts';
import './sway-icon.ts';

const ACTIONS = [
  ['png', 'Save as PNG'],
  ['svg', 'Save as SVG'],
  ['csv', 'Save the numbers as CSV'],
  ['copy-picture', 'Copy the picture'],
  ['copy-numbers', 'Copy the numbers'],
] as const;
export type ChartAction = (typeof ACTIONS)[number][0];

/** What can be taken away from one chart. Arrow keys go from one to the next, Escape closes. */
@customElement('sway-chart-menu')
export class SwayChartMenu extends LitElement {
  static override styles = [
    shared,
    css`
      .opens {
        min-height: 28px;
        padding: 0 var(--space-2);
        color: var(--muted);
        font-size: var(--size-xs);
      }
      .menu {
        position: fixed;
        inset: auto;
        width: max-content;
        margin: 0;
        padding: var(--space-1);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      .menu button {
        width: 100%;
        justify-content: flex-start;
        border: 0;
        background: none;
      }
      .menu button:focus-visible {
        outline-offset: -2px;
      }
      @media (pointer: coarse), (max-width: 720px) {
        .opens {
          min-height: var(--touch);
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) chart!: TakenChart | Figure;
  /** Whether the chart shows the scenario at hand, so that a picture carries it. */
  @property({ attribute: false }) ofScenario = true;
  @query('.menu') private readonly _menu!: HTMLElement;
  @query('.opens') private readonly _opens!: HTMLElement;

  get #items(): HTMLButtonElement[] {
    return [...this._menu.querySelectorAll('button')];
  }

  /** Under its button, and within the window. */
  #place(): void {
    const at = this._opens.getBoundingClientRect();
    const { width, height } = this._menu.getBoundingClientRect();
    const below = at.bottom + 4;
    const top = below + height > innerHeight ? Math.max(4, at.top - height - 4) : below;
    this._menu.style.setProperty('left', `${Math.max(4, Math.min(innerWidth - width - 4, at.right - width))}px`);
    this._menu.style.setProperty('top', `${top}px`);
    this.#items[0].focus();
  }

  #press(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Tab') this._menu.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    items[(to + items.length) % items.length].focus();
  }

  async #run(action: ChartAction): Promise<void> {
    this._menu.hidePopover();
    const { app, chart, ofScenario } = this;
    try {
      const { takeChart } = await import('../share/take-chart.ts');
      await takeChart(app, action, chart, ofScenario);
    } catch (error) {
      app.fail(error);
    }
  }

  override render() {
    return html`
      <button class="plain opens" popovertarget="menu" aria-haspopup="menu">
        Save<span class="visually-hidden"> or copy ${this.chart.title}</span><sway-icon name="down"></sway-icon>
      </button>
      <div
        class="menu" id="menu" popover role="menu" tabindex="-1" aria-label=${this.chart.title}
        @keydown=${this.#press}
        @toggle=${(event: ToggleEvent) => {
          if (event.newState === 'open') this.#place();
        }}
      >
        ${ACTIONS.map(([action, title]) => html`<button role="menuitem" @click=${() => void this.#run(action)}>${title}</button>`)}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-chart-menu': SwayChartMenu;
  }
}
