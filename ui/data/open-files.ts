import { InputError } from '../../sim/parameter/index.ts';
import { explainIssues, parseJson, SCENARIO_LIMITS } from '../../sim/scenario/index.ts';
import type { App } from '../app.ts';
import { type OpenedLink, safeContent } from '../share/link.ts';
import { openDialogue } from '../share/open-dialogue.ts';
import { remarksOn } from '../share/open-link.ts';
import { pngContent } from '../share/png-content.ts';
import { svgContent } from '../share/svg-content.ts';
import { type Draft, FIRST_VIEW } from '../state/app-state.ts';
import { ofResults } from './dropped-files.ts';
import { type FileKind, kindOfFile } from './file-kind.ts';
import { openDraft } from './open-draft.ts';

/** Bytes that are read whole: results of many strategies are large, pictures are not. */
const MOST_BYTES = { json: 256 << 20, picture: 64 << 20 } as const;

/** Opens what was dropped or chosen, all files together; what is wrong is shown. Everything is read in this browser, and nothing leaves it. */
export async function openFiles(app: App, files: readonly File[]): Promise<void> {
  try {
    await openAll(app, ofResults(files));
  } catch (error) {
    app.fail(error);
  }
}

async function openAll(app: App, files: readonly File[]): Promise<void> {
  const texts = new Map<File, unknown>();
  const json = async (file: File): Promise<unknown> => {
    if (!texts.has(file)) texts.set(file, jsonOf(await wholeText(file, MOST_BYTES.json), file.name));
    return texts.get(file);
  };
  const sorted = new Map<FileKind, File[]>();
  for (const file of files) {
    const kind = await kindOfFile(file, json);
    sorted.set(kind, [...(sorted.get(kind) ?? []), file]);
  }
  const [network, ...more] = sorted.get('network') ?? [];
  if (network !== undefined) {
    if (more.length > 1) {
      throw new InputError('more than two network files at once', {
        file: more[1].name,
        path: 'files',
        found: `${more.length + 1} files`,
        allowed: 'one of ties, and one node table',
      });
    }
    await import('./sway-network-dialog.ts');
    const [edges, nodes] = inOrder(network, more[0] ?? null);
    openDialogue('sway-network-dialog', app, { file: edges, nodes, partition: sorted.get('partition')?.[0] ?? null });
    return;
  }
  const [kind, [file]] = [...sorted].find(([each]) => each !== 'runs') ?? [...sorted][0] ?? [];
  if (kind === undefined || file === undefined) return;
  await openOne(app, kind, file, json, sorted.get('runs') ?? []);
}

/** Of two files, the one that is called after nodes, people or vertices is the node table. */
function inOrder(one: File, other: File | null): [edges: File, nodes: File | null] {
  const isTable = (file: File) => /node|people|person|vert|attribute/i.test(file.name);
  return other !== null && isTable(one) && !isTable(other) ? [other, one] : [one, other];
}

async function openOne(
  app: App,
  kind: FileKind,
  file: File,
  json: (file: File) => Promise<unknown>,
  tables: readonly File[],
): Promise<void> {
  const { name } = file;
  switch (kind) {
    case 'picture': {
      const bytes = new Uint8Array(await wholeBytes(file));
      return openContent(app, carried(pngContent(bytes), name), name);
    }
    case 'drawing':
      return openContent(app, carried(svgContent(await wholeText(file, MOST_BYTES.picture)), name), name);
    case 'content':
      return openContent(app, JSON.stringify(await json(file)), name);
    case 'scenario': {
      if (file.size > SCENARIO_LIMITS.bytes) throw tooLarge(file, SCENARIO_LIMITS.bytes);
      const draft = parseJson(await file.text(), name) as Draft;
      return openDraft(app, draft, name);
    }
    case 'lesson': {
      if (file.size > SCENARIO_LIMITS.bytes) throw tooLarge(file, SCENARIO_LIMITS.bytes);
      const { openLesson } = await import('../lesson/open-lesson.ts');
      return openLesson(app, parseJson(await file.text(), name), name);
    }
    case 'result': {
      const { compareResultSchema } = await import('../../sim/experiment/result-schema.ts');
      const found = compareResultSchema.safeParse(await json(file), { reportInput: true });
      if (!found.success) throw explainIssues(found.error.issues, name, compareResultSchema);
      await import('./sway-result-dialog.ts');
      openDialogue('sway-result-dialog', app, { result: found.data, file: name });
      return;
    }
    case 'manifest': {
      const { decodeManifest } = await import('../../sim/store/codec/manifest.ts');
      const manifest = decodeManifest(await file.text(), name);
      const table = (stem: string) => tables.find((each) => each.name.startsWith(`${stem}.`)) ?? null;
      const { openResults } = await import('./open-results.ts');
      return openResults(app, manifest, name, { weeks: table('weeks'), runs: table('runs') });
    }
    default:
      throw new InputError(`${name} is part of something`, {
        file: name,
        path: 'file',
        found: kind === 'runs' ? 'a table of a results folder' : 'a Pajek partition',
        allowed: kind === 'runs' ? 'it together with its manifest.json' : 'it together with its network',
      });
  }
}

function carried(content: string | null, file: string): string {
  if (content !== null) return content;
  throw new InputError(`${file} holds no scenario`, {
    file,
    path: 'metadata',
    found: 'none of Swaylab',
    allowed: 'a picture that was saved here',
  });
}

function openContent(app: App, content: string, file: string): void {
  const opened: OpenedLink = safeContent(content, undefined, file);
  app.open(`Open ${file}`, { draft: opened.draft, network: null }, { ...FIRST_VIEW, ...opened.view });
  const remarks = remarksOn(opened);
  app.notice.set(remarks.length === 0 ? null : { kind: 'information', text: remarks.join(' ') });
  app.announce(`The scenario in ${file} is open.`);
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    // A short text is explained by its place; of a long one the place says little.
    return parseJson(text.slice(0, SCENARIO_LIMITS.bytes), file);
  }
}

async function wholeText(file: File, most: number): Promise<string> {
  if (file.size > most) throw tooLarge(file, most);
  return await file.text();
}

async function wholeBytes(file: File): Promise<ArrayBuffer> {
  if (file.size > MOST_BYTES.picture) throw tooLarge(file, MOST_BYTES.picture);
  return await file.arrayBuffer();
}

function tooLarge(file: File, most: number): InputError {
  return new InputError(`${file.name} is too large`, {
    file: file.name,
    path: 'file',
    found: `${file.size} bytes`,
    allowed: `at most ${most} bytes`,
  });
}
