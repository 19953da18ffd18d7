import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Command } from '../command/command.ts';
import { findCommands } from '../command/find-commands.ts';
import { runCommand } from '../command/run-command.ts';
import '../element/sway-icon.ts';
import '../element/sway-keys.ts';
import { shared } from '../style/shared.ts';
import { DialogueElement } from './dialogue-element.ts';

/** Every command by a few letters of its name: type, choose with the arrow keys, Enter. */
@customElement('sway-palette')
export class SwayPalette extends DialogueElement {
  static override styles = [
    shared,
    DialogueElement.dialogueStyles,
    css`
      dialog {
        --width: 600px;
      }
      .ask {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-2) var(--space-4);
        border-bottom: 1px solid var(--line);
        color: var(--muted);
      }
      input:not([type="range"]) {
        flex: 1;
        min-height: 44px;
        border: 0;
        padding: 0;
        background: none;
        color: var(--ink);
        font-size: var(--size-l);
      }
      input:focus-visible {
        outline: none;
      }
      ul {
        padding: var(--space-2);
        list-style: none;
        overflow-y: auto;
        min-height: 0;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-height: var(--touch);
        padding: var(--space-1) var(--space-3);
        border-radius: var(--radius);
        cursor: pointer;
      }
      li[aria-selected="true"] {
        background: var(--accent-soft);
        outline: 1px solid transparent;
      }
      li[aria-disabled="true"] {
        color: var(--muted);
      }
      .title {
        flex: 1;
      }
      .group {
        color: var(--muted);
        font-size: var(--size-s);
      }
      .none {
        padding: var(--space-5);
      }
    `,
  ];

  @state() private _search = '';
  @state() private _at = 0;
  @query('input') private _input!: HTMLInputElement;

  override async open(): Promise<void> {
    await super.open();
    this._input.focus();
  }

  /** The keys of the list are those of the field: clicks are heard apart from them. */
  override firstUpdated(): void {
    this.renderRoot.querySelector('ul')?.addEventListener('click', (event) => {
      const options = [...this.renderRoot.querySelectorAll('[role="option"]')];
      this.#choose(this.#found[options.findIndex((option) => event.composedPath().includes(option))]);
    });
  }

  protected override prepare(): void {
    this._search = '';
    this._at = 0;
    if (this._input !== null) this._input.value = '';
  }

  get #found(): readonly Command[] {
    return findCommands(this.app.commands.state, this._search);
  }

  #choose(command: Command | undefined): void {
    if (command === undefined || command.enabled?.() === false) return;
    this.close();
    runCommand(this.app, command);
  }

  #press(event: KeyboardEvent): void {
    const last = this.#found.length - 1;
    const to = { ArrowDown: this._at + 1, ArrowUp: this._at - 1, PageDown: this._at + 8, PageUp: this._at - 8 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#choose(this.#found[this._at]);
    } else if (to !== undefined) {
      event.preventDefault();
      this._at = Math.max(0, Math.min(last, to));
    }
  }

  override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const found = this.app === undefined ? [] : this.#found;
    return html`<dialog aria-label="Find a command" closedby="any">
      <div class="ask">
        <sway-icon name="search"></sway-icon>
        <input
          type="text"
          role="combobox"
          aria-label="Find a command"
          aria-expanded="true"
          aria-controls="found"
          aria-activedescendant=${found.length === 0 ? nothing : `command-${this._at}`}
          autocomplete="off"
          spellcheck="false"
          placeholder="What do you want to do?"
          @input=${(event: Event) => {
            this._search = (event.target as HTMLInputElement).value;
            this._at = 0;
          }}
          @keydown=${this.#press}
        />
        <kbd>Esc</kbd>
      </div>
      <ul id="found" role="listbox" aria-label="Commands">
        ${found.map(
          (command, at) => html`<li
            id="command-${at}"
            role="option"
            aria-selected=${at === this._at}
            aria-disabled=${command.enabled?.() === false}
            @pointermove=${() => {
              this._at = at;
            }}
          >
            <span class="title">${command.title}</span>
            ${command.checked?.() ? html`<span class="group">on</span>` : nothing}
            <span class="group">${command.group}</span>
            <sway-keys .keys=${command.keys?.[0] ?? ''}></sway-keys>
          </li>`,
        )}
      </ul>
      <p class="none quiet" role="status" ?hidden=${found.length > 0}>No command is called that.</p>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-palette': SwayPalette;
  }
}
