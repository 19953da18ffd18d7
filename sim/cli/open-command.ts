import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { Interrupted } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { whole } from './options.ts';
import { print, tell, warn } from './output.ts';
import { serveScreen } from './screen-server.ts';

/** Built beside the command line. */
const SCREEN = fileURLToPath(new URL('../ui/', import.meta.url));
const PORT = 4173;

interface OpenOptions {
  readonly port: number;
  readonly open: boolean;
}

/** `swaylab open`: the laboratory on screen. */
export function addOpenCommand(program: Command): void {
  program
    .command('open')
    .description('serves the laboratory on screen to this machine alone, prints its address and opens it')
    .option('--port <n>', 'port to serve at; 0 for any that is free', whole('--port', 0, 65535), PORT)
    .option('--no-open', 'only prints the address')
    .action(async ({ port, open }: OpenOptions) => {
      if (!existsSync(SCREEN)) throw new Error(`the screen has not been built: ${SCREEN} is missing; run npm run build`);
      const { url, server } = await serveScreen(SCREEN, port);
      await print(`${url}\n`);
      tell('Ctrl-C ends it.\n');
      if (open && hasDisplay()) show(url);
      try {
        await interruptible((signal) => once(server, 'close', { signal }));
      } catch (error) {
        // To stop is how this command ends.
        if (!(error instanceof Error && (error.name === 'AbortError' || error instanceof Interrupted))) throw error;
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Asks the system to open the page. That it cannot is no error: the address has been printed. */
function show(url: string): void {
  const [command, ...words] =
    process.platform === 'win32' ? ['cmd', '/c', 'start', '""', url] : process.platform === 'darwin' ? ['open', url] : ['xdg-open', url];
  spawn(command, words, { stdio: 'ignore', detached: true })
    .on('error', () => warn(`no browser could be started; the address is ${url}`))
    .unref();
}
