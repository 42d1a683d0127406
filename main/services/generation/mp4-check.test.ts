import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import { isWholeMp4 } from './mp4-check.ts';

describe('the check of an MP4', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-mp4-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const check = async (data: Uint8Array): Promise<boolean> => {
    const file = path.join(folder, 'clip.mp4');
    await writeFile(file, data);
    return isWholeMp4(file);
  };

  it('takes a whole one', async () => {
    expect(await check(tinyMp4())).toBe(true);
  });

  it('refuses every truncation of it', async () => {
    const whole = tinyMp4();
    for (let length = 0; length < whole.length; length += 1) {
      expect(await check(whole.subarray(0, length)), `${length} bytes`).toBe(false);
    }
  });

  it('refuses what is something else', async () => {
    expect(await check(Buffer.from('<html><body>502 Bad Gateway</body></html>'))).toBe(false);
    expect(await check(Buffer.from('{"error":{"code":404,"message":"not found"}}'))).toBe(false);
    expect(await check(new Uint8Array(64))).toBe(false);
  });
});
