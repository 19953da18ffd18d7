import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The JSON Schemas and pages that are published in docs/, each made by a function: of the built code, or beside this file.
 * With --write they are written; without, the run fails where a file is not what the code would write.
 */
const PUBLISHED = [
  { file: 'docs/experiment.schema.json', module: 'dist/experiment/design/experiment-file.js', make: 'experimentJsonSchema' },
  { file: 'docs/lesson.schema.json', module: 'dist/lesson/lesson.js', make: 'lessonJsonSchema' },
  { file: 'docs/result.schema.json', module: 'dist/experiment/result-schema.js', make: 'compareResultJsonSchema' },
  { file: 'docs/scenario.schema.json', module: 'dist/scenario/index.js', make: 'scenarioJsonSchema' },
  { file: 'docs/parameters.md', module: '.ci/parameter-page.js', make: 'parameterPage' },
  { file: 'docs/classic.md', module: '.ci/classic-page.js', make: 'classicPage' },
  { file: 'docs/verification.md', module: '.ci/verification-page.js', make: 'verificationPage' },
  { file: 'docs/scenarios.md', module: '.ci/scenario-page.js', make: 'scenarioPage' },
];

const root = resolve(import.meta.dirname, '..');

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}

for (const { file, module, make } of PUBLISHED) {
  const made = await (await import(pathToFileURL(join(root, module)).href))[make]();
  const text = typeof made === 'string' ? made : `${JSON.stringify(made, null, 2)}\n`;
  if (text === read(file)) continue;
  if (process.argv.includes('--write')) {
    writeFileSync(join(root, file), text);
    console.log(`wrote ${file}`);
  } else {
    const [now, then] = [text.split('\n'), read(file).split('\n')];
    const line = now.findIndex((part, index) => part !== then[index]);
    console.error(
      `${file}:${line + 1}:1 is not what the code says; run: npm run schemas\n    code: ${now[line]}\n    file: ${then[line] ?? '(ends)'}`,
    );
    process.exitCode = 1;
  }
}
