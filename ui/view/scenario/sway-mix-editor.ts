import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { SCENARIO_LIMITS } from '../../../sim/scenario/index.ts';
import { plannedShares, type Shares, type Strategy } from '../../../sim/scenario/vocabulary.ts';
import '../../element/sway-icon.ts';
import '../../element/sway-number.ts';
import { plainNumber, wordsOf } from '../../element/words.ts';
import { shared } from '../../style/shared.ts';
import { halfWay, unspent, withFrame, withoutFrame, withShare, withWeek } from './keyframes.ts';
import type { StrategyChange } from './strategy-change.ts';
import './sway-time-handles.ts';
import type { Move, SwayTimeHandles } from './sway-time-handles.ts';
import { TACTIC_LOOKS } from './tactic-look.ts';
import { type Box, mixBands } from './timeline.ts';

const PERCENT = { low: 0, high: 100, log: false, integer: false };

/** What a strategy spends its money on, week by week: keyframes on a time axis, each with a mix of tactics. */
@customElement('sway-mix-editor')
export class SwayMixEditor extends LitElement {
  static override styles = [
    shared,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        margin: var(--space-3) 0;
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
        width: 72px;
      }
      .bar .actions {
        display: flex;
        gap: var(--space-2);
        margin-left: auto;
      }
      .families {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr));
        gap: var(--space-4) var(--space-6);
      }
      h4 {
        margin-bottom: var(--space-2);
        color: var(--muted);
        font-size: var(--size-s);
        font-weight: 600;
      }
      .tactic {
        display: grid;
        grid-template-columns: 12px minmax(0, 1fr);
        gap: var(--space-2);
        align-items: start;
      }
      .swatch {
        width: 12px;
        height: 12px;
        margin-top: calc((max(26px, var(--touch) - 6px) - 12px) / 2);
      }
      .left {
        font-size: var(--size-s);
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) strategy!: Strategy;
  @property({ type: Number }) horizon = 156;
  @property({ attribute: false }) change: StrategyChange = () => undefined;
  @state() private _at = 0;
  @query('sway-time-handles') private _handles!: SwayTimeHandles;

  /** Shares before a slider was taken hold of, so that going back brings the others back. */
  #before: Shares | null = null;

  #move({ detail: { at, week } }: CustomEvent<Move>): void {
    const { plan } = this.strategy;
    const moved = withWeek(plan, at, week, this.horizon);
    if (moved[at].week !== plan[at].week)
      this.change(`keyframe to week ${moved[at].week}`, (strategy) => ({ ...strategy, plan: moved }), false);
  }

  #add(week: number): void {
    const limits = { horizon: this.horizon, most: SCENARIO_LIMITS.keyframes };
    const added = withFrame(this.strategy.plan, week, limits, (free) => ({
      week: free,
      shares: roundShares(plannedShares(this.strategy, free)),
    }));
    if (added === null) return;
    this.change('keyframe added', (strategy) => ({ ...strategy, plan: added.frames }), true);
    this._at = added.at;
    void this._handles.focusFrame(added.at);
  }

  #remove(at: number): void {
    this.change('keyframe removed', (strategy) => ({ ...strategy, plan: withoutFrame(strategy.plan, at) }), true);
    this._at = Math.max(0, at - 1);
    void this._handles.focusFrame(this._at);
  }

  #bend(at: number): void {
    const { linear, ...frame } = this.strategy.plan[at];
    const bent = linear === true ? frame : { ...frame, linear: true };
    this.change(
      linear === true ? 'mix by steps' : 'mix moving evenly',
      (strategy) => ({ ...strategy, plan: strategy.plan.toSpliced(at, 1, bent) }),
      true,
    );
  }

  #share(at: number, tactic: (typeof TACTIC_LOOKS)[number]['tactic'], percent: number, final: boolean): void {
    this.#before ??= this.strategy.plan[at].shares;
    const shares = withShare(this.#before, tactic, percent / 100);
    if (final) this.#before = null;
    this.change(
      `${wordsOf(tactic).toLowerCase()} ${plainNumber(percent)} %`,
      (strategy) => ({ ...strategy, plan: strategy.plan.toSpliced(at, 1, { ...strategy.plan[at], shares }) }),
      final,
    );
  }

  #drawing(box: Box) {
    return svg`<g aria-hidden="true" pointer-events="none">${mixBands(this.strategy, this.horizon, box).map(
      ({ look, path, label }) =>
        svg`<path class="band" d=${path} fill="var(--chart-${look.ink})" fill-opacity=${look.opacity} />${
          label === null
            ? nothing
            : svg`<text class="band-name" x=${label.x} y=${label.y} text-anchor="middle">${wordsOf(look.tactic)}</text>`
        }`,
    )}</g>`;
  }

  override render() {
    const { plan } = this.strategy;
    if (this.strategy.name === 'nothing') {
      return html`<p class="quiet">It spends nothing: the reference against which effects are measured. A duplicate of it can be given a mix.</p>`;
    }
    if (plan.length === 0) {
      return html`<p class="quiet">It spends nothing.</p>
        <p><button @click=${() => this.change('mix added', (strategy) => ({ ...strategy, plan: [{ week: 0, shares: { broadcast: 1 } }] }), true)}>
          <sway-icon name="plus"></sway-icon>Give it a mix
        </button></p>`;
    }
    const at = Math.min(this._at, plan.length - 1);
    const frame = plan[at];
    const rest = unspent(frame.shares);
    return html`
      <sway-time-handles
        .label=${'Mix of tactics over the weeks'}
        .frames=${plan}
        .texts=${plan.map(({ shares, linear }) => `${mixText(shares)}${linear ? ', moving evenly to the next' : ''}`)}
        .horizon=${this.horizon}
        .chosen=${at}
        .drawn=${170}
        .drawing=${(box: Box) => this.#drawing(box)}
        @move=${this.#move}
        @settle=${() => this.change('keyframe moved', null, true)}
        @add=${({ detail }: CustomEvent<number>) => this.#add(detail)}
        @remove=${({ detail }: CustomEvent<number>) => this.#remove(detail)}
        @bend=${({ detail }: CustomEvent<number>) => this.#bend(detail)}
        @choose=${({ detail }: CustomEvent<number>) => {
          this._at = detail;
        }}
      ></sway-time-handles>
      <div class="bar">
        <strong>Keyframe ${at + 1} of ${plan.length}</strong>
        <label>from week
          <input
            type="number"
            min="0"
            max=${this.horizon - 1}
            .value=${String(frame.week)}
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              const moved = withWeek(plan, at, Number(input.value), this.horizon);
              input.value = String(moved[at].week);
              this.change(`keyframe to week ${moved[at].week}`, (strategy) => ({ ...strategy, plan: moved }), true);
            }}
          />
        </label>
        <label><input type="checkbox" .checked=${frame.linear === true} ?disabled=${at === plan.length - 1} @change=${() => this.#bend(at)} />moves evenly to the next</label>
        <span class="actions">
          <button ?disabled=${plan.length >= SCENARIO_LIMITS.keyframes} @click=${() => this.#add(halfWay(plan, at, this.horizon))}><sway-icon name="plus"></sway-icon>Add keyframe</button>
          <button ?disabled=${plan.length === 1} @click=${() => this.#remove(at)}><sway-icon name="remove"></sway-icon>Remove</button>
        </span>
      </div>
      <div class="families">
        ${[...new Set(TACTIC_LOOKS.map((look) => look.family))].map(
          (family) => html`<section aria-label=${family}>
            <h4>${family}, % of the week’s money</h4>
            ${TACTIC_LOOKS.filter((look) => look.family === family).map(({ tactic, ink, opacity, meaning }) => {
              return html`<div class="tactic" title=${meaning}>
                <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" rx="2" fill="var(--chart-${ink})" fill-opacity=${opacity} /></svg>
                <sway-number
                  compact
                  .label=${wordsOf(tactic)}
                  .value=${Number(((frame.shares[tactic] ?? 0) * 100).toFixed(2))}
                  .scale=${PERCENT}
                  .allowed=${[0, 100]}
                  .unit=${''}
                  .change=${(value: number, final: boolean) => this.#share(at, tactic, value, final)}
                ></sway-number>
              </div>`;
            })}
          </section>`,
        )}
      </div>
      <p class="left" role="status">${rest > 0 ? `${plainNumber(rest * 100)} % stays in the account and earns interest.` : 'All of the money is spent.'}</p>
    `;
  }
}

function mixText(shares: Shares): string {
  const parts = Object.entries(shares).map(([tactic, share]) => `${wordsOf(tactic).toLowerCase()} ${plainNumber(share * 100)} %`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

function roundShares(shares: Shares): Shares {
  return Object.fromEntries(Object.entries(shares).map(([tactic, share]) => [tactic, Math.floor(share * 1e4 + 1e-6) / 1e4]));
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-mix-editor': SwayMixEditor;
  }
}
