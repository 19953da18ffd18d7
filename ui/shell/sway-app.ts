import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { App } from '../app.ts';
import { addCommands } from '../command/add-commands.ts';
import type { CommandGroup } from '../command/command.ts';
import { listenToKeys } from '../command/listen-to-keys.ts';
import { useHint } from '../state/hints.ts';
import { lessonNow } from '../state/lesson-now.ts';
import { followTheme } from '../state/theme.ts';
import { followChartColours } from '../style/chart-colours.ts';
import { shared } from '../style/shared.ts';
import '../element/sway-icon.ts';
import { SHOWN_PAGES } from './pages.ts';
import { shellCommands } from './shell-commands.ts';
import './sway-controls.ts';
import './sway-foot.ts';
import './sway-head.ts';
import './sway-navigation.ts';
import './sway-notice.ts';
import './sway-page.ts';

/** What can stand in front of the page. */
export type Dialogue = 'gallery' | 'history' | 'palette' | 'menu' | 'share' | 'help';

/** Each is loaded when it is first asked for. */
const DIALOGUES: Readonly<
  Record<Dialogue, { readonly tag: string; readonly load: () => Promise<unknown>; readonly groups?: readonly CommandGroup[] }>
> = {
  gallery: { tag: 'sway-gallery-dialog', load: () => import('./sway-gallery-dialog.ts') },
  history: { tag: 'sway-history-dialog', load: () => import('./sway-history-dialog.ts') },
  palette: { tag: 'sway-palette', load: () => import('./sway-palette.ts') },
  menu: { tag: 'sway-menu', load: () => import('./sway-menu.ts') },
  share: { tag: 'sway-menu', load: () => import('./sway-menu.ts'), groups: ['Export', 'Data'] },
  help: { tag: 'sway-help', load: () => import('./sway-help.ts') },
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
      @media (max-width: 720px) {
        /* Room is short: the head scrolls away. */
        header {
          position: static;
        }
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
        /* What the sheet covers can be scrolled out from under it. */
        aside ~ main {
          padding-bottom: calc(52dvh + var(--space-4));
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
  @state() private _failed: string | null = null;
  @state() private _lesson = false;
  @state() private _controls = !matchMedia(NARROW).matches;
  @query('main') private _main!: HTMLElement;
  @query('header') private _top!: HTMLElement;

  readonly #ends: (() => void)[] = [];
  readonly #opened = new Map<Dialogue, HTMLElement>();
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
      this._failed = error instanceof Error ? error.message : 'for a reason that it did not name';
      return;
    }
    const { app } = this;
    const shell = {
      open: (dialogue: Dialogue) => this.#open(dialogue),
      toggleControls: () => this.#toggleControls(),
      controlsShown: () => this._controls,
    };
    this._page = app.state.state.view.page;
    void this.#showLesson();
    this.#ends.push(
      addCommands(app.commands, shellCommands(app, shell)),
      listenToKeys(app),
      app.state.subscribe(({ view, dragging }) => {
        this._page = view.page;
        if (dragging) useHint('drag');
      }),
      lessonNow.subscribe(() => void this.#showLesson()),
    );
  }

  async #showLesson(): Promise<void> {
    if (lessonNow.state !== null) await import('../lesson/sway-lesson.ts');
    this._lesson = lessonNow.state !== null;
  }

  override firstUpdated(): void {
    // What sticks below the head needs to know where that ends.
    this.#watch = new ResizeObserver(() => requestAnimationFrame(() => this.#makeRoom()));
  }

  #makeRoom(): void {
    if (this._top === null) return;
    const height = getComputedStyle(this._top).position === 'sticky' ? this._top.offsetHeight : 0;
    this.style.setProperty('--head', `${height}px`);
    document.documentElement.style.setProperty('scroll-padding-top', `${height + 8}px`);
  }

  /** On a phone the controls cover half of the page: what they change is brought into the other half. */
  async #showChart(): Promise<void> {
    await this.updateComplete;
    const page = this.renderRoot.querySelector('sway-page')?.shadowRoot?.querySelector('.page');
    const inside = page?.shadowRoot;
    (inside?.querySelector('sway-time-chart') ?? inside?.querySelector('figure'))?.scrollIntoView({ block: 'start' });
  }

  #toggleControls(): void {
    this._controls = !this._controls;
    if (this._controls && matchMedia(NARROW).matches) void this.#showChart();
  }

  override updated(): void {
    if (this._top !== null && this.#watch !== null) this.#watch.observe(this._top);
  }

  async #open(dialogue: Dialogue): Promise<void> {
    if (dialogue === 'palette' || dialogue === 'menu') useHint('palette');
    const { tag, load, groups } = DIALOGUES[dialogue];
    await load();
    const element = this.#opened.get(dialogue) ?? Object.assign(document.createElement(tag), { app: this.app, ...(groups && { groups }) });
    if (!this.#opened.has(dialogue)) this._top.append(element);
    this.#opened.set(dialogue, element);
    (element as HTMLElement & { open(): void }).open();
  }

  #skip(): void {
    this._main.focus();
    this._main.scrollIntoView();
  }

  override render() {
    const { app } = this;
    if (this._failed !== null) {
      return html`<main><p class="wait" role="alert">Swaylab could not start: ${this._failed}</p></main>`;
    }
    if (app === null) return html`<main><p class="wait">Setting up the laboratory …</p></main>`;
    const withControls = SHOWN_PAGES.some(({ name, controls }) => name === this._page && controls);
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
        ${this._lesson ? html`<sway-lesson .app=${app}></sway-lesson>` : nothing}
        <div class="page"><sway-page .app=${app}></sway-page></div>
      </main>
      ${
        withControls && !this._controls
          ? html`<button class="sheet-button primary" @click=${this.#toggleControls}><sway-icon name="sliders"></sway-icon>Controls</button>`
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
