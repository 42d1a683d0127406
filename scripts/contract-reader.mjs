// Reads what the contract's own source says of itself: comments, what calls give, how types look.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { PROJECT_ROOT } from './command-line.mjs';

const FOLDER = path.join(PROJECT_ROOT, 'preload/contract');

/** @param {string} file a name in preload/contract */
async function parse(file) {
  const source = await readFile(path.join(FOLDER, file), 'utf8');
  return ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
}

/**
 * The comment of a declaration, as one line of text.
 * @param {ts.Node} node
 * @returns {string}
 */
function commentOf(node) {
  return ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * The object literal that a constant is made of, whatever it is wrapped in (`z.strictObject({…})`, `{…} as const`).
 * @param {ts.SourceFile} source
 * @param {string} name
 * @returns {ts.ObjectLiteralExpression}
 */
function objectOf(source, name) {
  const declarations = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  const found = firstObject(declarations.find((each) => each.name.getText() === name)?.initializer);
  if (!found) throw new Error(`There is no object ${name} in ${source.fileName}.`);
  return found;
}

/**
 * @param {ts.Node | undefined} node
 * @returns {ts.ObjectLiteralExpression | undefined}
 */
function firstObject(node) {
  if (!node || ts.isObjectLiteralExpression(node)) return node;
  return ts.forEachChild(node, firstObject);
}

/**
 * @param {ts.ObjectLiteralExpression} object
 * @returns {[string, ts.PropertyAssignment][]}
 */
function properties(object) {
  return object.properties.filter(ts.isPropertyAssignment).map((each) => [each.name.getText(), each]);
}

/**
 * @param {string} file
 * @param {string} name of the constant
 * @returns {Promise<Record<string, string>>} the comment of each field of a schema
 */
export async function fieldComments(file, name) {
  const object = objectOf(await parse(file), name);
  return Object.fromEntries(properties(object).map(([field, node]) => [field, commentOf(node)]));
}

/**
 * @typedef {{ domain: string, name: string, gives: string, comment: string }} CallFacts
 * @param {ts.ObjectLiteralExpression} object
 * @param {string} domain
 * @returns {CallFacts[]}
 */
function callsIn(object, domain) {
  return properties(object).map(([name, node]) => ({
    domain,
    name,
    gives: /^gives<(.*?)>\(\)/s.exec(node.initializer.getText())?.[1] ?? '',
    comment: commentOf(node),
  }));
}

/** @returns {Promise<CallFacts[]>} every call of the window, in the contract's order */
export async function readCalls() {
  const source = await parse('contract.ts');
  const domains = properties(objectOf(source, 'zoetropeContract'));
  return [
    ...callsIn(objectOf(source, 'videoChatContract'), 'videoChat'),
    ...domains.flatMap(([domain, node]) =>
      ts.isObjectLiteralExpression(node.initializer) ? callsIn(node.initializer, domain) : [],
    ),
  ];
}

/** @returns {Promise<Map<string, string>>} the source of every exported type, by its name */
export async function readTypes() {
  /** @type {Map<string, string>} */
  const types = new Map();
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  for (const file of names) {
    const source = await parse(file);
    ts.forEachChild(source, (node) => {
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
        types.set(node.name.text, node.getText().replace(/^export /, ''));
      }
    });
  }
  return types;
}

/** @returns {Promise<[name: string, payload: string, comment: string][]>} events of the studio window */
export async function readEvents() {
  const source = await parse('api.ts');
  /** @type {[string, string, string][]} */
  const events = [];
  ts.forEachChild(source, (node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'StudioEvents') return;
    for (const member of node.members) {
      if (!ts.isPropertySignature(member) || !member.type) continue;
      events.push([member.name.getText(), member.type.getText(), commentOf(member)]);
    }
  });
  return events;
}
