import type { Command, CommandGroup } from './command.ts';

/** Groups in the order of the menu. */
const GROUPS: readonly CommandGroup[] = ['Scenario', 'Edit', 'View', 'Run', 'Data', 'Export', 'Help'];

/** Commands by group, without the groups that have none. */
export function byGroup(commands: readonly Command[]): readonly { readonly group: CommandGroup; readonly commands: readonly Command[] }[] {
  return GROUPS.map((group) => ({ group, commands: commands.filter((command) => command.group === group) })).filter(
    (each) => each.commands.length > 0,
  );
}
