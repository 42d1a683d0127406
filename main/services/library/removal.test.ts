import { expect, test, vi } from 'vitest';
import { phases, undoMs } from '../../../preload/contract/domain.ts';
import { wholeLibrary } from '../../../preload/contract/library.ts';
import { operationRow, testId } from '../../storage/test-bench.ts';
import { createRemoving } from './removal.ts';
import { testLibrary } from './test-library.ts';

async function bench(options: { trash?: (file: string) => Promise<void> } = {}) {
  const library = await testLibrary();
  const trash = vi.fn(options.trash ?? (() => Promise.resolve()));
  const told = {
    changed: vi.fn(),
    removed: vi.fn(),
    libraryChanged: vi.fn(),
    trashFailed: vi.fn(),
    moved: vi.fn(),
    wake: vi.fn(),
  };
  const removing = createRemoving({ ...library, trash, ...told });
  return { ...library, removing, trash, told, count: () => library.rows.count(wholeLibrary) };
}

const all = { query: wholeLibrary, except: [] };

test('all that a query finds goes at once and comes back with one undo', async () => {
  const { removing, completed, count, told, advance, trash } = await bench();
  completed(1, 250, { prompt: 'a lion' });
  completed(300, 310, { prompt: 'a car' });
  const { undoToken, ...counts } = await removing.remove({
    query: { ...wholeLibrary, text: 'lion' },
    except: [testId(7)],
  });
  expect(counts).toEqual({ count: 249, skipped: 0 });
  expect(count()).toBe(12);
  expect(told.removed).toHaveBeenCalledOnce();

  await advance(undoMs - 1);
  expect(trash).not.toHaveBeenCalled();
  expect(await removing.undo(undoToken)).toEqual({ ok: true, value: { count: 249 } });
  expect(count()).toBe(261);
  await advance(10 * undoMs);
  expect(trash).not.toHaveBeenCalled();
  // Once is enough.
  expect(await removing.undo(undoToken)).toMatchObject({ error: { code: 'operation_not_found' } });
});

test('what is being made stays, and is counted', async () => {
  const { removing, operations, rows } = await bench();
  phases.forEach((phase, index) => {
    operations.insert(operationRow(index + 1, { phase }));
  });
  expect(await removing.remove(all)).toMatchObject({ count: phases.length - 3, skipped: 3 });
  const left = rows.page(wholeLibrary, 0, 20).map(({ operation }) => operation.phase);
  expect(left.sort()).toEqual(['downloading', 'processing', 'submitting']);
});

test('named ones are removed once, however often they are named; unknown ones are passed over', async () => {
  const { removing, completed, count } = await bench();
  completed(1, 5);
  const operationIds = [testId(1), testId(2), testId(1), 'nobody'];
  expect(await removing.remove({ operationIds })).toMatchObject({ count: 2, skipped: 0 });
  expect(count()).toBe(3);
});

test('the undo time of a removal that takes long begins when all of it is hidden', async () => {
  const { removing, completed, advance, trash, count } = await bench();
  completed(1, 1500);
  const removal = removing.remove(all);
  await advance(2 * undoMs);
  const { undoToken } = await removal;
  await advance(undoMs - 1);
  expect(trash).not.toHaveBeenCalled();
  expect(await removing.undo(undoToken)).toMatchObject({ ok: true });
  expect(count()).toBe(1500);
});

test('when the undo time is over the files go to the trash, a few at a time, and the rows with them', async () => {
  let atOnce = 0;
  let most = 0;
  const { removing, completed, advance, trash, db } = await bench({
    trash: async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
    },
  });
  completed(1, 100);
  const { undoToken } = await removing.remove(all);
  await advance(undoMs + 100);
  await vi.waitFor(() => {
    expect(db.get('SELECT count(*) AS n FROM operations')).toEqual({ n: 0 });
  });
  expect(trash).toHaveBeenCalledTimes(100);
  expect(new Set(trash.mock.calls.map(([file]) => file)).size).toBe(100);
  expect(most).toBeLessThanOrEqual(8);
  expect(await removing.undo(undoToken)).toMatchObject({ error: { code: 'operation_not_found' } });
});

test('main is free between the steps of 3,000 removals and of their way to the trash', async () => {
  const { removing, completed, advance, db } = await bench();
  completed(1, 3000);
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await removing.remove(all);
  expect(turns).toBeGreaterThanOrEqual(3000 / 100 - 1);
  turns = 0;
  await advance(undoMs + 100);
  await vi.waitFor(
    () => {
      expect(db.get('SELECT count(*) AS n FROM operations')).toEqual({ n: 0 });
    },
    { timeout: 20_000 },
  );
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(3000 / 8 - 1);
});

test('a file that the trash refuses is back in the gallery, and the user is told', async () => {
  const { removing, completed, advance, count, told } = await bench({
    trash: (file) => (file.includes('clip 2.') ? Promise.reject(new Error('No trash')) : Promise.resolve()),
  });
  completed(1, 3);
  await removing.remove(all);
  await advance(undoMs + 100);
  await vi.waitFor(() => {
    expect(told.trashFailed).toHaveBeenCalledOnce();
  });
  expect(count()).toBe(1);
  expect(told.changed).toHaveBeenCalledWith(testId(2));
});

test('closing the app ends the cleaning up between two files; the next start goes on', async () => {
  const { removing, completed, advance, trash, db, told, ...library } = await bench();
  completed(1, 200);
  await removing.remove(all);
  trash.mockImplementation(() => {
    void removing.stop();
    return Promise.resolve();
  });
  await advance(undoMs + 100);
  await removing.stop();
  const left = () => db.get<{ n: number }>('SELECT count(*) AS n FROM operations')?.n;
  expect(left()).toBe(200 - trash.mock.calls.length);
  expect(trash.mock.calls.length).toBeLessThanOrEqual(8);

  const next = createRemoving({ ...library, ...told, trash });
  trash.mockImplementation(() => Promise.resolve());
  await next.sweep();
  expect(left()).toBe(0);
});

test('of more than a thousand the window is told that they are gone, not which', async () => {
  const { removing, completed, told } = await bench();
  completed(1, 1001);
  const { undoToken } = await removing.remove(all);
  expect(told.removed).toHaveBeenCalledExactlyOnceWith([]);
  expect(told.libraryChanged.mock.calls.length).toBeGreaterThan(5);
  await removing.undo(undoToken);
  expect(told.changed).not.toHaveBeenCalled();
});

test('an image that is removed takes its answer along, or it would come back at the next start', async () => {
  const { removing, operations, media, advance } = await bench();
  const image = { medium: 'image', duration: '0', phase: 'expired' } as const;
  const answer = { mimeType: 'image/png' as const, data: new Uint8Array([1]), parts: [] };
  for (const number of [1, 2]) {
    operations.insert(operationRow(number, image));
    await media.answers.keep(testId(number), { ...answer, account: null, asked: null });
  }
  removing.hide([testId(1)]);
  expect(await media.answers.all()).toHaveLength(2);
  await advance(undoMs + 100);
  await vi.waitFor(() => expect(operations.find(testId(1))).toBeNull());
  expect(await media.answers.all()).toEqual([testId(2)]);

  // It cannot be removed: the row stays, hidden, and goes at another time.
  const remove = vi.spyOn(media.answers, 'remove').mockRejectedValueOnce(new Error('EBUSY'));
  removing.hide([testId(2)]);
  await advance(undoMs + 100);
  await vi.waitFor(() => expect(remove).toHaveBeenCalled());
  await removing.sweep();
  expect(operations.find(testId(2))).toBeNull();
  expect(await media.answers.all()).toEqual([]);
});
