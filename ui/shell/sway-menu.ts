import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { App } from '../app.ts';
import type { Command, CommandGroup } from '../command/command.ts';
import { byGroup } from '../command/command-groups.ts';
import { runCommand } from '../command/run-command.ts';
import '../element/sway-icon.ts';
import '../element/sway-keys.ts';
import { shared } from '../style/shared.ts';

/** Every command by group. Arrow keys go from one to the next, Escape closes. */
@customElement('sway-menu')
export class SwayMenu extends LitElement {
  static override styles = [
    shared,
    css`
      .menu {
        position: fixed;
        inset: calc(var(--head, 104px) - 40px) var(--space-4) auto auto;
        width: min(940px, calc(100vw - 2 * var(--space-3)));
        max-height: calc(100dvh - 80px);
        margin: 0;
        padding: var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        overflow-y: auto;
      }
      /* Apart from what scrolls, which columns of a limited height would not do. */
      .columns {
        columns: 3 260px;
        column-gap: var(--space-5);
      }
      .part {
        width: min(380px, calc(100vw - 2 * var(--space-3)));
      }
      .part .columns {
        columns: auto;
      }
      .group {
        break-inside: avoid;
        padding-bottom: var(--space-4);
      }
      .head {
        padding: 0 var(--space-2) var(--space-1);
        color: var(--muted);
        font-size: var(--size-s);
        font-weight: 600;
      }
      button {
        width: 100%;
        min-height: max(30px, calc(var(--touch) - 2px));
        padding: var(--space-1) var(--space-2);
        justify-content: flex-start;
        border: 0;
        background: none;
        text-align: left;
        white-space: normal;
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .title {
        flex: 1;
      }
      .mark {
        width: 1em;
        height: 1em;
      }
      @media (max-width: 720px) {
        .menu {
          inset: auto var(--space-3) var(--space-3);
        }
        .columns {
          columns: auto;
        }
        sway-keys {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  /** Groups to show; all without it. */
  @property({ attribute: false }) groups: readonly CommandGroup[] | null = null;
  @query('.menu') private _menu!: HTMLElement;

  async open(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this._menu.showPopover();
    this.#items.find((item) => !item.disabled)?.focus();
  }

  get #items(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  #run(command: Command): void {
    this._menu.hidePopover();
    runCommand(this.app, command);
  }

  #press(event: KeyboardEvent): void {
    const items = this.#items.filter((item) => !item.disabled);
    const at = items.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items[(to + items.length) % items.length]?.focus();
  }

  #item(command: Command) {
    const checked = command.checked?.();
    return html`<button
      role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked=${checked === undefined ? nothing : checked}
      ?disabled=${command.enabled?.() === false}
      @click=${() => this.#run(command)}
    >
      <span class="mark">${checked ? html`<sway-icon name="check"></sway-icon>` : nothing}</span>
      <span class="title">${command.title}</span>
      <sway-keys .keys=${command.keys?.[0] ?? ''}></sway-keys>
    </button>`;
  }

  override render() {
    // What opens a menu is of no use in it.
    const groups = byGroup(
      (this.app?.commands.state ?? []).filter(({ id }) => id !== 'help.menu' && (this.groups === null || id !== 'export.menu')),
    );
    const shown = this.groups === null ? groups : this.groups.flatMap((name) => groups.filter(({ group }) => group === name));
    return html`<div class="menu ${this.groups === null ? '' : 'part'}" popover role="menu" aria-label=${this.groups === null ? 'Menu' : this.groups.join(' and ')} tabindex="-1" @keydown=${this.#press}>
      <div class="columns" role="presentation">
      ${shown.map(
        ({ group, commands }) => html`<div class="group" role="group" aria-labelledby="group-${group}">
          <div class="head" id="group-${group}" role="presentation">${group}</div>
          ${commands.map((command) => this.#item(command))}
        </div>`,
      )}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-menu': SwayMenu;
  }
}
