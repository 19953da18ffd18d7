import type { App } from '../../app.ts';
import type { Command } from '../../command/command.ts';

/** What the network page can do. */
export interface NetworkView {
  play(): void;
  weeks(): number;
  alone(): boolean;
  toggleAlone(): void;
  /** Puts the cursor where a person is searched. */
  find(): void;
}

/** Commands that are there while the network is on the page. */
export function networkCommands(app: App, view: NetworkView): readonly Command[] {
  const step = (weeks: number): void => {
    const now = app.state.state.view.week ?? view.weeks();
    app.show({ week: Math.min(view.weeks(), Math.max(1, now + weeks)) });
  };
  return [
    {
      id: 'network.play',
      title: 'Play the weeks of the network',
      group: 'View',
      keys: ['Alt+P'],
      words: 'pause scrub animate time',
      run: () => view.play(),
    },
    { id: 'network.next-week', title: 'Network: next week', group: 'View', keys: ['.'], words: 'forward later', run: () => step(1) },
    { id: 'network.week-before', title: 'Network: week before', group: 'View', keys: [','], words: 'back earlier', run: () => step(-1) },
    { id: 'network.find', title: 'Find a person', group: 'View', keys: ['g p'], words: 'search id name node', run: () => view.find() },
    {
      id: 'network.alone',
      title: 'Only the chosen person and contacts',
      group: 'View',
      words: 'ego focus neighbours',
      enabled: () => app.state.state.view.person !== null,
      checked: () => view.alone(),
      run: () => view.toggleAlone(),
    },
  ];
}
