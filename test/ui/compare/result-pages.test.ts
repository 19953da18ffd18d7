import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { finding } from '../../../sim/chart/narrative.ts';
import type { App } from '../../../ui/app.ts';
import { createApp } from '../../../ui/create-app.ts';
import type { SwayTimeChart } from '../../../ui/element/sway-time-chart.ts';
import type { LabHost, LabResult, LabState } from '../../../ui/lab/protocol.ts';
import { FIRST_VIEW } from '../../../ui/state/app-state.ts';
import { Store } from '../../../ui/state/store.ts';
import '../../../ui/view/compare/compare-page.ts';
import '../../../ui/view/firm/firm-page.ts';
import '../../../ui/view/journey/journey-page.ts';
import '../../../ui/view/tribes/tribes-page.ts';
import { compared, labResultOf, SMALL } from '../../ui-state/fixture/small-market.ts';

const NO_HOST = {} as LabHost;
let result: LabResult;
let early: LabResult;

beforeAll(() => {
  result = labResultOf(compared(8));
  early = labResultOf(compared(2, 1));
});

afterEach(() => {
  document.body.replaceChildren();
});

function appWith(found: LabResult | null, change: Partial<LabState> = {}): App {
  const lab: LabState = { request: 1, status: 'running', done: 1, total: 9, result: found, stale: false, error: null, ...change };
  return createApp({ draft: SMALL, network: null, view: FIRST_VIEW }, () => ({ host: NO_HOST, results: new Store(lab) }));
}

function show(name: string, app: App): HTMLElement {
  const page = Object.assign(document.createElement(name), { app });
  document.body.append(page);
  return page;
}

/** Everything of a kind in a page, through all shadow roots. */
function all<E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] {
  return [...root.querySelectorAll('*')].flatMap((each) => [
    ...(each.matches(selector) ? [each as E] : []),
    ...(each.shadowRoot ? all<E>(each.shadowRoot, selector) : []),
  ]);
}

const textOf = (root: ParentNode): string =>
  [...root.children]
    .map((each) => (each.shadowRoot ? textOf(each.shadowRoot) : each.children.length > 0 ? textOf(each) : (each.textContent ?? '')))
    .join(' ');

/** The chart, scrolled to: charts out of sight are not drawn. */
const chartNamed = async (page: HTMLElement, title: string): Promise<SwayTimeChart> =>
  vi.waitFor(
    () => {
      const found = all<SwayTimeChart>(page.shadowRoot as ShadowRoot, 'sway-time-chart').find(({ chart }) => chart.title === title);
      found?.scrollIntoView({ block: 'center' });
      if (found === undefined || !found.shadowRoot?.querySelector('svg')) throw new Error(`${title} is not drawn`);
      return found;
    },
    { timeout: 15_000 },
  );

