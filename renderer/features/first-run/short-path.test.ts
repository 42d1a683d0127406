import { expect, test } from 'vitest';
import { shortPath } from './short-path.ts';

test.each([
  ['/home/ada/Videos/Zoetrope', '/home/ada/Videos/Zoetrope'],
  ['/home/ada/Work/2026/November/Clients/Films/Zoetrope', '/home/…/Clients/Films/Zoetrope'],
  ['C:\\Users\\Ada Lovelace\\OneDrive\\Videos\\Zoetrope', 'C:\\…\\OneDrive\\Videos\\Zoetrope'],
  [
    '/media/a-very-long-name-of-a-folder-that-is-alone',
    '/media/…/a-very-long-name-of-a-folder-that-is-alone',
  ],
  ['one-name-that-is-longer-than-all-that-fits', 'one-name-that-is-longer-than-all-that-fits'],
])('%s is shown as %s', (path, shown) => {
  expect(shortPath(path, 32)).toBe(shown);
});
