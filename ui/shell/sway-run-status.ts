import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../app.ts';
import '../element/sway-icon.ts';
import { Follow } from '../state/follow.ts';
import { shared } from '../style/shared.ts';

/** How far the runs are, and the button that holds them. */
@customElement('sway-run-status')
export class SwayRunStatus extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-height: 40px;
        color: var(--muted);
        font-size: var(--size-s);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      progress {
        width: 120px;
        height: 6px;
        appearance: none;
        border: 0;
        border-radius: 3px;
        overflow: hidden;
        background: var(--sunken);
      }
      progress::-webkit-progress-bar {
        background: var(--sunken);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
        border-radius: 3px;
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      .failed {
        color: var(--bad);
      }
      .text {
        min-width: 11em;
        text-align: right;
      }
      @media (max-width: 720px) {
        :host {
          min-height: 32px;
        }
        progress {
          flex: 1;
          width: auto;
        }
        .text {
          min-width: 0;
        }
        button {
          margin: -6px 0;
        }
      }
      @media (forced-colors: active) {
        progress {
          border: 1px solid CanvasText;
        }
        progress::-webkit-progress-value {
          background: Highlight;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #lab = new Follow(
    this,
    () => this.app.results,
    (lab) => lab,
  );

  override render() {
    const { status, done, total } = this.#lab.value;
    const paused = status === 'paused';
    const runs = `${grouped(done)} of ${grouped(total)} runs`;
    const text = {
      idle: 'Nothing to run',
      running: total === 0 ? 'Starting …' : runs,
      paused: `Paused at ${runs}`,
      done: `${grouped(total)} runs done`,
      failed: 'The run failed',
    }[status];
    return html`
      <span class="text ${status === 'failed' ? 'failed' : ''}">${text}</span>
      ${status === 'idle' || status === 'failed' ? nothing : html`<progress aria-label="Runs done" max=${Math.max(1, total)} .value=${status === 'done' ? Math.max(1, total) : done}></progress>`}
      <button
        class="plain icon"
        aria-label=${paused ? 'Go on' : 'Pause'}
        title=${paused ? 'Go on (p)' : 'Pause (p)'}
        ?disabled=${status !== 'running' && !paused}
        @click=${() => (paused ? this.app.host.resume() : this.app.host.pause()).catch((error: unknown) => this.app.fail(error))}
      ><sway-icon name=${paused ? 'play' : 'pause'}></sway-icon></button>
    `;
  }
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-run-status': SwayRunStatus;
  }
}
