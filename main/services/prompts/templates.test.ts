import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemplateStore } from '../../settings/template-store.ts';
import { createTemplates } from './templates.ts';
import type { Templates } from './templates.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const lisbon = {
  name: 'City at a time',
  prompt: '{city=Lisbon} at {time=dawn}',
  negativePrompt: 'text',
  shape: { aspectRatio: '16:9', resolution: '720p', duration: '8' },
} as const;

describe('templates', () => {
  let folder: string;
  let chosen: string | null;
  let templates: Templates;

  async function open(): Promise<void> {
    templates = createTemplates({
      store: await openTemplateStore(folder, log),
      log,
      dialogs: {
        saveTemplates: () => Promise.resolve(chosen),
        openTemplates: () => Promise.resolve(chosen),
      },
    });
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-templates-'));
    chosen = path.join(folder, 'given.json');
    await open();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const names = () => {
    const list = templates.list();
    return list.ok ? list.value.map(({ name }) => name) : [];
  };

  it('are kept over a restart, replaced by their id, and removed', async () => {
    await templates.save(lisbon);
    const saved = await templates.save({ ...lisbon, name: 'B', prompt: 'one' });
    const id = saved.ok ? (saved.value.find(({ name }) => name === 'B')?.id ?? '') : '';
    await open();
    expect(names()).toEqual(['B', 'City at a time']);
    await templates.save({ ...lisbon, id, name: 'C' });
    expect(names()).toEqual(['C', 'City at a time']);
    await templates.remove(id);
    await open();
    expect(names()).toEqual(['City at a time']);
  });

  it('go to a file and come back from it, once', async () => {
    await templates.save(lisbon);
    expect(await templates.exportFile()).toEqual({ ok: true, value: { saved: true } });
    expect(await templates.importFile()).toMatchObject({ value: { added: 0, known: 1 } });
    const all = templates.list();
    for (const { id } of all.ok ? all.value : []) await templates.remove(id);
    expect(await templates.importFile()).toMatchObject({ value: { added: 1, known: 0 } });
    expect(templates.list()).toMatchObject({ value: [lisbon] });
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('of the same name are both kept', async () => {
    await templates.save(lisbon);
    await templates.exportFile();
    const list = templates.list();
    for (const { id: each } of list.ok ? list.value : []) await templates.remove(each);
    await templates.save({ ...lisbon, prompt: 'another' });
    await templates.importFile();
    expect(names()).toEqual(['City at a time', 'City at a time (2)']);
  });

  it.each([
    ['half a file', '{"format": "zoetrope-templates", "templ', /not JSON/],
    ['another file', '{"name": "zoetrope"}', /not one of Zoetrope’s templates/],
    ['no list', '{"format":"zoetrope-templates","version":1}', /no list of templates/],
    [
      'a template without a prompt',
      JSON.stringify({
        format: 'zoetrope-templates',
        version: 1,
        templates: [lisbon, { ...lisbon, prompt: ' ' }],
      }),
      /Template 2 .* look at its prompt/,
    ],
    [
      'a shape that nobody makes',
      JSON.stringify({
        format: 'zoetrope-templates',
        version: 1,
        templates: [{ ...lisbon, shape: { ...lisbon.shape, duration: '99' } }],
      }),
      /Template 1 .* look at its settings/,
    ],
  ])('%s is refused whole, in words', async (_what, text, words) => {
    await writeFile(path.join(folder, 'given.json'), text);
    const result = await templates.importFile();
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_file' } });
    expect(result.ok ? '' : result.error.message).toMatch(words);
    expect(result.ok ? '' : result.error.message).toMatch(/Nothing was imported\.$/);
    expect(names()).toEqual([]);
  });

  it('that cannot be read at a start are set aside, not lost', async () => {
    await writeFile(path.join(folder, 'templates.json'), 'broken');
    await open();
    expect(names()).toEqual([]);
    const kept = (await readdir(folder)).find((name) => name.startsWith('templates-damaged-')) ?? '';
    expect(await readFile(path.join(folder, kept), 'utf8')).toBe('broken');
  });

  it('are as before where the user chooses no file', async () => {
    chosen = null;
    expect(await templates.importFile()).toMatchObject({ value: { added: null } });
    expect(await templates.exportFile()).toEqual({ ok: true, value: { saved: false } });
  });
});
