import { css, html, LitElement, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { SCENARIO_LIMITS } from '../../../sim/scenario/index.ts';
import { keyframed, type Strategy } from '../../../sim/scenario/vocabulary.ts';
import '../../element/sway-icon.ts';
import { plainNumber } from '../../element/words.ts';
import { shared } from '../../style/shared.ts';
import { halfWay, withFrame, withoutFrame, withWeek } from './keyframes.ts';
import type { StrategyChange } from './strategy-change.ts';
import './sway-time-handles.ts';
import type { Move, SwayTimeHandles } from './sway-time-handles.ts';
import { type Box, weekX } from './timeline.ts';

type Levels = NonNullable<Strategy['budget']>;

const EVEN: Levels = [{ week: 0, level: 1 }];
/** Greatest level in the schema. */
const MOST = 1e6;

/** When a strategy spends its money: levels on a time axis, relative to each other, since all strategies have the same in all. */
@customElement('sway-spending-editor')
export class SwaySpendingEditor extends LitElement {
  static override styles = [
    shared,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        margin-top: var(--space-3);
      }
      .bar strong {
        font-size: var(--size-s);
      }
      .bar label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--size-s);
      }
      .bar input[type="number"] {
        width: 76px;
      }
      .bar .actions {
        display: flex;
        gap: var(--space-2);
        margin-left: auto;
      }
    `,
  ];

  @property({ attribute: false }) strategy!: Strategy;
  @property({ type: Number }) horizon = 156;
  @property({ attribute: false }) change: StrategyChange = () => undefined;
  @state() private _at = 0;
  @query('sway-time-handles') private _handles!: SwayTimeHandles;

  /** Level at the top of the drawing; it stays while something is held, so that the handle does not run away. */
  #top = 2;
  #held = false;

  get #levels(): Levels {
    return this.strategy.budget ?? EVEN;
  }

  override willUpdate(): void {
    if (!this.#held) this.#top = Math.max(2, ...this.#levels.map(({ level }) => level * 1.25));
  }

  #set(what: string, levels: Levels, final: boolean): void {
    this.#held = !final;
    this.change(what, (strategy) => ({ ...strategy, budget: levels }), final);
  }

  #move({ detail: { at, week, height } }: CustomEvent<Move>): void {
    const moved = withWeek(this.#levels, at, week, this.horizon);
    const level = Number(((height ?? 0) * this.#top).toPrecision(3));
    const before = this.#levels[at];
    // Of all levels at 0 there is no share of the money.
    if (this.#levels.every((frame, each) => (each === at ? level : frame.level) === 0)) return;
    if (moved[at].week === before.week && level === before.level) return;
    this.#set('spending', moved.toSpliced(at, 1, { ...moved[at], level }), false);
  }

  #add(week: number): void {
    const limits = { horizon: this.horizon, most: SCENARIO_LIMITS.keyframes };
    const added = withFrame(this.#levels, week, limits, (free) => ({
      week: free,
      level: Number(keyframed(this.#levels, free, (frame) => frame.level).toPrecision(4)),
    }));
    if (added === null) return;
    this.#set('spending keyframe added', added.frames, true);
    this._at = added.at;
    void this._handles.focusFrame(added.at);
  }

  #remove(at: number): void {
    const left = withoutFrame(this.#levels, at);
    if (left.every(({ level }) => level === 0)) return;
    this.#set('spending keyframe removed', left, true);
    this._at = Math.max(0, at - 1);
    void this._handles.focusFrame(this._at);
  }

  #bend(at: number): void {
    const { linear, ...frame } = this.#levels[at];
    this.#set(
      linear === true ? 'spending by steps' : 'spending moving evenly',
      this.#levels.toSpliced(at, 1, linear === true ? frame : { ...frame, linear: true }),
      true,
    );
  }

  #drawing(box: Box) {
    const levels = this.#levels;
    const y = (week: number): string =>
      (
        box.bottom -
        ((box.bottom - box.top) *
          Math.min(
            this.#top,
            keyframed(levels, week, (frame) => frame.level),
          )) /
          this.#top
      ).toFixed(1);
    const points: string[] = [];
    for (let week = 0; week < this.horizon; week++) {
      points.push(`${weekX(week, this.horizon, box).toFixed(1)} ${y(week)}`, `${weekX(week + 1, this.horizon, box).toFixed(1)} ${y(week)}`);
    }
    return svg`<g aria-hidden="true" pointer-events="none">
      <path class="area" d="M${box.left} ${box.bottom}L${points.join('L')}L${box.right} ${box.bottom}Z" />
      <path class="line" d="M${points.join('L')}" />
    </g>`;
  }

  override render() {
    const levels = this.#levels;
    const at = Math.min(this._at, levels.length - 1);
    const frame = levels[at];
    return html`
      <sway-time-handles
        .label=${'Spending over the weeks'}
        .frames=${levels}
        .heights=${levels.map(({ level }) => Math.min(1, level / this.#top))}
        .texts=${levels.map(({ level, linear }) => `level ${plainNumber(level)}${linear ? ', moving evenly to the next' : ''}`)}
        .horizon=${this.horizon}
        .chosen=${at}
        .drawn=${110}
        .drawing=${(box: Box) => this.#drawing(box)}
        @move=${this.#move}
        @settle=${() => {
          this.#held = false;
          this.change('spending', null, true);
          this.requestUpdate();
        }}
        @add=${({ detail }: CustomEvent<number>) => this.#add(detail)}
        @remove=${({ detail }: CustomEvent<number>) => this.#remove(detail)}
        @bend=${({ detail }: CustomEvent<number>) => this.#bend(detail)}
        @choose=${({ detail }: CustomEvent<number>) => {
          this._at = detail;
        }}
      ></sway-time-handles>
      <div class="bar">
        <strong>Keyframe ${at + 1} of ${levels.length}</strong>
        <label>from week
          <input
            type="number"
            min="0"
            max=${this.horizon - 1}
            .value=${String(frame.week)}
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              const moved = withWeek(levels, at, Number(input.value), this.horizon);
              input.value = String(moved[at].week);
              this.#set(`spending from week ${moved[at].week}`, moved, true);
            }}
          />
        </label>
        <label>level
          <input
            type="number"
            min="0"
            step="any"
            .value=${String(frame.level)}
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              const level = input.value === '' ? frame.level : Math.min(MOST, Math.max(0, Number(input.value)));
              const set = levels.toSpliced(at, 1, { ...frame, level });
              const refused = set.every((each) => each.level === 0);
              input.value = String(refused ? frame.level : level);
              if (!refused) this.#set(`spending level ${plainNumber(level)}`, set, true);
            }}
          />
        </label>
        <label><input type="checkbox" .checked=${frame.linear === true} ?disabled=${at === levels.length - 1} @change=${() => this.#bend(at)} />moves evenly to the next</label>
        <span class="actions">
          <button ?disabled=${levels.length >= SCENARIO_LIMITS.keyframes} @click=${() => this.#add(halfWay(levels, at, this.horizon))}><sway-icon name="plus"></sway-icon>Add keyframe</button>
          <button ?disabled=${levels.length === 1} @click=${() => this.#remove(at)}><sway-icon name="remove"></sway-icon>Remove</button>
        </span>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-spending-editor': SwaySpendingEditor;
  }
}