describe('pages of results', () => {
  it.each(['compare', 'tribes', 'journey', 'firm'])('%s says what is coming before there is a result, and why none comes', async (name) => {
    const waiting = show(`sway-${name}-page`, appWith(null));
    await vi.waitFor(() => expect(waiting.shadowRoot?.textContent).toContain('The first run is under way.'));
    const failed = show(`sway-${name}-page`, appWith(null, { status: 'failed', error: new Error('no memory') }));
    await vi.waitFor(() => expect(failed.shadowRoot?.querySelector('[role=alert]')?.textContent).toContain('no memory'));
  });

  it.each(['compare', 'tribes', 'journey', 'firm'])('%s shows the beginning of a first run without naming a winner', async (name) => {
    const page = show(`sway-${name}-page`, appWith(early));
    await vi.waitFor(() => expect(textOf(page.shadowRoot as ShadowRoot).length).toBeGreaterThan(100));
    expect(textOf(page.shadowRoot as ShadowRoot)).not.toMatch(/NaN|undefined undefined|Ahead of every other/);
  });

  it('moves one cursor over all charts, by keys, and says the values', async () => {
    const app = appWith(result);
    const page = show('sway-compare-page', app);
    const adoption = await chartNamed(page, 'Adoption');
    const cursor = adoption.shadowRoot?.querySelector<HTMLElement>('.cursor');
    cursor?.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(app.state.state.view.week).toBe(14);
    await userEvent.keyboard('{Home}');
    expect(app.state.state.view.week).toBe(1);
    await vi.waitFor(() => expect(cursor?.getAttribute('aria-valuetext')).toMatch(/^Week 1: push /));
    await userEvent.keyboard('{Escape}');
    expect(app.state.state.view.week).toBeNull();
    app.show({ week: 3 });
    const talk = await chartNamed(page, 'Positive word of mouth');
    await vi.waitFor(() => expect(talk.shadowRoot?.querySelector('.cursor')?.getAttribute('aria-valuenow')).toBe('3'));
  });

  it('gives every number of a chart as a table', async () => {
    const page = show('sway-compare-page', appWith(result));
    const adoption = await chartNamed(page, 'Adoption');
    const button = [...(adoption.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent?.startsWith('Table'));
    await userEvent.click(button as HTMLElement);
    await vi.waitFor(() => expect(button?.getAttribute('aria-pressed')).toBe('true'));
    const table = await vi.waitFor(() => {
      const found = all(adoption.shadowRoot as ShadowRoot, 'table')[0];
      if (found === undefined) throw new Error('no table');
      return found;
    });
    expect([...table.querySelectorAll('thead th')].map(({ textContent }) => textContent)).toEqual(['Week', 'push', 'learn-and-relate']);
    const last = [...table.querySelectorAll('tbody tr')].at(-1);
    expect(last?.querySelector('th')?.textContent).toBe('16');
    const median = result.comparison.strategies[0].weekly.adoption[15].q50 as number;
    expect(Number.parseFloat(last?.querySelector('td')?.textContent ?? '')).toBeCloseTo(100 * median, 1);
  });

  it('tells a verdict in full when it is pressed, and no more when it is pressed again', async () => {
    const page = show('sway-compare-page', appWith(result));
    const figures = await vi.waitFor(() => {
      const [found] = all(page.shadowRoot as ShadowRoot, 'sway-key-figures');
      const verdict = found?.shadowRoot?.querySelector<HTMLElement>('tfoot button');
      if (!verdict) throw new Error('no verdict');
      return { verdict, said: found.shadowRoot?.querySelector('.said') };
    });
    const { sentence } = finding(result.comparison, 'adoption', 16, null);
    expect(figures.said?.textContent).toBe('');
    await userEvent.click(figures.verdict);
    await vi.waitFor(() => expect(figures.said?.textContent).toBe(sentence));
    expect(sentence).toMatch(/\w+ .*\.$/);
    await userEvent.click(figures.verdict);
    await vi.waitFor(() => expect(figures.said?.textContent).toBe(''));
  });

  it('hides and shows strategies, but never the last', async () => {
    const app = appWith(result);
    const page = show('sway-compare-page', app);
    const chip = async (name: string) =>
      vi.waitFor(() => {
        const found = all(page.shadowRoot as ShadowRoot, 'button').find(({ textContent }) => textContent?.trim() === name);
        if (found === undefined) throw new Error(`no chip ${name}`);
        return found;
      });
    await userEvent.click(await chip('push'));
    expect(app.state.state.view.shown).toEqual(['learn-and-relate']);
    await userEvent.click(await chip('learn-and-relate'));
    expect(app.state.state.view.shown).toEqual(['learn-and-relate']);
    const adoption = await chartNamed(page, 'Adoption');
    await vi.waitFor(() => expect(adoption.chart.lines.map(({ name, look }) => [name, look])).toEqual([['learn-and-relate', 1]]));
  });

  it('says which strategies were not run, and runs them when asked', async () => {
    const wider = { ...SMALL, strategies: [...SMALL.strategies, 'promotion'] };
    const lab: LabState = { request: 1, status: 'done', done: 9, total: 9, result, stale: false, error: null };
    const view = { ...FIRST_VIEW, shown: SMALL.strategies };
    const app = createApp({ draft: wider, network: null, view }, () => ({ host: NO_HOST, results: new Store(lab) }));
    const page = show('sway-compare-page', app);
    await vi.waitFor(() => expect(page.shadowRoot?.textContent).toContain('the 2 strategies shown'));
    expect(page.shadowRoot?.textContent).toContain('not judged: promotion.');
    await userEvent.click(
      [...(page.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === 'Run it too') as HTMLElement,
    );
    expect(app.state.state.view.shown).toEqual(['push', 'learn-and-relate', 'promotion']);
    await vi.waitFor(() => expect(page.shadowRoot?.textContent).not.toContain('not judged'));
  });

  it('tells no verdict on the way to the eighth run', async () => {
    const few = labResultOf(compared(3));
    const page = show('sway-compare-page', appWith(few));
    await vi.waitFor(() => expect(page.shadowRoot?.textContent).toContain('3 of the 8 runs'));
    expect(textOf(page.shadowRoot as ShadowRoot)).not.toMatch(/Ahead of every other|no winner can be named/);
    document.body.replaceChildren();
    const ended = show('sway-compare-page', appWith(few, { status: 'done' }));
    await vi.waitFor(() => expect(ended.shadowRoot?.textContent).toMatch(/After 16 weeks/));
  });

  it('keeps the axis from shrinking while a control is held', async () => {
    const app = appWith(result);
    const page = show('sway-compare-page', app);
    const adoption = await chartNamed(page, 'Adoption');
    const top = () =>
      Math.max(
        ...[...(adoption.shadowRoot?.querySelectorAll('text[text-anchor=end]') ?? [])].map(({ textContent }) => Number(textContent)),
      );
    const before = top();
    const lines = adoption.chart.lines.map((line) => ({
      ...line,
      points: line.points.map((point) => ({ ...point, q95: (point.q95 ?? 0) / 4, q75: (point.q75 ?? 0) / 4, q50: (point.q50 ?? 0) / 4 })),
    }));
    app.state.update((now) => ({ ...now, dragging: true }));
    await adoption.updateComplete;
    adoption.chart = { ...adoption.chart, lines };
    await adoption.updateComplete;
    expect(top()).toBe(before);
    app.state.update((now) => ({ ...now, dragging: false }));
    await vi.waitFor(() => expect(top()).toBeLessThan(before));
  });
});
