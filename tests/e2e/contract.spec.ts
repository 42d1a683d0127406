/// <reference lib="dom" />
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../preload/contract/result.ts';
import { filesBelow } from './support/files.ts';
import type { Studio } from './support/studio.ts';
import { expect, test, testKey } from './support/test.ts';
import { attempts } from './support/wire.ts';

type Answer = Result<unknown>;
type Calls = Record<string, (...input: unknown[]) => Promise<Answer>>;

interface Bridge {
  videoChat: Calls;
  zoetrope: Record<string, Calls>;
}

/** Calls over the bridge as any script in the page could: `videoChat.generate`, `zoetrope.clips.download`. */
function call({ page }: Studio, name: string, input?: unknown): Promise<Answer> {
  return page.evaluate(
    async ([names, value]) => {
      const bridge = globalThis as unknown as Bridge;
      const [api = '', ...rest] = names;
      const calls = api === 'videoChat' ? bridge.videoChat : bridge.zoetrope[rest[0] ?? ''];
      const answer = await calls?.[rest.at(-1) ?? '']?.(value);
      return (
        answer ??
        ({ ok: false, error: { code: 'internal', message: 'no answer', retryable: false } } as const)
      );
    },
    [name.split('.'), input] as const,
  );
}

const refused = (code: string, message: string | RegExp) => ({
  ok: false,
  error: {
    code,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
    retryable: false,
  },
});

