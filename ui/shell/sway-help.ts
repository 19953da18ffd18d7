import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { byGroup } from '../command/command-groups.ts';
import '../element/sway-icon.ts';
import '../element/sway-keys.ts';
import { shared } from '../style/shared.ts';
import { DialogueElement } from './dialogue-element.ts';

/** What the keys do, and how the screen is to be read. */
@customElement('sway-help')
export class SwayHelp extends DialogueElement {
  static override styles = [
    shared,
    DialogueElement.dialogueStyles,
    css`
      dialog {
        --width: 760px;
      }
      .scroll {
        display: grid;
        gap: var(--space-5);
      }
      .text {
        display: grid;
        gap: var(--space-2);
        max-width: 62ch;
      }
      .groups {
        columns: 2 300px;
        column-gap: var(--space-6);
      }
      section {
        break-inside: avoid;
        padding-bottom: var(--space-4);
      }
      dl > div {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        gap: var(--space-3);
        padding: var(--space-1) 0;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-s);
      }
      dd {
        display: flex;
        gap: var(--space-2);
      }
    `,
  ];

  override render() {
    const groups = byGroup(this.app?.commands.state.filter((command) => command.keys !== undefined) ?? []);
    return html`<dialog aria-labelledby="title" closedby="any">
      <div class="bar">
        <h2 id="title">Keys and help</h2>
        <button class="plain icon" aria-label="Close" @click=${this.close}><sway-icon name="close"></sway-icon></button>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
        <div class="text">
          <p>
            Every strategy has the same money and the same luck: run by run, the same people, ties and chances. So a difference between two
            strategies is what the strategies did. Runs are added while you watch, and the bands settle as they come in.
          </p>
          <p>
            Charts take the focus: the left and right arrow keys go from week to week, and the figures are read out. Each has a table
            behind its “Table” button. Sliders move by their arrow keys, and the number beside each takes any allowed value.
          </p>
        </div>
        <div class="groups">
          ${groups.map(
            ({ group, commands }) => html`<section>
              <h3>${group}</h3>
              <dl>
                ${commands.map(
                  ({ title, keys }) =>
                    html`<div><dt>${title}</dt><dd>${keys?.map((each) => html`<sway-keys .keys=${each}></sway-keys>`)}</dd></div>`,
                )}
              </dl>
            </section>`,
          )}
        </div>
        <p class="quiet small">All the rest is in the menu, and by name in the palette (Ctrl K). Keys without Ctrl or Alt are not heard while you write.</p>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-help': SwayHelp;
  }
}
