import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Replay, ReplayState } from '../../../sim/experiment/replay/replay.ts';
import type { App } from '../../app.ts';
import { addCommands } from '../../command/add-commands.ts';
import '../../element/sway-chart-menu.ts';
import { Follow } from '../../state/follow.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { shared } from '../../style/shared.ts';
import { GroundNow } from './ground-now.ts';
import { type Legend, meanMeaning, peopleLegends, tribeLegends } from './legends.ts';
import { type LinesShown, linesOf } from './lines-of.ts';
import { networkCommands } from './network-commands.ts';
import { type Names, namesOf } from './people-names.ts';
import { ReplayFollower, replayedStrategy } from './replay-follower.ts';
import { shownFigure } from './shown-figure.ts';
import { coloursOf, stateText } from './state-colours.ts';
import './sway-network-controls.ts';
import type { NetworkChoice } from './sway-network-controls.ts';
import './sway-legend.ts';
import { drawsWithWebGl } from './sigma-picture.ts';
import './sway-network.ts';
import './sway-people-list.ts';
import type { ListedPerson } from './sway-people-list.ts';
import './sway-person-story.ts';
import './sway-tribe-map.ts';
import './sway-week-scrubber.ts';
import type { SwayWeekScrubber } from './sway-week-scrubber.ts';
import { contactsOf, TieClock } from './tie-clock.ts';

