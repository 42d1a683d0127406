/// <reference lib="dom" />
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { sampleClips } from '../../emulator/clips.ts';
import type { RecordedRequest } from '../../emulator/requests.ts';
import { startEmulator } from '../../emulator/server.ts';
import type { Emulator } from '../../emulator/server.ts';
import type { Result } from '../../preload/contract/result.ts';
import { filesBelow } from './support/files.ts';
import { takeLooks } from './support/looks.ts';
import type { Studio } from './support/studio.ts';
import { expect, test, testKey } from './support/test.ts';

const agentKey = 'agent-key-of-the-tests-9z8y';
const agentModel = 'veo-3.1-generate-001';
const token = 'token-of-the-tests';

async function openSettings({ page }: Studio): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  return page.getByRole('dialog', { name: 'Settings' });
}

const agentPart = (settings: Locator): Locator => settings.getByRole('region', { name: 'Agent Platform' });
const geminiPart = (settings: Locator): Locator => settings.getByRole('region', { name: 'Gemini API' });

async function setUpAgent(settings: Locator): Promise<Locator> {
  const part = agentPart(settings);
  await part.getByRole('button', { name: 'Set up…' }).click();
  return part;
}

async function offerAgentKey(part: Locator, key: string): Promise<void> {
  await part.getByLabel('Agent Platform API key').fill(key);
  await part.getByRole('button', { name: 'Check and save' }).click();
}

async function typeAddress(part: Locator, address: string): Promise<void> {
  const field = part.getByLabel('Address of the service');
  if (!(await field.isVisible())) await part.getByText('Custom address').click();
  await field.fill(address);
}

/** As a script in the page asks for a clip of a model. */
function generate({ page }: Studio, prompt: string, model: string): Promise<Result<unknown>> {
  return page.evaluate((input) => window.videoChat.generate(input), {
    prompt,
    model,
    duration: '4' as const,
  });
}

/** Asks for a clip of a model and waits until it is on the disk. */
async function makeWith(studio: Studio, prompt: string, model: string): Promise<void> {
  expect((await generate(studio, prompt, model)).ok).toBe(true);
  await studio.expectPhase(studio.card(prompt), 'completed');
}

/** A second emulator, which takes the Agent Platform's key. */
async function agentEmulator(more: Partial<Parameters<typeof startEmulator>[0]> = {}): Promise<Emulator> {
  return startEmulator({
    ...{ clips: sampleClips(path.resolve('emulator/samples')), delayMs: 300 },
    ...{ apiKey: agentKey, tokens: [token], ...more },
  });
}

async function clipsIn(folder: string): Promise<string[]> {
  const files = await filesBelow(folder);
  return files.map(({ file }) => path.basename(file)).filter((name) => name.endsWith('.mp4'));
}

/** Nothing that an emulator was asked, or that lies in the data folder, has this key. */
function expectNowhere(key: string, requests: readonly RecordedRequest[]): void {
  expect(JSON.stringify(requests)).not.toContain(key);
}

test('an Agent Platform key from Settings makes clips, alone, and says what is wrong with a bad one', async ({
  launch,
  folder,
}) => {
  const agent = await agentEmulator();
  try {
    const studio = await launch({ key: null, baseUrl: null });
    const settings = await openSettings(studio);
    const part = await setUpAgent(settings);
    await typeAddress(part, agent.url);
    await expect(part).toContainText(`the key go to ${new URL(agent.url).host} instead of Google`);

    await test.step('a bad key is not kept', async () => {
      await offerAgentKey(part, 'key-of-somebody-else');
      await expect(part.getByRole('alert')).toContainText('The Agent Platform does not accept this key');
      await expect(part.getByRole('alert')).toContainText('Google Cloud console');
      expect(agent.creates()).toEqual([]);
    });
    await test.step('a good one is, and can be checked again at no cost', async () => {
      await offerAgentKey(part, agentKey);
      await expect(part).toContainText(`•••• ${agentKey.slice(-4)}`);
      await part.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(part).toContainText('It works');
      expect(agent.creates()).toEqual([]);
      expect(await settings.evaluate((element) => element.outerHTML)).not.toContain(agentKey);
      await settings.getByRole('button', { name: 'Close' }).click();
    });
    await test.step('a clip comes inside the answer and is on the disk', async () => {
      await expect(studio.page.getByRole('region', { name: 'Notices' }).getByText('Demo')).toHaveCount(0);
      await makeWith(studio, 'Made on the Agent Platform', agentModel);
      const [create] = agent.creates();
      expect(create?.path).toBe(`/v1/publishers/google/models/${agentModel}:predictLongRunning`);
      expect(create?.headers['x-goog-api-key']).toBe(agentKey);
      expect(agent.requests.map((request) => request.path).join(' ')).not.toContain(agentKey);
      expect(await clipsIn(folder)).toHaveLength(1);
    });
    await test.step('the other service’s model is refused before anything is sent', async () => {
      const before = agent.requests.length;
      const answer = await generate(studio, 'Not for this key', 'veo-3.1-generate-preview');
      const message = answer.ok ? '' : answer.error.message;
      expect(message).toMatch(/made by the Gemini API.*Nothing was sent/);
      expect(agent.requests).toHaveLength(before);
    });
    await test.step('removed, it is a demo again', async () => {
      await openSettings(studio);
      await part.getByRole('button', { name: 'Remove' }).click();
      await expect(part.getByRole('button', { name: 'Set up…' })).toBeVisible();
      await settings.getByRole('button', { name: 'Close' }).click();
      await expect(
        studio.page.getByRole('region', { name: 'Notices' }).getByText('Demo', { exact: true }),
      ).toBeVisible();
    });
  } finally {
    await agent.close();
  }
});

