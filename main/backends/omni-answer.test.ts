import { describe, expect, it } from 'vitest';
import { readInteraction } from './omni-answer.ts';

const uri = 'https://service.example/1';
const output = (...content: unknown[]) => [{ type: 'thought' }, { type: 'model_output', content }];
const video = { type: 'video', mime_type: 'video/mp4', uri };

describe('an interaction', () => {
  it.each(['queued', 'in_progress', 'requires_continuation', 'something_new', undefined])(
    'that is %s may still bring its clip',
    (status) => {
      expect(readInteraction({ id: 'v1_x', status })).toEqual({ kind: 'pending' });
    },
  );

  it.each(['completed', 'incomplete'])('that is %s with a clip has its clip', (status) => {
    expect(readInteraction({ status, steps: output({ type: 'text', text: 'Here.' }, video) })).toEqual({
      ...{ kind: 'done', videoUri: uri },
    });
  });

  it('may bring the clip inside', () => {
    const data = Buffer.from('a clip').toString('base64');
    const end = readInteraction({ status: 'completed', steps: output({ type: 'video', data }) });
    expect(end).toEqual({ kind: 'bytes', data: Buffer.from('a clip') });
  });

  it('gives no clip out that is not the model’s own', () => {
    const steps = [{ type: 'user_input', content: [video] }, ...output({ type: 'text', text: 'I cannot.' })];
    expect(readInteraction({ status: 'completed', steps })).toMatchObject({
      kind: 'blocked',
      error: { code: 'blocked', details: { serviceMessage: 'I cannot.', charged: false } },
    });
  });

  it.each(['failed', 'cancelled', 'budget_exceeded', 'requires_action', 'incomplete'])(
    'that is %s without a clip has failed, and says so',
    (status) => {
      const end = readInteraction({ status });
      expect(end).toMatchObject({ kind: 'failed', error: { code: 'service_error' } });
    },
  );

  it('that failed repeats the service’s words', () => {
    const errors = [{ code: 'internal_error', message: 'Out of luck.' }];
    expect(JSON.stringify(readInteraction({ status: 'failed', errors }))).toContain('Out of luck.');
  });

  it.each([
    ['no steps', {}],
    ['an empty output', { steps: output() }],
    ['steps that are something else', { steps: 'none' }],
    ['content that is something else', { steps: [{ type: 'model_output', content: 7 }] }],
  ])('that completed with %s is empty', (_, more) => {
    expect(readInteraction({ status: 'completed', ...more })).toMatchObject({
      ...{ kind: 'failed', error: { code: 'empty_result' } },
    });
  });

  it.each([null, 'text', 7, []])('that is %j cannot be read', (answer) => {
    expect(() => readInteraction(answer)).toThrow();
  });
});
