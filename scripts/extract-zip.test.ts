import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractZip, pathInside } from './extract-zip.mjs';

const REGULAR = 0o100644;
const EXECUTABLE = 0o100755;
const SYMLINK = 0o120777;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'extract-zip-test-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface ZippedFile {
  name: string;
  content: string;
  mode: number;
  deflated?: boolean;
}

/** A zip archive, as small as the format allows (APPNOTE.TXT 4.3). */
function zipOf(files: readonly ZippedFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode, deflated = false } of files) {
    const data = Buffer.from(content);
    const packed = deflated ? deflateRawSync(data) : data;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt16LE(deflated ? 8 : 0, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const madeOnUnix = Buffer.from([20, 3]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeOnUnix, common, tail, Buffer.from(name)]));
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06'), end]);
}

async function extracted(
  files: readonly ZippedFile[],
  nameFor: (name: string) => string | undefined = (name) => name,
): Promise<string> {
  const target = await mkdtemp(path.join(folder, 'target-'));
  await extractZip(zipOf(files), target, nameFor);
  return target;
}

describe('extractZip', () => {
  it('writes files under their new names and keeps programs executable', async () => {
    const target = await extracted(
      [
        { name: 'App/', content: '', mode: 0o040755 },
        { name: 'App/program', content: 'binary', mode: EXECUTABLE },
        { name: 'App/locales/de.pak', content: 'Grüße', mode: REGULAR, deflated: true },
        { name: 'App/secret', content: 'no', mode: REGULAR },
      ],
      (name) =>
        name === 'App/secret' ? undefined : name.replace('App/program', 'electron').replace('App/', ''),
    );
    expect((await readdir(target)).sort()).toEqual(['electron', 'locales']);
    expect(await readFile(path.join(target, 'locales/de.pak'), 'utf8')).toBe('Grüße');
    expect((await stat(path.join(target, 'electron'))).mode & 0o111).toBe(0o111);
    expect((await stat(path.join(target, 'locales/de.pak'))).mode & 0o111).toBe(0);
  });

  it.each(['../outside', 'a/../../outside', '/outside'])('refuses the name %s', async (name) => {
    await expect(extracted([{ name, content: 'x', mode: REGULAR }])).rejects.toThrow();
    expect(await readdir(folder)).not.toContain('outside');
  });

  it('refuses a new name that leads out of the folder', async () => {
    const files = [{ name: 'harmless', content: 'x', mode: REGULAR }];
    await expect(extracted(files, () => '../outside')).rejects.toThrow('leads out of the folder');
    expect(await readdir(folder)).not.toContain('outside');
  });

  it('refuses symbolic links', async () => {
    const files = [{ name: 'link', content: '/etc/passwd', mode: SYMLINK }];
    await expect(extracted(files)).rejects.toThrow('not a regular file');
  });
});

describe('pathInside', () => {
  it.each(['.', '..', 'a/../..', '/elsewhere'])('refuses %s', (name) => {
    expect(() => pathInside(folder, name)).toThrow('leads out of the folder');
  });

  it('accepts names that only look alike', () => {
    expect(pathInside(folder, '..a/b')).toBe(path.join(folder, '..a/b'));
  });
});
