/** Omni Flash over Interactions, asked by the official SDK and by hand. */
import { GoogleGenAI } from '@google/genai';
import { describe, expect, test } from 'vitest';
import type { Bench } from './test-client.ts';
import { bench, clipBytes, field } from './test-client.ts';

const omni = 'gemini-omni-1.2-flash';
const path = '/v1beta/interactions';
const image = { type: 'image', data: Buffer.from('an image').toString('base64'), mime_type: 'image/png' };
const once = { maxRetries: 0 };

interface Wanted {
  text?: string;
  images?: number;
  task?: string;
  format?: Record<string, unknown>;
  more?: Record<string, unknown>;
}

function body({ text = 'a lion walking', images = 0, task, format = {}, more = {} }: Wanted = {}) {
  return {
    model: omni,
    background: true,
    input: [...Array.from({ length: images }, () => image), { type: 'text', text }],
    response_format: { type: 'video', duration: '8s', delivery: 'uri', ...format },
    ...(task === undefined ? {} : { generation_config: { video_config: { task } } }),
    ...more,
  };
}

async function started({ create }: Bench, wanted: Wanted = {}): Promise<string> {
  const { text, json } = await create(body(wanted), path);
  const id = field(json, 'id');
  if (typeof id !== 'string') throw new Error(text);
  return id;
}

/** Makes one that ends with a clip. */
async function made(client: Bench, wanted: Wanted = {}): Promise<string> {
  const id = await started(client, wanted);
  client.pass(3000);
  await expect.poll(async () => field((await client.call(`${path}/${id}`)).json, 'status')).toBe('completed');
  return id;
}

const refused = (message: string) => ({
  error: { code: 'invalid_request', message: expect.stringContaining(message) as string },
});

describe('the official SDK', () => {
  async function withSdk() {
    const client = await bench();
    const ai = new GoogleGenAI({ apiKey: 'any-key', httpOptions: { baseUrl: client.emulator.url } });
    return { ...client, ai };
  }

  test('starts, polls and finds a clip at an address', async () => {
    const { ai, emulator, pass, call, asked } = await withSdk();
    const begun = await ai.interactions.create(
      {
        model: omni,
        background: true,
        input: 'a lion walking',
        response_format: {
          ...{ type: 'video', aspect_ratio: '9:16', resolution: '1080p', duration: '15s', delivery: 'uri' },
        },
        generation_config: { video_config: { task: 'text_to_video' } },
      },
      once,
    );
    expect(begun).toMatchObject({ object: 'interaction', status: 'in_progress', model: omni });
    expect(begun.id).toMatch(/^v1_[a-z0-9]+$/);
    expect(asked[0]).toMatchObject({
      prompt: 'a lion walking',
      width: 1080,
      height: 1920,
      durationSeconds: 15,
    });
    expect(emulator.creates().map(({ operation }) => operation)).toEqual([begun.id]);
    expect((await ai.interactions.get(begun.id, {}, once)).status).toBe('in_progress');
    pass(3000);
    const done = await ai.interactions.get(begun.id, {}, once);
    expect(done.status).toBe('completed');
    expect(done.output_video).toMatchObject({ mime_type: 'video/mp4' });
    expect((await call(done.output_video?.uri ?? '')).headers.get('content-type')).toBe('video/mp4');
  });

  test('waits for a clip that comes inside the answer', async () => {
    const { ai } = await withSdk();
    const slow = await bench({ delayMs: 0 });
    const direct = new GoogleGenAI({ apiKey: 'k', httpOptions: { baseUrl: slow.emulator.url } });
    const done = await direct.interactions.create({ model: 'gemini-omni-1.1-flash', input: 'a lion' }, once);
    expect(done.status).toBe('completed');
    expect(Buffer.from(done.output_video?.data ?? '', 'base64').equals(clipBytes)).toBe(true);
    expect(ai).toBeDefined();
  });

  test('cancels', async () => {
    const { ai, pass } = await withSdk();
    const { id } = await ai.interactions.create({ model: omni, background: true, input: 'a lion' }, once);
    expect((await ai.interactions.cancel(id, {}, once)).status).toBe('cancelled');
    pass(3000);
    expect((await ai.interactions.get(id, {}, once)).status).toBe('cancelled');
    await expect(ai.interactions.cancel(id, {}, once)).rejects.toMatchObject({ status: 400 });
  });

  test('gets its errors in both forms', async () => {
    const { ai, emulator } = await withSdk();
    await expect(ai.interactions.get('v1_nosuchone', {}, once)).rejects.toMatchObject({
      status: 400,
      error: { error: { code: 'invalid_request' } },
    });
    emulator.setFaults([{ name: 'rate-limit' }]);
    await expect(
      ai.interactions.create({ model: omni, background: true, input: 'a lion' }, once),
    ).rejects.toMatchObject({ status: 429, error: { error: { status: 'RESOURCE_EXHAUSTED' } } });
  });
});

