import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openTemplateStore } from '../../settings/template-store.ts';
import type { TemplateStore } from '../../settings/template-store.ts';
import { createOpenedTemplates } from './opened-templates.ts';
import type { OpenedTemplateFiles } from './opened-templates.ts';
import { createTemplates } from './templates.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const nobody = () => Promise.resolve(null);

const words = (name: string) => ({ name, prompt: `prompt of ${name}`, negativePrompt: null, shape: null });

describe('files of templates that were opened with the app', () => {
  let folder: string;
  let store: TemplateStore;
  let opened: OpenedTemplateFiles;
  const told = vi.fn();

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-opened-'));
    store = await openTemplateStore(folder, log);
    const dialogs = { saveTemplates: nobody, openTemplates: nobody };
    opened = createOpenedTemplates(createTemplates({ store, log, dialogs }), told);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function give(name: string, templates: unknown[]): Promise<void> {
    const file = path.join(folder, name);
    await writeFile(file, JSON.stringify({ format: 'zoetrope-templates', version: 1, templates }));
    await opened.open([file]);
  }

  function first() {
    const result = opened.first();
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  }

  it('are shown without being taken in, and taken in when it is said', async () => {
    await give('a.zoetrope', [words('A'), words('B')]);
    expect(told).toHaveBeenCalled();
    expect(first()).toMatchObject({ fileName: 'a.zoetrope', error: null, count: 2, known: 0 });
    expect(first()?.templates).toEqual([
      { name: 'A', prompt: 'prompt of A' },
      { name: 'B', prompt: 'prompt of B' },
    ]);
    expect(store.all()).toEqual([]);
    expect(await opened.answer(first()?.id ?? '', true)).toMatchObject({ ok: true, value: { added: 2 } });
    expect(store.all().map(({ name }) => name)).toEqual(['A', 'B']);
    expect(first()).toBeNull();
  });

  it('are left without a trace, and answered once', async () => {
    await give('a.zoetrope', [words('A')]);
    await give('b.zoetrope', [words('B')]);
    const id = first()?.id ?? '';
    expect(await opened.answer(id, false)).toMatchObject({ ok: true, value: { added: null } });
    expect(await opened.answer(id, true)).toMatchObject({ ok: false, error: { code: 'invalid_file' } });
    expect(store.all()).toEqual([]);
    expect(first()?.fileName).toBe('b.zoetrope');
  });

  it('say how many of them are there already, and show fifty', async () => {
    const many = Array.from({ length: 60 }, (_, index) => words(`T${index}`));
    await store.replace([{ id: 'mine', ...words('T3') }]);
    await give('many.zoetrope', many);
    expect(first()).toMatchObject({ count: 60, known: 1 });
    expect(first()?.templates).toHaveLength(50);
  });

  it('wait on where the disk refuses', async () => {
    await give('a.zoetrope', [words('A')]);
    vi.spyOn(store, 'replace').mockRejectedValueOnce(new Error('ENOSPC'));
    const id = first()?.id ?? '';
    expect(await opened.answer(id, true)).toMatchObject({ ok: false, error: { code: 'export_failed' } });
    expect(await opened.answer(id, true)).toMatchObject({ ok: true });
  });

  it.skipIf(process.platform === 'win32')('are files: nothing else is read', async () => {
    const socket = path.join(folder, 'socket.zoetrope');
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(socket, resolve);
    });
    onTestFinished(() => {
      server.close();
    });
    await opened.open([socket, folder]);
    const refused = {
      error: { message: 'This is not a file of templates. Nothing was imported.' },
      count: 0,
    };
    expect(first()).toMatchObject({ fileName: 'socket.zoetrope', ...refused });
    await opened.answer(first()?.id ?? '', true);
    expect(first()).toMatchObject(refused);
    expect(store.all()).toEqual([]);
  });
});
