import { describe, expect, it } from 'vitest';
import { omniRequest } from './omni-request.ts';
import type { StartImage } from './start-image.ts';
import type { StartRequest } from './video-backend.ts';

const lion: StartRequest = {
  ...{ model: 'gemini-omni-1.2-flash', prompt: 'lion walking', negativePrompt: null, image: null },
  ...{ aspectRatio: '9:16', resolution: '1080p', durationSeconds: 12 },
};
const picture = (text: string): StartImage => ({ mimeType: 'image/png', data: Buffer.from(text) });
const content = (text: string) => ({
  ...{ type: 'image', mime_type: 'image/png', data: Buffer.from(text).toString('base64') },
});

describe('a request for Omni Flash', () => {
  it('of text', () => {
    expect(omniRequest(lion)).toEqual({
      model: 'gemini-omni-1.2-flash',
      background: true,
      input: [{ type: 'text', text: 'lion walking' }],
      response_format: {
        ...{ type: 'video', aspect_ratio: '9:16', duration: '12s', resolution: '1080p', delivery: 'uri' },
      },
      generation_config: { video_config: { task: 'text_to_video' } },
    });
  });

  it('of one frame needs no tag', () => {
    const { input, generation_config: config } = omniRequest({ ...lion, image: picture('a') });
    expect(input).toEqual([content('a'), { type: 'text', text: 'lion walking' }]);
    expect(config.video_config.task).toBe('image_to_video');
  });

  it('of frames and references counts them from 1, in their order', () => {
    const { input } = omniRequest({
      ...{ ...lion, image: picture('a'), lastFrame: picture('b') },
      referenceImages: [picture('c'), picture('d')],
    });
    expect(input).toEqual([
      ...[content('a'), content('b'), content('c'), content('d')],
      {
        type: 'text',
        text: '[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] [# References <IMAGE_REF_0>@Image3 <IMAGE_REF_1>@Image4] lion walking',
      },
    ]);
  });

  it('of references alone', () => {
    const { input, generation_config: config } = omniRequest({ ...lion, referenceImages: [picture('c')] });
    expect(input.at(-1)).toEqual({ type: 'text', text: '[# References <IMAGE_REF_0>@Image1] lion walking' });
    expect(config.video_config.task).toBe('reference_to_video');
  });

  it('of an edit names the interaction, and leaves the shape to it', () => {
    const source = {
      task: 'edit',
      remoteName: 'interactions/v1_x',
      videoUri: 'https://x',
      data: null,
    } as const;
    expect(omniRequest({ ...lion, source })).toMatchObject({
      previous_interaction_id: 'v1_x',
      response_format: { type: 'video', resolution: '1080p', delivery: 'uri' },
      generation_config: { video_config: { task: 'edit' } },
    });
    expect(omniRequest({ ...lion, source }).response_format).not.toHaveProperty('duration');
  });

  it('of an extension says how much is added; a clip of Veo goes along by its address or its bytes', () => {
    const source = {
      task: 'extend',
      remoteName: 'models/veo/operations/1',
      videoUri: 'https://x/1',
    } as const;
    const byUri = omniRequest({ ...lion, source: { ...source, data: null } });
    expect(byUri).not.toHaveProperty('previous_interaction_id');
    expect(byUri.response_format).toMatchObject({ duration: '12s' });
    expect(byUri.input[0]).toEqual({ type: 'video', mime_type: 'video/mp4', uri: 'https://x/1' });
    const byBytes = omniRequest({ ...lion, source: { ...source, data: Buffer.from('clip') } });
    expect(byBytes.input[0]).toMatchObject({ type: 'video', data: Buffer.from('clip').toString('base64') });
  });
});
