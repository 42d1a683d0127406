import { existsSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { undoMs } from '../../preload/contract/domain.ts';
import type { Result } from '../../preload/contract/result.ts';
import { createMediaFiles } from '../storage/media-files.ts';
import type { OperationRecord } from '../storage/records.ts';
import {
  clipRow,
  operationRow,
  temporaryFolder,
  testId,
  testTables,
  uploadRow,
} from '../storage/test-bench.ts';
import { createFakeClock } from './fake-clock.ts';
import { createLibrary } from './library.ts';
import { createRemoving } from './library/removal.ts';
import { createLibraryRows } from '../storage/library-rows.ts';
import { toOperation } from './operation-view.ts';

async function bench(options: { trash?: (file: string) => Promise<void> } = {}) {
  const tables = testTables();
  const { clock, advance } = createFakeClock(1_000_000);
  const folder = await temporaryFolder();
  const media = createMediaFiles(folder);
  const trash = vi.fn(options.trash ?? (() => Promise.resolve()));
  const told = { changed: vi.fn(), removed: vi.fn(), trashFailed: vi.fn(), wake: vi.fn(), moved: vi.fn() };
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const view = (record: OperationRecord) =>
    toOperation(record, clock.now(), {
      queuePosition: tables.operations.queuePosition(record.operation.id),
      retryAt: null,
      hold: null,
      isCancelling: false,
    });
  const removing = createRemoving({
    ...tables,
    rows: createLibraryRows(tables.db, () => []),
    media,
    clock,
    log,
    trash,
    libraryChanged: vi.fn(),
    ...told,
  });
  const library = {
    ...createLibrary({ ...tables, media, clock, log, view, removing }),
    sweep: () => removing.sweep(),
    stop: () => removing.stop(),
  };
  /** An operation that has ended with a clip. */
  const completed = (number: number, changes: Parameters<typeof operationRow>[1] = {}): void => {
    tables.operations.insert(
      operationRow(number, { phase: 'completed', finishedAt: 1000 * number, ...changes }),
    );
    tables.clips.insert(clipRow(number));
  };
  const shown = () => library.page(100, null).operations.map((operation) => operation.id);
  return { ...tables, library, clock, advance, media, trash, told, log, completed, shown };
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);

describe('pages', () => {
  test('come newest first, each cursor leading to the next, the last one to none', async () => {
    const { library, operations } = await bench();
    for (let number = 1; number <= 5; number += 1) operations.insert(operationRow(number, { createdAt: 7 }));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = library.page(2, cursor);
      seen.push(...page.operations.map((operation) => operation.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([5, 4, 3, 2, 1].map(testId));
  });

  test('a page that takes everything says so', async () => {
    const { library, operations } = await bench();
    operations.insert(operationRow(1));
    operations.insert(operationRow(2));
    expect(library.page(2, null).nextCursor).toBeNull();
  });

  test.each(['', 'nonsense', ':', '12', '9'.repeat(40)])('the cursor %j is the beginning', async (cursor) => {
    const { library, operations } = await bench();
    operations.insert(operationRow(1));
    expect(library.page(2, cursor).operations).toHaveLength(1);
  });

  test('what waits says how many are before it', async () => {
    const { library, operations } = await bench();
    operations.insert(operationRow(1));
    operations.insert(operationRow(2));
    expect(library.page(2, null).operations.map((operation) => operation.queuePosition)).toEqual([2, 1]);
  });
});

test('an operation that does not exist is said to be so, by every call', async () => {
  const { library } = await bench();
  const answers = [
    library.get(testId(9)),
    library.status(testId(9)),
    library.clipFile(testId(9)),
    await library.image(testId(9), null),
    library.remove([testId(9)]),
  ];
  expect(answers.map(codeOf)).toEqual(Array.from(answers, () => 'operation_not_found'));
  const [first] = answers;
  expect(first?.ok === false && first.error.message).toMatch(/^Operation not found/);
});

describe('removing', () => {
  test('hides at once and deletes nothing while it can be undone', async () => {
    const { library, completed, shown, told, trash, advance, operations } = await bench();
    completed(1);
    completed(2);
    expect(library.remove([testId(1)])).toEqual({ ok: true, value: { operationIds: [testId(1)] } });
    expect(shown()).toEqual([testId(2)]);
    expect(library.all().operations.map((one) => one.operation_id)).toEqual([testId(2)]);
    expect(codeOf(library.get(testId(1)))).toBe('operation_not_found');
    expect(codeOf(library.clipFile(testId(1)))).toBe('operation_not_found');
    expect(told.removed).toHaveBeenCalledExactlyOnceWith([testId(1)]);

    await advance(undoMs - 1);
    expect(trash).not.toHaveBeenCalled();
    expect(operations.find(testId(1))).not.toBeNull();
  });

  test('moves the clip to the trash when the undo time is over, and forgets the operation', async () => {
    const { library, completed, advance, trash, operations, media } = await bench();
    completed(1);
    await media.savePoster(testId(1), Uint8Array.of(1));
    library.remove([testId(1)]);
    await advance(undoMs + 100);
    await vi.waitFor(() => {
      expect(operations.find(testId(1))).toBeNull();
    });
    expect(trash).toHaveBeenCalledExactlyOnceWith('/library/clip 1.mp4');
    expect(existsSync(media.posterPath(testId(1)))).toBe(false);
  });

  test('takes the first frame’s file along only when nothing else uses it', async () => {
    const { library, operations, uploads, media, advance } = await bench();
    const sha256 = await media.saveUpload(Uint8Array.of(1, 2, 3));
    uploads.insert(uploadRow(1, { sha256 }));
    uploads.insert(uploadRow(2, { sha256 }));
    operations.insert(operationRow(1, { phase: 'error', uploadId: testId(1) }));
    operations.insert(operationRow(2, { phase: 'error', uploadId: testId(2) }));

    library.remove([testId(1)]);
    await advance(undoMs + 100);
    await vi.waitFor(() => {
      expect(uploads.find(testId(1))).toBeNull();
    });
    expect(existsSync(media.uploadPath(sha256))).toBe(true);

    library.remove([testId(2)]);
    await advance(undoMs + 100);
    await vi.waitFor(() => {
      expect(existsSync(media.uploadPath(sha256))).toBe(false);
    });
  });

  test.each(['submitting', 'processing', 'downloading'] as const)(
    'what is being made (%s) is refused, and nothing else of the call happens',
    async (phase) => {
      const { library, operations, completed, shown, told } = await bench();
      completed(1);
      operations.insert(operationRow(2, { phase }));
      expect(codeOf(library.remove([testId(1), testId(2)]))).toBe('operation_running');
      expect(shown()).toEqual([testId(2), testId(1)]);
      expect(told.removed).not.toHaveBeenCalled();
    },
  );

  test('what waits in the queue can be removed: nothing was sent for it', async () => {
    const { library, operations } = await bench();
    operations.insert(operationRow(1));
    operations.insert(operationRow(2));
    expect(library.remove([testId(1)]).ok).toBe(true);
    expect(operations.queuePosition(testId(2))).toBe(1);
    expect(operations.inPhase('queued')).toHaveLength(1);
  });

  test('twice is once', async () => {
    const { library, completed } = await bench();
    completed(1);
    library.remove([testId(1)]);
    expect(codeOf(library.remove([testId(1)]))).toBe('operation_not_found');
  });
});

describe('undo', () => {
  test('brings the card back, and nothing goes to the trash', async () => {
    const { library, completed, shown, told, advance, trash } = await bench();
    completed(1);
    library.remove([testId(1)]);
    await advance(undoMs - 1);
    expect(library.restore([testId(1)]).ok).toBe(true);
    expect(told.changed).toHaveBeenCalledWith(testId(1));
    expect(told.wake).toHaveBeenCalled();
    await advance(10 * undoMs);
    expect(trash).not.toHaveBeenCalled();
    expect(shown()).toEqual([testId(1)]);
  });

  test('of one leaves the others removed', async () => {
    const { library, completed, shown, advance, operations } = await bench();
    completed(1);
    completed(2);
    library.remove([testId(1), testId(2)]);
    library.restore([testId(2)]);
    await advance(undoMs + 100);
    await vi.waitFor(() => {
      expect(operations.find(testId(1))).toBeNull();
    });
    expect(shown()).toEqual([testId(2)]);
  });

  test('too late says where the file is', async () => {
    const { library, completed, advance, operations } = await bench();
    completed(1);
    library.remove([testId(1)]);
    await advance(undoMs + 100);
    await vi.waitFor(() => {
      expect(operations.find(testId(1))).toBeNull();
    });
    const late = library.restore([testId(1)]);
    expect(codeOf(late)).toBe('operation_not_found');
    expect(late.ok ? '' : late.error.message).toContain('trash of this computer');
  });

  test('in the very moment of deleting does not promise what is not so', async () => {
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const { library, completed, advance, operations } = await bench({ trash: () => gate });
    completed(1);
    completed(2);
    library.remove([testId(1), testId(2)]);
    await advance(undoMs + 100);
    // The first is on its way to the trash, the second is next.
    const late = library.restore([testId(1), testId(2)]);
    finish();
    await vi.waitFor(() => {
      expect([1, 2].map((number) => operations.find(testId(number)))).toEqual([null, null]);
    });
    expect(codeOf(late)).toBe('operation_not_found');
  });

  test('a removal, an undo and another removal give the full time again', async () => {
    const { library, completed, advance, trash } = await bench();
    completed(1);
    library.remove([testId(1)]);
    await advance(undoMs / 2);
    library.restore([testId(1)]);
    library.remove([testId(1)]);
    await advance(undoMs - 100);
    expect(trash).not.toHaveBeenCalled();
    await advance(200);
    expect(trash).toHaveBeenCalledOnce();
  });
});

test('a clip that cannot be moved to the trash comes back, and the user is told', async () => {
  const { library, completed, advance, shown, told, operations } = await bench({
    trash: (file) =>
      file.includes('clip 1') ? Promise.reject(new Error('No trash here')) : Promise.resolve(),
  });
  completed(1);
  completed(2);
  library.remove([testId(1), testId(2)]);
  await advance(undoMs + 100);
  await vi.waitFor(() => {
    expect(operations.find(testId(2))).toBeNull();
  });
  expect(shown()).toEqual([testId(1)]);
  expect(told.trashFailed).toHaveBeenCalledOnce();
  expect(told.changed).toHaveBeenCalledExactlyOnceWith(testId(1));
});

test('a clip whose name leads out of its folder is never touched', async () => {
  const { library, operations, clips, advance, trash, shown } = await bench();
  operations.insert(operationRow(1, { phase: 'completed' }));
  clips.insert(clipRow(1, { fileName: '../../somebody/taxes.pdf' }));
  library.remove([testId(1)]);
  await advance(undoMs + 100);
  expect(trash).not.toHaveBeenCalled();
  expect(shown()).toEqual([testId(1)]);
});

test('clearing takes everything that has ended and leaves the rest', async () => {
  const { library, operations, completed, shown, told } = await bench();
  completed(1);
  operations.insert(operationRow(2, { phase: 'error' }));
  operations.insert(operationRow(3, { phase: 'unknown' }));
  operations.insert(operationRow(4, { phase: 'processing' }));
  operations.insert(operationRow(5));
  const cleared = library.clearFinished();
  expect(cleared.ok && new Set(cleared.value.operationIds)).toEqual(new Set([1, 2, 3].map(testId)));
  expect(shown()).toEqual([testId(5), testId(4)]);
  expect(library.restore([1, 2, 3].map(testId)).ok).toBe(true);
  expect(shown()).toHaveLength(5);

  told.removed.mockClear();
  library.clearFinished();
  library.clearFinished();
  expect(told.removed).toHaveBeenCalledOnce();
});

test('what was removed before the app was closed is deleted at the next start', async () => {
  const { library, completed, trash, operations, clock, shown } = await bench();
  completed(1, { deletedAt: clock.now() - 1000 });
  completed(2);
  await library.sweep();
  expect(trash).toHaveBeenCalledExactlyOnceWith('/library/clip 1.mp4');
  expect(operations.find(testId(1))).toBeNull();
  expect(shown()).toEqual([testId(2)]);
});

test('closing the app deletes nothing any more', async () => {
  const { library, completed, advance, trash } = await bench();
  completed(1);
  library.remove([testId(1)]);
  await library.stop();
  await advance(10 * undoMs);
  expect(trash).not.toHaveBeenCalled();
});

describe('a first frame', () => {
  test('comes back byte for byte for the composer', async () => {
    const { library, operations, uploads, media } = await bench();
    const data = Uint8Array.of(1, 2, 3, 250);
    uploads.insert(uploadRow(1, { sha256: await media.saveUpload(data) }));
    operations.insert(operationRow(1, { uploadId: testId(1) }));
    const image = await library.image(testId(1), null);
    expect(image.ok && { ...image.value, data: [...image.value.data] }).toEqual({
      name: 'frame 1.png',
      mimeType: 'image/png',
      data: [1, 2, 3, 250],
    });
  });

  test('whose file is gone is said to be gone', async () => {
    const { library, operations, uploads } = await bench();
    uploads.insert(uploadRow(1));
    operations.insert(operationRow(1, { uploadId: testId(1) }));
    expect(codeOf(await library.image(testId(1), null))).toBe('file_missing');
  });
});
