/// <reference lib="dom" />
import { copyFile, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { watched } from './support/connections.ts';
import { filesBelow } from './support/files.ts';
import { listen } from './support/listening.ts';
import { seedOperations } from './support/seed.ts';
import { expect, test, testKey } from './support/test.ts';
import { tryWaysOut } from './support/ways-out.ts';

test('no script in the window has a way out, with or without the page’s policy', async ({
  launch,
  folder,
}) => {
  const { netLog, ...options } = await watched(folder);
  const listener = await listen();
  const host = 'secret-word.example';
  const targets = { tcpPort: listener.tcpPort, udpPort: listener.udpPort, host };
  try {
    const studio = await launch(options);
    expect(await studio.page.evaluate(tryWaysOut, targets)).toEqual([]);
    // A hole in the policy alone is not a way out.
    const protocol = await studio.page.context().newCDPSession(studio.page);
    await protocol.send('Page.setBypassCSP', { enabled: true });
    await studio.page.reload();
    await expect(studio.prompt).toBeVisible();
    expect(await studio.page.evaluate(tryWaysOut, targets)).toEqual([]);
    // Each try was refused aloud.
    expect(studio.takeProblems().length).toBeGreaterThan(20);
    await studio.close();
    studio.takeProblems();
    expect(listener.heard).toEqual([]);
    // Names are told to whoever answers for them.
    expect((await readFile(netLog, 'utf8')).match(/[\w-]+\.secret-word\.example/g)).toBeNull();
  } finally {
    listener.close();
  }
});

const owned = '<img src=x onerror="globalThis.owned=1"><script>globalThis.owned=1</script>';

/** A PNG of a few hundred kilobytes whose picture would take gigabytes. */
function pngBomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const lines = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('markup in prompts and names of files is shown as it is, bombs are refused', async ({
  studio,
  folder,
}) => {
  const { page } = studio;
  const well = studio.firstFrame;
  const take = (file: string) => page.getByLabel('Image file for the first frame').setInputFiles(file);

  await test.step('a name full of markup', async () => {
    const name = '<img src=x onerror=globalThis.owned=1>.png';
    await copyFile('tests/fixtures/still.png', path.join(folder, name));
    await take(path.join(folder, name));
    await expect(well).toContainText(name);
  });
  await test.step('a PNG that unfolds to gigabytes', async () => {
    await writeFile(path.join(folder, 'bomb.png'), pngBomb(30_000));
    await take(path.join(folder, 'bomb.png'));
    await expect(well).toContainText('more than 100 megapixels');
  });
  await test.step('an SVG with a script', async () => {
    await writeFile(
      path.join(folder, 'drawing.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.owned=1"><script>globalThis.owned=1</script></svg>',
    );
    await take(path.join(folder, 'drawing.svg'));
    await expect(well).toContainText('not a PNG, JPEG or WebP image');
  });
  await test.step('a prompt full of markup and paths', async () => {
    const prompt = `../../../etc/cron.d/x ${owned}`;
    await studio.makeClip(prompt);
    await expect(studio.card(prompt)).toBeVisible();
    const library = await readdir(path.join(folder, 'library'));
    expect(library.filter((name) => name.endsWith('.mp4'))).toHaveLength(1);
    const clips = (await filesBelow(folder)).filter(({ file }) => file.endsWith('.mp4'));
    expect(clips.map(({ file }) => path.dirname(file))).toEqual(['library']);
  });
  expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
  // No element of the page came out of a text.
  expect(await page.locator('[onerror], [onload], script:not([src])').count()).toBe(0);
});

test('what others put into the library does no harm: links, and clips that are bombs', async ({
  launch,
  folder,
}) => {
  const library = path.join(folder, 'library');
  await mkdir(library);
  const box = (type: string, size: number, data = Buffer.alloc(0)): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(size);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data]);
  };
  const sound = await readFile('emulator/samples/landscape-720p-4s.mp4');
  // Boxes in boxes, each saying that it is four gigabytes long.
  const nested = Buffer.concat(Array.from({ length: 20_000 }, () => box('moov', 0xffffffff)));
  await writeFile(path.join(library, 'nested.mp4'), Buffer.concat([sound.subarray(0, 32), nested]));
  // A whole clip, but for tables that say that they have billions of entries.
  const tables = Buffer.from(sound);
  for (const type of ['stsz', 'stco', 'stts', 'stsc']) {
    for (let at = tables.indexOf(type); at !== -1; at = tables.indexOf(type, at + 4))
      tables.writeUInt32BE(0xfffffff0, at + (type === 'stsz' ? 12 : 8));
  }
  await writeFile(path.join(library, 'tables.mp4'), tables);
  await writeFile(path.join(folder, 'secret.mp4'), sound);
  await symlink(path.join(folder, 'secret.mp4'), path.join(library, 'link.mp4'));
  await copyFile('emulator/samples/landscape-720p-4s.mp4', path.join(library, 'good.mp4'));
  seedOperations(
    folder,
    library,
    ['nested', 'tables', 'link', 'good'].map((name) => ({
      prompt: `the ${name} one`,
      clipFile: `${name}.mp4`,
    })),
  );
  const studio = await launch();
  const statusOf = async (name: string) => {
    const id = await studio.card(`the ${name} one`).getAttribute('data-operation-id');
    return studio.application.evaluate(
      async ({ net }, url) => (await net.fetch(url, { method: 'HEAD' })).status,
      `media://clip/${id ?? ''}`,
    );
  };
  expect(await statusOf('link')).toBe(404);
  expect(await statusOf('good')).toBe(200);
  for (const name of ['nested', 'tables', 'link']) {
    await studio
      .card(`the ${name} one`)
      .getByRole('button', { name: /^Play: / })
      .click();
    await expect(studio.page.getByRole('dialog')).toBeVisible();
    await studio.page.keyboard.press('Escape');
    await expect(studio.page.getByRole('dialog')).toHaveCount(0);
  }
  // The one beside them plays, and the app goes on making clips.
  await studio.play(studio.card('the good one'));
  await studio.page.keyboard.press('Escape');
  await studio.makeClip('after the bombs');
  studio.takeProblems();
});

test('the key is not in the memory of a window, and a crash leaves it nowhere', async ({
  launch,
  folder,
}) => {
  const studio = await launch();
  const marker = 'a marker in the prompt';
  await studio.makeClip(marker);
  const protocol = await studio.page.context().newCDPSession(studio.page);
  const parts: string[] = [];
  protocol.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await protocol.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const heap = parts.join('');
  // What the window does know is found this way.
  expect(heap.includes(marker)).toBe(true);
  expect(heap.includes(testKey)).toBe(false);

  await studio.application.evaluate(async ({ webContents }) => {
    const contents = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/index.html'));
    const gone = new Promise((resolve) => contents?.once('render-process-gone', resolve));
    contents?.forcefullyCrashRenderer();
    await gone;
  });
  await studio.kill();
  studio.takeProblems();
  const files = await filesBelow(folder);
  expect(files.filter(({ file }) => /\.(dmp|core)$/.test(file)).map(({ file }) => file)).toEqual([]);
  for (const form of [Buffer.from(testKey), Buffer.from(testKey, 'utf16le')])
    expect(files.filter(({ content }) => content.includes(form)).map(({ file }) => file)).toEqual([]);
});