describe('what is asked of the clip source', () => {
  test.each([
    ['one image', { images: 1, task: 'image_to_video' }, [true, false, 0]],
    ['one image, no task', { images: 1 }, [true, false, 0]],
    [
      'two frames',
      { images: 2, task: 'image_to_video', text: '[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] x' },
      [true, true, 0],
    ],
    [
      'frames and references',
      {
        images: 3,
        text: '[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] [# References <IMAGE_REF_0>@Image3] x',
      },
      [true, true, 1],
    ],
    ['references', { images: 6, task: 'reference_to_video' }, [false, false, 6]],
    ['a tagged reference', { images: 1, text: '<IMAGE_REF_0>@Image1 dances' }, [false, false, 1]],
  ] satisfies [string, Wanted, unknown][])('%s', async (_, wanted, expected) => {
    const client = await bench();
    await started(client, wanted);
    const [clip] = client.asked;
    expect([clip?.image != null, clip?.lastFrame != null, clip?.references.length]).toEqual(expected);
  });

  test('an edit, an extension and an upscale get the clip that they go on from', async () => {
    const client = await bench();
    const id = await made(client, { format: { aspect_ratio: '9:16', duration: '10s' } });
    const more = { previous_interaction_id: id };
    await started(client, { text: 'at night', more });
    await started(client, { task: 'extend', more, format: { duration: '5s' } });
    await started(client, { task: 'upscale', more, format: { resolution: '4k', duration: undefined } });
    const facts = client.asked.slice(1).map(({ source, durationSeconds, width, aspectRatio }) => ({
      ...{ task: source?.task, bytes: source?.data.length, durationSeconds, width, aspectRatio },
    }));
    expect(facts).toEqual([
      { task: 'edit', bytes: 1000, durationSeconds: 10, width: 720, aspectRatio: '9:16' },
      { task: 'extend', bytes: 1000, durationSeconds: 15, width: 720, aspectRatio: '9:16' },
      { task: 'upscale', bytes: 1000, durationSeconds: 10, width: 2160, aspectRatio: '9:16' },
    ]);
  });

  test('a clip can be named by its file as well', async () => {
    const client = await bench();
    const uri = `${client.emulator.url}${await client.finish()}`;
    const input = [
      { type: 'video', uri, mime_type: 'video/mp4' },
      { type: 'text', text: 'at night' },
    ];
    expect((await client.create({ ...body(), input }, path)).status).toBe(200);
    expect(client.asked[1]?.source?.task).toBe('edit');
  });
});

