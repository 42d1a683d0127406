/**
 * Images that the service has answered with, before anything else is done with them: an image comes once, inside the
 * answer to the create that is paid for. They wait in the data folder until they are in the library.
 */
import { readdirSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { imageTypes } from '../../preload/contract/domain.ts';
import type { ImageType } from '../../preload/contract/domain.ts';
import type { Accepted } from './journal.ts';

/** A part of the service's answer beside the image's bytes, which goes back to it when the conversation goes on. */
export interface AnswerPart {
  text?: string;
  /** Where in the answer the image was. */
  isImage?: true;
  thoughtSignature?: string;
}

export interface KeptAnswer {
  mimeType: ImageType;
  data: Uint8Array;
  parts: AnswerPart[];
  /** The account that the create was sent with (`VideoBackend.account`). */
  account: string | null;
  /**
   * What it answers, as it was sent: a database that was lost knows nothing of it any more. Null in an answer that an
   * older app has kept.
   */
  asked: Accepted | null;
}

export interface KeptAnswers {
  /** On disk, whole, when it resolves. */
  keep(operationId: string, answer: KeptAnswer): Promise<void>;
  /** Null where there is none, or none that is whole. */
  read(operationId: string): Promise<KeptAnswer | null>;
  remove(operationId: string): Promise<void>;
  /** Whose answers there are. */
  all(): Promise<string[]>;
}

export const answerPartSchema = z.object({
  text: z.string().optional(),
  isImage: z.literal(true).optional(),
  thoughtSignature: z.string().optional(),
});

/** The app has written it itself: looked at as closely as the journal's lines, the database's own rules hold the rest. */
const askedSchema = z.custom<Accepted>((value) => {
  const operation = (value as Partial<Accepted> | null)?.operation;
  return typeof operation?.id === 'string' && operation.medium === 'image';
});

const headSchema = z.object({
  mimeType: z.enum(imageTypes),
  sizeBytes: z.int().min(0),
  account: z.string().nullable(),
  parts: z.array(answerPartSchema),
  asked: askedSchema.nullish().transform((value) => value ?? null),
});

/** Becomes part of a file name. */
const idSchema = z.string().regex(/^[\w-]{1,100}$/);
const ending = '.answer';

export const answersFolderOf = (dataFolder: string): string => path.join(dataFolder, 'answers');

const idsOf = (names: readonly string[]): string[] =>
  names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));

/** Whose answers there are, before anything else is open. */
export function keptAnswerIds(dataFolder: string): string[] {
  try {
    return idsOf(readdirSync(answersFolderOf(dataFolder)));
  } catch {
    return [];
  }
}

/** One file for each: a line of JSON about the image, then the image. */
export function createKeptAnswers(folder: string): KeptAnswers {
  const fileOf = (operationId: string) => path.join(folder, `${idSchema.parse(operationId)}${ending}`);

  return {
    async keep(operationId, { mimeType, data, parts, account, asked }) {
      await mkdir(folder, { recursive: true });
      const file = fileOf(operationId);
      const handle = await open(`${file}.tmp`, 'w', 0o600);
      try {
        const head = { mimeType, sizeBytes: data.byteLength, account, parts, asked };
        await handle.writeFile(`${JSON.stringify(head)}\n`);
        await handle.writeFile(data);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${file}.tmp`, file);
    },
    async read(operationId) {
      const bytes = await readFile(fileOf(operationId)).catch(() => null);
      const at = bytes?.indexOf('\n') ?? -1;
      if (bytes === null || at < 0) return null;
      try {
        const head = headSchema.parse(JSON.parse(bytes.subarray(0, at).toString('utf8')));
        const data = bytes.subarray(at + 1);
        if (data.byteLength !== head.sizeBytes) return null;
        const { mimeType, account, parts, asked } = head;
        return { mimeType, account, parts: parts as AnswerPart[], asked, data };
      } catch {
        return null;
      }
    },
    remove: (operationId) => rm(fileOf(operationId), { force: true }),
    all: async () => idsOf(await readdir(folder).catch(() => [])),
  };
}