/** Where credentials of this computer get their tokens, and the file that names it. */
async function tokenServer(folder: string) {
  let refuses = false;
  const server = createServer((_request, response) => {
    response.writeHead(refuses ? 400 : 200, { 'content-type': 'application/json' });
    const answer = refuses
      ? { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }
      : { access_token: token, expires_in: 3600, token_type: 'Bearer' };
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const file = path.join(folder, 'credentials-of-the-tests.json');
  await writeFile(
    file,
    JSON.stringify({
      type: 'external_account_authorized_user',
      audience: '//iam.googleapis.com/locations/global/workforcePools/pool/providers/provider',
      ...{ client_id: 'id', client_secret: 'of-the-tests', refresh_token: 'of-the-tests' },
      token_url: `http://127.0.0.1:${port}/token`,
    }),
  );
  return {
    file,
    refuse(value: boolean) {
      refuses = value;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

test('a project with this computer’s credentials writes to its bucket, and the clip is fetched from there', async ({
  launch,
  folder,
}) => {
  const agent = await agentEmulator();
  const credentials = await tokenServer(folder);
  try {
    const studio = await launch({
      ...{ key: null, baseUrl: null },
      environment: {
        GOOGLE_APPLICATION_CREDENTIALS: credentials.file,
        GOOGLE_VERTEX_BASE_URL: agent.url,
        STORAGE_EMULATOR_HOST: agent.url,
      },
    });
    const settings = await openSettings(studio);
    const part = await setUpAgent(settings);
    await part.getByRole('radio', { name: 'Project on Google Cloud' }).check();
    await expect(part).toContainText('gcloud auth application-default login');
    await expect(part).toContainText(`The environment says that requests and the key go to`);
    const save = part.getByRole('button', { name: 'Check and save' });

    await test.step('what cannot be a project or a bucket is said at once', async () => {
      await part.getByLabel('Project', { exact: true }).fill('My Project');
      await save.click();
      await expect(part.getByRole('alert')).toContainText('Enter the project’s id');
      await part.getByLabel('Project', { exact: true }).fill('my-project');
      await part.getByLabel('Location').fill('us-central1');
      await part.getByLabel(/^Output folder/).fill('my-bucket');
      await save.click();
      await expect(part.getByRole('alert')).toContainText('gs://bucket/folder');
      expect(agent.requests).toEqual([]);
    });
    await test.step('credentials that have ended are told, with what makes new ones', async () => {
      await part.getByLabel(/^Output folder/).fill('gs://my-bucket/clips');
      credentials.refuse(true);
      await save.click();
      await expect(part.getByRole('alert')).toContainText('no Google Cloud credentials that work');
      await expect(part.getByRole('alert')).toContainText('gcloud auth application-default login');
      expect(agent.requests).toEqual([]);
      credentials.refuse(false);
      await save.click();
      await expect(part).toContainText('my-project · us-central1');
      await settings.getByRole('button', { name: 'Close' }).click();
    });
    await test.step('the clip is on the disk', async () => {
      await makeWith(studio, 'Made in a project', agentModel);
      const [create] = agent.creates();
      expect(create?.path).toBe(
        `/v1/projects/my-project/locations/us-central1/publishers/google/models/${agentModel}:predictLongRunning`,
      );
      expect(create?.headers['authorization']).toBe(`Bearer ${token}`);
      expect(create?.body).toMatchObject({ parameters: { storageUri: 'gs://my-bucket/clips' } });
      const fetched = agent.requests.find((request) => request.path.includes('/storage/v1/b/my-bucket/o/'));
      expect(fetched?.headers['authorization']).toBe(`Bearer ${token}`);
      expect(await clipsIn(folder)).toHaveLength(1);
    });
    await studio.close();

    const next = await launch({
      ...{ key: null, baseUrl: null },
      environment: {
        GOOGLE_APPLICATION_CREDENTIALS: credentials.file,
        GOOGLE_VERTEX_BASE_URL: agent.url,
        STORAGE_EMULATOR_HOST: agent.url,
      },
    });
    await test.step('it is there at the next start, without a key', async () => {
      await expect(agentPart(await openSettings(next))).toContainText('my-project · us-central1');
    });
  } finally {
    await agent.close();
    await credentials.close();
  }
});

test('a new address gets no old key: it is asked for again, and goes there only', async ({
  launch,
  emulator,
}) => {
  const other = await startEmulator({
    clips: sampleClips(path.resolve('emulator/samples')),
    ...{ apiKey: 'another-key-5t6u', delayMs: 300 },
  });
  try {
    const studio = await launch({ key: null, baseUrl: null });
    const settings = await openSettings(studio);
    const part = geminiPart(settings);
    const field = part.getByLabel(/Google API key$/);

    await test.step('an address that no key may go to', async () => {
      await field.fill(testKey);
      await typeAddress(part, 'http://gateway.example');
      await expect(part).toContainText('It must begin with https://');
      await part.getByRole('button', { name: 'Check and save' }).click();
      await expect(part.getByRole('alert')).toContainText('The service address cannot be used');
      await expect(field).toHaveValue(testKey);
      expect(emulator.requests).toEqual([]);
    });
    await test.step('the first address and its key', async () => {
      await typeAddress(part, emulator.url);
      await part.getByRole('button', { name: 'Check and save' }).click();
      await expect(part).toContainText(`•••• ${testKey.slice(-4)}`);
      await expect(part).toContainText(`the key go to ${new URL(emulator.url).host} instead of Google`);
    });
    await test.step('another address alone is not taken', async () => {
      await part.getByRole('button', { name: 'Replace' }).click();
      await typeAddress(part, other.url);
      await part.getByRole('button', { name: 'Check and save' }).click();
      await expect(part.getByRole('alert')).toContainText('Paste a key first.');
      expect(other.requests).toEqual([]);
    });
    await test.step('with its key it is', async () => {
      await part.getByLabel('New Google API key').fill('another-key-5t6u');
      await part.getByRole('button', { name: 'Check and save' }).click();
      await expect(part).toContainText('•••• 5t6u');
      await settings.getByRole('button', { name: 'Close' }).click();
      await studio.makeClip('Made through another address');
      expect(other.creates()).toHaveLength(1);
      expect(emulator.creates()).toEqual([]);
      expectNowhere(testKey, other.requests);
      expectNowhere('another-key-5t6u', emulator.requests);
      await expect(studio.page.getByRole('banner')).toContainText(new URL(other.url).host);
    });
  } finally {
    await other.close();
  }
});

test('both services at once: each clip is made, and followed after a restart, by its own', async ({
  launch,
  emulator,
  folder,
}) => {
  const agent = await agentEmulator({ delayMs: 1_500 });
  const environment = { GOOGLE_VERTEX_API_KEY: agentKey, GOOGLE_VERTEX_BASE_URL: agent.url };
  try {
    const studio = await launch({ environment });
    expect((await generate(studio, 'On the Agent Platform', agentModel)).ok).toBe(true);
    expect((await generate(studio, 'On the Gemini API', 'veo-3.1-generate-preview')).ok).toBe(true);
    await studio.expectPhase(studio.card('On the Agent Platform'), 'processing');
    await expect.poll(() => emulator.creates().length).toBe(1);
    await studio.close();

    const next = await launch({ environment });
    await next.expectPhase(next.card('On the Agent Platform'), 'completed');
    await next.expectPhase(next.card('On the Gemini API'), 'completed');
    expect(agent.creates()).toHaveLength(1);
    expect(emulator.creates()).toHaveLength(1);
    expectNowhere(testKey, agent.requests);
    expectNowhere(agentKey, emulator.requests);
    expect(await clipsIn(folder)).toHaveLength(2);
  } finally {
    await agent.close();
  }
});

test('the section fits both sizes in both themes', async ({ launch }) => {
  // Twenty times axe.
  test.setTimeout(180_000);
  const agent = await agentEmulator();
  try {
    const studio = await launch({ key: null, baseUrl: null });
    const settings = await openSettings(studio);
    const part = agentPart(settings);
    const look = (state: string): Promise<void> =>
      takeLooks(studio, `services-${state}`, {
        check: async (at) => {
          const wide = await settings.evaluate((dialog) =>
            [dialog, ...dialog.querySelectorAll('*')]
              .filter((each) => !each.matches('.visually-hidden, input'))
              .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
              .filter((each) => getComputedStyle(each).display !== 'inline')
              .map((each) => `${each.tagName} ${each.getAttribute('class') ?? ''}`),
          );
          expect(wide, `${state} at ${at}`).toEqual([]);
          // Its other way of working opens a page of its own, which an Electron app does not have.
          const { violations } = await new AxeBuilder({ page: studio.page }).setLegacyMode(true).analyze();
          expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
            [],
          );
        },
      });
    await look('none');
    await setUpAgent(settings);
    await look('key-form');
    await part.getByRole('radio', { name: 'Project on Google Cloud' }).check();
    await part.getByRole('button', { name: 'Check and save' }).click();
    await typeAddress(part, 'https://gateway.example/vertex');
    await part.getByRole('button', { name: 'Check and save' }).scrollIntoViewIfNeeded();
    await look('project-form');
    await part.getByRole('radio', { name: 'API key' }).check();
    await typeAddress(part, agent.url);
    await offerAgentKey(part, 'bad');
    await expect(part.getByRole('alert')).toBeVisible();
    await look('refused');
    await offerAgentKey(part, agentKey);
    await part.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(part).toContainText('It works');
    await look('kept');
  } finally {
    await agent.close();
  }
});
