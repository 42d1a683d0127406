/** Every mode that a service has, with the real SDK, as the emulator sees it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { credentials, emulatorBench, lionFor, services } from './backends-bench.ts';
import type { Bench } from './backends-bench.ts';
import { agentBaseUrl } from './agent-client.ts';
import { createAgentPlatformVeo } from './agent-platform-veo.ts';
import type { SourceClip, StartRequest, VideoBackend } from './video-backend.ts';

const [veo, omni, agent, project] = services;
if (!veo || !omni || !agent || !project) throw new Error('A service is missing.');
const image = { mimeType: 'image/png', data: Buffer.from('an image') } as const;

let bench: Bench;
beforeEach(async () => {
  bench = await emulatorBench();
});
afterEach(() => bench.emulator.close());

async function start(backend: VideoBackend, request: StartRequest): Promise<string> {
  const outcome = await backend.start(request);
  if (outcome.kind !== 'accepted') throw new Error(outcome.error.message);
  return outcome.remoteName;
}

/** Makes a clip to go on from. */
async function source(backend: VideoBackend, request: StartRequest): Promise<Omit<SourceClip, 'task'>> {
  const remoteName = await start(backend, request);
  bench.pass(3_000);
  const outcome = await backend.poll(remoteName);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return { remoteName, videoUri: outcome.videoUri, data: null };
}

const last = () => bench.emulator.creates().at(-1)?.body;

describe.each([veo, agent])('$name', (service) => {
  const lion = lionFor(service);

  it('sends both frames, references and people', async () => {
    const backend = service.make(bench.emulator.url);
    await start(backend, { ...lion, image, lastFrame: image, personGeneration: 'allow_adult' });
    const encoded = { bytesBase64Encoded: image.data.toString('base64'), mimeType: 'image/png' };
    expect(last()).toMatchObject({
      instances: [{ prompt: 'lion walking', image: encoded, lastFrame: encoded }],
      parameters: { personGeneration: 'allow_adult' },
    });
    await start(backend, { ...lion, referenceImages: [image, image] });
    expect(last()).toMatchObject({
      instances: [{ referenceImages: [{ image: encoded, referenceType: 'ASSET' }, {}] }],
    });
  });
});

it('Veo at the Gemini API extends by the address of the clip', async () => {
  const backend = veo.make(bench.emulator.url);
  const from = await source(backend, lionFor(veo));
  await start(backend, { ...lionFor(veo), source: { ...from, task: 'extend' } });
  expect(last()).toMatchObject({ instances: [{ video: { uri: from.videoUri, encoding: 'video/mp4' } }] });
});

it('the Agent Platform extends by the address in a bucket, or by the bytes', async () => {
  const inBucket = project.make(bench.emulator.url);
  const from = await source(inBucket, lionFor(project));
  expect(from.videoUri).toMatch(/^gs:\/\/my-bucket\/clips\//);
  await start(inBucket, { ...lionFor(project), source: { ...from, task: 'extend' } });
  expect(last()).toMatchObject({ instances: [{ video: { gcsUri: from.videoUri } }] });
  const data = Buffer.from('a clip');
  await start(agent.make(bench.emulator.url), {
    ...lionFor(agent),
    source: { ...from, task: 'extend', data },
  });
  expect(last()).toMatchObject({ instances: [{ video: { bytesBase64Encoded: data.toString('base64') } }] });
});

it('Omni Flash edits, extends and upscales the interaction', async () => {
  const backend = omni.make(bench.emulator.url);
  const from = await source(backend, lionFor(omni));
  for (const task of ['edit', 'extend', 'upscale'] as const) {
    await start(backend, { ...lionFor(omni), resolution: '1080p', source: { ...from, task } });
    expect(last()).toMatchObject({
      previous_interaction_id: from.remoteName.replace('interactions/', ''),
      generation_config: { video_config: { task } },
    });
  }
});

it('Omni Flash takes two frames and six references', async () => {
  const backend = omni.make(bench.emulator.url);
  const lion = lionFor(omni);
  await start(backend, { ...lion, image, lastFrame: image, referenceImages: [image] });
  await start(backend, { ...lion, referenceImages: Array.from({ length: 6 }, () => image) });
  expect(bench.emulator.creates()).toHaveLength(2);
});

it('Omni Flash stops when it is asked to', async () => {
  const backend = omni.make(bench.emulator.url);
  const name = await start(backend, lionFor(omni));
  await backend.cancel?.(name);
  expect(await backend.poll(name)).toMatchObject({ kind: 'failed' });
  await expect(backend.cancel?.(name)).rejects.toThrow();
});

it('the Agent Platform takes a seed and turns the sound off', async () => {
  await start(agent.make(bench.emulator.url), { ...lionFor(agent), seed: 7, generateAudio: false });
  expect(last()).toMatchObject({ parameters: { seed: 7, generateAudio: false } });
});

describe('what a service does not have', () => {
  it.each([
    [veo, { seed: 1 }],
    [veo, { generateAudio: false }],
    [omni, { negativePrompt: 'rain' }],
    [omni, { personGeneration: 'allow_adult' }],
    [omni, { seed: 0 }],
    [omni, { generateAudio: false }],
  ] as const)('$0.name, %j: refused before anything is sent', async (service, more) => {
    const outcome = await service.make(bench.emulator.url).start({ ...lionFor(service), ...more });
    expect(outcome).toMatchObject({
      ...{ kind: 'refused', error: { code: 'service_refused', details: { charged: false } } },
    });
    expect(bench.emulator.requests).toEqual([]);
  });
});

describe('credentials of this computer', () => {
  const make = (accessToken: string) =>
    createAgentPlatformVeo({
      ...{ baseUrl: bench.emulator.url, storageUrl: bench.emulator.url, outputUri: null, fetch },
      credentials: credentials(accessToken),
    });

  it('that the service does not take are told, and nothing is charged', async () => {
    const outcome = await make('an-old-token').start(lionFor(agent));
    expect(outcome).toMatchObject({ kind: 'refused', error: { code: 'client_not_initialized' } });
  });

  it('that are missing are told before anything is sent', async () => {
    const outcome = await make('').start(lionFor(agent));
    expect(outcome).toMatchObject({
      ...{ kind: 'refused', error: { code: 'client_not_initialized', details: { charged: false } } },
    });
    expect(bench.emulator.requests).toEqual([]);
  });
});

it.each([
  ['a key', { kind: 'key', apiKey: 'k' }, 'https://aiplatform.googleapis.com'],
  ['global', { kind: 'project', project: 'p', location: 'global' }, 'https://aiplatform.googleapis.com'],
  ['eu', { kind: 'project', project: 'p', location: 'eu' }, 'https://aiplatform.eu.rep.googleapis.com'],
  [
    'a region',
    { kind: 'project', project: 'p', location: 'us-central1' },
    'https://us-central1-aiplatform.googleapis.com',
  ],
] as const)('the address of the Agent Platform for %s', (_, given, url) => {
  const access = { baseUrl: null, storageUrl: null, outputUri: null, credentials: given, fetch };
  expect(agentBaseUrl(access)).toBe(url);
});
