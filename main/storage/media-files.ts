/** First frames and posters in the data folder, clips in the library folder: paths, and writing without half files. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { answersFolderOf, createKeptAnswers } from './kept-answers.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { writeWhole } from './write-whole.ts';

/**
 * The path of `name` in `folder`. Throws when the name would lead anywhere else: names come from the database,
 * and a damaged or edited one must not reach other files.
 */
export function insideFolder(folder: string, name: string): string {
  const root = path.resolve(folder);
  const full = path.resolve(root, name);
  if (name === '' || name.includes('\0') || path.dirname(full) !== root)
    throw new Error('A file name leads out of its folder.');
  return full;
}

/** Two requests may bring the same image at once. */
const writeMedia = (file: string, data: Uint8Array): Promise<void> =>
  writeWhole(file, data, `${file}.${randomUUID()}.tmp`);

export interface MediaFiles {
  answers: KeptAnswers;
  /** Keeps the bytes as they are; gives their SHA-256 in hex, which names the file. */
  saveUpload(data: Uint8Array): Promise<string>;
  uploadPath(sha256: string): string;
  readUpload(sha256: string): Promise<Uint8Array>;
  removeUpload(sha256: string): Promise<void>;
  savePoster(operationId: string, jpeg: Uint8Array): Promise<void>;
  posterPath(operationId: string): string;
  removePoster(operationId: string): Promise<void>;
}

export function createMediaFiles(dataFolder: string): MediaFiles {
  const uploads = path.join(dataFolder, 'uploads');
  const posters = path.join(dataFolder, 'posters');
  const uploadPath = (sha256: string) => insideFolder(uploads, sha256);
  const posterPath = (operationId: string) => insideFolder(posters, `${operationId}.jpg`);
  return {
    answers: createKeptAnswers(answersFolderOf(dataFolder)),
    async saveUpload(data) {
      const sha256 = createHash('sha256').update(data).digest('hex');
      await writeMedia(uploadPath(sha256), data);
      return sha256;
    },
    uploadPath,
    readUpload: (sha256) => readFile(uploadPath(sha256)),
    removeUpload: (sha256) => rm(uploadPath(sha256), { force: true }),
    savePoster: (operationId, jpeg) => writeMedia(posterPath(operationId), jpeg),
    posterPath,
    removePoster: (operationId) => rm(posterPath(operationId), { force: true }),
  };
}
