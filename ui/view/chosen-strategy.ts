import { html, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import '../element/sway-swatch.ts';
import { type Cast, lookOf } from './charts.ts';

/** The strategy that views of one strategy tell of: the one chosen, where it is shown, else the first. */
export function chosenStrategy(app: App, { names }: Cast): string {
  const { strategy } = app.state.state.view;
  return strategy !== null && names.includes(strategy) ? strategy : names[0];
}

/** Buttons for the strategies that are shown. */
export function strategyChoice(app: App, cast: Cast): TemplateResult {
  const chosen = chosenStrategy(app, cast);
  return html`<div class="choice" role="group" aria-label="Strategy">
    ${cast.names.map((name) => html`<button aria-pressed=${name === chosen} @click=${() => app.show({ strategy: name })}><sway-swatch .look=${lookOf(cast, name)}></sway-swatch>${name}</button>`)}
  </div>`;
}

/** A slider for the week that all views follow. */
export function weekSlider(app: App, weeks: number): TemplateResult {
  const week = Math.min(app.state.state.view.week ?? weeks, weeks);
  return html`<label class="week">Week <output class="number">${week}</output>
    <input type="range" min="1" max=${weeks} .value=${String(week)} aria-valuetext=${`week ${week} of ${weeks}`}
      @input=${(event: Event) => app.show({ week: Number((event.target as HTMLInputElement).value) })} />
  </label>`;
}
