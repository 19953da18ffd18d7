/** @typedef {import('../sim/parameter/index.ts').Parameter} Parameter */

export const PARAMETER_HEAD = ['parameter', 'default', 'plausible', 'allowed', 'unit', 'meaning', 'source'];

/**
 * The cells of a parameter under PARAMETER_HEAD.
 * @param {string} path
 * @param {Parameter} parameter
 */
export function parameterRow(path, parameter) {
  const { meaning, source } = parameter;
  const start = [code(path), code(JSON.stringify(parameter.default))];
  if (parameter.type === 'choice') return [...start, '', parameter.options.map(code).join(', '), '', meaning, source];
  const elements = parameter.type === 'vector' ? ` (${parameter.elements.join(', ')})` : '';
  return [...start, interval(parameter.range), interval(parameter.allowed), parameter.unit, meaning + elements, source];
}

/** @param {readonly [number, number]} range */
function interval([low, high]) {
  return `${low} to ${high}`;
}

/** @param {string} text */
export function code(text) {
  return `\`${text}\``;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
