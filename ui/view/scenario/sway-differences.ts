import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app.ts';
import '../../element/sway-icon.ts';
import '../../element/sway-param.ts';
import { wordsOf } from '../../element/words.ts';
import { pathOf, withDraftValue } from '../../state/draft.ts';
import { Follow } from '../../state/follow.ts';
import { networkKindOf } from '../../state/parameters.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { shared } from '../../style/shared.ts';
import { type Difference, differencesOf } from './sections.ts';

/** Only what is not as by default, each with the way back. */
@customElement('sway-differences')
export class SwayDifferences extends LitElement {
  static override styles = [
    shared,
    css`
      .panel {
        padding: var(--space-1) var(--space-5) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
      }
      .other {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-4);
        padding: var(--space-3) 0;
        border-top: 1px solid var(--line);
      }
      .panel > :first-child {
        border-top: 0;
        margin-top: -1px;
      }
      .other p:first-child {
        font-weight: 550;
      }
      .all {
        margin-top: var(--space-4);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #draft = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft,
  );

  #text({ path, value }: Difference): string {
    if (path === 'strategies')
      return scenarioOf(this.#draft.value)
        .strategies.map((strategy) => strategy.name)
        .join(', ');
    if (path.startsWith('mechanisms.')) return 'switched off';
    const named = typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
    return typeof named === 'string' ? named : JSON.stringify(named);
  }

  #title(path: string): string {
    const steps = pathOf(path);
    if (steps[0] === 'brands') return `Brand ${Number(steps[1]) + 1}: ${wordsOf(steps.at(-1) as string).toLowerCase()}`;
    return wordsOf(steps.at(-1) as string);
  }

  #reset({ path }: Difference): void {
    this.app.edit(`${this.#title(path)} back to default`, (draft) => withDraftValue(draft, pathOf(path), undefined));
  }

  #resetAll(): void {
    this.app.edit('Everything back to default', ({ name, story }) => ({ name, ...(story !== undefined && { story }) }));
  }

  override render() {
    const differences = differencesOf(this.#draft.value, networkKindOf(this.#draft.value));
    if (differences.length === 0) return html`<p>Everything is as by default.</p>`;
    return html`
      <div class="panel">
        ${differences.map((difference) =>
          difference.parameter === null
            ? html`<div class="other">
                <div><p>${this.#title(difference.path)}</p><p class="quiet small">${this.#text(difference)}</p></div>
                <button aria-label="${this.#title(difference.path)}: back to the default" @click=${() => this.#reset(difference)}>
                  <sway-icon name="reset"></sway-icon>Back to default
                </button>
              </div>`
            : html`<sway-param
                .app=${this.app}
                .path=${difference.path}
                .parameter=${difference.parameter}
                .name=${difference.path.startsWith('brands.') ? this.#title(difference.path) : ''}
              ></sway-param>`,
        )}
      </div>
      <button class="all" @click=${this.#resetAll}>Put everything back to default</button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-differences': SwayDifferences;
  }
}
