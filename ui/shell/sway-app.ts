import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { App } from '../app.ts';
import { addCommands } from '../command/add-commands.ts';
import { listenToKeys } from '../command/listen-to-keys.ts';
import { useHint } from '../state/hints.ts';
import { followTheme } from '../state/theme.ts';
import { followChartColours } from '../style/chart-colours.ts';
import { shared } from '../style/shared.ts';
import '../element/sway-icon.ts';
import { shellCommands } from './shell-commands.ts';
import './sway-controls.ts';
import './sway-foot.ts';
import './sway-head.ts';
import './sway-navigation.ts';
import './sway-notice.ts';
import './sway-page.ts';

/** What can stand in front of the page. */
export type Dialogue = 'gallery' | 'history' | 'palette' | 'menu' | 'help';

/** Each in a file of its own, loaded when it is first asked for. */
const DIALOGUES: Readonly<Record<Dialogue, () => Promise<unknown>>> = {
  gallery: () => import('./sway-gallery-dialog.ts'),
  history: () => import('./sway-history-dialog.ts'),
  palette: () => import('./sway-palette.ts'),
  menu: () => import('./sway-menu.ts'),
  help: () => import('./sway-help.ts'),
};

/** Narrower than this, the controls are a sheet at the foot, closed at first. */
const NARROW = '(max-width: 900px)';

/** The whole screen: head, pages, controls, foot. It makes the app itself unless it is given one. */
@customElement('sway-app')
export class SwayApp extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: auto auto 1fr auto / auto minmax(0, 1fr);
        min-height: 100dvh;
        background: var(--paper);
        color: var(--ink);
      }
      .skip {
        position: absolute;
        left: var(--space-2);
        top: -100px;
        z-index: 10;
      }
      .skip:focus {
        top: var(--space-2);
      }
      sway-notice,
      footer {
        grid-column: 1 / -1;
      }
      header {
        grid-column: 1 / -1;
        position: sticky;
        top: 0;
        z-index: 5;
        background: var(--raised);
        border-bottom: 1px solid var(--line);
      }
      aside {
        grid-column: 1;
        grid-row: 3;
        width: 312px;
        border-right: 1px solid var(--line);
        background: var(--raised);
      }
      .inside {
        position: sticky;
        top: var(--head, 104px);
        max-height: calc(100dvh - var(--head, 104px));
        overflow-y: auto;
        overscroll-behavior: contain;
        scrollbar-width: thin;
      }
      main {
        grid-column: 2;
        grid-row: 3;
        min-width: 0;
        padding: var(--space-5);
      }
      main:focus {
        outline: none;
      }
      main.alone {
        grid-column: 1 / -1;
      }
      .page {
        max-width: 1320px;
        margin: 0 auto;
      }
      .wait {
        padding: var(--space-6);
        color: var(--muted);
      }
      .sheet-button {
        display: none;
      }
      @media (max-width: 900px) {
        main {
          grid-column: 1 / -1;
          padding: var(--space-4) var(--space-3) 88px;
        }
        aside {
          position: fixed;
          inset: auto 0 0;
          z-index: 6;
          width: auto;
          max-height: 52dvh;
          overflow-y: auto;
          overscroll-behavior: contain;
          border: 0;
          border-top: 1px solid var(--line);
          border-radius: 14px 14px 0 0;
          box-shadow: var(--shadow);
        }
        .inside {
          position: static;
          max-height: none;
        }
        .sheet-button {
          display: inline-flex;
          position: fixed;
          z-index: 5;
          right: var(--space-4);
          bottom: var(--space-4);
          border-radius: 24px;
          padding: 0 var(--space-5);
          box-shadow: var(--shadow);
        }
      }
      @media print {
        :host {
          display: block;
        }
        header,
        aside,
        footer,
        sway-notice,
        .sheet-button {
          display: none;
        }
        main {
          padding: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) app: App | null = null;
  @state() private _page = '';
  @state() private _failed: unknown = null;
  @state() private _controls = !matchMedia(NARROW).matches;
  @query('main') private _main!: HTMLElement;
  @query('header') private _top!: HTMLElement;

  readonly #ends: (() => void)[] = [];
  #watch: ResizeObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    followChartColours();
    this.#ends.push(followTheme());
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends.splice(0)) end();
    this.#watch?.disconnect();
  }

  async #start(): Promise<void> {
    try {
      this.app ??= await (await import('../start-app.ts')).startApp();
    } catch (error) {
      this._failed = error;
      return;
    }
    const { app } = this;
    const shell = {
      open: (dialogue: Dialogue) => void this.#open(dialogue),
      toggleControls: () => {
        this._controls = !this._controls;
      },
      controlsShown: () => this._controls,
    };
    this._page = app.state.state.view.page;
    this.#ends.push(
      addCommands(app.commands, shellCommands(app, shell)),
      listenToKeys(app),
      app.state.subscribe(({ view, dragging }) => {
        this._page = view.page;
        if (dragging) useHint('drag');
      }),
    );
  }

  override firstUpdated(): void {
    // What sticks below the head needs to know where that ends.
    this.#watch = new ResizeObserver(() => this.style.setProperty('--head', `${this._top?.offsetHeight ?? 0}px`));
  }

  override updated(): void {
    if (this._top !== null && this.#watch !== null) this.#watch.observe(this._top);
  }

  async #open(dialogue: Dialogue): Promise<void> {
    if (dialogue === 'palette' || dialogue === 'menu') useHint('palette');
    await DIALOGUES[dialogue]().catch((error: unknown) => this.app?.fail(error));
    const name = dialogue === 'gallery' || dialogue === 'history' ? `${dialogue}-dialog` : dialogue;
    const found = this.renderRoot.querySelector(`sway-${name}`);
    const element = found ?? Object.assign(document.createElement(`sway-${name}`), { app: this.app });
    if (found === null) this._top.append(element);
    (element as HTMLElement & { open(): void }).open();
  }

  #skip(): void {
    this._main.focus();
    this._main.scrollIntoView();
  }

  override render() {
    const { app } = this;
    if (this._failed !== null) {
      return html`<main><p class="wait" role="alert">Swaylab could not start: ${String(this._failed)}</p></main>`;
    }
    if (app === null) return html`<main><p class="wait">Setting up the laboratory …</p></main>`;
    const withControls = !['scenario', 'classic', 'verification'].includes(this._page);
    return html`
      <header>
        <button class="skip" @click=${this.#skip}>Skip to the content</button>
        <sway-head .app=${app}></sway-head>
        <sway-navigation .app=${app}></sway-navigation>
      </header>
      <sway-notice .app=${app}></sway-notice>
      ${
        withControls && this._controls
          ? html`<aside aria-label="Controls"><div class="inside"><sway-controls .app=${app}></sway-controls></div></aside>`
          : nothing
      }
      <main id="main" tabindex="-1" class=${withControls && this._controls ? '' : 'alone'}>
        <div class="page"><sway-page .app=${app}></sway-page></div>
      </main>
      ${
        withControls && !this._controls
          ? html`<button class="sheet-button primary" @click=${() => {
              this._controls = true;
            }}><sway-icon name="sliders"></sway-icon>Controls</button>`
          : nothing
      }
      <footer><sway-foot .app=${app}></sway-foot></footer>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-app': SwayApp;
  }
}
