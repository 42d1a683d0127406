/** A thread of its own: looks through the whole database, which may take seconds, and says whether it is whole. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDb } from './storage/db.ts';
import { quickCheck } from './storage/open-library.ts';

const db = openDb(workerData as string);
try {
  quickCheck(db);
  parentPort?.postMessage(null);
} catch (error) {
  parentPort?.postMessage(error instanceof Error ? error.message : String(error));
} finally {
  db.close();
}
