import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { theme } from '../../state/theme.ts';
import type { Ground } from './state-colours.ts';

/** Whether the page is light or dark at the moment, for what is drawn without CSS. */
export class GroundNow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  #end: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Ground {
    const dark = theme.state === 'system' ? this.#dark.matches : theme.state === 'dark';
    return dark ? 'dark' : 'light';
  }

  hostConnected(): void {
    const change = () => this.#host.requestUpdate();
    const end = theme.subscribe(change);
    this.#dark.addEventListener('change', change);
    this.#end = () => {
      end();
      this.#dark.removeEventListener('change', change);
    };
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = null;
  }
}
