import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Drawn on a grid of 20, as strokes. */
const PATHS = {
  undo: 'M8 5 4 9l4 4 M4 9h7.5a4.5 4.5 0 0 1 0 9H9',
  redo: 'm12 5 4 4-4 4 M16 9H8.5a4.5 4.5 0 0 0 0 9H11',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7 M3.5 3.5V7H7 M10 6.5V10l2.5 1.8',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11 M13 13l4 4',
  menu: 'M3.5 5.5h13 M3.5 10h13 M3.5 14.5h13',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7 M10 2v1.5 M10 16.5V18 M2 10h1.5 M16.5 10H18 M4.3 4.3l1.1 1.1 M14.6 14.6l1.1 1.1 M4.3 15.7l1.1-1.1 M14.6 5.4l1.1-1.1',
  moon: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3',
  system: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14 M10 3v14 M10 6h5 M10 10h7 M10 14h5',
  pause: 'M7 4.5v11 M13 4.5v11',
  play: 'M6 4l10 6-10 6z',
  close: 'M5 5l10 10 M15 5 5 15',
  plus: 'M10 4v12 M4 10h12',
  minus: 'M4 10h12',
  reset: 'M4.5 10a5.5 5.5 0 1 1 1.8 4.1 M4 15.5v-3h3',
  copy: 'M7 7V3.5h9.5V13H13 M3.5 7H13v9.5H3.5z',
  remove: 'M4 5.5h12 M8 5.5V3.5h4v2 M5.5 5.5l.8 11h7.4l.8-11',
  sliders: 'M3.5 6h7 M14.5 6h2 M3.5 14h2 M9.5 14h7 M12.5 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4 M7.5 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  dice: 'M4 4h12v12H4z M7.5 7.5h.01 M12.5 7.5h.01 M10 10h.01 M7.5 12.5h.01 M12.5 12.5h.01',
  gallery: 'M3.5 3.5h5.5v5.5H3.5z M11 3.5h5.5v5.5H11z M3.5 11h5.5v5.5H3.5z M11 11h5.5v5.5H11z',
  share: 'M10 12.5v-9 M6.5 6.5 10 3l3.5 3.5 M4 11v5.5h12V11',
  check: 'm4 10.5 4 4 8-9',
  more: 'M4.5 10h.01 M10 10h.01 M15.5 10h.01',
  left: 'm12 4-6 6 6 6',
  right: 'm8 4 6 6-6 6',
  up: 'm4 12 6-6 6 6',
  down: 'm4 8 6 6 6-6',
  warning: 'M10 3 2.5 16.5h15z M10 8.5v3.5 M10 14.3h.01',
  information: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14 M10 9.2v4.3 M10 6.5h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** A small picture beside a word; it says nothing to screen readers. */
@customElement('sway-icon')
export class SwayIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      width: 1.25em;
      height: 1.25em;
      flex: none;
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `;

  @property() name: IconName = 'more';

  override render() {
    return html`<svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
      ${svg`<path d=${PATHS[this.name]} />`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-icon': SwayIcon;
  }
}
