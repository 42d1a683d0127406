import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bench, field, uriOf } from './test-client.ts';

describe('with a state folder', () => {
  async function stateFolder(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'emulator-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return folder;
  }

  test('a finished clip is the same after a restart', async () => {
    const stateDir = await stateFolder();
    const first = await bench({ stateDir });
    const name = await first.begin();
    first.pass(3000);
    const file = uriOf(await first.ended(name)).replace(first.emulator.url, '');
    await first.emulator.close();

    const second = await bench({ stateDir, clips: { clip: () => Promise.reject(new Error('asked again')) } });
    second.pass(3000);
    expect(field((await second.poll(name)).json, 'done')).toBe(true);
    expect((await second.call(file)).headers.get('content-length')).toBe('1000');
  });

  test('one that was under way goes on, with its image', async () => {
    const stateDir = await stateFolder();
    const first = await bench({ stateDir, clips: { clip: () => new Promise(() => undefined) } });
    const image = { bytesBase64Encoded: Buffer.from('an image').toString('base64'), mimeType: 'image/webp' };
    const name = String(
      field((await first.create({ instances: [{ prompt: 'a lion', image }] })).json, 'name'),
    );
    await first.emulator.close();

    const second = await bench({ stateDir });
    expect((await second.poll(name)).json).toEqual({ name });
    second.pass(3000);
    await second.ended(name);
    expect(second.asked[0]).toMatchObject({ prompt: 'a lion', image: { mimeType: 'image/webp' } });
    expect(Buffer.from(second.asked[0]?.image?.data ?? []).toString()).toBe('an image');
  });

  test('how it ended stays, whatever faults are set later', async () => {
    const stateDir = await stateFolder();
    const first = await bench({ stateDir });
    first.emulator.setFaults([{ name: 'blocked' }]);
    const name = await first.begin();
    first.pass(3000);
    const told = await first.ended(name);
    await first.emulator.close();
    const second = await bench({ stateDir });
    second.pass(3000);
    expect((await second.poll(name)).json).toEqual(told);
  });

  test('a file that cannot be read is left out and half-written ones are swept', async () => {
    const stateDir = await stateFolder();
    await writeFile(path.join(stateDir, 'broken.json'), '{"version":');
    await writeFile(path.join(stateDir, 'half.json.1-1.tmp'), '{');
    const lines: string[] = [];
    const { finish } = await bench({ stateDir, log: (line) => lines.push(line) });
    expect(lines).toEqual([expect.stringContaining('broken.json could not be read')]);
    expect(await finish()).toContain('/files/');
    expect((await readdir(stateDir)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('expired clips leave the disk', async () => {
    const stateDir = await stateFolder();
    const { finish, begin, pass } = await bench({ stateDir });
    await finish();
    pass(2 * 24 * 3_600_000);
    const clips = async () => (await readdir(stateDir)).filter((name) => name.endsWith('.mp4')).length;
    expect(await clips()).toBe(1);
    await begin();
    await expect.poll(clips).toBe(1);
    pass(3 * 24 * 3_600_000);
    await begin();
    await expect.poll(clips).toBe(1);
  });
});
