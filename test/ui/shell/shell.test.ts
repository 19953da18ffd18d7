import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { App } from '../../../ui/app.ts';
import type { Command } from '../../../ui/command/command.ts';
import '../../../ui/shell/sway-app.ts';
import type { SwayApp } from '../../../ui/shell/sway-app.ts';
import { theme } from '../../../ui/state/theme.ts';
import '../../../ui/style/page.css';
import { restingApp, settled, shown, within } from './resting-app.ts';

let app: App;
let shell: SwayApp;

beforeEach(async () => {
  app = restingApp();
  shell = await shown<SwayApp>('sway-app', { app });
  await expect.poll(() => app.commands.state.length).toBeGreaterThan(10);
});

afterEach(() => {
  shell.remove();
  theme.set('system');
});

/** What has the focus, inside all shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, { resultTypes: ['violations'] });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => JSON.stringify(node.target)).join(', ')}`);
}

/** Keys as `userEvent` types them. */
function typed(keys: string): string {
  return keys
    .split(' ')
    .map((stroke) => {
      const parts = stroke.split('+');
      const key = parts.at(-1) as string;
      const held = parts.slice(0, -1).map((name) => ({ Ctrl: 'Control', Alt: 'Alt', Shift: 'Shift' })[name]);
      const letter = /^[A-Z]$/.test(key) && !held.includes('Shift') ? key.toLowerCase() : key;
      return `${held.map((name) => `{${name}>}`).join('')}${letter}${held.map((name) => `{/${name}}`).join('')}`;
    })
    .join('');
}

describe('the shell', () => {
  it('runs every command that has keys when they are typed', async () => {
    const ran: string[] = [];
    const commands = app.commands.state;
    app.commands.set(commands.map((command): Command => ({ ...command, enabled: () => true, run: () => void ran.push(command.id) })));
    for (const command of commands) {
      for (const keys of command.keys ?? []) {
        ran.length = 0;
        await userEvent.keyboard(typed(keys));
        await expect.poll(() => ran, { message: keys }).toEqual([command.id]);
      }
    }
  });

  it('reaches every command of the menu with the arrow keys, and closes it with Escape', async () => {
    await userEvent.keyboard('{Alt>}m{/Alt}');
    await expect.poll(() => focused()?.getAttribute('role')).toMatch('menuitem');
    const enabled = app.commands.state.filter(({ id, enabled }) => id !== 'help.menu' && enabled?.() !== false).length;
    const seen = new Set<Element | null>();
    for (let step = 0; step < enabled; step++) {
      seen.add(focused());
      await userEvent.keyboard('{ArrowDown}');
    }
    expect(seen.size).toBe(enabled);
    expect(seen.has(focused())).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(within(shell, 'sway-menu', '.menu').matches(':popover-open')).toBe(false);
  });

  it('finds a command in the palette and runs it with Enter', async () => {
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.poll(() => focused()?.getAttribute('role')).toBe('combobox');
    await userEvent.keyboard('dark{Enter}');
    await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
    expect(within(shell, 'sway-palette', 'dialog').matches(':modal')).toBe(false);
  });

  it('takes letters typed into a field for text', async () => {
    const search = within(shell, 'sway-page', 'sway-scenario-page', 'input[type="search"]') as HTMLInputElement;
    search.focus();
    await userEvent.keyboard('gs?');
    expect(search.value).toBe('gs?');
    expect(shell.shadowRoot?.querySelector('sway-help')).toBeNull();
  });

  it('leads past the head to the content', async () => {
    const first = shell.shadowRoot?.querySelector<HTMLElement>('a[href], button, input, [tabindex]');
    expect(first?.textContent).toContain('Skip');
    first?.focus();
    await userEvent.keyboard('{Enter}');
    expect(focused()?.id).toBe('main');
  });

  it('shows an error with its place until it is closed', async () => {
    app.notice.set({ kind: 'error', text: 'too much', path: 'market.need', found: '7', allowed: 'at most 1' });
    await settled();
    const notice = within(shell, 'sway-notice', '.notice');
    expect(notice.parentElement?.getAttribute('role')).toBe('alert');
    expect(notice.querySelector('p')?.textContent).toBe('too much');
    expect([...notice.querySelectorAll('dl div')].map((place) => place.textContent)).toEqual([
      'Place:market.need',
      'Found:7',
      'Allowed:at most 1',
    ]);
    within(shell, 'sway-notice', 'button.icon').click();
    await settled();
    expect(app.notice.state).toBeNull();
  });

  it('names what would be undone, and undoes it', async () => {
    app.edit('Weeks 156 to 52', (draft) => ({ ...draft, horizon: 52 }));
    await settled();
    within(shell, 'sway-head', '[aria-label="Undo: Weeks 156 to 52"]').click();
    await expect.poll(() => app.state.state.draft).toEqual({ name: 'test' });
    await settled();
    expect(within(shell, 'sway-foot', '[role="status"]').textContent).toContain('Undone: Weeks 156 to 52');
  });

  it('goes to any step of the history', async () => {
    for (const horizon of [100, 90, 80]) app.edit(`to ${horizon}`, (draft) => ({ ...draft, horizon }));
    await userEvent.keyboard('gh');
    await expect.poll(() => shell.shadowRoot?.querySelector('sway-history-dialog')).not.toBeNull();
    await settled();
    const steps = () => [...(within(shell, 'sway-history-dialog', 'ol').querySelectorAll('button') ?? [])];
    expect(steps().map((step) => step.textContent?.trim())).toEqual(['to 80', 'to 90', 'to 100', 'As it was at first']);
    steps()[2].click();
    expect(app.state.state.draft.horizon).toBe(100);
    await settled();
    expect(steps()[0].textContent).toContain('(undone)');
    steps()[0].click();
    expect(app.state.state.draft.horizon).toBe(80);
    await userEvent.keyboard('{Escape}');
  });

  for (const colours of ['light', 'dark'] as const) {
    it(`has nothing that axe objects to, with each dialogue open, in ${colours} colours`, async () => {
      theme.set(colours);
      expect(await violations()).toEqual([]);
      for (const id of ['help.palette', 'help.menu', 'help.keys', 'edit.history', 'scenario.gallery']) {
        await app.commands.state.find((command) => command.id === id)?.run();
        await settled();
        expect(await violations(), id).toEqual([]);
        await userEvent.keyboard('{Escape}');
        await settled();
      }
    });
  }
});
