/** @import {Rule, Scope, SourceCode} from 'eslint' */
/** @import {Identifier, MemberExpression} from 'estree' */
/** @typedef {Identifier & Rule.NodeParentExtension} PlacedIdentifier */

/**
 * Every value that a file takes from outside its own declarations.
 * @param {SourceCode} sourceCode
 * @returns {PlacedIdentifier[]}
 */
export function globalReferences(sourceCode) {
  const globalScope = /** @type {Scope.Scope} */ (sourceCode.scopeManager.globalScope);
  const builtIn = globalScope.variables.filter((variable) => variable.defs.length === 0).flatMap((variable) => variable.references);
  return [...globalScope.through, ...builtIn]
    .map((reference) => /** @type {PlacedIdentifier} */ (reference.identifier))
    .filter((identifier) => !isType(identifier));
}

/**
 * Types vanish before anything runs, so they may speak of Date or process.
 * @param {PlacedIdentifier} identifier
 */
function isType(identifier) {
  return /^TS(TypeReference|TypeQuery|QualifiedName|InterfaceHeritage|ClassImplements)$/.test(identifier.parent.type);
}

/**
 * The property that a member expression names, or null where it is computed.
 * @param {MemberExpression} member
 * @returns {string | null}
 */
export function propertyName(member) {
  if (!member.computed) return 'name' in member.property ? member.property.name : null;
  return member.property.type === 'Literal' && typeof member.property.value === 'string' ? member.property.value : null;
}
