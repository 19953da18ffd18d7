import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { layoutShareChart, shareHeight } from '../../../sim/chart/share-chart.ts';
import type { Replay, ReplayState } from '../../../sim/experiment/replay/replay.ts';
import '../../element/sway-drawing.ts';
import { capital } from '../../element/words.ts';
import { shared } from '../../style/shared.ts';
import { personReasons } from './person-reasons.ts';
import { brandName, eventsOf, type Event as Happening, type NameOf, portraitOf, spellsOf } from './person-story.ts';
import { coloursOf, type Ground, measureOf, stateText } from './state-colours.ts';

/** Happenings listed at once. */
const LISTED = 400;
const WIDTH = 340;
const LINE = 46;
/** Where a measure is at its lowest: under its name. */
const FOOT = 42;
/** Measures drawn as small lines, with the colour of a chart's series. */
const LINES = [
  ['affect', 'var(--chart-series-0)'],
  ['belief', 'var(--chart-series-1)'],
  ['familiarity', 'var(--chart-series-2)'],
] as const;

/** The story of one person: who they are, where they stood week by week, what they heard, said and chose, and whom they know. */
@customElement('sway-person-story')
export class SwayPersonStory extends LitElement {
  static override styles = [
    shared,
    css`
      .head {
        display: flex;
        align-items: baseline;
        gap: var(--space-2);
      }
      h2 {
        flex: 1;
      }
      h3 {
        margin: var(--space-4) 0 var(--space-2);
      }
      .portrait p + p {
        margin-top: var(--space-1);
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
        forced-color-adjust: none;
      }
      text {
        font-size: 11px;
        fill: var(--chart-muted, currentColor);
      }
      ol,
      .contacts {
        list-style: none;
        max-height: 260px;
        overflow-y: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        font-size: var(--size-s);
      }
      ol li {
        display: grid;
        grid-template-columns: 4.6em 1fr;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-3);
      }
      ol li.now {
        background: var(--accent-soft);
      }
      ol li.later {
        color: var(--muted);
      }
      .week {
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
      .contacts button {
        width: 100%;
        border: 0;
        border-radius: 0;
        justify-content: flex-start;
        background: none;
        text-align: left;
      }
      .contacts button:focus-visible {
        outline-offset: -2px;
      }
      .contacts svg {
        width: 10px;
        flex: none;
      }
      .contacts span {
        flex: 1;
        text-align: right;
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) replay!: Replay;
  @property({ attribute: false }) node = 0;
  @property({ attribute: false }) week = 1;
  @property({ attribute: false }) contacts: readonly number[] = [];
  @property({ attribute: false }) nameOf: NameOf = String;
  @property({ attribute: false }) tribeName = '';
  @property({ attribute: false }) ground: Ground = 'light';

  #events: { readonly key: string; readonly replay: Replay; readonly list: readonly Happening[] } | null = null;

  #happenings(): readonly Happening[] {
    const key = String(this.node);
    if (this.#events?.key !== key || this.#events.replay !== this.replay) {
      this.#events = { key, replay: this.replay, list: eventsOf(this.replay, this.node, this.nameOf) };
    }
    return this.#events.list;
  }

  #state(name: string): ReplayState | undefined {
    return this.replay.states.find((state) => state.name === name);
  }

  #byte(state: ReplayState, week = this.week, node = this.node): number {
    return state.values[week * this.replay.people.length + node];
  }

  #say(node: number | null): void {
    this.dispatchEvent(new CustomEvent('person', { detail: node }));
  }

  override render() {
    const name = this.nameOf(this.node);
    return html`
      <div class="head">
        <h2>${name}</h2>
        <button class="plain" @click=${() => this.#say(null)} aria-label="Close the story of ${name}">Close</button>
      </div>
      <p class="quiet small">${this.tribeName} · ${this.contacts.length} ${this.contacts.length === 1 ? 'tie' : 'ties'} in week ${this.week}</p>
      <div class="portrait small">${portraitOf(this.replay, this.node).map((sentence) => html`<p>${sentence}</p>`)}</div>
      ${this.#journey()} ${this.#measures()} ${this.#reasons()} ${this.#list()} ${this.#people()}
    `;
  }

  #journey() {
    const stage = this.#state('stage');
    if (stage === undefined) return nothing;
    const colours = coloursOf(stage, this.ground);
    const spells = spellsOf(this.replay, this.node);
    const x = (week: number) => (WIDTH * week) / (this.replay.weeks + 1);
    const now = stateText(stage, this.#byte(stage));
    const told = spells.map(
      ({ stage: at, from, to }) => `${stage.categories?.[at]} ${from === to ? `week ${from}` : `weeks ${from} to ${to}`}`,
    );
    return html`
      <h3>Journey</h3>
      <svg viewBox="0 0 ${WIDTH} 40" role="img" aria-label="Journey: ${told.slice(0, 40).join(', ')}">
        ${spells.map(({ stage: at, from, to }) => svg`<rect x=${x(from)} y="0" width=${Math.max(0.6, x(to + 1) - x(from))} height="20" fill=${colours[at]} />`)}
        ${svg`<path d="M${x(this.week + 0.5)} -1V24" stroke="var(--chart-ink, currentColor)" stroke-width="1.5" />
        <text x=${Math.min(WIDTH - 70, Math.max(0, x(this.week + 0.5) - 30))} y="36">${now}</text>`}
      </svg>
    `;
  }

  #measures() {
    const x = (week: number) => (WIDTH * week) / this.replay.weeks;
    const rows = LINES.flatMap(([name, ink], row) => {
      const state = this.#state(name);
      if (state === undefined) return [];
      const y = (week: number) =>
        row * LINE + FOOT - (26 * (measureOf(state, this.#byte(state, week)) - state.low)) / (state.high - state.low);
      const points = Array.from({ length: this.replay.weeks + 1 }, (_, week) => `${x(week).toFixed(1)},${y(week).toFixed(1)}`);
      return svg`
        <path d="M0 ${row * LINE + FOOT + 0.5}H${WIDTH}" stroke="var(--chart-grid, #ccc)" stroke-width="1" />
        <polyline points=${points.join(' ')} fill="none" stroke=${ink} stroke-width="1.5" />
        <circle cx=${x(this.week)} cy=${y(this.week)} r="3" fill=${ink} />
        <text x="0" y=${row * LINE + 12}>${state.title} ${stateText(state, this.#byte(state))}</text>`;
    });
    const fit = this.#state('fit');
    const told = LINES.map(([name]) => this.#state(name)).flatMap((state) =>
      state === undefined
        ? []
        : [
            `${state.title} ${stateText(state, this.#byte(state, 0))} at the start, ${stateText(state, this.#byte(state))} in week ${this.week}`,
          ],
    );
    return html`
      <h3>Heart and mind</h3>
      <svg viewBox="0 0 ${WIDTH} ${LINES.length * LINE}" role="img" aria-label=${told.join('; ')}>${rows}</svg>
      ${fit === undefined ? nothing : html`<p class="quiet small">${capital(brandName(this.replay))} would truly give this person ${stateText(fit, this.#byte(fit))} of 1 in progress.</p>`}
    `;
  }

  #reasons() {
    const chart = personReasons(this.replay, this.node);
    if (chart === null) return nothing;
    return html`
      <h3>What had won this person over</h3>
      <sway-drawing .drawing=${layoutShareChart({ ...chart, title: '' }, { width: WIDTH, height: shareHeight({ ...chart, title: '' }, WIDTH) })}></sway-drawing>
      <p class="quiet small">Where what the person knew, felt and expected at the purchase came from.</p>
    `;
  }

  #list() {
    const all = this.#happenings();
    const events = all.slice(0, LISTED);
    return html`
      <h3>What happened</h3>
      ${
        events.length === 0
          ? html`<p class="quiet small">Nothing was heard, said or chosen in ${this.replay.weeks} weeks.</p>`
          : html`<ol tabindex="0" aria-label="What happened, week by week">
            ${events.map(
              ({ week, text }) => html`<li class=${week === this.week ? 'now' : week > this.week ? 'later' : ''}>
                <span class="week">Week ${week}</span><span>${text}</span>
              </li>`,
            )}
          </ol>`
      }
      ${all.length > LISTED ? html`<p class="quiet small">The first ${LISTED} of ${all.length}.</p>` : nothing}
    `;
  }

  #people() {
    const stage = this.#state('stage');
    if (stage === undefined || this.contacts.length === 0) return nothing;
    const colours = coloursOf(stage, this.ground);
    return html`
      <h3>Ties in week ${this.week}</h3>
      <div class="contacts" role="group" aria-label="Contacts">
        ${this.contacts.map((other) => {
          const byte = this.#byte(stage, this.week, other);
          return html`<button @click=${() => this.#say(other)}>
            <svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill=${colours[byte]} /></svg>
            ${this.nameOf(other)}<span>${stateText(stage, byte)}</span>
          </button>`;
        })}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-person-story': SwayPersonStory;
  }
}
