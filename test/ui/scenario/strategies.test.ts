import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Strategy } from '../../../sim/scenario/vocabulary.ts';
import type { App } from '../../../ui/app.ts';
import { scenarioOf } from '../../../ui/state/scenario-of.ts';
import '../../../ui/view/scenario/sway-strategies.ts';
import type { SwayStrategies } from '../../../ui/view/scenario/sway-strategies.ts';
import { restingApp, settled, shown, stopTimers, within } from '../shell/resting-app.ts';

let app: App;
let element: SwayStrategies;

beforeEach(async () => {
  app = restingApp({ name: 'test', strategies: ['nothing', 'learn-and-relate', 'push'] });
  element = await shown<SwayStrategies>('sway-strategies', { app });
});

afterEach(() => element.remove());

const strategy = (name: string): Strategy => scenarioOf(app.state.state.draft).strategies.find((each) => each.name === name) as Strategy;
const handles = (editor: 'mix' | 'spending') => [
  ...within(element, `sway-${editor}-editor`, 'sway-time-handles', 'svg').querySelectorAll<SVGGElement>('[role="slider"]'),
];
const weeks = () => strategy('learn-and-relate').plan.map((frame) => frame.week);
const labels = () => app.history.state.past.map((step) => step.label);

/** Moves a handle by a pointer, in pixels of the screen. */
function drag(handle: SVGGElement, by: readonly { x: number; y: number }[], release = true): void {
  const { left, top, width, height } = (handle.querySelector('.knob') as Element).getBoundingClientRect();
  const from = { x: left + width / 2, y: top + height / 2 };
  // Captured pointers are the browser's own; here every move is sent to the handle itself.
  handle.setPointerCapture = () => undefined;
  handle.hasPointerCapture = () => true;
  const send = (type: string, x: number, y: number) =>
    handle.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, bubbles: true }));
  send('pointerdown', from.x, from.y);
  for (const { x, y } of by) send('pointermove', from.x + x, from.y + y);
  if (release) send('pointerup', from.x, from.y);
}

