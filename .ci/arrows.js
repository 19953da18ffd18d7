import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const CONFIGURATION = resolve(import.meta.dirname, '../.dependency-cruiser.js');
const FOLDERS = ['sim', 'ui', 'test', 'bench', '.ci'];

/** @typedef {{file: string, line: number, column: number, rule: string, to: string, comment: string}} WrongImport */

/**
 * The imports of a tree that break a rule of .dependency-cruiser.js, each with its place.
 * @param {string} root folder that holds sim/, ui/, ...
 * @returns {Promise<{files: number, wrong: WrongImport[]}>}
 */
export async function wrongImports(root) {
  const options = await extractDepcruiseOptions(CONFIGURATION);
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(folders, { ...options, baseDir: root, validate: true });
  if (typeof output === 'string') throw new Error(output);

  const comments = new Map(output.summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment ?? '']));
  const imports = new Map(output.modules.map((module) => [module.source, module.dependencies]));
  const wrong = output.summary.violations.map(({ from, to, rule, cycle }) => {
    const next = cycle?.[0]?.name ?? to;
    const specifier = imports.get(from)?.find((dependency) => dependency.resolved === next)?.module ?? next;
    const around = cycle ? cycle.map((step) => step.name).join(' -> ') : to;
    return { file: from, ...placeOf(specifier, join(root, from)), rule: rule.name, to: around, comment: comments.get(rule.name) ?? '' };
  });
  return { files: output.summary.totalCruised, wrong };
}

/**
 * @param {string} specifier as written in the import
 * @param {string} file
 */
function placeOf(specifier, file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(`'${specifier}'`) || text.includes(`"${specifier}"`));
  return line < 0 ? { line: 1, column: 1 } : { line: line + 1, column: lines[line].indexOf(specifier) };
}

if (import.meta.filename === process.argv[1]) {
  const { files, wrong } = await wrongImports(resolve(import.meta.dirname, '..'));
  for (const { file, line, column, rule, to, comment } of wrong) {
    console.error(`${file}:${line}:${column} ${rule}: imports ${to}\n    ${comment}`);
  }
  console.log(`${wrong.length} wrong imports in ${files} files`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
