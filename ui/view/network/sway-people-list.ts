import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../style/shared.ts';

/** People listed at once; to reach the others one searches. */
const LISTED = 100;

/** One entry of the list. */
export interface ListedPerson {
  readonly node: number;
  readonly name: string;
  /** How it stands with the person in the week: "customer". */
  readonly text: string;
  readonly colour: string;
  readonly ties: number;
}

/**
 * The people of the picture as a list for keys and screen readers: one tab stop, arrow keys from person to person, Enter to choose. Those with
 * most ties come first; a search finds anybody by name or number. Says `person` with the node.
 */
@customElement('sway-people-list')
export class SwayPeopleList extends LitElement {
  static override styles = [
    shared,
    css`
      label {
        display: block;
        font-size: var(--size-s);
        color: var(--muted);
      }
      input {
        width: 100%;
        margin: var(--space-1) 0 var(--space-2);
      }
      ul {
        list-style: none;
        max-height: 300px;
        overflow-y: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      [role='option'] {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--touch);
        padding: 0 var(--space-3);
        font-size: var(--size-s);
        cursor: pointer;
      }
      [role='option']:hover {
        background: var(--sunken);
      }
      [role='option'][aria-selected='true'] {
        background: var(--accent-soft);
        font-weight: 600;
      }
      [role='option']:focus-visible {
        outline-offset: -2px;
      }
      svg {
        flex: none;
        forced-color-adjust: none;
      }
      .text {
        flex: 1;
        text-align: right;
        color: var(--muted);
      }
      p {
        margin-top: var(--space-2);
      }
    `,
  ];

  /** Everybody, those with most ties first. */
  @property({ attribute: false }) people: readonly ListedPerson[] = [];
  @property({ attribute: false }) chosen: number | null = null;
  @state() private _search = '';
  @state() private _at = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('chosen') || this.chosen === null) return;
    const at = this.#found().findIndex(({ node }) => node === this.chosen);
    if (at >= 0) this._at = at;
  }

  /** Puts the cursor into the search. */
  seek(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #found(): readonly ListedPerson[] {
    const wanted = this._search.trim().toLowerCase();
    const found = wanted === '' ? this.people : this.people.filter(({ name }) => name.toLowerCase().includes(wanted));
    return [...found].sort((a, b) => Number(b.name.toLowerCase() === wanted) - Number(a.name.toLowerCase() === wanted)).slice(0, LISTED);
  }

  #search(event: Event): void {
    this._search = (event.target as HTMLInputElement).value;
    this._at = 0;
  }

  #key(event: KeyboardEvent): void {
    const last = this.#found().length - 1;
    const to: Partial<Record<string, number>> = { ArrowDown: this._at + 1, ArrowUp: this._at - 1, Home: 0, End: last };
    if (event.key === 'Enter' || event.key === ' ') {
      this.#choose(this.#found()[this._at].node);
    } else {
      const next = to[event.key];
      if (next === undefined) return;
      this._at = Math.min(last, Math.max(0, next));
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
    }
    event.preventDefault();
  }

  #click({ target }: MouseEvent): void {
    const node = (target as Element).closest<HTMLElement>('[data-node]')?.dataset.node;
    if (node !== undefined) this.#choose(Number(node));
  }

  #choose(node: number): void {
    this.dispatchEvent(new CustomEvent('person', { detail: node }));
  }

  override render() {
    const found = this.#found();
    const at = Math.min(this._at, Math.max(0, found.length - 1));
    return html`
      <label>Find a person <input type="search" autocomplete="off" placeholder="Name or number" .value=${this._search} @input=${(event: Event) => this.#search(event)} /></label>
      ${
        found.length === 0
          ? html`<p class="quiet small">Nobody is called that.</p>`
          : html`<ul role="listbox" aria-label="People, those with most ties first" @keydown=${(event: KeyboardEvent) => this.#key(event)} @click=${(event: MouseEvent) => this.#click(event)}>
            ${found.map(
              ({ node, name, text, colour, ties }, position) => html`<li
                role="option"
                tabindex=${position === at ? 0 : -1}
                aria-selected=${node === this.chosen}
                data-node=${node}
              >
                <svg width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill=${colour} /></svg>
                <span class="name">${name}</span><span class="visually-hidden">${ties} ties</span><span class="text">${text}</span>
              </li>`,
            )}
          </ul>`
      }
      ${this.people.length > found.length && found.length === LISTED ? html`<p class="quiet small">The first ${LISTED} of ${this.people.length}. Search for anybody else.</p>` : ''}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-people-list': SwayPeopleList;
  }
}
