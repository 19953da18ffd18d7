import type { App } from '../app.ts';
import type { Command } from './command.ts';

/** Runs a command; what goes wrong is shown. */
export function runCommand(app: App, command: Command): void {
  if (command.enabled?.() === false) return;
  Promise.resolve()
    .then(() => command.run())
    .catch((error: unknown) => app.fail(error));
}
