import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PARAMETER_GROUPS, type ParameterGroup } from '../../../sim/scenario/parameter-groups.ts';
import type { App } from '../../app.ts';
import '../../element/sway-icon.ts';
import '../../element/sway-param.ts';
import { Follow } from '../../state/follow.ts';
import { networkKindOf } from '../../state/parameters.ts';
import { Store } from '../../state/store.ts';
import { shared } from '../../style/shared.ts';
import { CONSUMER_TOPICS, differencesIn, differencesOf, findParameters, SECTIONS, type SectionName } from './sections.ts';
import './sway-about.ts';
import './sway-brands.ts';
import './sway-differences.ts';
import './sway-gallery.ts';
import './sway-mechanism.ts';
import './sway-network-settings.ts';
import './sway-outcome.ts';
import './sway-strategies.ts';

/** Where one was, for when one comes back. */
const section = new Store<SectionName>('strategies');

/** More would be a list that nobody reads, and slow to draw. */
const MOST_FOUND = 40;

const groupNamed = (name: string): ParameterGroup => PARAMETER_GROUPS.find((group) => group.name === name) as ParameterGroup;

/** Everything that can be set, section by section, with a search over all of it. */
@customElement('sway-scenario-page')
export class SwayScenarioPage extends LitElement {
  static override styles = [
    shared,
    css`
      .layout {
        display: grid;
        grid-template-columns: 232px minmax(0, 1fr);
        gap: var(--space-6);
        align-items: start;
      }
      .side {
        position: sticky;
        top: calc(var(--head, 104px) + var(--space-5));
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      .find {
        position: relative;
        display: block;
      }
      .find sway-icon {
        position: absolute;
        left: 9px;
        top: 50%;
        translate: 0 -50%;
        color: var(--muted);
      }
      .find input {
        width: 100%;
        padding-left: 32px;
      }
      ul {
        display: grid;
        gap: 2px;
        list-style: none;
      }
      li button {
        width: 100%;
        min-height: max(36px, var(--touch));
        justify-content: flex-start;
        border: 0;
        background: none;
        font-size: var(--size-m);
      }
      li button[aria-current="true"] {
        background: var(--accent-soft);
        font-weight: 600;
      }
      .count {
        margin-left: auto;
        padding: 0 7px;
        border-radius: 9px;
        background: var(--sunken);
        font-size: var(--size-xs);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      .content > h2 {
        font-size: var(--size-xl);
        letter-spacing: -0.01em;
      }
      .lead {
        margin-bottom: var(--space-5);
        color: var(--muted);
      }
      .topic {
        margin: var(--space-5) 0 var(--space-3);
        font-size: var(--size-l);
      }
      .topic:first-child {
        margin-top: 0;
      }
      .cards {
        display: grid;
        gap: var(--space-3);
      }
      .panel {
        padding: var(--space-1) var(--space-5) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
      }
      .panel > sway-param:first-child,
      .panel > :first-child > sway-param {
        margin-top: -1px;
      }
      .where {
        padding-top: var(--space-3);
        color: var(--muted);
        font-size: var(--size-xs);
      }
      @media (max-width: 900px) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--space-4);
        }
        .side {
          position: static;
        }
        sway-outcome {
          order: 1;
        }
        ul {
          display: flex;
          position: relative;
          overflow-x: auto;
          margin: 0 calc(-1 * var(--space-3));
          padding: 2px var(--space-3);
          scrollbar-width: none;
        }
        .panel {
          padding-inline: var(--space-4);
        }
      }
      @media print {
        .side {
          display: none;
        }
        .layout {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _search = '';

  readonly #draft = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => draft,
  );
  readonly #section = new Follow(
    this,
    () => section,
    (name) => name,
  );

  override render() {
    const draft = this.#draft.value;
    const differences = differencesOf(draft, networkKindOf(draft));
    const searching = this._search.trim() !== '';
    return html`<div class="layout">
      <div class="side">
        <label class="find">
          <span class="visually-hidden">Find a setting</span>
          <sway-icon name="search"></sway-icon>
          <input
            type="search"
            placeholder="Find a setting"
            .value=${this._search}
            @input=${(event: Event) => {
              this._search = (event.target as HTMLInputElement).value;
            }}
          />
        </label>
        <nav aria-label="Sections of the scenario">
          <ul>
            ${SECTIONS.map(([name, title]) => {
              const count = name === 'start' ? 0 : differencesIn(name, differences);
              return html`<li>
                <button
                  aria-current=${!searching && name === this.#section.value ? 'true' : 'false'}
                  @click=${() => {
                    this._search = '';
                    section.set(name);
                  }}
                >${title}${count > 0 ? html`<span class="count" title="${count} not as by default">${count}<span class="visually-hidden"> not as by default</span></span>` : nothing}</button>
              </li>`;
            })}
          </ul>
        </nav>
        <sway-outcome .app=${this.app}></sway-outcome>
      </div>
      <div class="content">${searching ? this.#found() : this.#shown(this.#section.value)}</div>
    </div>`;
  }

  #shown(name: SectionName) {
    const [, title, meaning] = SECTIONS.find(([each]) => each === name) as (typeof SECTIONS)[number];
    return html`<h2>${title}</h2><p class="lead">${meaning}</p>${this.#body(name)}`;
  }

  #body(name: SectionName) {
    const { app } = this;
    switch (name) {
      case 'start':
        return html`<sway-gallery .app=${app}></sway-gallery>`;
      case 'about':
        return html`<div class="panel"><sway-about .app=${app}></sway-about></div>`;
      case 'strategies':
        return html`<sway-strategies .app=${app}></sway-strategies>`;
      case 'brands':
        return html`<sway-brands .app=${app}></sway-brands>`;
      case 'network':
        return html`<sway-network-settings .app=${app}></sway-network-settings>`;
      case 'market':
        return html`<div class="panel">${Object.entries(groupNamed('market').parameters).map(
          ([key, parameter]) => html`<sway-param .app=${app} .path=${`market.${key}`} .parameter=${parameter}></sway-param>`,
        )}</div>`;
      case 'consumers':
        return CONSUMER_TOPICS.map(
          ([topic, mechanisms]) => html`<h3 class="topic">${topic}</h3>
            <div class="cards">${mechanisms.map((key) => html`<sway-mechanism .app=${app} .group=${groupNamed(`consumers.${key}`)}></sway-mechanism>`)}</div>`,
        );
      case 'tactics':
        return html`<div class="cards">${PARAMETER_GROUPS.filter((group) => group.name.startsWith('tactics.')).map(
          (group) => html`<sway-mechanism .app=${app} .group=${group}></sway-mechanism>`,
        )}</div>`;
      case 'changed':
        return html`<sway-differences .app=${app}></sway-differences>`;
    }
  }

  #found() {
    const found = findParameters(this._search, networkKindOf(this.#draft.value));
    const shown = found.slice(0, MOST_FOUND);
    return html`
      <h2>Settings found</h2>
      <p class="lead" role="status">${
        found.length === 0
          ? 'No setting has these words in its name, meaning or unit.'
          : `${found.length} of them${found.length > shown.length ? `, of which the first ${shown.length} are shown` : ''}.`
      }</p>
      ${
        found.length === 0
          ? nothing
          : html`<div class="panel">${shown.map(
              ({ path, group, parameter }) => html`<p class="where">${group}</p>
                <sway-param .app=${this.app} .path=${path} .parameter=${parameter}></sway-param>`,
            )}</div>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-scenario-page': SwayScenarioPage;
  }
}
