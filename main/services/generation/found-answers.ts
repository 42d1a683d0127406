/** Images whose answers are on disk although their rows do not say so: they are taken up where the app ended. */
import type { KeptAnswers } from '../../storage/kept-answers.ts';
import type { Accepted } from '../../storage/journal.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import { noExtras } from '../../storage/records.ts';
import type { OperationRow } from '../../storage/records.ts';
import type { UploadRows } from '../../storage/upload-rows.ts';
import type { Log } from '../log.ts';
import type { Lifecycle } from './lifecycle.ts';

const isWaiting = ({ phase, deletedAt }: OperationRow): boolean => phase === 'queued' && deletedAt === null;

export interface FoundAnswersDeps {
  answers: Pick<KeptAnswers, 'all' | 'read'>;
  operations: OperationRows;
  uploads: Pick<UploadRows, 'find' | 'insert'>;
  lifecycle: Pick<Lifecycle, 'happen'>;
  log: Log;
  /** The session that a request belongs to, which is there from then on. */
  sessionFor(asked: string): string;
}

/**
 * At the start, before anything is sent. Two things may have come between an answer and its row: the end of the app,
 * and the loss of the database, which then knows nothing of the operation; what it answers stands in the answer. One
 * that the user has removed is not among them: its answer went first (`library/removal.ts`).
 */
export async function takeUpAnswers(deps: FoundAnswersDeps): Promise<void> {
  const { answers, operations, uploads, lifecycle, log } = deps;

  /** As it was when it was sent. */
  function writeRow({ operation, upload, lastFrame, references }: Accepted): void {
    const sessionId = deps.sessionFor(operation.sessionId);
    operations.transaction(() => {
      for (const image of [upload, lastFrame, ...references]) {
        if (image !== null && uploads.find(image.id) === null) uploads.insert(image);
      }
      const sent = { ...noExtras, ...operation, phase: 'submitting', error: null, deletedAt: null } as const;
      operations.insert(
        { ...sent, sessionId, queueOrder: operations.nextQueueOrder() },
        { lastFrame, references },
      );
    });
  }

  for (const id of await answers.all()) {
    const known = operations.find(id)?.operation;
    if (known !== undefined && !(isWaiting(known) || known.phase === 'submitting')) continue;
    const answer = await answers.read(id);
    if (answer === null && known?.phase !== 'submitting') continue;
    try {
      if (known === undefined) {
        if (answer?.asked?.operation.id !== id) throw new Error('It does not say what it answers.');
        writeRow(answer.asked);
        log.info('An image came back by its answer', { id });
      }
      // An older database in the place of the last one: this request was sent, and must not be sent again.
      if (known?.phase === 'queued') lifecycle.happen(id, { kind: 'sending' });
      lifecycle.happen(id, { kind: 'made', account: answer?.account ?? null });
    } catch (error) {
      // It stays on disk.
      log.warn('An answer belongs to no operation', { id, error });
    }
  }
}
