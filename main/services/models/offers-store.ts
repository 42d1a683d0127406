/**
 * What each account was found to have, in `models.json` of the data folder, so that a start without a network knows it.
 * Accounts are hashes that tell nothing of the key.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../storage/write-whole.ts';

const ids = z.array(z.string().max(200)).max(10_000);

const knownSchema = z.strictObject({
  /** The ids of the service's list; null where it has none. */
  models: ids.nullable(),
  /** Ids that the service said are gone. */
  retired: ids,
  /** When the list was last read, milliseconds since 1970; null: never. */
  checkedAt: z.number().nullable(),
});

/** What is known of one account. */
export type Known = z.infer<typeof knownSchema>;

const fileSchema = z.strictObject({
  version: z.literal(1),
  accounts: z.record(z.string().max(100), knownSchema),
});

/** Keys that were used once need not be remembered for ever. */
const mostAccounts = 20;

export interface OffersStore {
  /** What is known of an account; nothing was found out yet: everything may be offered. */
  of(account: string): Known;
  /** Known from here on; on disk when it resolves. */
  set(account: string, known: Known): Promise<void>;
}

async function read(file: string): Promise<[string, Known][]> {
  try {
    return Object.entries(fileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).accounts);
  } catch {
    // None, or damaged: the service is asked again.
    return [];
  }
}

export async function openOffersStore(dataFolder: string): Promise<OffersStore> {
  const file = path.join(dataFolder, 'models.json');
  // In the order of their last change.
  const accounts = new Map(await read(file));
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    await writeWhole(file, JSON.stringify({ version: 1, accounts: Object.fromEntries(accounts) }));
  }

  return {
    of: (account) => accounts.get(account) ?? { models: null, retired: [], checkedAt: null },
    set(account, known) {
      accounts.delete(account);
      accounts.set(account, known);
      for (const oldest of [...accounts.keys()].slice(0, -mostAccounts)) accounts.delete(oldest);
      const written = writing.then(write);
      // One that fails must not keep the next from being written.
      writing = written.then(
        () => undefined,
        () => undefined,
      );
      return written;
    },
  };
}
