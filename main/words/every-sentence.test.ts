import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { frenchOf } from '../../preload/contract/french/translate.ts';

/** Files whose sentences are for the log, for tests, for a text model, or have a French twin of their own. */
const others =
  /\.test\.ts$|bench|fake|\/test-|fault-|\/french\/|main\/words|main\/storage|rule-words|failures\.ts|command-words|local-versions/;

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !others.test(file));
}

/** A piece of text with `7` for each value; null where it is none. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join('');
}

function sentencesIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // What is thrown or logged is not for the user.
    if (ts.isThrowStatement(node) || ts.isNewExpression(node)) return;
    if (ts.isCallExpression(node) && /\blog\./.test(node.expression.getText())) return;
    const text = textOf(node);
    // An instruction to a text model.
    if (text?.startsWith('You improve prompts') === true) return;
    if (text !== null && /^[A-Z7][^]* \w+ [^]*[.?!]$/.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/** Words that a French sentence does not have. */
const english = /\b(?:the|this|that|is|was|it|are|and|be|with|not|nothing|choose|try|again)\b/i;

test('every sentence that main may say to the user is there in French', () => {
  const sentences = ['main', 'preload/contract'].flatMap((folder) => files(folder)).flatMap(sentencesIn);
  expect(sentences.length).toBeGreaterThan(80);
  expect(sentences.filter((sentence) => english.test(frenchOf(sentence)))).toEqual([]);
});
