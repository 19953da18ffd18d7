import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../parameter/index.ts';
import { didYouMean, parseJson, SCENARIO_LIMITS } from '../scenario/index.ts';
import { readText } from './input-file.ts';

/** Beside the package's code, in dist as in the source. */
const FOLDER = new URL('../../scenarios/', import.meta.url);

export const DEFAULT_SCENARIO = 'default';

/** A scenario as its file says, not yet validated. */
export interface ScenarioText {
  readonly given: unknown;
  /** For messages: the path as it was given, or that of a shipped file. */
  readonly file: string;
}

/** Names of the scenarios that ship, the default first. */
export async function shippedNames(): Promise<string[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).map((name) => basename(name, '.json'));
  return [...names.filter((name) => name === DEFAULT_SCENARIO), ...names.filter((name) => name !== DEFAULT_SCENARIO).sort()];
}

/**
 * Reads a scenario: a shipped one by its name, else a file. What looks like a path is never taken for a name.
 *
 * @throws InputError when there is no such file or name (with the nearest name), or the file is too large or not JSON
 */
export async function readScenario(source: string = DEFAULT_SCENARIO): Promise<ScenarioText> {
  const names = await shippedNames();
  if (names.includes(source)) return scenarioIn(fileURLToPath(new URL(`${source}.json`, FOLDER)));
  if (/[/\\]|\.json$/i.test(source)) return scenarioIn(source);
  return await scenarioIn(source).catch((error: unknown) => {
    if (!(error instanceof InputError) || error.found !== 'no such file') throw error;
    const near = didYouMean(source, names);
    throw new InputError(`there is no scenario "${source}"${near === null ? '' : `, did you mean "${near}"?`}`, {
      path: 'scenario',
      found: source,
      allowed: `a file, or one of ${names.join(', ')}`,
    });
  });
}

async function scenarioIn(file: string): Promise<ScenarioText> {
  return { given: parseJson(await readText(file, 'a scenario', SCENARIO_LIMITS.bytes), file), file };
}
