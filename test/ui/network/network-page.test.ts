import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { App } from '../../../ui/app.ts';
import { createApp } from '../../../ui/create-app.ts';
import type { LabHost, LabState } from '../../../ui/lab/protocol.ts';
import { Replays } from '../../../ui/lab/replay.ts';
import type { Figure } from '../../../ui/share/figure.ts';
import { type Draft, FIRST_VIEW } from '../../../ui/state/app-state.ts';
import { Store } from '../../../ui/state/store.ts';
import '../../../ui/view/network/network-page.ts';

const SMALL: Draft = { name: 'small', network: { kind: 'karate-club' }, market: { need: 0.2 }, horizon: 12, strategies: ['push'] };
const replays = new Replays();

afterEach(() => {
  document.body.replaceChildren();
  replays.close();
});

function appOf(draft: Draft): App {
  const host = { replay: (question: Parameters<LabHost['replay']>[0]) => replays.replay(question) } as LabHost;
  const lab: LabState = { request: 0, status: 'idle', done: 0, total: 0, result: null, stale: false, error: null };
  return createApp({ draft, network: null, view: { ...FIRST_VIEW, page: 'network' } }, () => ({ host, results: new Store(lab) }));
}

/** The page, once its run is there. */
async function shown(app: App, wanted: string): Promise<ShadowRoot> {
  const page = Object.assign(document.createElement('sway-network-page'), { app });
  const main = document.createElement('main');
  main.append(page);
  document.body.append(main);
  const root = page.shadowRoot as ShadowRoot;
  await vi.waitFor(() => expect(root.querySelector(wanted)).not.toBeNull(), { timeout: 40_000, interval: 100 });
  return root;
}

const inside = (root: ShadowRoot, tag: string): ShadowRoot => {
  const element = root.querySelector(tag);
  if (!element?.shadowRoot) throw new Error(`no ${tag}`);
  return element.shadowRoot;
};

/** What is saved from the page. */
const taken = (root: ShadowRoot): Figure => root.querySelector('sway-chart-menu')?.chart as Figure;

/** Pixels that are not empty. */
function painted(canvas: HTMLCanvasElement): number {
  const { width, height } = canvas;
  if (width === 0) return 0;
  const bytes = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  let count = 0;
  for (let at = 3; at < bytes.length; at += 4) if (bytes[at] > 0) count++;
  return count;
}