describe('the mix over time', () => {
  it('starts with the first strategy that spends, its keyframes named for screen readers', () => {
    expect(handles('mix').map((handle) => handle.getAttribute('aria-valuetext'))).toEqual([
      'week 0, ask 50 %, listen 20 %, broadcast 30 %',
      'week 8, ask 5 %, listen 10 %, content 25 %, conversation 20 %, community 10 %, service 5 %, co-creation 15 %, broadcast 10 %',
    ]);
  });

  it('moves a keyframe by keys, a burst being one step of undo', async () => {
    const restKeys = stopTimers();
    handles('mix')[1].focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}{PageUp}');
    expect(weeks()).toEqual([0, 8 + 1 + 1 + 4 + 13]);
    await userEvent.keyboard('{ArrowLeft}');
    expect(weeks()).toEqual([0, 26]);
    expect(labels()).toEqual([]);
    restKeys();
    expect(labels()).toEqual(['learn-and-relate: keyframe moved']);
    app.undo();
    expect(weeks()).toEqual([0, 8]);
  });

  it('settles a burst of keys before a command is typed, and when the focus goes elsewhere', async () => {
    stopTimers();
    handles('mix')[1].focus();
    await userEvent.keyboard('{ArrowRight}{Control>}');
    expect(labels()).toHaveLength(1);
    await userEvent.keyboard('{/Control}{ArrowRight}');
    expect(app.state.state.dragging).toBe(true);
    handles('mix')[0].focus();
    expect(app.state.state.dragging).toBe(false);
    expect(labels()).toHaveLength(2);
  });

  it('never moves a keyframe past its neighbour', async () => {
    handles('mix')[1].focus();
    await userEvent.keyboard('{PageDown}{PageDown}');
    expect(weeks()).toEqual([0, 1]);
  });

  it('adds with Enter, removes with Delete, bends with Space, and the focus goes along', async () => {
    const focused = () => within(element, 'sway-mix-editor', 'sway-time-handles').shadowRoot?.activeElement?.getAttribute('aria-label');
    handles('mix')[1].focus();
    await userEvent.keyboard('{Enter}');
    await settled();
    expect(weeks()).toEqual([0, 8, 82]);
    expect(strategy('learn-and-relate').plan[2].shares).toEqual(strategy('learn-and-relate').plan[1].shares);
    await expect.poll(focused).toBe('Keyframe 3 of 3');
    await userEvent.keyboard('{Delete}');
    expect(weeks()).toEqual([0, 8]);
    await expect.poll(focused).toBe('Keyframe 2 of 2');
    handles('mix')[0].focus();
    await userEvent.keyboard(' ');
    expect(strategy('learn-and-relate').plan[0].linear).toBe(true);
    await settled();
    await userEvent.keyboard(' ');
    expect(strategy('learn-and-relate').plan[0].linear).toBeUndefined();
    expect(app.state.state.draft).toEqual({ name: 'test', strategies: ['nothing', 'learn-and-relate', 'push'] });
  });

  it('follows the pointer while it drags, and is one step when it is let go', async () => {
    const [, second] = handles('mix');
    const width = within(element, 'sway-mix-editor', 'sway-time-handles', 'rect.ground').getBoundingClientRect().width;
    drag(
      second,
      [
        { x: width / 4, y: 0 },
        { x: width / 2, y: 30 },
      ],
      false,
    );
    expect(app.state.state.dragging).toBe(true);
    expect(weeks()).toEqual([0, 8 + 78]);
    second.dispatchEvent(new PointerEvent('pointerup', { pointerId: 1 }));
    expect(app.state.state.dragging).toBe(false);
    expect(labels()).toEqual(['learn-and-relate: keyframe moved']);
  });

  it('takes from the other tactics what one is given, and gives it back within one drag', async () => {
    const numbers = [...within(element, 'sway-mix-editor').shadowRoot!.querySelectorAll('sway-number')];
    const broadcast = numbers.find((each) => each.label === 'Broadcast')!;
    const slider = within(broadcast, 'input[type="range"]') as HTMLInputElement;
    const shares = () => strategy('learn-and-relate').plan[0].shares;
    const slide = (percent: number) => {
      slider.value = String(percent * 10);
      slider.dispatchEvent(new Event('input'));
    };
    slide(100);
    expect(shares()).toEqual({ broadcast: 1 });
    slide(65);
    expect(shares()).toEqual({ broadcast: 0.65, ask: 0.25, listen: 0.1 });
    slide(20);
    expect(shares()).toEqual({ broadcast: 0.2, ask: 0.5, listen: 0.2 });
    slider.dispatchEvent(new Event('change'));
    expect(labels()).toEqual(['learn-and-relate: broadcast 20 %']);
    await settled();
    expect(within(element, 'sway-mix-editor', '.left').textContent).toBe('10 % stays in the account and earns interest.');
  });
});

describe('spending over time', () => {
  it('begins even, and leaves no trace while it is', async () => {
    expect(handles('spending').map((handle) => handle.getAttribute('aria-valuetext'))).toEqual(['week 0, level 1']);
    handles('spending')[0].focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(strategy('learn-and-relate').budget).toBeUndefined();
  });

  it('has levels that are added, raised and moved by keys', async () => {
    handles('spending')[0].focus();
    await userEvent.keyboard('{Enter}');
    await settled();
    expect(strategy('learn-and-relate').budget).toEqual([
      { week: 0, level: 1 },
      { week: 78, level: 1 },
    ]);
    handles('spending')[1].focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowLeft}');
    expect(strategy('learn-and-relate').budget?.[1]).toEqual({ week: 77, level: 1.08 });
    await expect.poll(() => app.state.state.dragging, { timeout: 3000 }).toBe(false);
    expect(labels()).toEqual(['learn-and-relate: spending keyframe added', 'learn-and-relate: spending']);
  });

  it('is dragged in both directions, but never to nothing at all', async () => {
    const [only] = handles('spending');
    drag(only, [{ x: 0, y: 500 }]);
    expect(strategy('learn-and-relate').budget).toBeUndefined();
    handles('spending')[0].focus();
    await userEvent.keyboard('{Enter}');
    await settled();
    drag(handles('spending')[1], [{ x: 0, y: 500 }]);
    expect(strategy('learn-and-relate').budget?.[1].level).toBe(0);
  });
});

