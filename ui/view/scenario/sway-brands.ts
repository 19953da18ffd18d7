import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { InputError } from '../../../sim/parameter/index.ts';
import { PARAMETER_GROUPS } from '../../../sim/scenario/parameter-groups.ts';
import { MAXIMUM_BRANDS, STRATEGY_PRESETS } from '../../../sim/scenario/vocabulary.ts';
import type { App } from '../../app.ts';
import '../../element/sway-icon.ts';
import '../../element/sway-param.ts';
import type { Draft, JsonValue } from '../../state/app-state.ts';
import { draftValue, withDraftValue } from '../../state/draft.ts';
import { Follow } from '../../state/follow.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { shared } from '../../style/shared.ts';
import { listStyle } from './list-style.ts';
import { freeName, strategyJson } from './strategy-list.ts';

const PARAMETERS = PARAMETER_GROUPS.find((group) => group.name === 'brands')?.parameters ?? {};

type BrandDraft = { readonly [key: string]: JsonValue };
const brandsOf = (draft: Draft): readonly BrandDraft[] => (draft.brands as readonly BrandDraft[] | undefined) ?? [{}];

/** The brands of the market, one to eight. Strategies are compared on the first; the others are its rivals. */
@customElement('sway-brands')
export class SwayBrands extends LitElement {
  static override styles = [
    shared,
    listStyle,
    css`
      .list {
        margin-bottom: var(--space-4);
      }
      .panel {
        padding: var(--space-4) var(--space-5) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-4);
        padding-bottom: var(--space-4);
      }
      label {
        display: grid;
        gap: var(--space-1);
        font-size: var(--size-s);
        font-weight: 550;
      }
      label > * {
        font-weight: 400;
      }
      .actions {
        display: flex;
        gap: var(--space-2);
        margin-left: auto;
      }
      .error {
        color: var(--bad);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _at = 0;
  @state() private _error: string | null = null;

  readonly #draft = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft,
  );

  #edit(label: string, change: (draft: Draft) => Draft): void {
    try {
      this.app.edit(label, change);
      this._error = null;
    } catch (error) {
      this._error = error instanceof InputError ? error.message : String(error);
    }
  }

  #add(copied: BrandDraft, label: string): void {
    const names = scenarioOf(this.#draft.value).brands.map((brand) => brand.name);
    const { users: _, ...brand } = copied;
    this.#edit(label, (draft) => ({
      ...draft,
      brands: [
        ...brandsOf(draft),
        { strategy: 'push', ...brand, name: freeName(typeof brand.name === 'string' ? brand.name : 'rival', names) },
      ],
    }));
    this._at = brandsOf(this.app.state.state.draft).length - 1;
  }

  #remove(at: number, name: string): void {
    this.#edit(`Brand ${name} removed`, (draft) => {
      const [first, ...rivals] = brandsOf(draft).filter((_, each) => each !== at);
      const { strategy: _, ...compared } = first;
      return withDraftValue(draft, ['brands'], [compared, ...rivals]);
    });
    this._at = Math.max(0, at - 1);
  }

  #strategy(at: number) {
    if (at === 0) return html`<p class="quiet small">Strategies are compared on this brand.</p>`;
    const { strategies, brands } = scenarioOf(this.#draft.value);
    const now = brands[at].strategy?.name ?? 'nothing';
    const own = strategies.filter((strategy) => !STRATEGY_PRESETS.some((preset) => preset.name === strategy.name));
    const choices = [...STRATEGY_PRESETS, ...own].map((strategy) => strategy.name);
    return html`<label>What it does
      <select
        @change=${(event: Event) => {
          const name = (event.target as HTMLSelectElement).value;
          const strategy = own.find((each) => each.name === name);
          const value = strategy === undefined ? name : strategyJson(strategy);
          this.#edit(`${brands[at].name} does ${name}`, (draft) => withDraftValue(draft, ['brands', String(at), 'strategy'], value));
        }}
      >${(choices.includes(now) ? choices : [now, ...choices]).map((name) => html`<option ?selected=${name === now}>${name}</option>`)}</select>
    </label>`;
  }

  override render() {
    const draft = this.#draft.value;
    const { brands } = scenarioOf(draft);
    const at = Math.min(this._at, brands.length - 1);
    const full = brands.length >= MAXIMUM_BRANDS;
    return html`
      <div class="list">
        ${brands.map(
          (brand, each) => html`<button
            aria-pressed=${each === at}
            @click=${() => {
              this._at = each;
            }}
          >${brand.name}${each === 0 ? html`<span class="quiet">compared</span>` : nothing}</button>`,
        )}
        <button class="plain" ?disabled=${full} @click=${() => this.#add({}, 'Brand added')}><sway-icon name="plus"></sway-icon>Add a rival</button>
      </div>
      <p class="error" role="alert" ?hidden=${this._error === null}>${this._error}</p>
      <div class="panel">
        <div class="head">
          <label>Name
            <input
              type="text"
              maxlength="80"
              .value=${brands[at].name}
              @change=${(event: Event) => {
                const name = (event.target as HTMLInputElement).value;
                this.#edit(`Brand ${brands[at].name} renamed`, (now) => withDraftValue(now, ['brands', String(at), 'name'], name));
              }}
            />
          </label>
          ${this.#strategy(at)}
          <div class="actions">
            <button ?disabled=${full} @click=${() => this.#add((draftValue(draft, ['brands', String(at)]) as BrandDraft | undefined) ?? {}, `Brand ${brands[at].name} duplicated`)}>
              <sway-icon name="copy"></sway-icon>Duplicate
            </button>
            <button ?disabled=${brands.length === 1} @click=${() => this.#remove(at, brands[at].name)}><sway-icon name="remove"></sway-icon>Remove</button>
          </div>
        </div>
        ${Object.entries(PARAMETERS).map(([key, parameter]) => html`<sway-param .app=${this.app} .path=${`brands.${at}.${key}`} .parameter=${parameter}></sway-param>`)}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-brands': SwayBrands;
  }
}
