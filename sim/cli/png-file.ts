import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { Resvg } from '@resvg/resvg-wasm';
import { InputError } from '../parameter/index.ts';

/** Pixels of the picture to a unit of the drawing: sharp on any screen and in print. */
const SCALE = 2;

/** Sans-serif fonts that a machine is likely to have, best first, each with its bold face. */
const FONTS = [
  ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'],
  ['LiberationSans-Regular.ttf', 'LiberationSans-Bold.ttf'],
  ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'],
  ['Arial.ttf', 'Arial Bold.ttf'],
  ['arial.ttf', 'arialbd.ttf'],
] as const;

interface Renderer {
  readonly Resvg: typeof Resvg;
}

let ready: Promise<Renderer> | null = null;

/** The package that draws SVG, loaded when the first picture is asked for. */
function resvg(): Promise<Renderer> {
  ready ??= load();
  return ready;
}

async function load(): Promise<Renderer> {
  const drawing = await import('@resvg/resvg-wasm');
  const code = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await drawing.initWasm(await readFile(code));
  return drawing;
}

/** Makes sure that a PNG can be drawn, before anything is computed. @throws InputError when no font is found */
export async function mustDrawPng(): Promise<void> {
  await Promise.all([resvg(), fonts()]);
}

/**
 * An SVG as a PNG, at twice its size. Texts are drawn with a font of this machine, so that the bytes may differ from machine to machine.
 *
 * @throws InputError when no font is found
 */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const [renderer, fontBuffers] = await Promise.all([resvg(), fonts()]);
  const picture = new renderer.Resvg(svg, { fitTo: { mode: 'zoom', value: SCALE }, font: { fontBuffers } });
  try {
    return picture.render().asPng();
  } finally {
    picture.free();
  }
}

/** Regular and bold of the first font that is there. @throws InputError when there is none */
async function fonts(): Promise<Uint8Array[]> {
  const files = (await Promise.all(fontFolders().map(filesBelow))).flat();
  for (const faces of FONTS) {
    const found = faces.flatMap((face) => files.find((file) => basename(file) === face) ?? []);
    if (found.length > 0) return Promise.all(found.map((file) => readFile(file)));
  }
  throw new InputError('a PNG needs a font for its texts, and this machine has none of the usual ones', {
    path: '--png',
    found: 'no font',
    allowed: `one of ${FONTS.map(([face]) => face).join(', ')} (Debian: apt-get install fonts-dejavu-core), or --svg`,
  });
}

function fontFolders(): string[] {
  const home = homedir();
  if (process.platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')];
  if (process.platform === 'win32') return [join(process.env.SystemRoot ?? 'C:\\Windows', 'Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.local/share/fonts'), join(home, '.fonts')];
}

async function filesBelow(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.map((name) => join(folder, name));
}
