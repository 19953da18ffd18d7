import { describe, expect, it, vi } from 'vitest';
import { addCommands } from '../../ui/command/add-commands.ts';
import type { Command } from '../../ui/command/command.ts';
import { byGroup } from '../../ui/command/command-groups.ts';
import { findCommands } from '../../ui/command/find-commands.ts';
import { strokesOf } from '../../ui/command/keys.ts';
import { runCommand } from '../../ui/command/run-command.ts';
import { createApp } from '../../ui/create-app.ts';
import { dataCommands } from '../../ui/data/open-commands.ts';
import type { LabHost, LabState } from '../../ui/lab/protocol.ts';
import { shareCommands } from '../../ui/share/share-commands.ts';
import { shellCommands } from '../../ui/shell/shell-commands.ts';
import { FIRST_VIEW } from '../../ui/state/app-state.ts';
import { scenarioOf } from '../../ui/state/scenario-of.ts';
import { Store } from '../../ui/state/store.ts';
import { networkCommands } from '../../ui/view/network/network-commands.ts';

const IDLE: LabState = { request: 0, status: 'idle', done: 0, total: 0, result: null, stale: false, error: null };

function shellOf(status: LabState['status'] = 'idle') {
  const host = { pause: vi.fn(async () => undefined), resume: vi.fn(async () => undefined) };
  const app = createApp({ draft: { name: 'x' }, network: null, view: FIRST_VIEW }, () => ({
    host: host as unknown as LabHost,
    results: new Store<LabState>({ ...IDLE, status }),
  }));
  const shell = { open: vi.fn(), toggleControls: vi.fn(), controlsShown: () => true };
  addCommands(app.commands, shellCommands(app, shell));
  const run = async (id: string) => {
    const found = app.commands.state.find((command) => command.id === id) as Command;
    expect(found, id).toBeDefined();
    runCommand(app, found);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { app, shell, host, run };
}

describe('the registry', () => {
  const { app } = shellOf();
  // Those of every page, as if all were open at once.
  const network = { play: () => undefined, weeks: () => 156, alone: () => false, toggleAlone: () => undefined, find: () => undefined };
  addCommands(app.commands, [...dataCommands(app), ...shareCommands(app), ...networkCommands(app, network)]);
  const commands = app.commands.state;

  it('has ids and titles once each', () => {
    for (const read of [(command: Command) => command.id, (command: Command) => command.title]) {
      const all = commands.map(read);
      expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
    }
  });

  it('has keys that no two commands share, and none that begins another or that browsers keep for themselves', () => {
    const all = commands.flatMap((command) =>
      (command.keys ?? []).map((keys) =>
        strokesOf(keys)
          .map((stroke) => JSON.stringify(stroke))
          .join(' '),
      ),
    );
    for (const [at, keys] of all.entries()) {
      expect(all.filter((other, each) => each !== at && (other === keys || other.startsWith(`${keys} `)))).toEqual([]);
    }
    const kept = /Ctrl\+(W|T|N|Tab|Shift\+[TNW])$|(^| )(Tab|Escape|Enter)$/;
    expect(commands.flatMap((command) => command.keys ?? []).filter((keys) => kept.test(keys))).toEqual([]);
  });

  it('reaches every command from the menu, and from the palette by its title', () => {
    expect(byGroup(commands).flatMap((group) => group.commands)).toHaveLength(commands.length);
    for (const command of commands) expect(findCommands(commands, command.title)[0].id).toBe(command.id);
  });

  it('lets a view add and take away its own', () => {
    const own: Command = { id: 'view.own', title: 'Own', group: 'View', run: () => undefined };
    const store = new Store<readonly Command[]>([]);
    const end = addCommands(store, [own]);
    addCommands(store, [{ ...own, title: 'Own again' }]);
    expect(store.state.map((command) => command.title)).toEqual(['Own again']);
    end();
    expect(store.state).toHaveLength(1);
  });
});

describe('the palette', () => {
  const make = (title: string, words = ''): Command => ({ id: title, title, group: 'View', words, run: () => undefined });
  const commands = [make('Show the network', 'graph people'), make('Network settings'), make('Undo', 'back')];

  it('finds by the beginnings of words, in any order, the title first', () => {
    expect(findCommands(commands, 'net').map((command) => command.title)).toEqual(['Show the network', 'Network settings']);
    expect(findCommands(commands, 'sett net').map((command) => command.title)).toEqual(['Network settings']);
    expect(findCommands(commands, 'graph').map((command) => command.title)).toEqual(['Show the network']);
    expect(findCommands(commands, 'zebra')).toEqual([]);
    expect(findCommands(commands, '  ')).toEqual(commands);
  });
});

describe('commands of the shell', () => {
  it('open what they say, change pages, undo and do again', async () => {
    const { app, shell, run } = shellOf();
    await run('help.palette');
    await run('scenario.gallery');
    expect(shell.open.mock.calls).toEqual([['palette'], ['gallery']]);
    await run('view.scenario');
    expect(app.state.state.view.page).toBe('scenario');
    app.edit('Weeks', (draft) => ({ ...draft, horizon: 52 }));
    await run('edit.undo');
    expect(app.state.state.draft).toEqual({ name: 'x' });
    await run('edit.redo');
    expect(app.state.state.draft).toEqual({ name: 'x', horizon: 52 });
  });

  it('draw other luck, a step at a time, and back', async () => {
    const { app, run } = shellOf();
    await run('scenario.luck');
    expect(scenarioOf(app.state.state.draft).seed).toBe('swaylab-2');
    await run('scenario.luck');
    expect(scenarioOf(app.state.state.draft).seed).toBe('swaylab-3');
    await run('edit.undo');
    expect(scenarioOf(app.state.state.draft).seed).toBe('swaylab-2');
  });

  it('pause what runs, go on with what is paused, and do nothing when nothing runs', async () => {
    const idle = shellOf('done');
    await idle.run('run.pause');
    expect(idle.host.pause).not.toHaveBeenCalled();
    const running = shellOf('running');
    await running.run('run.pause');
    expect(running.host.pause).toHaveBeenCalledOnce();
    const paused = shellOf('paused');
    await paused.run('run.pause');
    expect(paused.host.resume).toHaveBeenCalledOnce();
  });

  it('show what goes wrong', async () => {
    const { app } = shellOf();
    runCommand(app, { id: 'bad', title: 'Bad', group: 'Help', run: () => Promise.reject(new Error('broken')) });
    await vi.waitFor(() => expect(app.notice.state).toMatchObject({ kind: 'error', text: 'broken' }));
  });
});
