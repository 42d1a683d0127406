/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { expect, test } from './support/test.ts';

/** Each example of a document with what it says that it prints. */
function examplesOf(text: string): { code: string; prints: string }[] {
  const blocks = text.matchAll(/```js\n(.*?)```\n\n```text\n(.*?)```/gs);
  return [...blocks].map(([, code = '', prints = '']) => ({ code, prints: prints.trim() }));
}

test('the examples of the API’s document do what it says', async ({ studio }) => {
  const text = await readFile('docs/VIDEO_API_DOCS.md', 'utf8');
  const examples = examplesOf(text);
  expect(examples.length).toBeGreaterThan(4);
  expect(text.match(/```js\n/g)).toHaveLength(examples.length);
  // The page forbids code from text, as it should; the debugger's own way is what developer tools use.
  const session = await studio.page.context().newCDPSession(studio.page);
  for (const { code, prints } of examples) {
    await test.step(code.split('\n')[0] ?? '', async () => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `(async () => {
          const printed = [];
          const console = { log: (...values) => printed.push(values.join(' ')) };
          ${code}
          return printed.join('\\n');
        })()`,
        awaitPromise: true,
        returnByValue: true,
      });
      expect(exceptionDetails?.exception?.description, code).toBeUndefined();
      expect(result.value).toBe(prints);
    });
  }
});
