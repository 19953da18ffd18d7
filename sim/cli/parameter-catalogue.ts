import { InputError, type Parameter } from '../parameter/index.ts';
import { didYouMean } from '../scenario/index.ts';
import { PARAMETER_GROUPS, type ParameterGroup } from '../scenario/parameter-groups.ts';

/** The groups of this name, or those under it (`consumers` holds all of `consumers.*`). @throws InputError with the nearest name */
export function groupsNamed(name: string): ParameterGroup[] {
  const found = PARAMETER_GROUPS.filter((group) => group.name === name || group.name.startsWith(`${name}.`));
  if (found.length > 0) return found;
  const names = [...new Set(PARAMETER_GROUPS.flatMap((group) => [group.name, group.name.split('.')[0]]))];
  const near = names.find((each) => each.endsWith(`.${name}`)) ?? didYouMean(name, names);
  throw new InputError(`there is no group of parameters "${name}"${near === null ? '' : `, did you mean "${near}"?`}`, {
    path: '--parameters',
    found: name,
    allowed: names.join(', '),
  });
}

/** The groups as a page to read: path, default, unit, range, meaning, source. */
export function parameterPage(groups: readonly ParameterGroup[], width: number): string {
  return groups
    .map((group) => {
      const entries = Object.entries(group.parameters).map(([key, parameter]) =>
        entry(group.path === '' ? key : `${group.path}.${key}`, parameter, width),
      );
      return [`${group.name}: ${group.meaning}`, ...(entries.length === 0 ? ['  (no parameters)'] : entries)].join('\n');
    })
    .join('\n\n');
}

function entry(path: string, parameter: Parameter, width: number): string {
  const shown = JSON.stringify(parameter.default);
  const elements = parameter.type === 'vector' ? ` for ${parameter.elements.join(', ')}` : '';
  const values =
    parameter.type === 'choice'
      ? `one of ${parameter.options.join(', ')}`
      : `${parameter.unit}${elements}; plausible ${interval(parameter.range)}, allowed ${interval(parameter.allowed)}`;
  const lines = [values, parameter.meaning, `source: ${parameter.source}`].flatMap((text) => wrapped(text, width - 6));
  return [`  ${path} = ${shown}`, ...lines.map((line) => `      ${line}`)].join('\n');
}

function interval([low, high]: readonly [number, number]): string {
  return `${low} to ${high}`;
}

/** Breaks a text at spaces. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
