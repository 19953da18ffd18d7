import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../app.ts';
import type { PageName } from '../state/app-state.ts';
import { Follow } from '../state/follow.ts';
import { networkKindOf } from '../state/parameters.ts';
import { titleOf } from '../state/presets.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { shared } from '../style/shared.ts';
import { differencesOf } from '../view/scenario/sections.ts';
import { pageElement, SHOWN_PAGES } from './pages.ts';

/** The page that is shown, with its heading. A page that was left is thrown away: what matters about it is in the state. */
@customElement('sway-page')
export class SwayPage extends LitElement {
  static override styles = [
    shared,
    css`
      .wait {
        padding: var(--space-6) 0;
      }
      .story {
        max-width: 110ch;
        margin-bottom: var(--space-4);
        color: var(--muted);
        display: -webkit-box;
        -webkit-line-clamp: 3;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
      .printed {
        display: none;
      }
      @media (max-width: 720px) {
        .story {
          -webkit-line-clamp: 5;
          font-size: var(--size-s);
        }
      }
      @media print {
        .story {
          display: none;
        }
        .printed strong {
          font-size: var(--size-xl);
        }
        .printed {
          display: block;
          margin-bottom: var(--space-4);
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _element: HTMLElement | null = null;

  readonly #page = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view.page,
  );
  readonly #draft = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft,
  );
  #wanted: PageName | null = null;

  override willUpdate(): void {
    if (this.#page.value === this.#wanted) return;
    const first = this.#wanted === null;
    this.#wanted = this.#page.value;
    this._element = null;
    void this.#load(this.#page.value, first);
  }

  async #load(name: PageName, first: boolean): Promise<void> {
    const page = SHOWN_PAGES.find((each) => each.name === name) ?? SHOWN_PAGES[0];
    try {
      await page.load();
    } catch (error) {
      this.app.fail(error);
      return;
    }
    if (this.#wanted !== name) return;
    this._element = pageElement(page.name, this.app);
    if (!first) this.app.announce(`${page.title}. ${page.meaning}.`);
  }

  /** On paper the controls are a list of what differs. */
  #printed(name: string, story: string) {
    const draft = this.#draft.value;
    const differences = differencesOf(draft, networkKindOf(draft)).filter(({ path }) => path !== 'strategies');
    return html`
      <p><strong>${titleOf(name)}</strong></p>
      <p>${story}</p>
      <p>Seed ${scenarioOf(draft).seed}. ${
        differences.length === 0
          ? 'Every setting is at its default.'
          : `Settings that differ from the defaults: ${differences.map(({ path, value }) => `${path} ${JSON.stringify(value)}`).join('; ')}.`
      }</p>
    `;
  }

  override render() {
    const page = SHOWN_PAGES.find((each) => each.name === this.#page.value);
    const { name, story } = scenarioOf(this.#draft.value);
    return html`
      <h1 class="visually-hidden">${page?.title}: ${titleOf(name)}</h1>
      <div class="printed">${this.#printed(name, story)}</div>
      ${page?.name === 'compare' && story !== '' ? html`<p class="story" title=${story}>${story.split('\n')[0]}</p>` : nothing}
      ${this._element ?? html`<p class="wait quiet">${page === undefined ? nothing : `${page.meaning} …`}</p>`}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-page': SwayPage;
  }
}
