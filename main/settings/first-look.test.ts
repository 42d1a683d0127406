import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFirstLook } from './first-look.ts';
import { openPreferences } from './preferences.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zoetrope-first-look-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const asNew = { theme: 'system', language: 'system', windowBounds: null };

test('sees what the preferences have saved', () => {
  const preferences = openPreferences(folder, '/library');
  preferences.update({ theme: 'light', language: 'fr' });
  preferences.saveWindowBounds({ x: -5, y: 10, width: 1000, height: 700 });
  expect(readFirstLook(folder)).toEqual({
    theme: 'light',
    language: 'fr',
    windowBounds: { x: -5, y: 10, width: 1000, height: 700 },
  });
});

test.each([
  ['nothing', null],
  ['no JSON', '{"theme": "li'],
  ['another kind of JSON', '[1]'],
  ['null', 'null'],
  [
    'values that make no sense',
    '{"theme": "pink", "language": "xx", "windowBounds": {"x": 1, "y": "2", "width": 3, "height": 4}}',
  ],
  ['a window of no size', '{"windowBounds": {"x": 1, "y": 2, "width": 0, "height": 4}}'],
])('with %s it is as new', (_what, content) => {
  if (content !== null) writeFileSync(path.join(folder, 'settings.json'), content);
  expect(readFirstLook(folder)).toEqual(asNew);
});
