/** Looks after the database while it is used: looks it through behind the open window, and copies it once a day. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../services/clock.ts';
import type { Log } from '../services/log.ts';
import { backupEveryMs } from '../storage/backups.ts';
import type { Stores } from './stores.ts';

const lookEveryMs = 3_600_000;

export interface DatabaseCareDeps {
  dataFolder: string;
  stores: Stores;
  clock: Clock;
  log: Log;
  /** It is damaged: the next start restores it. */
  damaged(): void;
}

export interface DatabaseCare {
  /** Begins, and goes on by itself. */
  start(): void;
  /** False: it is damaged. */
  isWhole(): boolean;
  /** Resolves when nothing reads the database any more. */
  stop(): Promise<void>;
}

/** Null: the database is whole. Else what is wrong with it. */
function check(file: string, worker: (started: Worker) => void): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(path.join(import.meta.dirname, 'check-database.js'), { workerData: file });
    worker(thread);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      reject(new Error('The check ended early.'));
    });
  });
}

export function createDatabaseCare(deps: DatabaseCareDeps): DatabaseCare {
  const { stores, clock, log } = deps;
  let isWhole = true;
  let cancelLook: (() => void) | null = null;
  let thread: Worker | null = null;
  let working = Promise.resolve();
  let isStopping = false;

  async function lookAt(file: string): Promise<string | null> {
    try {
      return await check(file, (started) => (thread = started));
    } finally {
      thread = null;
    }
  }

  async function lookThrough(): Promise<void> {
    const wrong = await lookAt(path.join(deps.dataFolder, 'zoetrope.db'));
    if (wrong === null) return;
    log.error('The database is damaged', { wrong });
    isWhole = false;
    deps.damaged();
  }

  async function copy(): Promise<void> {
    const newest = stores.backups.list()[0]?.madeAt ?? 0;
    if (!isWhole || clock.now() - newest < backupEveryMs || stores.operations.page(1).length === 0) return;
    await stores.backups.daily(stores.db, lookAt);
    stores.journal.tidy(clock.now(), (id) => stores.operations.find(id) !== null);
  }

  async function look(isFirst: boolean): Promise<void> {
    try {
      if (isFirst && stores.isUnchecked) await lookThrough();
      if (!isStopping) await copy();
    } catch (error) {
      if (!isStopping) log.error('Looking after the database failed', { error });
    }
    if (isStopping) return;
    cancelLook = clock.after(lookEveryMs, () => {
      working = look(false);
    });
  }

  return {
    start() {
      working = look(true);
    },
    isWhole: () => isWhole,
    async stop() {
      isStopping = true;
      cancelLook?.();
      await thread?.terminate();
      await working;
    },
  };
}
