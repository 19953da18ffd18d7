import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** WebGL by software, and nothing that talks to anyone. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * How to start a Chromium: `$CHROMIUM`, one on PATH, or Playwright's own; null where there is none.
 * @returns {{executablePath: string, args: string[]} | null}
 */
export function findChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)));
  const found = [process.env.CHROMIUM ?? '', ...onPath, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
  return found === undefined ? null : { executablePath: found, args: FLAGS };
}
