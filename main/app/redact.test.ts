import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { redactText } from './redact.ts';

// Put together at run time: nothing that looks like a key stands in the repository.
const old = `AIza${'x'.repeat(35)}`;
const recent = `AQ.${'Ab8_-'.repeat(8)}`;
const plain = 'k'.repeat(30);

const clean = (text: string) => redactText(text, []);

test.each([
  ['old form', `The key ${old} was refused.`, 'The key [key] was refused.'],
  ['new form', `The key ${recent} was refused.`, 'The key [key] was refused.'],
  ['two of them', `${old},${recent}`, '[key],[key]'],
  ['header', `x-goog-api-key: ${plain}\naccept: */*`, 'x-goog-api-key: [key]\naccept: */*'],
  ['header in another case', `X-Goog-Api-Key:${plain}`, 'X-Goog-Api-Key:[key]'],
  ['JSON', `{"x-goog-api-key":"${plain}","a":1}`, '{"x-goog-api-key":"[key]","a":1}'],
  ['query', `https://host.example/v1?key=${plain}&alt=media`, 'https://host.example/v1?key=[key]&alt=media'],
  ['token', `token ya29.${'a0-_'.repeat(9)}!`, 'token [key]!'],
  ['token in a header', `{ authorization: 'Bearer ${plain}' }`, "{ authorization: 'Bearer [key]' }"],
  ['later in the query', `GET /v1?alt=media&key=${plain} HTTP/1.1`, 'GET /v1?alt=media&key=[key] HTTP/1.1'],
])('a key is taken out: %s', (_what, text, expected) => {
  expect(clean(text)).toBe(expected);
});

test('headers as an error shows them', () => {
  const headers = { 'x-goog-api-key': plain, accept: '*/*' };
  expect(clean(inspect({ cause: { headers } }))).not.toContain(plain);
});

describe('the key in force', () => {
  const odd = '$& my.own+key (1)';

  test('is taken out wherever and however often it stands, whatever it looks like', () => {
    expect(redactText(`a ${odd} b ${odd}`, [odd])).toBe('a [key] b [key]');
    expect(redactText(`no name: ${plain}`, [plain])).toBe('no name: [key]');
  });

  test('an empty or tiny one does not eat the text', () => {
    expect(redactText('a text', ['', 'a'])).toBe('a text');
  });
});

test('everything else stays as it is', () => {
  const text =
    'Saved “2026-11-22 lion.mp4” for 00000000-0000-4000-8000-000000000001, keys: 2, monkey=banana, /v1beta/models?pageSize=1';
  expect(clean(text)).toBe(text);
});
