/**
 * Images that the service has answered with, before anything else is done with them: an image comes once, inside the
 * answer to the create that is paid for. They wait in the data folder until they are in the library.
 */
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { imageTypes } from '../../preload/contract/domain.ts';
import type { ImageType } from '../../preload/contract/domain.ts';

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

const headSchema = z.object({
  mimeType: z.enum(imageTypes),
  sizeBytes: z.int().min(0),
  account: z.string().nullable(),
  parts: z.array(answerPartSchema),
});

/** Becomes part of a file name. */
const idSchema = z.string().regex(/^[\w-]{1,100}$/);
const ending = '.answer';

/** One file for each: a line of JSON about the image, then the image. */
export function createKeptAnswers(folder: string): KeptAnswers {
  const fileOf = (operationId: string) => path.join(folder, `${idSchema.parse(operationId)}${ending}`);

  return {
    async keep(operationId, { mimeType, data, parts, account }) {
      await mkdir(folder, { recursive: true });
      const file = fileOf(operationId);
      const handle = await open(`${file}.tmp`, 'w', 0o600);
      try {
        const head = { mimeType, sizeBytes: data.byteLength, account, parts };
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
        const { mimeType, account, parts } = head;
        return { mimeType, account, parts: parts as AnswerPart[], data };
      } catch {
        return null;
      }
    },
    remove: (operationId) => rm(fileOf(operationId), { force: true }),
    async all() {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
    },
  };
}
