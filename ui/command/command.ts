/** Where a command stands in the menu. */
export type CommandGroup = 'Scenario' | 'Edit' | 'View' | 'Run' | 'Data' | 'Export' | 'Help';

/** One thing a person can do. Menu, keys, palette and help sheet are all drawn from the list of commands. */
export interface Command {
  /** Stable name, such as `view.network`. */
  readonly id: string;
  /** What the menu says, such as "Show the network". */
  readonly title: string;
  readonly group: CommandGroup;
  /**
   * Keys, such as `Ctrl+K`, `Shift+?` or `g n` (one after the other). `Ctrl` is also the Mac's Command key.
   * Keys without Ctrl or Alt are not heard while text is being written.
   */
  readonly keys?: readonly string[];
  /** Further words by which the palette finds it. */
  readonly words?: string;
  /** Default: always. */
  readonly enabled?: () => boolean;
  /** For a command that switches something: whether it is on. */
  readonly checked?: () => boolean;
  readonly run: () => void | Promise<void>;
}
