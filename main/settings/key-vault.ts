/**
 * Where an API key lives, one vault for each service: encrypted by the system's keyring, or in memory until the app is
 * closed. Only main ever holds it. A key is kept together with the address that it was given for, and goes nowhere else.
 */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { KeyState } from '../../preload/contract/services.ts';

/** Electron's safeStorage, as far as it is needed. */
export interface KeyEncryption {
  /** False where the system has no keyring; what is "encrypted" then can be read by anybody. */
  isAvailable(): boolean;
  encrypt(text: string): Buffer;
  decrypt(data: Buffer): string;
}

export interface HeldKey {
  key: string;
  /** The only address that it may be sent to, without a slash at its end; null for Google's own. */
  baseUrl: string | null;
}

export interface KeyVault {
  /** The key in force, or null. One that was given for another address than the environment's is not. */
  current(): HeldKey | null;
  /** Every key that is held, in force or not: none of them may be written down. */
  secrets(): string[];
  state(): KeyState;
  /**
   * Keeps a key: encrypted on disk where the system can encrypt; else in memory, or unencrypted on disk if
   * `keepWithoutKeyring`. A key from the environment stays in force for this run all the same.
   */
  set(held: HeldKey, keepWithoutKeyring: boolean): Promise<void>;
  remove(): Promise<void>;
  /** True when there is a stored key that this system cannot decrypt. */
  readonly isUnreadable: boolean;
}

const fileSchema = z.strictObject({
  /** 1: `data` is the key, which was for Google's own address. 2: it is the key and its address. */
  version: z.union([z.literal(1), z.literal(2)]),
  protection: z.enum(['keyring', 'none']),
  /** base64 */
  data: z.string().min(1),
});
type KeyFile = z.infer<typeof fileSchema>;

/** Encrypted as a whole: whoever changes the file cannot send an old key to a new address. */
const contentSchema = z.strictObject({ key: z.string().min(1), baseUrl: z.string().nullable() });

type Held = ({ source: 'session' | 'stored' } & HeldKey) | null;

export interface KeyVaultOptions {
  dataFolder: string;
  /** The file's name in the data folder. */
  fileName: 'key.json' | 'agent-platform-key.json';
  encryption: KeyEncryption;
  /** From the environment, for this run: a key, never stored, and the address that takes the place of any other. */
  environment: { key: string | null; baseUrl: string | null };
}

async function read(file: string, encryption: KeyEncryption): Promise<{ held: Held; isUnreadable: boolean }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { held: null, isUnreadable: false };
  }
  try {
    const { version, protection, data } = fileSchema.parse(JSON.parse(text));
    const bytes = Buffer.from(data, 'base64');
    const plain = protection === 'keyring' ? encryption.decrypt(bytes) : bytes.toString('utf8');
    const content = version === 1 ? { key: plain, baseUrl: null } : contentSchema.parse(JSON.parse(plain));
    return { held: { source: 'stored', ...content }, isUnreadable: false };
  } catch {
    // Another user's file, another machine's keyring, or damage. The reason may quote the content: not kept.
    return { held: null, isUnreadable: true };
  }
}

/** Opens the vault. Call it when the app is ready: the keyring is not there before. */
export async function openKeyVault({
  dataFolder,
  fileName,
  encryption,
  environment,
}: KeyVaultOptions): Promise<KeyVault> {
  const file = path.join(dataFolder, fileName);
  const found = await read(file, encryption);
  let held = found.held;

  async function store(content: KeyFile): Promise<void> {
    await mkdir(dataFolder, { recursive: true });
    const temporary = `${file}.tmp`;
    await writeFile(temporary, JSON.stringify(content), { mode: 0o600, flush: true });
    await chmod(temporary, 0o600);
    await rename(temporary, file);
  }

  const isElsewhere = () =>
    held !== null && environment.baseUrl !== null && held.baseUrl !== environment.baseUrl;

  function current(): HeldKey | null {
    // The environment's key goes to the environment's address only, whatever address another key was given for.
    if (environment.key !== null) return { key: environment.key, baseUrl: environment.baseUrl };
    return held === null || isElsewhere() ? null : { key: held.key, baseUrl: held.baseUrl };
  }

  return {
    current,
    secrets: () => [environment.key, held?.key ?? null].filter((key) => key !== null),
    state() {
      const present = current();
      const source = environment.key === null ? (held?.source ?? 'none') : 'environment';
      return {
        source: present === null ? 'none' : source,
        lastFour: present === null ? null : present.key.slice(-4),
        canEncrypt: encryption.isAvailable(),
        baseUrl: present?.baseUrl ?? environment.baseUrl,
        isAddressGiven: environment.baseUrl !== null,
        isElsewhere: present === null && isElsewhere(),
      };
    },
    async set({ key, baseUrl }, keepWithoutKeyring) {
      const content = JSON.stringify({ key, baseUrl });
      if (encryption.isAvailable()) {
        const data = encryption.encrypt(content).toString('base64');
        await store({ version: 2, protection: 'keyring', data });
        held = { source: 'stored', key, baseUrl };
      } else if (keepWithoutKeyring) {
        const data = Buffer.from(content, 'utf8').toString('base64');
        await store({ version: 2, protection: 'none', data });
        held = { source: 'stored', key, baseUrl };
      } else {
        await rm(file, { force: true });
        held = { source: 'session', key, baseUrl };
      }
    },
    async remove() {
      await rm(file, { force: true });
      held = null;
    },
    isUnreadable: found.isUnreadable,
  };
}
