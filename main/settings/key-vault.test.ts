import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../storage/test-bench.ts';
import { openKeyVault } from './key-vault.ts';
import type { KeyEncryption } from './key-vault.ts';

/** Made up at run time: nothing that looks like a key stands in the repository. */
const key = `AIza${'x'.repeat(31)}WXYZ`;

/** Turns bytes around and marks them as this keyring's, as far from the text as a test needs. */
function keyring(name = 'one'): KeyEncryption {
  const flip = (data: Uint8Array) => Buffer.from(data.map((byte) => byte ^ 0xa5));
  return {
    isAvailable: () => true,
    encrypt: (text) => flip(Buffer.from(`${name}:${text}`, 'utf8')),
    decrypt(data) {
      const [owner, ...text] = flip(data).toString('utf8').split(':');
      if (owner !== name) throw new Error('Not encrypted by this keyring');
      return text.join(':');
    },
  };
}

const noKeyring: KeyEncryption = {
  isAvailable: () => false,
  encrypt: () => {
    throw new Error('There is no keyring');
  },
  decrypt: () => {
    throw new Error('There is no keyring');
  },
};

const open = (
  dataFolder: string,
  encryption: KeyEncryption,
  environment: { key?: string; baseUrl?: string } = {},
) =>
  openKeyVault({
    ...{ dataFolder, fileName: 'key.json', encryption },
    environment: { key: environment.key ?? null, baseUrl: environment.baseUrl ?? null },
  });

/** A key for Google's own address. */
const forGoogle = (text: string) => ({ key: text, baseUrl: null });
const proxy = 'https://proxy.example';

/** Everything in the folder, as text. */
async function everything(folder: string): Promise<string> {
  const texts = (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

test('without a key there is none', async () => {
  const vault = await open(await temporaryFolder(), keyring());
  expect(vault.current()).toBeNull();
  expect(vault.state()).toMatchObject({ source: 'none', lastFour: null, canEncrypt: true });
  expect(vault.isUnreadable).toBe(false);
});

test('with a keyring a key is there again at the next start, and cannot be read from the disk', async () => {
  const folder = path.join(await temporaryFolder(), 'new');
  const vault = await open(folder, keyring());
  await vault.set(forGoogle(key), false);
  expect(vault.state()).toMatchObject({ source: 'stored', lastFour: 'WXYZ', canEncrypt: true });

  const text = await everything(folder);
  expect(await readdir(folder)).toEqual(['key.json']);
  expect(text).not.toContain(key);
  expect(text).not.toContain(Buffer.from(key).toString('base64').slice(0, 20));
  expect((await open(folder, keyring())).current()?.key).toBe(key);
});

test.skipIf(process.platform === 'win32')(
  'only the user may read the file, however it came to be',
  async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'key.json');
    await writeFile(`${file}.tmp`, 'left over', { mode: 0o666 });
    const vault = await open(folder, keyring());
    await vault.set(forGoogle(key), false);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  },
);

test('without a keyring a key lives as long as the app runs', async () => {
  const folder = await temporaryFolder();
  const vault = await open(folder, noKeyring);
  await vault.set(forGoogle(key), false);
  expect(vault.current()?.key).toBe(key);
  expect(vault.state()).toMatchObject({ source: 'session', lastFour: 'WXYZ', canEncrypt: false });
  expect(await readdir(folder)).toEqual([]);
  expect((await open(folder, noKeyring)).current()).toBeNull();
});

test('a user who insists gets it kept without encryption, and the file says so', async () => {
  const folder = await temporaryFolder();
  await (await open(folder, noKeyring)).set(forGoogle(key), true);
  const file = JSON.parse(await everything(folder)) as unknown;
  expect(file).toMatchObject({ version: 2, protection: 'none' });

  const next = await open(folder, noKeyring);
  expect(next.current()?.key).toBe(key);
  expect(next.state().source).toBe('stored');
});

test('with a keyring nothing is kept unencrypted, even if the user insists', async () => {
  const folder = await temporaryFolder();
  await (await open(folder, keyring())).set(forGoogle(key), true);
  expect(JSON.parse(await everything(folder))).toMatchObject({ protection: 'keyring' });
});

test('a key for this run only takes the stored one’s place', async () => {
  const folder = await temporaryFolder();
  const vault = await open(folder, noKeyring);
  await vault.set(forGoogle('old-key-1111'), true);
  await vault.set(forGoogle(key), false);
  expect(vault.current()?.key).toBe(key);
  expect((await open(folder, noKeyring)).current()).toBeNull();
});

