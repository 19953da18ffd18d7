import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ImportedNetwork, type Influence, type TribeSource, tieCount } from '../../sim/network/index.ts';
import { InputError } from '../../sim/parameter/index.ts';
import type { NetworkQuestion } from '../lab/protocol.ts';
import { DialogueElement } from '../shell/dialogue-element.ts';
import { shared } from '../style/shared.ts';
import { LOUVAIN_SEED, rememberSource } from './network-source.ts';

const COLUMNS = [
  ['source', 'First end', 'source, from, ego, …'],
  ['target', 'Second end', 'target, to, alter, …'],
  ['weight', 'Strength', 'weight, strength, …'],
  ['id', 'Id in the node table', 'id, node, name, …'],
] as const;
type ColumnOption = (typeof COLUMNS)[number][0];

const COMMUNITIES = ' louvain';

/** Reads a network of one's own, says what was found in it and how that was understood, and takes it in place of the scenario's. */
@customElement('sway-network-dialog')
export class SwayNetworkDialog extends DialogueElement {
  static override styles = [
    shared,
    DialogueElement.dialogueStyles,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
        gap: var(--space-3);
        margin: var(--space-2) 0 var(--space-3);
      }
      label {
        display: grid;
        gap: 2px;
        font-size: var(--size-s);
        color: var(--muted);
      }
      label.tick {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      select,
      input:not([type='checkbox']) {
        width: 100%;
        color: var(--ink);
      }
      .found {
        margin-bottom: var(--space-4);
      }
      .warnings {
        margin-top: var(--space-2);
        padding-left: 1.2em;
        font-size: var(--size-s);
      }
      .error {
        padding: var(--space-3);
        border-left: 3px solid var(--bad);
        background: var(--bad-soft);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        margin-top: var(--space-4);
      }
      h3 {
        margin-bottom: var(--space-1);
      }
    `,
  ];

  @property({ attribute: false }) file!: File;
  @property({ attribute: false }) nodes: File | null = null;
  @property({ attribute: false }) partition: File | null = null;
  @state() private _columns: Partial<Record<ColumnOption, string>> = {};
  @state() private _directed = false;
  @state() private _influence: Influence = 'named-to-namer';
  @state() private _tribes = '';
  @state() private _found: ImportedNetwork | null = null;
  @state() private _reading = false;
  @state() private _error: unknown = null;
  /** Columns that tribes may come from, as the latest reading found them. */
  @state() private _attributes: readonly string[] = [];
  #latest = 0;

  protected override prepare(): void {
    void this.#read();
  }

  #question(): NetworkQuestion {
    const tribes: TribeSource | null =
      this._tribes === '' ? null : this._tribes === COMMUNITIES ? { louvain: { seed: LOUVAIN_SEED } } : { column: this._tribes };
    return {
      file: this.file,
      nodes: this.nodes,
      partition: this.partition,
      options: {
        ...this._columns,
        ...(this._directed && { directed: true, influence: this._influence }),
        ...(tribes !== null && { tribes }),
      },
    };
  }

  async #read(): Promise<void> {
    const turn = ++this.#latest;
    this._reading = true;
    this._error = null;
    try {
      const found = await this.app.host.readNetwork(this.#question());
      if (turn !== this.#latest) return;
      this._found = found;
      this._attributes = found.attributes.map(({ name }) => name).filter((name) => name !== 'louvain');
      this.app.announce(`${found.network.n} people and ${tieCount(found.network)} ties read.`);
    } catch (error) {
      if (turn !== this.#latest) return;
      this._found = null;
      this._error = error;
    }
    this._reading = false;
  }

  #use(): void {
    if (this._found === null) return;
    try {
      this.app.open(`Use the network ${this.file.name}`, { network: this._found }, { person: null, tribe: null });
      rememberSource(this._found, this.#question());
      this.close();
    } catch (error) {
      this._error = error;
    }
  }

  #column(name: ColumnOption, event: Event): void {
    const value = (event.target as HTMLInputElement).value.trim();
    const { [name]: _, ...others } = this._columns;
    this._columns = value === '' ? others : { ...others, [name]: value };
    void this.#read();
  }

  override render() {
    return html`<dialog aria-labelledby="title">
      <div class="bar">
        <h2 id="title">A network of your own</h2>
        <button class="plain" @click=${() => this.close()}>Close</button>
      </div>
      <div class="scroll">
        <p class="small quiet">${this.file?.name}${this.nodes === null ? '' : `, with the node table ${this.nodes.name}`}${this.partition === null ? '' : `, with the partition ${this.partition.name}`}. Read in this browser; nothing leaves it.</p>
        <div class="found" aria-live="polite">${this.#outcome()}</div>
        ${this.#options()}
        <div class="buttons">
          <button class="primary" ?disabled=${this._found === null || this._reading} @click=${() => this.#use()}>Use this network</button>
          <button @click=${() => this.close()}>Leave everything as it is</button>
        </div>
      </div>
    </dialog>`;
  }

  #outcome() {
    if (this._reading) return html`<p>Reading …</p>`;
    if (this._error !== null) return this.#failure(this._error);
    const found = this._found;
    if (found === null) return nothing;
    const { network, tribeNames, warnings } = found;
    const tribes =
      network.tribeCount === 1
        ? 'all in one tribe'
        : `in ${network.tribeCount} tribes (${tribeNames.slice(0, 4).join(', ')}${network.tribeCount > 4 ? ', …' : ''})`;
    return html`
      <p><strong>${network.n}</strong> people, ${tribes}, with <strong>${tieCount(network)}</strong> ${network.directed ? 'ties that run one way' : 'ties'}.</p>
      ${warnings.length === 0 ? nothing : html`<ul class="warnings">${warnings.map((warning) => html`<li>${warning}</li>`)}</ul>`}
    `;
  }

  #failure(error: unknown) {
    const details =
      error instanceof InputError
        ? [
            ['Place', error.path],
            ['Found', error.found],
            ['Allowed', error.allowed],
          ]
        : [];
    return html`<div class="error" role="alert">
      <p>${error instanceof Error ? error.message : String(error)}</p>
      ${details.map(([name, value]) => (value === null ? nothing : html`<p class="small">${name}: ${value}</p>`))}
    </div>`;
  }

  #options() {
    const again = () => void this.#read();
    return html`
      <h3>How it is read</h3>
      <p class="small quiet">Names or numbers of columns; left empty, the usual names are looked for.</p>
      <div class="fields">
        ${COLUMNS.map(
          ([name, text, usual]) =>
            html`<label>${text}<input autocomplete="off" placeholder=${usual} @change=${(event: Event) => this.#column(name, event)} /></label>`,
        )}
        <label>Tribes
          <select @change=${(event: Event) => {
            this._tribes = (event.target as HTMLSelectElement).value;
            again();
          }}>
            <option value="">${this.partition === null ? 'everyone in one' : 'as in the partition'}</option>
            <option value=${COMMUNITIES}>communities found in the ties (Louvain)</option>
            ${this._attributes.map((name) => html`<option value=${name} .selected=${name === this._tribes}>column ${name}</option>`)}
          </select>
        </label>
      </div>
      <label class="tick"><input type="checkbox" .checked=${this._directed} @change=${(event: Event) => {
        this._directed = (event.target as HTMLInputElement).checked;
        again();
      }} />Ties run one way</label>
      ${
        this._directed
          ? html`<div class="fields"><label>Who influences whom
            <select @change=${(event: Event) => {
              this._influence = (event.target as HTMLSelectElement).value as Influence;
              again();
            }}>
              <option value="named-to-namer">whom I name influences me (follows, trusts)</option>
              <option value="namer-to-named">I influence whom I name (tells, sends)</option>
            </select></label></div>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-network-dialog': SwayNetworkDialog;
  }
}
