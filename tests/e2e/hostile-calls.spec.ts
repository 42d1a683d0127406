/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { videoChatContract, zoetropeContract } from '../../preload/contract/contract.ts';
import { errorCodes } from '../../preload/contract/error-codes.ts';
import { hostileInputs, readHostile } from '../support/hostile-input.ts';
import { answerFolderDialog, watchBrowser, watchFileManager } from './support/desktop.ts';
import { filesBelow } from './support/files.ts';
import { expect, test } from './support/test.ts';

test.setTimeout(120_000);

type Setters = Record<string, (input: unknown) => Promise<unknown>>;

const plainSettings = {
  ...{ language: 'en', theme: 'dark', defaultModel: null, concurrency: 2, pollingIntervalSeconds: 5 },
  ...{ dayBudgetUsd: null, monthBudgetUsd: null, welcomed: true },
};

interface Named {
  name: string;
  schema: z.ZodType;
  inputs: string[];
}

/** What a call with these would ask is somebody else's computer: they get what the schema refuses, and nothing else. */
const asksAnywhere = /^(key|agentPlatform)\./;

function everyCall(): Named[] {
  const calls = [
    ...Object.entries(videoChatContract).map(([name, call]) => [`videoChat.${name}`, call.input] as const),
    ...Object.entries(zoetropeContract).flatMap(([domain, inner]) =>
      Object.entries(inner as Record<string, { input: z.ZodType }>).map(
        ([name, call]) => [`${domain}.${name}`, call.input] as const,
      ),
    ),
  ];
  return calls.map(([name, schema], index) => ({
    name,
    schema,
    inputs: hostileInputs(schema, 60, 1000 + index).filter(
      (text) => !asksAnywhere.test(name) || !schema.safeParse(readHostile(text)).success,
    ),
  }));
}

test('whatever a page sends to whatever call, it gets an answer in words, and nothing is changed behind it', async ({
  studio,
  folder,
}) => {
  await answerFolderDialog(studio, null);
  await studio.answerSaveDialog(null);
  const opened = await watchBrowser(studio);
  const shown = await watchFileManager(studio);
  const all = everyCall();
  expect(all.length).toBeGreaterThan(60);

  const { found: wrong, codesSeen } = await studio.page.evaluate(
    async ({ calls, codes }) => {
      type Call = (input: unknown) => Promise<{ ok: boolean; error?: { code: string; message: string } }>;
      const bridge = globalThis as unknown as Record<string, Record<string, Record<string, Call> & Call>>;
      const found: string[] = [];
      const codesSeen = new Set<string>();
      const revive = (_key: string, value: unknown): unknown => {
        const count = typeof value === 'string' ? /^bytes of the tests: (\d+)$/.exec(value)?.[1] : undefined;
        return count === undefined ? value : new Uint8Array(Number(count));
      };
      for (const { name, inputs } of calls) {
        const [first = '', second = ''] = name.split('.');
        const call =
          first === 'videoChat' ? bridge['videoChat']?.[second] : bridge['zoetrope']?.[first]?.[second];
        for (const text of inputs) {
          const at = `${name} ${text.slice(0, 200)}`;
          try {
            const slow = new Promise<null>((resolve) => setTimeout(resolve, 10_000, null));
            const answer = await Promise.race([call?.(JSON.parse(text, revive)), slow]);
            codesSeen.add(answer?.ok ? 'done' : (answer?.error?.code ?? ''));
            if (!answer) found.push(`${at}: no answer`);
            else if (
              !answer.ok &&
              !(answer.error && codes.includes(answer.error.code) && answer.error.message)
            )
              found.push(`${at}: ${JSON.stringify(answer)}`);
            else if (answer.error?.code === 'internal') found.push(`${at}: internal`);
          } catch (error) {
            found.push(`${at}: threw ${String(error)}`);
          }
        }
      }
      if ('polluted' in {} || 'owned' in globalThis) found.push('the page was changed');
      return { found, codesSeen: [...codesSeen] };
    },
    { calls: all.map(({ name, inputs }) => ({ name, inputs })), codes: [...errorCodes] as string[] },
  );
  expect(wrong).toEqual([]);
  // It went deep as well: not all was refused at the door.
  expect(codesSeen).toEqual(
    expect.arrayContaining(['done', 'invalid_request', 'invalid_prompt', 'operation_not_found']),
  );

  expect(await studio.application.evaluate(() => 'polluted' in {})).toBe(false);
  expect(await shown()).toEqual([]);
  for (const url of await opened())
    expect(url).toMatch(/^https:\/\/(ai|aistudio|console\.cloud)\.google\.(dev|com)\//);
  // Where there was nothing to say there is no file.
  const log = await readFile(path.join(folder, 'logs', 'main.log'), 'utf8').catch(() => '');
  expect(log).not.toContain('A call failed');
  expect(log).not.toContain('Unhandled rejection');
  // Some of it were good settings; with those of before the app is what it was.
  await studio.page.evaluate(
    async ({ before, paused }) => {
      const { settings, queue } = (globalThis as unknown as { zoetrope: Record<string, Setters> }).zoetrope;
      await settings?.['update']?.(before);
      await queue?.['setPaused']?.({ paused });
    },
    { before: plainSettings, paused: false },
  );
  await studio.page.reload();
  await studio.makeClip('after all that');
  const names = (await filesBelow(folder)).map(({ file }) => file);
  expect(names.filter((name) => /passwd|boot\.ini/.test(path.basename(name)))).toEqual([]);
});
