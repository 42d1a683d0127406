/**
 * What the service has taken on, beside the database: one line for each operation, written when its name is known. It
 * is read only where the database was damaged, so that a clip that was paid for since the last backup is still fetched.
 *
 * Of an image there is nothing to follow: its answer is the image, and is kept with what it answers (`kept-answers.ts`)
 * until the file in the library says the same (its recipe), so that at no moment only the database knows of an image
 * that came. It has a line all the same, which says no more than that there was a library.
 */
import {
  appendFileSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { noExtras, noImages } from './records.ts';
import type { OperationImages, OperationRow, UploadRow } from './records.ts';

export interface Accepted extends OperationImages {
  operation: OperationRow;
  /** The first frame. */
  upload: UploadRow | null;
}

/** Longer than Veo keeps a clip, and than the newest backup is old. */
const keptMs = 4 * 24 * 3_600_000;

export const isAccepted = ({ service, medium, phase }: OperationRow): boolean =>
  service !== 'demo' && phase === (medium === 'image' ? 'downloading' : 'processing');

export interface Journal {
  accepted(entry: Accepted): void;
  /** Something was written, whatever it was. */
  isUsed(): boolean;
  /** The newest line of each clip, oldest first; lines that make no sense are left out. */
  read(): Accepted[];
  /** Forgets what is older than any use, and what the user has removed since: `isKnown` says what is still there. */
  tidy(now: number, isKnown: (operationId: string) => boolean): void;
}

function entryOf(line: string): Accepted | null {
  try {
    const entry = JSON.parse(line) as Accepted;
    const { id, remoteName, createdAt } = entry.operation;
    const isWhole = typeof id === 'string' && typeof remoteName === 'string' && typeof createdAt === 'number';
    if (!isWhole) return null;
    // A line of an older app knows no modes; an image in it is a first frame.
    const mode = entry.operation.uploadId === null ? 'text' : 'image';
    return { ...noImages, ...entry, operation: Object.assign({ ...noExtras, mode }, entry.operation) };
  } catch {
    // The last line of an app that ended while it wrote.
    return null;
  }
}

export function createJournal(dataFolder: string): Journal {
  const file = path.join(dataFolder, 'accepted.jsonl');

  function read(): Accepted[] {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return [];
    }
    const entries = text.split('\n').flatMap((line) => entryOf(line) ?? []);
    return [...new Map(entries.map((entry) => [entry.operation.id, entry])).values()];
  }

  return {
    read,
    isUsed: () => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0,
    accepted(entry) {
      const handle = openSync(file, 'a', 0o600);
      try {
        appendFileSync(handle, `${JSON.stringify(entry)}\n`);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    },
    tidy(now, isKnown) {
      const all = read();
      const recent = all.filter(
        ({ operation }) => operation.createdAt > now - keptMs && isKnown(operation.id),
      );
      if (recent.length === all.length) return;
      writeFileSync(`${file}.tmp`, recent.map((entry) => `${JSON.stringify(entry)}\n`).join(''), {
        mode: 0o600,
      });
      renameSync(`${file}.tmp`, file);
    },
  };
}
