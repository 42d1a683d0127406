import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isGraphicsUnreliable, noteGraphicsFailed } from './graphics.ts';

const now = Date.UTC(2026, 10, 28);
const week = 7 * 24 * 60 * 60_000;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zoetrope-graphics-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('graphics that failed are left out for a week, then tried again', () => {
  expect(isGraphicsUnreliable(folder, now)).toBe(false);
  noteGraphicsFailed(folder, now);
  expect(isGraphicsUnreliable(folder, now + week - 1)).toBe(true);
  expect(isGraphicsUnreliable(folder, now + week)).toBe(false);
  expect(isGraphicsUnreliable(folder, now + week - 1)).toBe(false);
});

test('a file that makes no sense leaves the graphics on', () => {
  writeFileSync(path.join(folder, 'graphics.json'), '{"failedAt":');
  expect(isGraphicsUnreliable(folder, now)).toBe(false);
});