/** One run, person by person: who knows whom, and how everybody stands week by week. */
@customElement('sway-network-page')
export class SwayNetworkPage extends LitElement {
  static override styles = [
    shared,
    css`
      .panels {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 364px;
        gap: var(--space-4);
        align-items: start;
        margin-top: var(--space-3);
      }
      .card {
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--raised);
        min-width: 0;
      }
      /* The picture stays in sight while a long story is read. */
      @media (min-width: 1001px) {
        .panels > :first-child {
          position: sticky;
          top: calc(var(--head, 104px) + var(--space-3));
        }
      }
      .picture {
        position: relative;
        height: min(68dvh, 660px);
        min-height: 420px;
        overflow: hidden;
      }
      .picture.waiting > :first-child {
        opacity: 0.45;
      }
      .over {
        position: absolute;
        left: var(--space-3);
        top: var(--space-3);
        padding: var(--space-1) var(--space-3);
        border-radius: var(--radius);
        background: var(--raised);
        font-size: var(--size-s);
        color: var(--muted);
      }
      .empty {
        display: grid;
        place-items: center;
        height: 100%;
        padding: var(--space-5);
        text-align: center;
        color: var(--muted);
      }
      .beside {
        padding: var(--space-4);
      }
      .foot {
        padding: var(--space-3) var(--space-4);
        border-top: 1px solid var(--line);
      }
      .take {
        display: flex;
        gap: var(--space-3);
        align-items: start;
        justify-content: space-between;
      }
      .note {
        margin-top: var(--space-2);
      }
      .alone {
        margin-bottom: var(--space-3);
      }
      .beside h2 {
        margin-bottom: var(--space-2);
      }
      @media (max-width: 1000px) {
        .panels {
          grid-template-columns: minmax(0, 1fr);
        }
        .picture {
          height: 62dvh;
          min-height: 340px;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _state = 'stage';
  @state() private _lines: LinesShown = 'talk';
  @state() private _alone = false;
  @state() private _brand = 0;
  @state() private _laidOut = 1;
  @query('sway-week-scrubber') private _scrubber!: SwayWeekScrubber | null;

  readonly #view = new Follow(
    this,
    () => this.app.state,
    ({ view }) => view,
  );
  readonly #ground = new GroundNow(this);
  readonly #fast = drawsWithWebGl();
  #follower: ReplayFollower | null = null;
  #ends: (() => void)[] = [];
  #clocks: { readonly replay: Replay; readonly all: TieClock; readonly close: TieClock } | null = null;
  #names: Names = namesOf(null, '');

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follower = new ReplayFollower(this.app, () => this._brand);
    this.#ends = [
      this.#follower.now.subscribe(() => this.requestUpdate()),
      addCommands(
        this.app.commands,
        networkCommands(this.app, {
          play: () => this._scrubber?.toggle(),
          weeks: () => this.#replay?.weeks ?? 1,
          alone: () => this._alone,
          toggleAlone: () => {
            this._alone = !this._alone;
          },
          find: () => {
            this.app.show({ person: null });
            void this.updateComplete.then(() => this.renderRoot.querySelector('sway-people-list')?.seek());
          },
        }),
      ),
      () => this.#follower?.stop(),
    ];
    this.#follower.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends.splice(0)) end();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('_brand')) this.#follower?.look();
    const { network, draft } = this.app.state.state;
    this.#names = namesOf(network, scenarioOf(draft).network.kind);
  }

  get #replay(): Replay | null {
    return this.#follower?.now.state.replay ?? null;
  }

  get #week(): number {
    const weeks = this.#replay?.weeks ?? 1;
    return Math.min(this.#view.value.week ?? weeks, weeks);
  }

  #clock(replay: Replay): { readonly all: TieClock; readonly close: TieClock } {
    if (this.#clocks?.replay !== replay) this.#clocks = { replay, all: new TieClock(replay), close: new TieClock(replay, true) };
    return this.#clocks;
  }

  /** The state by which people are coloured. */
  #shownState(replay: Replay): ReplayState {
    return replay.states.find(({ name }) => name === this._state) ?? replay.states[0];
  }

  #choose({ state, lines, brand }: NetworkChoice): void {
    if (state !== undefined) this._state = state;
    if (lines !== undefined) this._lines = lines;
    if (brand !== undefined) this._brand = brand;
  }

  #person(event: CustomEvent<number | null>): void {
    const replay = this.#replay;
    if (replay === null) return;
    const person = event.detail === null ? null : replay.people[event.detail];
    this.app.show({ person });
    if (person !== null) this.app.announce(`The story of ${this.#names.person(person)}.`);
  }

  override render() {
    const { replay, waiting, error } = this.#follower?.now.state ?? { replay: null, waiting: true, error: null };
    return html`
      <sway-network-controls
        .app=${this.app}
        .states=${replay === null ? [] : this.#onMap(replay) ? replay.states.filter(({ name }) => name in replay.map.means) : replay.states}
        .shownState=${replay !== null && this.#onMap(replay) ? this.#meanState(replay).name : this._state}
        .lines=${replay === null || this.#onMap(replay) ? null : this._lines}
        .brand=${this._brand}
        @choice=${(event: CustomEvent<NetworkChoice>) => this.#choose(event.detail)}
      ></sway-network-controls>
      ${replay === null ? nothing : html`<sway-week-scrubber .week=${this.#week} .weeks=${replay.weeks} @week=${(event: CustomEvent<number>) => this.app.show({ week: event.detail })}></sway-week-scrubber>`}
      <div class="panels">
        <section class="card" aria-label="Network">
          <div class="picture ${waiting && replay !== null ? 'waiting' : ''}">${replay === null ? this.#empty(error) : this.#picture(replay)}
            ${waiting && replay !== null ? html`<p class="over" role="status">Running it again, person by person …</p>` : nothing}
            ${!waiting && error !== null && replay !== null ? html`<p class="over" role="alert">${messageOf(error)}</p>` : nothing}
          </div>
          ${replay === null ? nothing : html`<div class="foot">${this.#legend(replay)}${this.#notes(replay)}</div>`}
        </section>
        <section class="card beside" aria-label="People">${replay === null ? html`<p class="quiet">People will be listed here.</p>` : this.#beside(replay)}</section>
      </div>
    `;
  }

  #empty(error: unknown) {
    return error === null
      ? html`<p class="empty" role="status">Running one market person by person …</p>`
      : html`<p class="empty" role="alert">${messageOf(error)}</p>`;
  }

  /** Tribes are shown where people would be too many. */
  #onMap(replay: Replay): boolean {
    return replay.people.length === 0;
  }

  #picture(replay: Replay) {
    const ground = this.#ground.value;
    if (this.#onMap(replay)) {
      const state = this.#meanState(replay);
      return html`<sway-tribe-map
        .map=${replay.map}
        .state=${state}
        .week=${this.#week}
        .chosen=${this.#view.value.tribe}
        .nameOf=${this.#names.tribe}
        .ground=${ground}
        @tribe=${(event: CustomEvent<number>) => this.app.show({ tribe: event.detail, person: null })}
      ></sway-tribe-map>`;
    }
    const state = this.#shownState(replay);
    const colours = coloursOf(state, ground);
    const row = this.#week * replay.people.length;
    const node = this.#node(replay);
    return html`<sway-network
      .replay=${replay}
      .ground=${ground}
      .summary=${`${replay.people.length} people in ${new Set(replay.tribes).size} tribes, coloured by ${state.title.toLowerCase()} in week ${this.#week}. The list beside it says the same in words.`}
      .colourOf=${(each: number) => colours[state.values[row + each]]}
      .lines=${linesOf(replay, this.#clock(replay), this._lines, this.#week, node)}
      .nameOf=${(each: number) => this.#names.person(replay.people[each])}
      .chosen=${node}
      .contacts=${new Set(this.#contacts(replay))}
      .alone=${this._alone && node !== null}
      @person=${(event: CustomEvent<number | null>) => this.#person(event)}
      @layout=${(event: CustomEvent<number>) => {
        this._laidOut = event.detail;
      }}
    ></sway-network>`;
  }

  #meanState(replay: Replay): ReplayState {
    const chosen = this.#shownState(replay);
    return chosen.name in replay.map.means ? chosen : (replay.states.find(({ name }) => name === 'bought') ?? chosen);
  }

  #node(replay: Replay): number | null {
    const { person } = this.#view.value;
    const node = person === null ? -1 : replay.people.indexOf(person);
    return node < 0 ? null : node;
  }

  #contacts(replay: Replay): number[] {
    const node = this.#node(replay);
    return node === null ? [] : contactsOf(this.#clock(replay).all.at(this.#week), replay.people.length, node);
  }

  #legend(replay: Replay) {
    const ground = this.#ground.value;
    const onMap = this.#onMap(replay);
    const state = onMap ? this.#meanState(replay) : this.#shownState(replay);
    const legends = onMap ? tribeLegends(state, ground) : peopleLegends({ replay, state, week: this.#week, lines: this._lines }, ground);
    const strategy = replayedStrategy({ draft: this.app.state.state.draft, view: this.#view.value });
    const figure = shownFigure(this.renderRoot, { replay, state, week: this.#week, lines: this._lines, strategy, names: this.#names });
    const [first, ...others] = legends.map(
      ({ heading, entries }: Legend) => html`<sway-legend .heading=${heading} .entries=${entries}></sway-legend>`,
    );
    return html`<div class="take">${first}<sway-chart-menu .app=${this.app} .chart=${figure}></sway-chart-menu></div>
      <p class="quiet small note">${onMap ? meanMeaning(state) : `${state.title}: ${state.meaning}.`}</p>
      ${others.length === 0 ? nothing : html`<div class="note">${others}</div>`}`;
  }

  #notes(replay: Replay) {
    const { map, people, population } = replay;
    const all = people.length === population;
    return html`
      ${this.#fast || people.length === 0 ? nothing : html`<p class="quiet small note">This browser draws without a graphics card: the picture is plainer, and may be slow.</p>`}
      ${
        people.length === 0
          ? html`<p class="small note">${population} people are too many to show one by one. These are their ${map.tribes.length} ${map.hidden.tribes > 0 ? `largest tribes; ${map.hidden.tribes} more with ${map.hidden.people} people are not drawn` : 'tribes'}. Choose a tribe to see its people.</p>`
          : nothing
      }
      ${
        all || people.length === 0
          ? nothing
          : html`<p class="small note">${people.length} people of ${this.#names.tribe(replay.tribes[0])}, of ${population} in the market${people.length < this.#tribeSize(replay) ? ', those nearest to its best connected member' : ''}.
            <button class="plain" @click=${() => this.app.show({ tribe: null, person: null })}>Back to all tribes</button></p>`
      }
      ${this._laidOut < 1 && people.length > 0 ? html`<p class="quiet small note">Laying out: ${Math.round(this._laidOut * 100)} %</p>` : nothing}
    `;
  }

  #tribeSize({ map, tribes }: Replay): number {
    return map.sizes[map.tribes.indexOf(tribes[0])] ?? 0;
  }

  #beside(replay: Replay) {
    const node = this.#node(replay);
    const person = (event: CustomEvent<number | null>) => this.#person(event);
    if (node !== null) {
      return html`
        <p class="alone"><button aria-pressed=${this._alone} @click=${() => {
          this._alone = !this._alone;
        }}>${this._alone ? 'Show everybody' : 'Only this person and contacts'}</button></p>
        <sway-person-story
          .replay=${replay}
          .node=${node}
          .week=${this.#week}
          .contacts=${this.#contacts(replay)}
          .nameOf=${(each: number) => this.#names.person(replay.people[each])}
          .tribeName=${this.#names.tribe(replay.tribes[node])}
          .ground=${this.#ground.value}
          @person=${person}
        ></sway-person-story>
      `;
    }
    if (replay.people.length === 0) return this.#tribeList(replay);
    return html`<h2>People</h2>
      <sway-people-list .people=${this.#listed(replay)} .chosen=${node} @person=${person}></sway-people-list>
      <p class="quiet small note">Choose somebody, here or in the picture, to read what happened to them.</p>`;
  }

  #tribeList({ map }: Replay) {
    return html`<h2>Tribes</h2>
      <p class="small">Choose a tribe on the map, or here, to see its people one by one.</p>
      <p class="note"><select aria-label="Tribe" @change=${(event: Event) => this.app.show({ tribe: Number((event.target as HTMLSelectElement).value), person: null })}>
        <option value="" selected disabled>A tribe</option>
        ${Array.from(map.tribes, (tribe, at) => html`<option value=${tribe}>${this.#names.tribe(tribe)} (${map.sizes[at]} people)</option>`)}
      </select></p>`;
  }

  /** Everybody, those with most ties at the start first, as they stand in the week. */
  #listed(replay: Replay): ListedPerson[] {
    const state = this.#shownState(replay);
    const colours = coloursOf(state, this.#ground.value);
    const row = this.#week * replay.people.length;
    const ties = new Uint32Array(replay.people.length);
    for (const end of replay.ties) ties[end]++;
    return Array.from(replay.people, (person, node) => ({
      node,
      name: this.#names.person(person),
      text: stateText(state, state.values[row + node]),
      colour: colours[state.values[row + node]],
      ties: ties[node],
    })).sort((a, b) => b.ties - a.ties || a.node - b.node);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-network-page': SwayNetworkPage;
  }
}
