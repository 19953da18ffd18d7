import type { App } from '../app.ts';
import { addCommands } from '../command/add-commands.ts';
import { followDrops } from '../data/follow-drops.ts';
import { dataCommands } from '../data/open-commands.ts';
import { followLinks } from './open-link.ts';
import { shareCommands } from './share-commands.ts';

/** What comes in and what is taken away: links, files, commands for both. @returns a function that ends it */
export function installSharing(app: App): () => void {
  const ends = [addCommands(app.commands, [...dataCommands(app), ...shareCommands(app)]), followDrops(app), followLinks(app)];
  return () => {
    for (const end of ends) end();
  };
}
