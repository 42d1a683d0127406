/**
 * Where the API key lives: encrypted by the system's keyring, or in memory until the app is closed. Only main ever
 * holds it.
 */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { KeyState } from '../../preload/contract/domain.ts';

/** Electron's safeStorage, as far as it is needed. */
export interface KeyEncryption {
  /** False where the system has no keyring; what is "encrypted" then can be read by anybody. */
  isAvailable(): boolean;
  encrypt(text: string): Buffer;
  decrypt(data: Buffer): string;
}

export interface KeyVault {
  /** The key in force, or null. */
  current(): string | null;
  state(): KeyState;
  /**
   * Keeps a key: encrypted on disk where the system can encrypt; else in memory, or unencrypted on disk if
   * `keepWithoutKeyring`. A key from the environment stays in force for this run all the same.
   */
  set(key: string, keepWithoutKeyring: boolean): Promise<void>;
  remove(): Promise<void>;
  /** True when there is a stored key that this system cannot decrypt. */
  readonly isUnreadable: boolean;
}

const fileSchema = z.strictObject({
  version: z.literal(1),
  protection: z.enum(['keyring', 'none']),
  /** base64 */
  data: z.string().min(1),
});
type KeyFile = z.infer<typeof fileSchema>;

type Held = { source: 'session' | 'stored'; key: string } | null;

export interface KeyVaultOptions {
  dataFolder: string;
  encryption: KeyEncryption;
  /** From the environment: used for this run, never stored. */
  environmentKey: string | null;
}

async function read(file: string, encryption: KeyEncryption): Promise<{ held: Held; isUnreadable: boolean }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { held: null, isUnreadable: false };
  }
  try {
    const { protection, data } = fileSchema.parse(JSON.parse(text));
    const bytes = Buffer.from(data, 'base64');
    const key = protection === 'keyring' ? encryption.decrypt(bytes) : bytes.toString('utf8');
    return { held: { source: 'stored', key }, isUnreadable: false };
  } catch {
    // Another user's file, another machine's keyring, or damage. The reason may quote the content: not kept.
    return { held: null, isUnreadable: true };
  }
}

/** Opens the vault. Call it when the app is ready: the keyring is not there before. */
export async function openKeyVault({
  dataFolder,
  encryption,
  environmentKey,
}: KeyVaultOptions): Promise<KeyVault> {
  const file = path.join(dataFolder, 'key.json');
  const found = await read(file, encryption);
  let held = found.held;

  async function store(content: KeyFile): Promise<void> {
    await mkdir(dataFolder, { recursive: true });
    const temporary = `${file}.tmp`;
    await writeFile(temporary, JSON.stringify(content), { mode: 0o600, flush: true });
    await chmod(temporary, 0o600);
    await rename(temporary, file);
  }

  return {
    current: () => environmentKey ?? held?.key ?? null,
    state() {
      const key = environmentKey ?? held?.key ?? null;
      return {
        source: environmentKey === null ? (held?.source ?? 'none') : 'environment',
        lastFour: key === null ? null : key.slice(-4),
        canEncrypt: encryption.isAvailable(),
      };
    },
    async set(key, keepWithoutKeyring) {
      if (encryption.isAvailable()) {
        await store({ version: 1, protection: 'keyring', data: encryption.encrypt(key).toString('base64') });
        held = { source: 'stored', key };
      } else if (keepWithoutKeyring) {
        await store({ version: 1, protection: 'none', data: Buffer.from(key, 'utf8').toString('base64') });
        held = { source: 'stored', key };
      } else {
        await rm(file, { force: true });
        held = { source: 'session', key };
      }
    },
    async remove() {
      await rm(file, { force: true });
      held = null;
    },
    isUnreadable: found.isUnreadable,
  };
}