/** Smallest whole PNG of one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('the bridge has the contract’s calls and no others', async ({ studio }) => {
  const bridge = await studio.page.evaluate(() => {
    const { videoChat, zoetrope } = globalThis as unknown as Bridge;
    return {
      videoChat: Object.keys(videoChat),
      zoetrope: Object.fromEntries(
        Object.entries(zoetrope).map(([domain, calls]) => [
          domain,
          typeof calls === 'function' ? 'function' : Object.keys(calls),
        ]),
      ),
      elsewhere: ['zoetropeMedia', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    };
  });
  expect(bridge).toEqual({
    videoChat: ['generate', 'generateWithImage', 'status', 'operations'],
    zoetrope: {
      app: ['state', 'openLink', 'dismissNotice', 'shown', 'setImpossible'],
      settings: ['get', 'update', 'chooseLibraryFolder'],
      key: ['set', 'check', 'remove'],
      agentPlatform: ['setKey', 'setProject', 'check', 'remove'],
      models: ['list', 'refresh'],
      images: ['check', 'generate', 'file', 'versions'],
      operations: ['list', 'get', 'image', 'again', 'remove', 'restore', 'clearFinished'],
      queue: ['summary', 'list', 'setPaused', 'move', 'cancel', 'followAgain', 'retryFailed'],
      clips: ['download', 'showInFolder', 'copyFile'],
      library: [
        'page',
        'ids',
        'position',
        'facets',
        'details',
        'takes',
        'setFavourite',
        'rate',
        'remove',
        'restore',
        'download',
        'cancelDownload',
        'wantPosters',
      ],
      sessions: [
        'list',
        'current',
        'create',
        'rename',
        'archive',
        'unarchive',
        'select',
        'remove',
        'restore',
        'moveClips',
      ],
      prompts: [
        'templates',
        'saveTemplate',
        'removeTemplate',
        'importTemplates',
        'exportTemplates',
        'openedTemplates',
        'answerOpened',
        'enhanceOffer',
        'enhance',
      ],
      updates: ['state', 'check', 'download', 'install', 'skip', 'openPage'],
      recipes: ['read', 'rebuild', 'cancelRebuild'],
      spend: ['summary', 'exportCsv', 'allowOver'],
      on: 'function',
    },
    elsewhere: [],
  });
});

test('the four calls of the original answer field for field', async ({ studio, emulator }) => {
  emulator.setFaults([{ name: 'slow' }]);
  const started = await call(studio, 'videoChat.generate', {
    prompt: 'a lion',
    aspect_ratio: '9:16',
    negative_prompt: 'rain',
    session_id: 'a session of mine',
  });
  expect(started).toEqual({
    ok: true,
    value: { operation_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown, status: 'pending' },
  });
  const id = started.ok ? (started.value as { operation_id: string }).operation_id : '';
  const status = () => call(studio, 'videoChat.status', { operation_id: id });

  await expect.poll(status).toEqual({
    ok: true,
    value: {
      operation_id: id,
      status: 'processing',
      phase: 'processing',
      elapsed_seconds: expect.any(Number) as unknown,
    },
  });
  emulator.setFaults([]);
  const completed = {
    operation_id: id,
    status: 'completed',
    phase: 'completed',
    elapsed_seconds: expect.any(Number) as unknown,
    video_url: `media://clip/${id}`,
  };
  await expect.poll(status).toEqual({ ok: true, value: completed });

  const withImage = await studio.page.evaluate(async (png) => {
    const data = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    return (globalThis as unknown as Bridge).videoChat['generateWithImage']?.({
      prompt: 'a pixel',
      image_file: { name: 'pixel.png', mime_type: 'image/png', data },
    });
  }, pixel);
  expect(withImage).toMatchObject({ ok: true, value: { status: 'pending' } });
  await studio.expectPhase(studio.card('a pixel'), 'completed');

  const all = await call(studio, 'videoChat.operations');
  const when = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown;
  expect(all).toEqual({
    ok: true,
    value: {
      operations: [
        expect.objectContaining({
          request: {
            prompt: 'a pixel',
            aspect_ratio: '16:9',
            resolution: '720p',
            duration: '8',
            model: 'veo-3.1-generate-preview',
            image_name: 'pixel.png',
          },
        }),
        {
          ...completed,
          request: {
            prompt: 'a lion',
            aspect_ratio: '9:16',
            resolution: '720p',
            duration: '8',
            model: 'veo-3.1-generate-preview',
            negative_prompt: 'rain',
            session_id: 'a session of mine',
          },
          created_at: when,
        },
      ],
    },
  });
});

test('bad input is answered with a value that says what is wrong, and nothing is sent', async ({
  studio,
  emulator,
}) => {
  const prompt = 'a lion';
  const image = (fields: object) => ({
    prompt,
    image_file: { name: 'a.png', mime_type: 'image/png', ...fields },
  });
  const bad: [string, unknown, string, RegExp][] = [
    ['videoChat.generate', { prompt: '' }, 'invalid_prompt', /prompt is empty/],
    ['videoChat.generate', { prompt: ' \n ' }, 'invalid_prompt', /prompt is empty/],
    ['videoChat.generate', { prompt: 'x'.repeat(100_000) }, 'invalid_prompt', /100,000 characters.*4,000/],
    ['videoChat.generate', { prompt: 7 }, 'invalid_prompt', /./],
    ['videoChat.generate', {}, 'invalid_prompt', /./],
    ['videoChat.generate', { prompt, negative_prompt: 'x'.repeat(1001) }, 'invalid_negative_prompt', /1,000/],
    ['videoChat.generate', { prompt, aspect_ratio: '1:1' }, 'invalid_aspect_ratio', /16:9.*9:16/],
    ['videoChat.generate', { prompt, resolution: '8k' }, 'invalid_resolution', /720p.*1080p.*4k/],
    ['videoChat.generate', { prompt, duration: 8 }, 'invalid_duration', /"3" to "15"/],
    [
      'videoChat.generate',
      { prompt, resolution: '1080p', duration: '4' },
      'invalid_duration',
      /1080p needs 8/,
    ],
    ['videoChat.generate', { prompt, model: 'veo-9' }, 'invalid_model', /model is not known/],
    ['videoChat.generate', { prompt, fps: 24 }, 'invalid_request', /fps/],
    ['videoChat.generate', 'a lion', 'invalid_request', /not understood/],
    ['videoChat.generate', null, 'invalid_request', /not understood/],
    ['videoChat.generate', [prompt], 'invalid_request', /not understood/],
    ['videoChat.generateWithImage', { prompt }, 'invalid_image', /PNG, JPEG or WebP/],
    ['videoChat.generateWithImage', image({ data: 'aGVsbG8=' }), 'invalid_image', /PNG, JPEG or WebP/],
    ['videoChat.status', { operation_id: 'nobody' }, 'operation_not_found', /^Operation not found/],
    ['videoChat.status', {}, 'invalid_request', /operation_id/],
    ['videoChat.operations', { all: true }, 'invalid_request', /./],
    ['zoetrope.operations.get', { operationId: '../../etc/passwd' }, 'operation_not_found', /not found/],
    ['zoetrope.operations.image', { operationId: 'nobody' }, 'operation_not_found', /not found/],
    ['zoetrope.operations.remove', { operationIds: ['nobody'] }, 'operation_not_found', /not found/],
    ['zoetrope.operations.list', { limit: 1e9 }, 'invalid_request', /limit/],
    ['zoetrope.library.details', { operationId: 'nobody' }, 'operation_not_found', /not found/],
    ['zoetrope.library.restore', { undoToken: 'nobody' }, 'operation_not_found', /undo is over/],
    ['zoetrope.library.page', { query: {}, offset: 0, limit: 10 }, 'invalid_request', /query/],
    ['zoetrope.clips.copyFile', { operationId: 'nobody' }, 'operation_not_found', /not found/],
    ['zoetrope.clips.download', { operationId: 'nobody' }, 'operation_not_found', /not found/],
    ['zoetrope.clips.showInFolder', { operationId: 'nobody' }, 'operation_not_found', /not found/],
    ['zoetrope.settings.update', { pollingIntervalSeconds: 0 }, 'invalid_request', /pollingIntervalSeconds/],
    ['zoetrope.settings.update', { libraryFolder: '/etc' }, 'invalid_request', /libraryFolder/],
    ['zoetrope.recipes.read', { moov: 'moov' }, 'invalid_request', /moov/],
    ['zoetrope.app.openLink', { link: 'https://example.com' }, 'invalid_request', /link/],
    ['zoetrope.key.set', { key: '' }, 'invalid_request', /key/],
  ];
  for (const [name, input, code, message] of bad) {
    const shown = JSON.stringify(input).slice(0, 60);
    await test.step(`${name} ${shown}`, async () => {
      const answer = await call(studio, name, input);
      expect(answer).toMatchObject(refused(code, message));
    });
  }

  await test.step('garbage that is no data at all', async () => {
    const answers = await studio.page.evaluate(async () => {
      const { videoChat, zoetrope } = globalThis as unknown as Bridge;
      const garbage: unknown[] = [
        undefined,
        () => 'a function',
        { prompt: () => 'a function inside' },
        { prompt: new Map([['a', 1]]) },
        { prompt: 'a lion', session_id: new Date() },
        { prompt: 10n },
        new ArrayBuffer(64 * 1024 * 1024),
        Object.fromEntries(Array.from({ length: 100_000 }, (_value, index) => [`field${index}`, index])),
        NaN,
        '__proto__',
        JSON.parse('{"__proto__":{"prompt":"a lion"}}'),
      ];
      const calls = [
        videoChat['generate'],
        videoChat['generateWithImage'],
        videoChat['status'],
        zoetrope['clips']?.['download'],
        zoetrope['key']?.['set'],
        zoetrope['operations']?.['remove'],
      ];
      const outcomes: string[] = [];
      for (const one of calls) {
        for (const [index, value] of garbage.entries()) {
          try {
            const answer = await one?.(value);
            const told = answer?.ok === false && answer.error.message !== '' ? 'refused' : 'wrong';
            outcomes.push(told === 'refused' ? told : `${index}: ${JSON.stringify(answer)}`);
          } catch (error) {
            outcomes.push(`${index}: threw ${String(error)}`);
          }
        }
      }
      return outcomes;
    });
    expect([...new Set(answers)]).toEqual(['refused']);
  });

  expect(attempts(emulator)).toEqual([]);
  await expect(studio.cards).toHaveCount(0);
});

test('a key is never sent in the clear to another computer', async ({ launch }) => {
  const studio = await launch({ baseUrl: 'http://192.0.2.1:8787' });
  await expect(studio.page.getByText('Nothing can be generated right now')).toBeVisible();
  await studio.prompt.fill('a lion');
  await studio.generateButton.click();
  await expect(studio.composer.getByText(/Gemini client not initialized/)).toBeVisible();
  await expect(studio.composer.getByText(/GOOGLE_GEMINI_BASE_URL must begin with https/)).toBeVisible();
  await expect(studio.prompt).toHaveValue('a lion');
  await expect(studio.cards).toHaveCount(0);
  expect(await call(studio, 'videoChat.generate', { prompt: 'a lion' })).toMatchObject(
    refused('client_not_initialized', /^Gemini client not initialized/),
  );
});

test('the page is locked in: no Node, no network, no other page, no other file', async ({
  studio,
  emulator,
  folder,
}) => {
  const { page, application } = studio;
  const card = await studio.makeClip('a lion');
  const id = (await card.getAttribute('data-operation-id')) ?? '';
  const known = emulator.requests.length;
  const address = page.url();

  await test.step('no Node', async () => {
    const types = await page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      return ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].map(
        (name) => typeof world[name],
      );
    });
    expect([...new Set(types)]).toEqual(['undefined']);
  });

  await test.step('no network', async () => {
    const reached = await page.evaluate(async (url) => {
      const settled = (start: (works: () => void, fails: () => void) => void) =>
        new Promise<boolean>((resolve) => {
          start(
            () => {
              resolve(true);
            },
            () => {
              resolve(false);
            },
          );
        });
      return {
        fetch: await fetch(url).then(
          () => true,
          () => false,
        ),
        request: await settled((works, fails) => {
          const request = new XMLHttpRequest();
          request.onload = works;
          request.onerror = fails;
          request.open('GET', url);
          request.send();
        }),
        socket: await settled((works, fails) => {
          try {
            const socket = new WebSocket(url.replace('http', 'ws'));
            socket.onopen = works;
            socket.onerror = fails;
          } catch {
            fails();
          }
        }),
        image: await settled((works, fails) => {
          const image = new Image();
          image.onload = works;
          image.onerror = fails;
          image.src = `${url}/a.png`;
        }),
        script: await settled((works, fails) => {
          const script = document.createElement('script');
          script.onload = works;
          script.onerror = fails;
          script.src = `${url}/a.js`;
          document.head.append(script);
        }),
        beacon: navigator.sendBeacon(url, 'hello') && false,
      };
    }, emulator.url);
    expect(reached).toEqual({
      fetch: false,
      request: false,
      socket: false,
      image: false,
      script: false,
      beacon: false,
    });
  });

  await test.step('no other window', async () => {
    const windows = () => application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    const before = await windows();
    const opened = await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
      return window.open(url) !== null;
    }, emulator.url);
    expect(opened).toBe(false);
    expect(await windows()).toBe(before);
  });

  await test.step('no file but those that are clips', async () => {
    await mkdir(path.join(folder, 'library'), { recursive: true });
    await writeFile(path.join(folder, 'library', 'secret.mp4'), 'secret');
    // main's own fetch asks the protocol without the page's policy in between.
    const statuses = await application.evaluate(
      async ({ net }, urls) => {
        const answers: [string, number | string][] = [];
        for (const url of urls) {
          try {
            answers.push([url, (await net.fetch(url)).status]);
          } catch {
            answers.push([url, 'no answer']);
          }
        }
        return answers;
      },
      [
        `media://clip/${id}`,
        'media://clip/../../etc/passwd',
        'media://clip/..%2f..%2f..%2f..%2fetc%2fpasswd',
        `media://clip/${id}/../secret.mp4`,
        `media://clip/${id}%00`,
        'media://clip/secret.mp4',
        'media://clip/',
        'media:///etc/passwd',
        'media://clip/00000000-0000-4000-8000-000000000000',
        `media://upload/${id}`,
        `media://library/${id}`,
        'app://zoetrope/../main/index.js',
        'app://zoetrope/..%2fmain%2findex.js',
        'app://zoetrope/%2e%2e/main/index.js',
        'app://other/index.html',
      ],
    );
    const [own, ...others] = statuses;
    expect(own?.[1]).toBe(200);
    expect(others.filter(([, status]) => status !== 404 && status !== 'no answer')).toEqual([]);
  });

  await test.step('no other page', async () => {
    await application.evaluate(({ webContents }) => {
      const seen = { tried: 0, left: 0 };
      Object.assign(globalThis, { navigations: seen });
      const studioPage = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/index.html'));
      studioPage?.on('will-frame-navigate', () => (seen.tried += 1));
      studioPage?.on('did-navigate', () => (seen.left += 1));
    });
    const navigations = () =>
      application.evaluate(
        () => (globalThis as unknown as { navigations: { tried: number; left: number } }).navigations,
      );
    await page.evaluate((url) => {
      location.href = url;
    }, emulator.url);
    await expect.poll(navigations).toEqual({ tried: 1, left: 0 });
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
    }, emulator.url);
    await expect.poll(navigations).toEqual({ tried: 2, left: 0 });
    await page.evaluate(() => {
      location.href = 'file:///etc/passwd';
    });
    // Not by a locator: Playwright would wait for the end of a navigation that never begins.
    expect(await page.evaluate(() => document.body.innerText)).toContain('Generate Video');
    expect(await page.evaluate(() => location.href)).toBe(address);
    expect(await navigations()).toEqual({ tried: 2, left: 0 });
  });

  // Nothing of all that reached the service.
  expect(emulator.requests.slice(known)).toEqual([]);
  // What was refused is said in the console, and nothing else is.
  const said = studio.takeProblems();
  expect(said.length).toBeGreaterThan(0);
  const refusals = /Content Security Policy|ERR_|Not allowed to load local resource|Refused to/;
  expect(said.filter((text) => !refusals.test(text))).toEqual([]);
});

test('the key is in no file and in no answer', async ({ launch, emulator, folder }) => {
  // Given in the window, as most users give it. There is no keyring here, or it is stored encrypted.
  const studio = await launch({ key: null });
  const answers: unknown[] = [await call(studio, 'zoetrope.key.set', { key: testKey })];
  expect(answers[0]).toMatchObject({
    ok: true,
    value: { key: { lastFour: '1a2b' }, service: { mode: 'gemini' } },
  });
  await studio.chooseImage(path.resolve('tests/fixtures/still.png'));
  await studio.makeClip('a clip that works');
  for (const name of ['blocked', 'restricted-key', 'bad-key', 'cut-create'] as const) {
    emulator.setFaults([{ name }]);
    await expect(await studio.generate(`a clip with ${name}`)).toHaveAttribute('data-status', 'error');
  }
  emulator.setFaults([{ name: 'poll-cut', count: 2 }]);
  await studio.makeClip('a clip with broken polls');
  answers.push(await call(studio, 'zoetrope.key.set', { key: `${testKey}-and-more` }));

  for (const name of [
    'videoChat.operations',
    'zoetrope.app.state',
    'zoetrope.settings.get',
    'zoetrope.models.list',
    'zoetrope.operations.list',
  ]) {
    const answer = await call(
      studio,
      name,
      name.endsWith('.list') && !name.includes('models') ? {} : undefined,
    );
    expect(answer.ok).toBe(true);
    answers.push(answer);
  }
  expect(JSON.stringify(answers)).not.toContain(testKey);
  expect(await studio.page.content()).not.toContain(testKey);
  await studio.close();

  const forms = [
    Buffer.from(testKey),
    Buffer.from(testKey, 'utf16le'),
    Buffer.from(Buffer.from(testKey).toString('base64')),
  ];
  const files = await filesBelow(folder);
  // The places where it could be are among what was looked through.
  expect(files.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['zoetrope.db', 'settings.json', path.join('logs', 'main.log')]),
  );
  expect(files.some(({ file }) => file.startsWith('Local Storage'))).toBe(true);
  expect(
    files.filter(({ content }) => forms.some((form) => content.includes(form))).map(({ file }) => file),
  ).toEqual([]);
});
