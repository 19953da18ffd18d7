import { globalReferences, propertyName } from './global-references.js';

/** @import {Rule} from 'eslint' */
/** @import {AssignmentExpression, BinaryExpression} from 'estree' */

/** The functions of Math whose every bit the language standard fixes. */
const EXACT = new Set(['abs', 'min', 'max', 'floor', 'ceil', 'round', 'trunc', 'sqrt', 'imul', 'fround', 'clz32', 'sign']);
const LOCALE = /^(toLocale\w*|localeCompare)$/;

/**
 * Code under this rule gives the same bits in every engine, on every day and in every locale.
 * @type {Rule.RuleModule}
 */
export const sameBits = {
  meta: {
    type: 'problem',
    docs: { description: 'forbid arithmetic, clocks and locales that differ between engines' },
    schema: [],
    messages: {
      math: "Engines may differ in the last bit of 'Math.{{name}}'; use @stdlib/math-base-special-* or a multiplied table.",
      luck: "'Math.random' cannot be repeated; draw from sim/random.",
      alias: "Write 'Math.<function>' in full, so that the functions used can be checked.",
      power: "Engines may differ in the last bit of '{{operator}}'; multiply, use a multiplied table, or @stdlib/math-base-special-pow.",
      clock: "'Date' depends on the moment; a run depends on scenario and seed alone.",
      locale: "'{{name}}' depends on the locale of the host.",
    },
  },
  create(context) {
    /** @param {import('./global-references.js').PlacedIdentifier} node */
    function checkMath(node) {
      const member = node.parent;
      const name = member.type === 'MemberExpression' && member.object === node ? propertyName(member) : null;
      if (name === null) context.report({ node, messageId: 'alias' });
      else if (name === 'random') context.report({ node: member, messageId: 'luck' });
      else if (!EXACT.has(name)) context.report({ node: member, messageId: 'math', data: { name } });
    }

    /** @param {AssignmentExpression | BinaryExpression} node */
    function checkPower(node) {
      if (node.operator === '**' || node.operator === '**=') {
        context.report({ node, messageId: 'power', data: { operator: node.operator } });
      }
    }

    return {
      'Program:exit'() {
        for (const node of globalReferences(context.sourceCode)) {
          if (node.name === 'Math') checkMath(node);
          if (node.name === 'Date') context.report({ node, messageId: 'clock' });
          if (node.name === 'Intl') context.report({ node, messageId: 'locale', data: { name: node.name } });
        }
      },
      BinaryExpression: checkPower,
      AssignmentExpression: checkPower,
      MemberExpression(node) {
        const name = propertyName(node);
        if (name !== null && LOCALE.test(name)) context.report({ node: node.property, messageId: 'locale', data: { name } });
      },
      ObjectPattern(node) {
        for (const { key } of node.properties.filter((property) => property.type === 'Property')) {
          const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
          if (LOCALE.test(name)) context.report({ node: key, messageId: 'locale', data: { name } });
        }
      },
    };
  },
};
