/** Writes the ledger to a file of the user's choice. */
import { open } from 'node:fs/promises';
import type { DownloadOutcome } from '../../preload/contract/contract.ts';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { SpendRow, SpendRows } from '../storage/spend-rows.ts';
import { isoDay } from './calendar.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { saveBeside } from './save-beside.ts';
import { csvHeader, csvLine } from './spend-csv.ts';

const pageRows = 1000;

export interface ExportSpendDeps {
  rows: SpendRows;
  clock: Clock;
  log: Log;
  /** The native save dialog; gives null when it was closed without a choice. */
  askWhere(suggestedName: string): Promise<string | null>;
}

export type ExportSpend = () => Promise<Result<DownloadOutcome>>;

export function createExportSpend({ rows, clock, log, askWhere }: ExportSpendDeps): ExportSpend {
  async function write(file: string): Promise<void> {
    const handle = await open(file, 'wx');
    try {
      await handle.write(csvHeader);
      let last: SpendRow | null = null;
      for (;;) {
        const page: SpendRow[] = rows.page(pageRows, last);
        await handle.write(page.map(csvLine).join(''));
        last = page.at(-1) ?? null;
        if (last === null || page.length < pageRows) return;
      }
    } finally {
      await handle.close();
    }
  }

  return async () => {
    const target = await askWhere(`Zoetrope spend ${isoDay(clock.now())}.csv`);
    if (target === null) return ok({ saved: false });
    try {
      await saveBeside(target, write, log);
      return ok({ saved: true });
    } catch (error) {
      log.warn('The ledger could not be exported', { error });
      const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
      return fail({
        code: full ? 'disk_full' : 'export_failed',
        message: full
          ? 'That disk is full. Free some space, then export again.'
          : 'The table could not be saved there. Choose a folder that is there and that you may write to.',
        retryable: true,
      });
    }
  };
}
