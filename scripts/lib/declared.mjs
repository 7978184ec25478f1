import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const declarators = new Set(['it', 'test']);

/**
 * Counts the tests that a file declares: calls of `it` or `test`, with or without `.each`, `.for` and the like. A
 * declaration in a loop counts once, so a file runs at least as many tests as it declares.
 * @param {string} source
 */
export function countDeclaredTests(source) {
  const file = ts.createSourceFile('tests.ts', source, ts.ScriptTarget.Latest, true);
  let count = 0;
  const visit = (node) => {
    if (ts.isCallExpression(node) && isDeclaration(node)) count += 1;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return count;
}

/**
 * The tests that each of some files declares.
 * @param {readonly string[]} files
 * @returns {Promise<Map<string, number>>}
 */
export async function declaredTests(files) {
  const counts = new Map();
  for (const file of files) counts.set(file, countDeclaredTests(await readFile(file, 'utf8')));
  return counts;
}

function isDeclaration(call) {
  // In `it.each(rows)('name', check)` only the outer call declares.
  if (ts.isCallExpression(call.parent) && call.parent.expression === call) return false;
  if (ts.isPropertyAccessExpression(call.parent)) return false;
  let callee = call.expression;
  while (
    ts.isCallExpression(callee) ||
    ts.isPropertyAccessExpression(callee) ||
    ts.isTaggedTemplateExpression(callee)
  ) {
    callee = ts.isTaggedTemplateExpression(callee) ? callee.tag : callee.expression;
  }
  return ts.isIdentifier(callee) && declarators.has(callee.text);
}
