import { expect, test } from 'vitest';
import { startTroubleOf } from './start-trouble.ts';

const systemError = (code: string) => Object.assign(new Error(`${code}: it failed, open 'x'`), { code });

test.each([
  [systemError('ENOSPC'), 'full'],
  [new Error('database or disk is full'), 'full'],
  [systemError('EACCES'), 'notWritable'],
  [systemError('EROFS'), 'notWritable'],
  [new Error('attempt to write a readonly database'), 'notWritable'],
  [new Error('unable to open database file'), 'notWritable'],
  [new Error('database is locked'), 'locked'],
  [new Error('This library was made by a newer Zoetrope.'), 'other'],
  [systemError('ENOENT'), 'other'],
  ['no error at all', 'other'],
] as const)('%s is %s', (error, trouble) => {
  expect(startTroubleOf(error)).toBe(trouble);
});