describe('requests that the model refuses', () => {
  test.each([
    ['a duration that is a number', { format: { duration: 8 } }, '`duration`'],
    ['a duration without its unit', { format: { duration: '8' } }, '`duration`'],
    ['two seconds', { format: { duration: '2s' } }, 'from 3s to 15s'],
    ['sixteen seconds', { format: { duration: '16s' } }, 'from 3s to 15s'],
    [
      'eleven seconds between frames',
      { images: 2, text: '<FIRST_FRAME>@Image1 <LAST_FRAME>@Image2', format: { duration: '11s' } },
      'from 3s to 10s',
    ],
    ['a resolution', { format: { resolution: '480p' } }, '`resolution`'],
    ['an aspect ratio', { format: { aspect_ratio: '1:1' } }, '`aspect_ratio`'],
    ['a delivery', { format: { delivery: 'post' } }, '`delivery`'],
    ['a negative prompt', { more: { negative_prompt: 'rain' } }, "Unknown parameter 'negative_prompt'"],
    ['a number of videos', { format: { number_of_videos: 2 } }, 'number_of_videos'],
    ['people', { more: { generation_config: { video_config: { person_generation: 'x' } } } }, 'person_gen'],
    ['a task', { task: 'dance' }, 'video_config.task'],
    ['an image for text', { images: 1, task: 'text_to_video' }, 'takes no images'],
    ['no image for an image task', { task: 'image_to_video' }, 'needs an image'],
    ['several images without tags', { images: 2, task: 'image_to_video' }, 'need tags'],
    ['an image that is not there', { images: 1, text: '<FIRST_FRAME>@Image2' }, '@Image2'],
    ['the image before the first', { images: 1, text: '<FIRST_FRAME>@Image0' }, '@Image0'],
    ['a tag twice', { images: 2, text: '<FIRST_FRAME>@Image1 <FIRST_FRAME>@Image2' }, 'more than once'],
    ['a last frame alone', { images: 1, text: '<LAST_FRAME>@Image1' }, 'needs a <FIRST_FRAME>'],
    ['seven references', { images: 7, task: 'reference_to_video' }, 'up to 6 reference images'],
    ['nothing to edit', { task: 'edit' }, 'needs a video'],
    ['an interaction that is not there', { more: { previous_interaction_id: 'v1_no' } }, 'was not found'],
    ['no text', { text: ' ' }, '`input`'],
    ['streaming', { more: { stream: true } }, 'does not stream'],
  ] satisfies [string, Wanted, string][])('%s', async (_, wanted, message) => {
    const { create, emulator } = await bench();
    const answer = await create(body(wanted), path);
    expect([answer.status, answer.json]).toMatchObject([400, refused(message)]);
    expect(emulator.creates()).toEqual([]);
  });

  test('what 1.1 has less of', async () => {
    const { create } = await bench();
    const ask = async (wanted: Wanted) =>
      (await create({ ...body(wanted), model: 'gemini-omni-1.1-flash' }, path)).json;
    expect(await ask({ format: { duration: '11s' } })).toMatchObject(refused('from 3s to 10s'));
    expect(await ask({ images: 4, task: 'reference_to_video' })).toMatchObject(refused('up to 3'));
    expect(await ask({ task: 'upscale' })).toMatchObject(refused('does not support the task upscale'));
  });

  test('an edit of what has not ended, or ended without a clip', async () => {
    const client = await bench();
    const id = await started(client);
    const edit = () => client.create(body({ more: { previous_interaction_id: id } }), path);
    expect((await edit()).json).toMatchObject(refused('no video'));
  });

  test('an extension over 40 seconds', async () => {
    const client = await bench();
    const long = { duration: '15s' };
    let id = await made(client, { format: long });
    id = await made(client, { task: 'extend', format: long, more: { previous_interaction_id: id } });
    const third = body({ task: 'extend', format: long, more: { previous_interaction_id: id } });
    expect((await client.create(third, path)).json).toMatchObject(refused('40s in all'));
  });

  test('a body that is not JSON', async () => {
    const { create } = await bench();
    expect((await create('{"model":', path)).json).toMatchObject(refused('Invalid JSON payload'));
    expect((await create('7', path)).json).toMatchObject(refused('`model`'));
  });
});

describe('how they end', () => {
  test('refused by the filter: completed, with text only', async () => {
    const client = await bench();
    client.emulator.setFaults([{ name: 'blocked', reason: 'I cannot make that.' }]);
    const id = await made(client);
    const { json, text } = await client.call(`${path}/${id}`);
    expect(field(json, 'steps')).toEqual([
      { type: 'thought', signature: expect.any(String) as string },
      { type: 'model_output', content: [{ type: 'text', text: 'I cannot make that.' }] },
    ]);
    expect(text).not.toContain('video/mp4');
  });

  test('failed, with its errors', async () => {
    const client = await bench();
    client.emulator.setFaults([{ name: 'failed', reason: 'Out of luck.' }]);
    const id = await started(client);
    client.pass(3000);
    expect((await client.call(`${path}/${id}?stream=false`)).json).toMatchObject({
      status: 'failed',
      errors: [{ code: 'internal_error', message: 'Out of luck.' }],
    });
  });

  test('“Multiple authentication credentials” comes in a list, and the job runs on', async () => {
    const client = await bench();
    const id = await made(client);
    client.emulator.setFaults([{ name: 'multiple-credentials', count: 1 }]);
    const answer = await client.call(`${path}/${id}`);
    expect([answer.status, answer.json]).toMatchObject([
      400,
      [{ error: { code: 400, message: expect.stringMatching(/^Multiple authentication cred/) as string } }],
    ]);
    expect((await client.call(`${path}/${id}`)).status).toBe(200);
  });

  test('the file goes after two days, the interaction after 55', async () => {
    const client = await bench();
    const inline = await made(client, { format: { delivery: 'inline' } });
    const id = await made(client);
    const status = async (which: string) => (await client.call(`${path}/${which}`)).status;
    const uri = /"uri": "([^"]+)"/.exec((await client.call(`${path}/${id}`)).text)?.[1] ?? '';
    client.pass(2 * 24 * 3_600_000);
    await client.begin();
    expect((await client.call(uri)).status).toBe(404);
    expect((await client.call(`${path}/${inline}`)).text).toContain('"data": "AAEC');
    client.pass(53 * 24 * 3_600_000);
    await client.begin();
    expect([await status(inline), await status(id)]).toEqual([400, 400]);
  });

  test('deleted ones are gone', async () => {
    const client = await bench();
    const id = await made(client);
    expect((await client.call(`${path}/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await client.call(`/v1/interactions/${id}`)).status).toBe(400);
  });
});