describe('the list of strategies', () => {
  const field = () => within(element, '.head input') as HTMLInputElement;
  const names = () => scenarioOf(app.state.state.draft).strategies.map((each) => each.name);
  const button = (text: string) =>
    [element.shadowRoot!, within(element, 'sway-strategy-list').shadowRoot!]
      .flatMap((root) => [...root.querySelectorAll('button')])
      .find((each) => each.textContent?.trim() === text) as HTMLButtonElement;
  const order = () => scenarioOf(app.state.state.draft).strategies.map(({ name }) => name);

  it('is put into another order by keys, which go with the strategy, and by dragging', async () => {
    button('push').focus();
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await settled();
    expect(order()).toEqual(['nothing', 'push', 'learn-and-relate']);
    await userEvent.keyboard('{Alt>}{ArrowLeft}{ArrowLeft}{/Alt}');
    await settled();
    expect(order()).toEqual(['push', 'nothing', 'learn-and-relate']);
    expect(within(element, '.head input')).toHaveProperty('value', 'push');

    const moved = button('push');
    const target = button('learn-and-relate').getBoundingClientRect();
    const from = moved.getBoundingClientRect();
    moved.setPointerCapture = () => undefined;
    const send = (type: string, clientX: number, clientY: number) =>
      moved.dispatchEvent(new PointerEvent(type, { clientX, clientY, pointerId: 1, bubbles: true }));
    send('pointerdown', from.left + 4, from.top + 4);
    send('pointermove', target.left + target.width / 2, target.top + 4);
    send('pointerup', target.left + target.width / 2, target.top + 4);
    await settled();
    expect(order()).toEqual(['nothing', 'learn-and-relate', 'push']);
    expect(labels()).toEqual(['push moved to place 2', 'push moved to place 1', 'push moved to place 3']);
    app.undo();
    expect(order()).toEqual(['push', 'nothing', 'learn-and-relate']);
  });

  it('adds one that ships, shows it, and duplicates it under a free name', async () => {
    const select = within(element, 'select') as HTMLSelectElement;
    select.value = 'hybrid';
    select.dispatchEvent(new Event('change'));
    await settled();
    expect(names()).toEqual(['nothing', 'learn-and-relate', 'push', 'hybrid']);
    expect(app.state.state.view.shown).toContain('hybrid');
    expect(field().value).toBe('hybrid');
    button('Duplicate').click();
    await settled();
    expect(names()).toContain('hybrid 2');
    expect(field().value).toBe('hybrid 2');
  });

  it('renames one wherever it is looked at, and refuses a name that is taken', async () => {
    app.show({ shown: ['learn-and-relate', 'push'], pair: ['push', 'learn-and-relate'], strategy: 'learn-and-relate' });
    field().value = 'ours';
    field().dispatchEvent(new Event('change'));
    await settled();
    expect(names()).toEqual(['nothing', 'ours', 'push']);
    expect(app.state.state.view).toMatchObject({ shown: ['ours', 'push'], pair: ['push', 'ours'], strategy: 'ours' });
    field().value = 'push';
    field().dispatchEvent(new Event('change'));
    await settled();
    expect(names()).toEqual(['nothing', 'ours', 'push']);
    expect(within(element, '.error').textContent).toContain('two strategies are named "push"');
  });

  it('removes all but the last', async () => {
    for (let left = 3; left > 1; left--) {
      expect(button('Remove').disabled).toBe(false);
      button('Remove').click();
      await settled();
    }
    expect(names()).toHaveLength(1);
    expect([...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.actions button')].at(-1)?.disabled).toBe(true);
  });

  it('leaves the reference alone, and gives a copy of it a mix', async () => {
    button('nothing').click();
    await settled();
    expect(within(element, 'sway-mix-editor').shadowRoot!.querySelector('button')).toBeNull();
    button('Duplicate').click();
    await settled();
    within(element, 'sway-mix-editor', 'button').click();
    expect(strategy('nothing 2').plan).toEqual([{ week: 0, shares: { broadcast: 1 } }]);
  });

  it('keeps at least one claim, and says what feedback does', async () => {
    button('push').click();
    await settled();
    const claims = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.claims input')];
    expect(claims.map((each) => each.checked)).toEqual([true, false, false, false]);
    expect(claims[0].disabled).toBe(true);
    claims[1].click();
    await settled();
    expect(strategy('push').claims).toEqual(['acquire', 'bond']);
    expect(claims[0].disabled).toBe(false);
    (within(element, '.feedback input') as HTMLInputElement).click();
    expect(strategy('push').feedback).toBe(true);
    await settled();
    button('As it ships').click();
    expect(app.state.state.draft.strategies).toEqual(['nothing', 'learn-and-relate', 'push']);
  });
});
