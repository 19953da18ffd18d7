/** Every value reference of a file that no declaration of the file resolves: [name, identifier node]. */
export function globalReferences(sourceCode) {
  const globalScope = sourceCode.scopeManager.globalScope;
  const builtIn = globalScope.variables.filter((variable) => variable.defs.length === 0).flatMap((variable) => variable.references);
  return [...globalScope.through, ...builtIn]
    .filter((reference) => reference.isValueReference !== false && !isTypeQuery(reference.identifier))
    .map((reference) => [reference.identifier.name, reference.identifier]);
}

function isTypeQuery(identifier) {
  return identifier.parent?.type.startsWith('TS') && ['TSTypeQuery', 'TSQualifiedName'].includes(identifier.parent.type);
}

/** The property that a member expression names, or null where it is computed. */
export function propertyName(member) {
  if (!member.computed) return member.property.name ?? null;
  return typeof member.property.value === 'string' ? member.property.value : null;
}
