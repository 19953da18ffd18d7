import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../app.ts';
import { runCommand } from '../command/run-command.ts';
import '../element/sway-icon.ts';
import { isMac } from '../command/is-mac.ts';
import type { IconName } from '../element/sway-icon.ts';
import { Follow } from '../state/follow.ts';
import { usedHints } from '../state/hints.ts';
import { titleOf } from '../state/presets.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { THEMES, theme } from '../state/theme.ts';
import { shared } from '../style/shared.ts';
import { canExport } from './shell-commands.ts';

/** The head of the page: what is looked at, and the commands that are always at hand. */
@customElement('sway-head')
export class SwayHead extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 56px;
        padding: 0 var(--space-5);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--size-l);
        font-weight: 680;
        letter-spacing: -0.02em;
      }
      .brand svg {
        width: 26px;
        height: 26px;
        border-radius: 6px;
      }
      .scenario {
        min-width: 0;
        flex: 0 1 auto;
        margin-left: var(--space-3);
        padding: 0 var(--space-2);
        font-size: var(--size-m);
      }
      .scenario span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .scenario sway-icon {
        color: var(--muted);
        width: 1em;
      }
      .tools {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        margin-left: auto;
      }
      .gap {
        width: 1px;
        height: 20px;
        margin: 0 var(--space-2);
        background: var(--line);
      }
      .find {
        min-width: 190px;
        justify-content: flex-start;
        border-color: var(--line);
        background: var(--paper);
        color: var(--muted);
        font-weight: 400;
      }
      .find kbd {
        margin-left: auto;
        background: var(--raised);
      }
      .hinted {
        box-shadow: 0 0 0 3px var(--accent-soft);
        border-color: var(--accent);
      }
      @media (max-width: 1080px) {
        .find {
          min-width: 0;
          width: var(--touch);
          padding: 0;
          justify-content: center;
          border-color: transparent;
          background: transparent;
          color: inherit;
        }
        .find span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .find kbd {
          display: none;
        }
      }
      @media (max-width: 720px) {
        :host {
          padding: 0 var(--space-2) 0 var(--space-3);
          gap: 0;
        }
        .share {
          width: var(--touch);
          padding: 0;
        }
        .share span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .brand span,
        .gap,
        .wide {
          display: none;
        }
        .scenario {
          margin-left: var(--space-1);
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #name = new Follow(
    this,
    () => this.app.state,
    ({ draft }) => scenarioOf(draft).name,
  );
  readonly #history = new Follow(
    this,
    () => this.app.history,
    (history) => history,
  );
  readonly #commands = new Follow(
    this,
    () => this.app.commands,
    (commands) => commands,
  );
  readonly #hints = new Follow(
    this,
    () => usedHints,
    (used) => used,
  );
  readonly #theme = new Follow(
    this,
    () => theme,
    (choice) => choice,
  );

  #run(id: string): void {
    const command = this.#commands.value.find((each) => each.id === id);
    if (command !== undefined) runCommand(this.app, command);
  }

  #icon(id: string, icon: IconName, title: string, options: { enabled?: boolean; wide?: boolean } = {}) {
    return html`<button
      class="icon plain ${options.wide ? 'wide' : ''}"
      title=${title}
      aria-label=${title}
      ?disabled=${options.enabled === false}
      @click=${() => this.#run(id)}
    ><sway-icon name=${icon}></sway-icon></button>`;
  }

  override render() {
    const { past, future } = this.#history.value;
    const choice = this.#theme.value;
    const next = THEMES[(THEMES.indexOf(choice) + 1) % THEMES.length];
    const undone = past.at(-1)?.label;
    const redone = future.at(-1)?.label;
    return html`
      <div class="brand">
        <svg viewBox="0 0 64 64" aria-hidden="true">
          <rect width="64" height="64" fill="#0072b2" />
          <path d="M10 46c10 0 12-8 18-18s10-12 26-12" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" />
          <path d="M10 50c14 0 20-4 26-10s10-8 18-8" fill="none" stroke="#f0c36a" stroke-width="5" stroke-linecap="round" stroke-dasharray="9 7" />
        </svg>
        <span>Swaylab</span>
      </div>
      <button class="scenario plain" title="Choose another scenario" aria-haspopup="dialog" @click=${() => this.#run('scenario.gallery')}>
        <span><span class="visually-hidden">Scenario: </span>${titleOf(this.#name.value)}</span><sway-icon name="down"></sway-icon>
      </button>
      <div class="tools">
        ${this.#icon('edit.undo', 'undo', undone === undefined ? 'Undo' : `Undo: ${undone}`, { enabled: undone !== undefined })}
        ${this.#icon('edit.redo', 'redo', redone === undefined ? 'Do again' : `Do again: ${redone}`, { enabled: redone !== undefined, wide: true })}
        ${this.#icon('edit.history', 'history', 'History of changes', { wide: true })}
        <span class="gap"></span>
        <button
          class="find ${this.#hints.value.includes('palette') ? '' : 'hinted'}"
          aria-keyshortcuts="Control+K"
          @click=${() => this.#run('help.palette')}
        ><sway-icon name="search"></sway-icon><span>Find a command</span><kbd>${isMac ? '⌘' : 'Ctrl'} K</kbd></button>
        ${this.#icon(`view.theme-${next}`, choice === 'dark' ? 'moon' : choice === 'light' ? 'sun' : 'system', `Colours: ${choice}. Change to ${next}`, { wide: true })}
        ${
          canExport(this.#commands.value)
            ? html`<button class="plain share" aria-haspopup="menu" @click=${() => this.#run('export.menu')}>
              <sway-icon name="share"></sway-icon><span>Share</span>
            </button>`
            : nothing
        }
        <button class="plain icon" aria-label="Menu" title="Menu" aria-haspopup="menu" @click=${() => this.#run('help.menu')}>
          <sway-icon name="menu"></sway-icon>
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-head': SwayHead;
  }
}