describe('the network page', () => {
  it('lists everybody for keys, and tells the story of whom one chooses', async () => {
    const app = appOf(SMALL);
    const root = await shown(app, 'sway-people-list');
    const list = inside(root, 'sway-people-list');
    await vi.waitFor(() => expect(list.querySelectorAll('[role="option"]')).toHaveLength(34));
    const stops = list.querySelectorAll<HTMLElement>('[tabindex="0"]');
    expect(stops).toHaveLength(1);
    stops[0].focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const third = list.querySelectorAll('[role="option"]')[2];
    await vi.waitFor(() => expect(list.activeElement).toBe(third));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(root.querySelector('sway-person-story')).not.toBeNull());
    const story = inside(root, 'sway-person-story');
    await vi.waitFor(() => expect(story.querySelector('h2')?.textContent).toBe(third.querySelector('.name')?.textContent));
    const person = app.state.state.view.person;
    story.querySelector<HTMLElement>('.contacts button')?.click();
    await vi.waitFor(() => expect(app.state.state.view.person).not.toBe(person));
    app.show({ person: null });
    await vi.waitFor(() => expect(root.querySelector('sway-people-list')).not.toBeNull());
  });

  it('finds a person by number', async () => {
    const root = await shown(appOf(SMALL), 'sway-people-list');
    const list = inside(root, 'sway-people-list');
    const search = list.querySelector('input') as HTMLInputElement;
    search.focus();
    await userEvent.keyboard('person 7');
    await vi.waitFor(() => expect(list.querySelectorAll('[role="option"]')).toHaveLength(1));
    expect(list.querySelector('[role="option"]')?.textContent).toContain('Person 7');
  });

  it('goes through the weeks, and everything follows', async () => {
    const app = appOf(SMALL);
    const root = await shown(app, 'sway-week-scrubber');
    const slider = inside(root, 'sway-week-scrubber').querySelector('input') as HTMLInputElement;
    expect(slider.valueAsNumber).toBe(12);
    slider.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await vi.waitFor(() => expect(app.state.state.view.week).toBe(10));
    const network = root.querySelector('sway-network');
    await vi.waitFor(() => expect(network?.summary).toContain('week 10'));
    await app.commands.state.find(({ id }) => id === 'network.next-week')?.run();
    expect(app.state.state.view.week).toBe(11);
    await vi.waitFor(() => expect(taken(root).title).toContain('week 11'));
    expect(taken(root).table().rows).toBe(34);
    expect(taken(root).drawing().description).toContain('34 of 34 people');
  });

  it('shows tribes where people would be too many, and one tribe on demand', async () => {
    const app = appOf({ name: 'large', network: { kind: 'tribal', people: 5600 }, horizon: 2, strategies: ['push'] });
    const root = await shown(app, 'sway-tribe-map');
    const map = inside(root, 'sway-tribe-map');
    await vi.waitFor(() => expect(map.querySelectorAll('[role="button"]').length).toBeGreaterThan(3));
    expect(taken(root).table().rows).toBe(map.querySelectorAll('[role="button"]').length);
    expect(taken(root).drawing().description).toContain('Share of the tribe');
    map.querySelector('[role="button"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await vi.waitFor(() => expect(root.querySelector('sway-people-list')).not.toBeNull(), { timeout: 40_000 });
    expect(app.state.state.view.tribe).not.toBeNull();
  });

  it('has nothing that axe objects to, with a list or a story', async () => {
    const app = appOf(SMALL);
    const root = await shown(app, 'sway-people-list');
    const objections = async () => {
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
    };
    expect(await objections()).toEqual([]);
    app.show({ person: 3 });
    await vi.waitFor(() => expect(root.querySelector('sway-person-story')).not.toBeNull());
    expect(await objections()).toEqual([]);
  });

  it('draws on a plain canvas where there is no WebGL, and people are chosen and the picture is moved there', async () => {
    const real = HTMLCanvasElement.prototype.getContext;
    const without = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
      this: HTMLCanvasElement,
      kind: string,
    ) {
      return kind.startsWith('webgl') ? null : real.call(this, kind as '2d');
    } as typeof real);
    try {
      const app = appOf(SMALL);
      const root = await shown(app, 'sway-network');
      const ground = inside(root, 'sway-network').querySelector('.ground') as HTMLElement;
      const canvas = ground.querySelector('canvas') as HTMLCanvasElement;
      await vi.waitFor(() => expect(painted(canvas)).toBeGreaterThan(500));
      // Once the layout rests.
      await vi.waitFor(() => expect(root.textContent).not.toContain('Laying out'), { timeout: 20_000 });
      const send = (type: string, offsetX: number, offsetY: number, buttons = 0) => {
        const { left, top } = canvas.getBoundingClientRect();
        canvas.dispatchEvent(new PointerEvent(type, { clientX: left + offsetX, clientY: top + offsetY, buttons, bubbles: true }));
      };
      const chosen = () => app.state.state.view.person;
      const at = { x: 0, y: 0 };
      for (at.y = 4; at.y < canvas.clientHeight && chosen() === null; at.y += 8) {
        for (at.x = 4; at.x < canvas.clientWidth && chosen() === null; at.x += 8) {
          send('pointerdown', at.x, at.y, 1);
          send('pointerup', at.x, at.y);
        }
      }
      const person = chosen();
      expect(person).not.toBeNull();
      await vi.waitFor(() => expect(root.querySelector('sway-person-story')).not.toBeNull());
      send('pointerdown', 1, 1, 1);
      send('pointerup', 1, 1);
      expect(chosen()).toBeNull();

      // Moved by a drag, the same person is where the drag ended.
      const place = { x: at.x - 8, y: at.y - 8 };
      canvas.setPointerCapture = () => undefined;
      send('pointerdown', 2, 2, 1);
      send('pointermove', 42, 32, 1);
      send('pointerup', 42, 32);
      expect(chosen()).toBeNull();
      send('pointerdown', place.x + 40, place.y + 30, 1);
      send('pointerup', place.x + 40, place.y + 30);
      expect(chosen()).toBe(person);
      root.host.remove();
      expect(ground.querySelector('canvas')).toBeNull();
    } finally {
      without.mockRestore();
    }
  });

  it('draws with WebGL on a graphics card, and gives its drawing contexts back', async () => {
    const real = WebGL2RenderingContext.prototype.getParameter;
    const card = vi.spyOn(WebGL2RenderingContext.prototype, 'getParameter').mockImplementation(function (
      this: WebGL2RenderingContext,
      name: number,
    ) {
      return [0x9246, this.RENDERER].includes(name) ? 'a graphics card' : (real.call(this, name) as unknown);
    });
    try {
      const root = await shown(appOf(SMALL), 'sway-network');
      const ground = inside(root, 'sway-network').querySelector('.ground') as HTMLElement;
      await vi.waitFor(() => expect(ground.querySelector('canvas.sigma-nodes')).not.toBeNull());
      root.host.remove();
      expect(ground.querySelectorAll('canvas')).toHaveLength(0);
    } finally {
      card.mockRestore();
    }
  });
});
