/** What the tests of the library's services share: rows in memory, and hands that note what they were asked. */
import { vi } from 'vitest';
import { createLibraryRows } from '../../storage/library-rows.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { clipRow, operationRow, temporaryFolder, testId, testTables } from '../../storage/test-bench.ts';
import type { OperationRow } from '../../storage/records.ts';
import { createFakeClock } from '../fake-clock.ts';
import { toOperation } from '../operation-view.ts';
import type { View } from './view.ts';

export async function testLibrary(folder = '/library') {
  const tables = testTables();
  const { clock, advance } = createFakeClock(1_000_000);
  const dataFolder = await temporaryFolder();
  const view: View = (record) =>
    toOperation(record, clock.now(), { queuePosition: null, retryAt: null, hold: null, isCancelling: false });
  return {
    ...tables,
    rows: createLibraryRows(tables.db, () => tables.sessions.all()),
    clock,
    advance,
    view,
    dataFolder,
    media: createMediaFiles(dataFolder),
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    /** Operations `from` to `to`, each ended with a clip. */
    completed(from: number, to: number, changes: Partial<OperationRow> = {}): string[] {
      const ids: string[] = [];
      tables.db.transaction(() => {
        for (let number = from; number <= to; number += 1) {
          tables.operations.insert(operationRow(number, { phase: 'completed', ...changes }));
          tables.clips.insert(clipRow(number, { folder }));
          ids.push(testId(number));
        }
      });
      return ids;
    },
  };
}
