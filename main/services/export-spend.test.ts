import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import { operationRow, sessionRow, temporaryFolder, testTables } from '../storage/test-bench.ts';
import { createExportSpend } from './export-spend.ts';
import { createFakeClock } from './fake-clock.ts';

async function bench(answer: (folder: string) => string | null) {
  const folder = await temporaryFolder();
  const { operations, sessions, spend } = testTables();
  const { clock } = createFakeClock(new Date(2026, 10, 22, 12).getTime());
  const askWhere = vi.fn(() => Promise.resolve(answer(folder)));
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  return {
    folder,
    askWhere,
    paid: (...[number, changes]: Parameters<typeof operationRow>) => {
      const sessionId = changes?.sessionId ?? firstSessionId;
      if (!sessions.find(sessionId)) sessions.insert(sessionRow(sessionId));
      operations.insert(operationRow(number, { service: 'gemini', estimatedUsd: 3.2, ...changes }));
      spend.project(operationRow(number).id, 0);
    },
    exportSpend: createExportSpend({ rows: spend, clock, log, askWhere }),
  };
}

const id = (number: number) => operationRow(number).id;
const header = 'date,operation,model,resolution,seconds,session,state,usd\r\n';

test('the ledger goes into the file, byte for byte as RFC 4180 says, without prompts or formulas', async () => {
  const { folder, askWhere, paid, exportSpend } = await bench((to) => path.join(to, 'spend.csv'));
  paid(1, { phase: 'completed', prompt: 'SECRET', submittedAt: Date.UTC(2026, 10, 22, 8, 30) });
  paid(2, { phase: 'blocked', sessionId: 'ads, "summer"\nsecond line', createdAt: Date.UTC(2026, 10, 23) });
  paid(3, { phase: 'unknown', sessionId: '=HYPERLINK("x")', createdAt: Date.UTC(2026, 10, 24) });
  paid(4, { phase: 'processing', sessionId: '-2+3', estimatedUsd: 0.125, createdAt: Date.UTC(2026, 10, 25) });
  paid(5, { phase: 'queued', createdAt: Date.UTC(2026, 10, 26) });
  expect(await exportSpend()).toEqual({ ok: true, value: { saved: true } });
  expect(askWhere).toHaveBeenCalledExactlyOnceWith('Zoetrope spend 2026-11-22.csv');
  const veo = 'veo-3.1-generate-preview,720p,8';
  expect(await readFile(path.join(folder, 'spend.csv'), 'utf8')).toBe(
    header +
      `2026-11-22T08:30:00.000Z,${id(1)},${veo},First session,charged,3.20\r\n` +
      `2026-11-23T00:00:00.000Z,${id(2)},${veo},"ads, ""summer""\nsecond line",not_charged,0.00\r\n` +
      `2026-11-24T00:00:00.000Z,${id(3)},${veo},"'=HYPERLINK(""x"")",unknown,3.20\r\n` +
      `2026-11-25T00:00:00.000Z,${id(4)},${veo},'-2+3,estimated,0.125\r\n`,
  );
  expect(await readdir(folder)).toEqual(['spend.csv']);
});

test('more rows than are read at once are all there, in their order', async () => {
  const { folder, paid, exportSpend } = await bench((to) => path.join(to, 'spend.csv'));
  for (let number = 1; number <= 2001; number += 1) paid(number, { phase: 'completed', createdAt: 5 });
  await exportSpend();
  const lines = (await readFile(path.join(folder, 'spend.csv'), 'utf8')).trimEnd().split('\r\n').slice(1);
  expect(lines.map((line) => line.split(',')[1])).toEqual(Array.from({ length: 2001 }, (_, n) => id(n + 1)));
});

test('closing the dialog saves nothing and is no error', async () => {
  const { folder, exportSpend } = await bench(() => null);
  expect(await exportSpend()).toEqual({ ok: true, value: { saved: false } });
  expect(await readdir(folder)).toEqual([]);
});

test('a place that cannot be written to is said in words, and what was there stays', async () => {
  const { folder, exportSpend } = await bench((to) => path.join(to, 'taken'));
  await mkdir(path.join(folder, 'taken'));
  await writeFile(path.join(folder, 'taken', 'file'), 'mine');
  expect(await exportSpend()).toMatchObject({ ok: false, error: { code: 'export_failed' } });
  expect(await readdir(folder)).toEqual(['taken']);
  expect(await readFile(path.join(folder, 'taken', 'file'), 'utf8')).toBe('mine');
});
