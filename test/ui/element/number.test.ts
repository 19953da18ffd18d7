import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { real } from '../../../sim/parameter/index.ts';
import type { App } from '../../../ui/app.ts';
import '../../../ui/element/sway-param.ts';
import type { SwayParam } from '../../../ui/element/sway-param.ts';
import { parameterAt } from '../../../ui/state/parameters.ts';
import { restingApp, settled, shown, stopTimers, within } from '../shell/resting-app.ts';

let element: SwayParam;

afterEach(() => element.remove());

async function param(path: string, parameter = parameterAt(path, 'tribal')): Promise<App> {
  const app = restingApp();
  element = await shown<SwayParam>('sway-param', { app, path, ...(parameter && { parameter }) });
  return app;
}

const box = () => within(element, 'sway-number', 'input[type="number"]') as HTMLInputElement;
const slider = () => within(element, 'sway-number', 'input[type="range"]') as HTMLInputElement;
const error = () => within(element, 'sway-number', '[role="alert"]');
const needOf = (app: App) => (app.state.state.draft.market as { need?: number } | undefined)?.need;

function slide(position: number): void {
  slider().value = String(position);
  slider().dispatchEvent(new Event('input'));
}

describe('a parameter', () => {
  it('previews while its slider is held, and is one named step when it is let go', async () => {
    const app = await param('market.need');
    slider().dispatchEvent(new PointerEvent('pointerdown'));
    for (const position of [600, 700, 800]) slide(position);
    expect(app.state.state.dragging).toBe(true);
    expect(app.history.state.past).toEqual([]);
    slider().dispatchEvent(new Event('change'));
    expect(app.state.state.dragging).toBe(false);
    expect(app.history.state.past.map((step) => step.label)).toEqual([`Need 0.06 to ${needOf(app)}`]);
    await settled();
    expect(Number(box().value)).toBe(needOf(app));
  });

  it('settles when the pointer leaves without a change event', async () => {
    const app = await param('market.need');
    slide(600);
    slider().dispatchEvent(new PointerEvent('pointerup'));
    await settled();
    expect(app.state.state.dragging).toBe(false);
    expect(app.history.state.past).toHaveLength(1);
  });

  it('makes one step of a burst of arrow keys', async () => {
    const app = await param('market.need');
    const restKeys = stopTimers();
    slider().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(app.history.state.past).toHaveLength(0);
    restKeys();
    expect(app.history.state.past).toHaveLength(1);
    expect(app.state.state.dragging).toBe(false);
  });

  it('is settled before a command is typed, so that undo takes back all of it', async () => {
    const app = await param('market.need');
    const restKeys = stopTimers();
    slider().focus();
    await userEvent.keyboard('{ArrowRight}{Control>}');
    expect(app.history.state.past).toHaveLength(1);
    app.undo();
    await userEvent.keyboard('{/Control}');
    restKeys();
    expect(app.state.state.draft).toEqual({ name: 'test' });
    expect(app.history.state.past).toHaveLength(0);
  });

  it('takes any allowed number from its box, also beyond what is plausible', async () => {
    const app = await param('market.need');
    await userEvent.fill(box(), '0.9');
    await userEvent.keyboard('{Enter}');
    expect(needOf(app)).toBe(0.9);
    await settled();
    expect(slider().value).toBe('1000');
  });

  it('says what was found and what is allowed, and keeps the last valid value', async () => {
    const app = await param('market.need');
    for (const text of ['7', '-1', '']) {
      box().value = text;
      box().dispatchEvent(new Event('change'));
      await settled();
      expect(error().textContent).toContain(`Found ${text === '' ? 'no number' : text}; allowed is a number from 0 to 1`);
      expect(box().getAttribute('aria-invalid')).toBe('true');
      expect(box().getAttribute('aria-describedby')).toContain('error');
    }
    expect(app.state.state.draft).toEqual({ name: 'test' });
    box().value = '0.5';
    box().dispatchEvent(new Event('change'));
    await settled();
    expect(error().hidden).toBe(true);
    expect(needOf(app)).toBe(0.5);
  });

  it('says beside itself what the schema refuses only as a whole', async () => {
    const app = restingApp({ name: 'test', brands: [{ users: 0.6 }, { users: 0.3 }] });
    element = await shown<SwayParam>('sway-param', { app, path: 'brands.1.users', parameter: parameterAt('brands.1.users', 'tribal') });
    box().value = '0.5';
    box().dispatchEvent(new Event('change'));
    await settled();
    expect(error().textContent).toContain('users of all brands add up to 1.1');
    expect(app.state.state.draft.brands).toEqual([{ users: 0.6 }, { users: 0.3 }]);
  });

  it('comes back to its default by the dot, which is there only when it differs', async () => {
    const app = await param('market.need');
    const dot = () => element.shadowRoot?.querySelector('sway-number')?.shadowRoot?.querySelector<HTMLButtonElement>('.dot') ?? null;
    expect(dot()).toBeNull();
    app.edit('Need', (draft) => ({ ...draft, market: { need: 0.2 } }));
    await settled();
    expect(dot()?.getAttribute('aria-label')).toBe('Need: back to the default, 0.06');
    dot()?.click();
    await settled();
    expect(app.state.state.draft).toEqual({ name: 'test' });
    expect(dot()).toBeNull();
  });

  it('follows what others change, as undo does', async () => {
    const app = await param('market.need');
    app.edit('Need', (draft) => ({ ...draft, market: { need: 0.2 } }));
    await settled();
    expect(box().value).toBe('0.2');
    app.undo();
    await settled();
    expect(box().value).toBe('0.06');
  });

  it('tells its meaning, source, range and path', async () => {
    await param('market.need');
    const text = element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
    for (const part of [
      'Base hazard that the job comes up.',
      'Source: category.',
      'plausible 0.01 to 0.2, allowed 0 to 1',
      'market.need',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('has a slider for each element of a vector, and changes that alone', async () => {
    const app = await param('market.job');
    const numbers = [...(element.shadowRoot?.querySelectorAll('sway-number') ?? [])];
    expect(numbers.map((each) => each.label)).toEqual(['Job: functional', 'Job: emotional', 'Job: social']);
    const second = within(numbers[1], 'input[type="number"]') as HTMLInputElement;
    second.value = '0.4';
    second.dispatchEvent(new Event('change'));
    expect(app.state.state.draft.market).toEqual({ job: [0.5, 0.4, 0.25] });
    expect(app.history.state.past.at(-1)?.label).toBe('Job: emotional 0.5, 0.25, 0.25 to 0.5, 0.4, 0.25');
  });

  it('shows a value of 0, and names with their own words', async () => {
    const app = restingApp();
    const parameter = real(0, [0, 1], 'share', 'nothing', 'test');
    element = await shown<SwayParam>('sway-param', { app, path: 'brands.0.users', parameter, name: 'Users at the start' });
    expect(box().value).toBe('0');
    expect(slider().getAttribute('aria-label')).toBe('Users at the start');
  });
});
