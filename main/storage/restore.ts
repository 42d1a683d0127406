/**
 * What becomes of the requests in a database that is not the last one any more. A backup does not know what happened
 * after it: what waits in it may have been sent since, so none of it is sent again by itself.
 */
import type { AppError } from '../../preload/contract/result.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import type { Db } from './db.ts';
import type { Accepted } from './journal.ts';
import { createOperationRows } from './operation-rows.ts';
import { createUploadRows } from './upload-rows.ts';

const mayHaveBeenSent: AppError = {
  code: 'unknown_outcome',
  message:
    'The list of clips was damaged and comes from a copy. This request was waiting when the copy was made: it may have been sent since, and may be charged. Look at your usage at Google before you try again.',
  retryable: false,
};

/**
 * Requests that wait, or were on their way, become `unknown`: the user decides. Demo clips cost nothing and just go on.
 *
 * @param answered ids of images whose answers are on disk: these were sent, and the engine takes them up as if the app
 *   had ended before it wrote that down; a removal that waited in the copy had been undone
 */
export function sendNothingAgain(db: Db, now: number, answered: readonly string[]): void {
  const ids = JSON.stringify(answered);
  db.run(
    `UPDATE operations SET phase = 'submitting', submitted_at = coalesce(submitted_at, created_at),
       error = NULL, over_allowed_at = NULL, deleted_at = NULL
     WHERE phase IN ('queued', 'submitting') AND id IN (SELECT value FROM json_each(:ids))`,
    { ids },
  );
  db.run(
    `UPDATE operations SET phase = 'unknown', error = :error, submitted_at = coalesce(submitted_at, created_at),
       finished_at = :now, over_allowed_at = NULL
     WHERE phase IN ('queued', 'submitting') AND service <> 'demo'
       AND id NOT IN (SELECT value FROM json_each(:ids))`,
    { error: JSON.stringify(mayHaveBeenSent), now, ids },
  );
}

/** What the journal knows and the database does not is followed again, which only asks. Gives how many these are. */
export function followAccepted(db: Db, entries: readonly Accepted[]): number {
  const operations = createOperationRows(db);
  const uploads = createUploadRows(db);
  let count = 0;
  for (const { operation, upload, lastFrame, references } of entries) {
    const known = operations.find(operation.id)?.operation;
    if (known !== undefined && known.remoteName !== null) continue;
    try {
      db.transaction(() => {
        const { remoteName, account, submittedAt, acceptedAt } = operation;
        const accepted = { phase: 'processing', remoteName, account, submittedAt, acceptedAt } as const;
        if (known !== undefined) {
          // It was sent: a removal that waited in the copy had been undone.
          operations.update(operation.id, { ...accepted, error: null, finishedAt: null, deletedAt: null });
          return;
        }
        for (const image of [upload, lastFrame, ...references]) {
          if (image !== null && uploads.find(image.id) === null) uploads.insert(image);
        }
        const hasSession = db.get('SELECT 1 FROM sessions WHERE id = :id', { id: operation.sessionId });
        operations.insert(
          {
            ...operation,
            ...accepted,
            sessionId: hasSession === undefined ? firstSessionId : operation.sessionId,
            queueOrder: operations.nextQueueOrder(),
          },
          { lastFrame, references },
        );
      });
      count += 1;
    } catch {
      // A line that the schema does not take: nothing is lost that the database has.
    }
  }
  return count;
}
