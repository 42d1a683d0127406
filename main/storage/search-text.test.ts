import { describe, expect, test } from 'vitest';
import { wholeLibrary } from '../../preload/contract/library.ts';
import { createLibraryRows } from './library-rows.ts';
import { matchExpression, sortText } from './search-text.ts';
import { clipRow, operationRow, sessionRow, testId, testTables } from './test-bench.ts';

/** The prompts that are found, the oldest first. */
function finder(prompts: string[]) {
  const tables = testTables();
  prompts.forEach((prompt, index) => {
    tables.operations.insert(operationRow(index + 1, { prompt }));
  });
  const rows = createLibraryRows(tables.db, () => tables.sessions.all());
  return {
    ...tables,
    find: (text: string) =>
      rows.page({ ...wholeLibrary, sort: 'oldest', text }, 0, 100).map(({ operation }) => operation.prompt),
  };
}

const lions = ['A lion walks at sunset', 'The sunset over a red car', 'Lionel drives', 'Coral reef'];

test('each letter that is typed narrows the answer', () => {
  const { find } = finder(lions);
  expect(find('l')).toEqual([lions[0], lions[2]]);
  expect(find('lion')).toEqual([lions[0], lions[2]]);
  expect(find('lione')).toEqual([lions[2]]);
  expect(find('sunset l')).toEqual([lions[0]]);
  expect(find('sun a')).toEqual([]);
  expect(find('   ')).toEqual(lions);
});

test('words may come in any order, a phrase only as it is', () => {
  const { find } = finder(lions);
  expect(find('car red')).toEqual([lions[1]]);
  expect(find('"red car"')).toEqual([lions[1]]);
  expect(find('"car red"')).toEqual([]);
  expect(find('“red car” sunset')).toEqual([lions[1]]);
  // While it is being typed, its last word is a beginning.
  expect(find('"red ca')).toEqual([lions[1]]);
  expect(find('"red ca"')).toEqual([]);
  expect(find('"')).toEqual(lions);
});

test('case and accents make no difference', () => {
  const prompts = ['Café in São Paulo', 'Löwe', 'ŁÓDŹ', 'Straße', 'cafe\u0301 crème'];
  const { find } = finder(prompts);
  expect(find('cafe')).toEqual([prompts[0], prompts[4]]);
  expect(find('CAFÉ creme')).toEqual([prompts[4]]);
  expect(find('sao')).toEqual([prompts[0]]);
  expect(find('lowe')).toEqual([prompts[1]]);
});

test('any part of a Chinese, Japanese or Korean prompt is found', () => {
  const prompts = [
    '夕焼けの海辺を走る猫',
    '夕方の海',
    '달리는 고양이',
    '奔跑的狮子在草原上',
    'カメラがゆっくり近づく',
    'ｶﾒﾗ',
  ];
  const { find } = finder(prompts);
  expect(find('海')).toEqual([prompts[0], prompts[1]]);
  expect(find('海辺')).toEqual([prompts[0]]);
  expect(find('辺海')).toEqual([]);
  expect(find('走る猫')).toEqual([prompts[0]]);
  expect(find('狮子')).toEqual([prompts[3]]);
  expect(find('양이')).toEqual([prompts[2]]);
  expect(find('カメラ')).toEqual([prompts[4], prompts[5]]);
  expect(find('猫 海')).toEqual([prompts[0]]);
});

test('an emoji is a word', () => {
  const prompts = ['a lion 🦁 roars', 'a 🔥🔥 fire'];
  const { find } = finder(prompts);
  expect(find('🦁')).toEqual([prompts[0]]);
  expect(find('🔥')).toEqual([prompts[1]]);
});

test('negative prompt, file name and the name of the session are looked in, alone and together', () => {
  const { operations, clips, sessions, find } = finder([]);
  sessions.insert(sessionRow('s', { name: 'Café teaser' }));
  operations.insert(
    operationRow(1, { prompt: 'one', negativePrompt: 'blurry', sessionId: 's', phase: 'completed' }),
  );
  operations.insert(operationRow(2, { prompt: 'two' }));
  clips.insert(clipRow(1, { fileName: '2026-11-22 one 8s 720p.mp4' }));
  for (const text of [
    'blur',
    '2026-11',
    '720p',
    'cafe',
    '"cafe tea',
    'teaser one',
    'blurry teas',
    '720p.mp4',
  ]) {
    expect(find(text), text).toEqual(['one']);
  }
  expect(find('teaser two')).toEqual([]);
  // Every clip ends so: it tells nothing apart.
  expect(find('mp4')).toEqual([]);
});

test('a session that is renamed is found by its new name at once', () => {
  const { operations, sessions, find } = finder([]);
  sessions.insert(sessionRow('s', { name: 'Before' }));
  operations.insert(operationRow(1, { prompt: 'one', sessionId: 's' }));
  expect(find('after')).toEqual([]);
  sessions.update('s', { name: 'After' });
  expect(find('after')).toEqual(['one']);
  expect(find('before')).toEqual([]);
});

describe('what FTS5 would take for its own language is text', () => {
  const prompts = ['NEAR the AND gate', 'prompt : lion', 'a b', 'x^2 (y)'];
  test.each([
    ['NEAR', [prompts[0]]],
    ['AND', [prompts[0]]],
    ['a OR lion', []],
    ['a NOT b', []],
    ['prompt:lion', [prompts[1]]],
    ['{prompt} : lion', [prompts[1]]],
    ['NEAR(a b)', []],
    ['^x', [prompts[3]]],
    ['-lion', [prompts[1]]],
    ['li*', [prompts[1]]],
    ['*', prompts],
    ['"" ""', prompts],
    [`'; DROP TABLE operations; --`, []],
    ['\0lion', [prompts[1]]],
    ['(y)', [prompts[3]]],
    ['\ue000', prompts],
  ])('%j', (text, found) => {
    expect(finder(prompts).find(text)).toEqual(found);
  });

  test('whatever is typed, there is an answer', () => {
    const { find } = finder(prompts);
    const parts = [
      '"',
      '*',
      '(',
      ')',
      'a',
      ' ',
      ':',
      '^',
      '-',
      '+',
      'NEAR',
      'OR',
      '\0',
      '\ue000',
      '🦁',
      '猫',
      '\u0301',
      '“',
    ];
    for (let one = 0; one < 500; one += 1) {
      const text = Array.from(
        { length: 1 + (one % 7) },
        (_, at) => parts[(one * 31 + at * at * 17) % parts.length],
      ).join('');
      expect(() => find(text), JSON.stringify(text)).not.toThrow();
    }
  });
});

test('the token of a session cannot be typed', () => {
  const { operations, sessions, find } = finder([]);
  sessions.insert(sessionRow('abc'));
  operations.insert(operationRow(1, { prompt: 'one', sessionId: 'abc' }));
  const token = `\ue000${Buffer.from('abc').toString('hex')}`;
  expect(matchExpression('x', 'abc', () => [])).toContain(token.toUpperCase());
  expect(find(token)).toEqual([]);
  expect(find(testId(1))).toEqual([]);
});

test('a prompt is sorted by its letters', () => {
  const sorted = ['“Ärger” im Zoo', 'apple', '  Banana', 'éclair', 'Zebra', '123'].map(sortText).sort();
  expect(sorted).toEqual(['123', 'apple', 'arger” im zoo', 'banana', 'eclair', 'zebra']);
});