test.each([
  ['another keyring’s', JSON.stringify({ version: 1, protection: 'keyring', data: 'AAAA' })],
  ['cut off', '{"version":1,"protection":"keyr'],
  ['empty', ''],
  ['of a later version', JSON.stringify({ version: 3, protection: 'keyring', data: 'AAAA' })],
])('a file that is %s is said to be unreadable and kept until there is a new key', async (_what, text) => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'key.json');
  await writeFile(file, text);
  const vault = await open(folder, keyring());
  expect(vault.isUnreadable).toBe(true);
  expect(vault.current()).toBeNull();
  expect(vault.state().source).toBe('none');
  expect(await readFile(file, 'utf8')).toBe(text);

  await vault.set(forGoogle(key), false);
  expect((await open(folder, keyring())).current()?.key).toBe(key);
});

test('a stored key cannot be read where the keyring is gone', async () => {
  const folder = await temporaryFolder();
  await (await open(folder, keyring())).set(forGoogle(key), false);
  const vault = await open(folder, noKeyring);
  expect(vault.isUnreadable).toBe(true);
  expect(vault.current()).toBeNull();
});

test('a key from the environment is in force and never written', async () => {
  const folder = await temporaryFolder();
  const vault = await open(folder, keyring(), { key: 'environment-key-9876' });
  expect(vault.state()).toMatchObject({ source: 'environment', lastFour: '9876', canEncrypt: true });
  expect(await readdir(folder)).toEqual([]);

  await vault.set(forGoogle(key), false);
  expect(vault.current()?.key).toBe('environment-key-9876');
  const next = await open(folder, keyring());
  expect(next.current()?.key).toBe(key);
});

test('a removed key is gone from the memory and from the disk', async () => {
  const folder = await temporaryFolder();
  const vault = await open(folder, keyring());
  await vault.set(forGoogle(key), false);
  await vault.remove();
  await vault.remove();
  expect(vault.current()).toBeNull();
  expect(vault.state().source).toBe('none');
  expect(await readdir(folder)).toEqual([]);
});

test('a key of before addresses were kept is read, and is for Google’s own', async () => {
  const folder = await temporaryFolder();
  const data = keyring().encrypt(key).toString('base64');
  await writeFile(path.join(folder, 'key.json'), JSON.stringify({ version: 1, protection: 'keyring', data }));
  expect((await open(folder, keyring())).current()).toEqual({ key, baseUrl: null });
  expect((await open(folder, keyring(), { baseUrl: proxy })).current()).toBeNull();
});

test('a key is kept with its address, which the file alone does not show', async () => {
  const folder = await temporaryFolder();
  await (await open(folder, keyring())).set({ key, baseUrl: proxy }, false);
  expect(await everything(folder)).not.toContain('proxy.example');
  const next = await open(folder, keyring());
  expect(next.current()).toEqual({ key, baseUrl: proxy });
  expect(next.state()).toMatchObject({ baseUrl: proxy, isAddressGiven: false, isElsewhere: false });
});

test('a key is not in force for another address than its own, and comes back with it', async () => {
  const folder = await temporaryFolder();
  await (await open(folder, keyring())).set({ key, baseUrl: proxy }, false);
  const other = await open(folder, keyring(), { baseUrl: 'https://other.example' });
  expect(other.current()).toBeNull();
  expect(other.state()).toMatchObject({
    ...{ source: 'none', lastFour: null, isElsewhere: true },
    ...{ baseUrl: 'https://other.example', isAddressGiven: true },
  });
  // Not in force, and still nothing for a log.
  expect(other.secrets()).toEqual([key]);
  expect((await open(folder, keyring(), { baseUrl: proxy })).current()).toEqual({ key, baseUrl: proxy });
});

test('the environment’s key goes to the environment’s address, not to one that was kept', async () => {
  const folder = await temporaryFolder();
  await (await open(folder, keyring())).set({ key, baseUrl: proxy }, false);
  const vault = await open(folder, keyring(), { key: 'environment-key-9876' });
  expect(vault.current()).toEqual({ key: 'environment-key-9876', baseUrl: null });
});

test('each service has a file of its own', async () => {
  const folder = await temporaryFolder();
  const other = await openKeyVault({
    ...{ dataFolder: folder, fileName: 'agent-platform-key.json', encryption: keyring() },
    environment: { key: null, baseUrl: null },
  });
  await other.set(forGoogle(key), false);
  expect((await open(folder, keyring())).current()).toBeNull();
  expect(await readdir(folder)).toEqual(['agent-platform-key.json']);
});
