import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBaseUrl } from '../../preload/contract/base-url.ts';
import { forgetKeys, readEnvironment, readSelfTest } from './environment.ts';

const read = (variables: Record<string, string>, argv: string[] = []) => readEnvironment(variables, argv);

describe('GOOGLE_GEMINI_BASE_URL', () => {
  test.each([
    ['https://proxy.example', 'https://proxy.example'],
    ['https://proxy.example/', 'https://proxy.example'],
    ['https://proxy.example:8443/gemini//', 'https://proxy.example:8443/gemini'],
    [' https://PROXY.example/Path ', 'https://proxy.example/Path'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('%j is %j', (text, url) => {
    expect(readBaseUrl(text)).toEqual({ kind: 'custom', url });
  });

  test.each([undefined, '', '   '])('%j is Google’s own', (text) => {
    expect(readBaseUrl(text)).toEqual({ kind: 'default' });
  });

  test.each([
    'http://proxy.example',
    'http://192.168.0.2:8787',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1@evil.example',
    'http://0.0.0.0:8787',
    'https://name:secret@proxy.example',
    'https://name@proxy.example',
    'https://proxy.example/?key=1',
    'https://proxy.example/#part',
    'ftp://proxy.example',
    'file:///etc/passwd',
    'proxy.example',
    'https://',
    'not a url',
  ])('a key is never sent to %j', (text) => {
    expect(readBaseUrl(text)).toEqual({ kind: 'invalid' });
  });
});

test('GOOGLE_API_KEY goes before GEMINI_API_KEY; empty ones do not count', () => {
  expect(read({ GOOGLE_API_KEY: ' google ', GEMINI_API_KEY: 'gemini' }).apiKey).toBe('google');
  expect(read({ GOOGLE_API_KEY: '  ', GEMINI_API_KEY: 'gemini\n' }).apiKey).toBe('gemini');
  expect(read({}).apiKey).toBeNull();
});

test.each([
  ['20', 20],
  ['250', 250],
  ['19', null],
  ['0', null],
  ['-5', null],
  ['', null],
  ['soon', null],
  ['Infinity', null],
  // A timer that long would fire at once, over and over.
  ['99999999999', null],
])('ZOETROPE_POLL_MS=%j is %j', (text, pollMs) => {
  expect(read({ ZOETROPE_POLL_MS: text }).pollMs).toBe(pollMs);
});

test('ZOETROPE_DATA_DIR becomes absolute', () => {
  expect(read({ ZOETROPE_DATA_DIR: 'some/folder' }).dataFolder).toBe(path.resolve('some/folder'));
  expect(read({ ZOETROPE_DATA_DIR: ' ' }).dataFolder).toBeNull();
  expect(read({}).dataFolder).toBeNull();
});

test('demo mode is asked for by the variable or the switch, and by nothing else', () => {
  expect(read({ ZOETROPE_DEMO: '1' }).demo).toBe(true);
  expect(read({}, ['electron', '.', '--demo']).demo).toBe(true);
  expect(read({ ZOETROPE_DEMO: '0' }, ['--demonstrate']).demo).toBe(false);
  expect(read({}).demo).toBe(false);
});

describe('the Agent Platform', () => {
  const on = { GOOGLE_GENAI_USE_VERTEXAI: 'true' };
  const place = { GOOGLE_CLOUD_PROJECT: 'my-project', GOOGLE_CLOUD_LOCATION: 'europe-west4' };

  test('has a key of its own, beside the Gemini API’s', () => {
    const both = read({ GOOGLE_API_KEY: 'gemini', GOOGLE_VERTEX_API_KEY: ' agent ' });
    expect([both.apiKey, both.agentPlatform.apiKey]).toEqual(['gemini', 'agent']);
    const none = read({ GOOGLE_API_KEY: 'gemini' });
    expect([none.apiKey, none.agentPlatform.apiKey]).toEqual(['gemini', null]);
  });

  test('gets the only key where it is asked for, and leaves it where it needs none', () => {
    const alone = read({ ...on, GOOGLE_API_KEY: 'key' });
    expect([alone.apiKey, alone.agentPlatform.apiKey]).toEqual([null, 'key']);
    const beside = read({ ...on, ...place, GOOGLE_API_KEY: 'key' });
    expect([beside.apiKey, beside.agentPlatform.apiKey]).toEqual(['key', null]);
  });

  test('takes a project when it is asked for, and not one that is there for something else', () => {
    expect(read(place).agentPlatform.place).toBeNull();
    expect(read({ ...place, GOOGLE_GENAI_USE_VERTEXAI: 'false' }).agentPlatform.place).toBeNull();
    expect(read({ ...place, ...on }).agentPlatform.place).toEqual({
      project: 'my-project',
      location: 'europe-west4',
    });
    expect(read({ GOOGLE_GENAI_USE_VERTEXAI: '1' }).agentPlatform.place).toBeNull();
  });

  test('is in all places when none is named, and at other addresses when they are', () => {
    const { agentPlatform } = read({
      ...{ ...on, GOOGLE_CLOUD_PROJECT: 'p', GOOGLE_VERTEX_BASE_URL: 'https://proxy.example/' },
      STORAGE_EMULATOR_HOST: 'http://127.0.0.1:9000',
    });
    expect(agentPlatform).toEqual({
      ...{ apiKey: null, place: { project: 'p', location: 'global' } },
      baseUrl: { kind: 'custom', url: 'https://proxy.example' },
      storageUrl: { kind: 'custom', url: 'http://127.0.0.1:9000' },
    });
  });

  test.each([
    { GOOGLE_CLOUD_PROJECT: 'a/b' },
    { GOOGLE_CLOUD_PROJECT: 'p', GOOGLE_CLOUD_LOCATION: 'evil.example/' },
  ])('%j is no place', (variables) => {
    expect(read({ ...on, ...variables }).agentPlatform.place).toBe('invalid');
  });

  test('a token is never sent to an address that a key is not sent to', () => {
    const { agentPlatform } = read({ GOOGLE_VERTEX_BASE_URL: 'http://proxy.example' });
    expect(agentPlatform.baseUrl).toEqual({ kind: 'invalid' });
  });
});

test('--self-test names a file; without one it is an ordinary run', () => {
  expect(readSelfTest(['zoetrope', '--no-sandbox', '--self-test=out/result.json'])).toBe(
    path.resolve('out/result.json'),
  );
  expect(readSelfTest(['zoetrope'])).toBeNull();
  expect(readSelfTest(['zoetrope', '--self-test='])).toBeNull();
});

test('the keys are taken out of what the windows are given, and nothing else is', () => {
  const variables = {
    ...{ GOOGLE_API_KEY: 'a', GEMINI_API_KEY: 'b', GOOGLE_VERTEX_API_KEY: 'c' },
    ...{ GOOGLE_CLOUD_PROJECT: 'p', HOME: '/home/me' },
  };
  forgetKeys(variables);
  expect(variables).toEqual({ GOOGLE_CLOUD_PROJECT: 'p', HOME: '/home/me' });
});
