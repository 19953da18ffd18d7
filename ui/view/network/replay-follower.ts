import type { Replay } from '../../../sim/experiment/replay/replay.ts';
import type { App } from '../../app.ts';
import type { AppState } from '../../state/app-state.ts';
import { scenarioOf } from '../../state/scenario-of.ts';
import { strategiesShown } from '../../state/shown.ts';
import { Store } from '../../state/store.ts';

/** The run that is looked at, as far as it is there. */
export interface Replayed {
  /** Null until the first is there; while another is on its way, the one before. */
  readonly replay: Replay | null;
  readonly waiting: boolean;
  readonly error: unknown;
}

/** The strategy that is replayed: the one chosen where the scenario has it, else the first that is shown. */
export function replayedStrategy({ draft, view }: Pick<AppState, 'draft' | 'view'>): string {
  const scenario = scenarioOf(draft);
  const names = [...scenario.strategies.map(({ name }) => name), 'nothing'];
  return view.strategy !== null && names.includes(view.strategy) ? view.strategy : strategiesShown(scenario, view)[0];
}

/** Asks for the run of the state anew whenever it is another one, though not while a control is held. */
export class ReplayFollower {
  readonly now = new Store<Replayed>({ replay: null, waiting: true, error: null });
  readonly #app: App;
  readonly #brand: () => number;
  #asked = '';
  #draft: unknown = null;
  #network: unknown = null;
  #question = 0;
  #end: (() => void) | null = null;

  constructor(app: App, brand: () => number) {
    this.#app = app;
    this.#brand = brand;
  }

  start(): void {
    this.#end = this.#app.state.subscribe(() => this.look());
    this.look();
  }

  stop(): void {
    this.#end?.();
    this.#end = null;
    this.#question++;
  }

  /** Compares what is shown with what is wanted. */
  look(): void {
    const { draft, network, view, dragging } = this.#app.state.state;
    if (dragging) return;
    const strategy = replayedStrategy({ draft, view });
    const brand = Math.min(this.#brand(), scenarioOf(draft).brands.length - 1);
    const asked = JSON.stringify([strategy, view.replicate, brand, view.tribe]);
    if (asked === this.#asked && draft === this.#draft && network === this.#network) return;
    this.#asked = asked;
    this.#draft = draft;
    this.#network = network;
    void this.#ask({ draft, network, strategy, replicate: view.replicate, brand, tribe: view.tribe });
  }

  async #ask(question: Parameters<App['host']['replay']>[0]): Promise<void> {
    const number = ++this.#question;
    this.now.update((before) => ({ ...before, waiting: true, error: null }));
    try {
      const replay = await this.#app.host.replay(question);
      if (number === this.#question) this.now.set({ replay, waiting: false, error: null });
    } catch (error) {
      if (number === this.#question) this.now.update((before) => ({ ...before, waiting: false, error }));
    }
  }
}
