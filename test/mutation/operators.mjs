import ts from 'typescript';

/**
 * One possible fault in a file: the text from `start` to `end` replaced.
 * @typedef {{file: string, line: number, operator: string, start: number, end: number, original: string, replacement: string}} Fault
 */

/** Operators of arithmetic, comparison and logic, and what each is mistaken for. */
const SWAPS = new Map([
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusEqualsToken, '-='],
  [ts.SyntaxKind.MinusEqualsToken, '+='],
  [ts.SyntaxKind.AsteriskEqualsToken, '/='],
]);

const EXTREMES = new Map([
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
]);

/**
 * Every fault that the operators can put into a file: operators swapped, conditions negated, statements left out, minimum for maximum,
 * constants off by one, truth for falsehood.
 *
 * Left alone is what is no behaviour of the model: types, messages of errors, and the tables of parameters (units, sources, ranges).
 * @param {string} file
 * @param {string} text
 * @returns {Fault[]}
 */
export function faultsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {Fault[]} */
  const faults = [];
  /** @param {string} operator @param {ts.Node} node @param {string} replacement */
  const add = (operator, node, replacement) => {
    const start = node.getStart(source);
    const { line } = source.getLineAndCharacterOfPosition(start);
    const original = text.slice(start, node.end);
    faults.push({ file, line: line + 1, operator, start, end: node.end, original, replacement });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isThrowStatement(node) || isParameterTable(node)) return;
    if (ts.isBinaryExpression(node)) {
      const swapped = SWAPS.get(node.operatorToken.kind);
      if (swapped !== undefined && !isText(node)) add('operator', node.operatorToken, swapped);
    } else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      add('negated condition', condition, `!(${condition.getText(source)})`);
    } else if (ts.isExpressionStatement(node) && (ts.isCallExpression(node.expression) || isAssignment(node.expression))) {
      add('statement left out', node, ';');
    } else if (ts.isPropertyAccessExpression(node) && node.expression.getText(source) === 'Math' && EXTREMES.has(node.name.text)) {
      add('extreme', node.name, /** @type {string} */ (EXTREMES.get(node.name.text)));
    } else if (ts.isNumericLiteral(node) && !ts.isElementAccessExpression(node.parent) && !ts.isPropertyAssignment(node.parent)) {
      add('constant', node, `(${node.text} + 1)`);
    } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      if (!ts.isLiteralTypeNode(node.parent)) add('truth', node, node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** @param {ts.Node} node */
function isAssignment(node) {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}

/** Text joined by + is a message, not arithmetic. @param {ts.BinaryExpression} node */
function isText(node) {
  return [node.left, node.right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
}

/** real(…), count(…), vector(…), choice(…), and the like: what a person may set, not what the model does. @param {ts.Node} node */
function isParameterTable(node) {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    ['real', 'count', 'vector', 'choice', 'mechanism', 'column', 'metric'].includes(node.expression.text)
  );
}
