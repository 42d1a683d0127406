/** Brings an image out of its kept answer into a file of the library. */
import { open, readFile } from 'node:fs/promises';
import { imageEndings } from '../../../preload/contract/images.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import type { AnswerPart, KeptAnswers } from '../../storage/kept-answers.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import { imageFacts } from '../images/image-facts.ts';
import type { Log } from '../log.ts';
import { localFailure } from './download.ts';

export interface ClipShape {
  /** Pixels; null where nobody measured. */
  width: number | null;
  height: number | null;
  /** What else is written down with the file's row. */
  write?(): void;
}

export const notMeasured: ClipShape = { width: null, height: null };

export type WrittenImage =
  | (ClipShape & { kind: 'written'; ending: string; parts: readonly AnswerPart[] })
  | { kind: 'failed'; error: AppError }
  | { kind: 'gone'; error: AppError };

export interface KeptImages {
  /** Writes the image to `partFile`, whole and flushed. */
  write(operationId: string, partFile: string): Promise<WrittenImage>;
  shape(operationId: string): Promise<ClipShape>;
  /** The image is in the library. */
  forget(operationId: string): Promise<void>;
  /** Removes the answers whose images are in the library. Any other was paid for and is nowhere else. */
  sweep(isSaved: (operationId: string) => boolean): Promise<void>;
}

export interface KeptImagesDeps {
  answers: KeptAnswers;
  operations: Pick<OperationRows, 'insertTurn'>;
  log: Log;
}

const goneFromDisk: AppError = {
  code: 'expired',
  message:
    'The image came from the service and is gone from this computer before it was in the library. It was charged. Generate it again if you still want it.',
  retryable: true,
  details: { charged: true },
};

export async function isWholeImage(file: string): Promise<boolean> {
  return imageFacts(await readFile(file)).kind === 'image';
}

export function createKeptImages({ answers, operations, log }: KeptImagesDeps): KeptImages {
  async function shape(operationId: string): Promise<ClipShape> {
    const answer = await answers.read(operationId);
    if (answer === null) return notMeasured;
    const facts = imageFacts(answer.data);
    return {
      width: facts.kind === 'image' ? facts.width : null,
      height: facts.kind === 'image' ? facts.height : null,
      write() {
        operations.insertTurn(operationId, JSON.stringify(answer.parts));
      },
    };
  }

  return {
    shape,
    async write(operationId, partFile) {
      const answer = await answers.read(operationId);
      if (answer === null) return { kind: 'gone', error: goneFromDisk };
      try {
        const handle = await open(partFile, 'w');
        try {
          await handle.writeFile(answer.data);
          await handle.sync();
        } finally {
          await handle.close();
        }
      } catch (error) {
        return { kind: 'failed', error: localFailure(error).error };
      }
      const facts = imageFacts(answer.data);
      if (facts.kind !== 'image')
        log.warn('The service sent an image that does not look whole', { operationId });
      const mimeType = facts.kind === 'image' ? facts.mimeType : answer.mimeType;
      const { parts } = answer;
      return { kind: 'written', ending: imageEndings[mimeType], parts, ...(await shape(operationId)) };
    },
    async forget(operationId) {
      await answers.remove(operationId).catch((error: unknown) => {
        log.warn('A kept answer could not be removed', { operationId, error });
      });
    },
    async sweep(isSaved) {
      for (const id of await answers.all()) if (isSaved(id)) await answers.remove(id);
    },
  };
}
