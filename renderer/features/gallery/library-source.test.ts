// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../../preload/contract/domain.ts';
import { wholeLibrary } from '../../../preload/contract/library.ts';
import type { LibraryPage } from '../../../preload/contract/library.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { ok } from '../../../preload/contract/result.ts';
import { createFakeBridge, fakeError, fakeOperation } from '../../lib/fake-bridge.ts';
import type { FakeBridge } from '../../lib/fake-bridge.ts';
import {
  libraryTouched,
  putOperation,
  resetLibrary,
  showQuery,
  useLibrary,
  wantRows,
} from './library-source.ts';

let bridge: FakeBridge;

/** Newest first: number 0 has the place 0. */
function library(count: number): Operation[] {
  return Array.from({ length: count }, (_, at) =>
    fakeOperation('completed', { id: `number ${at}`, createdAt: 1_000_000 - at }),
  );
}

function open(operations: Operation[]): void {
  bridge = createFakeBridge({ operations });
  Object.assign(window, { zoetrope: bridge.zoetrope });
}

const idAt = (place: number): string | undefined => useLibrary.getState().rows.get(place)?.id;

/** An answer that comes when the test says so. */
function held(): { answer: Promise<Result<LibraryPage>>; give: (operations: Operation[]) => void } {
  let give: (operations: Operation[]) => void = () => undefined;
  const answer = new Promise<Result<LibraryPage>>((resolve) => {
    give = (operations) => {
      resolve(ok({ operations, total: operations.length, revision: 1 }));
    };
  });
  return { answer, give };
}

describe('what the window holds of the library', () => {
  beforeEach(() => {
    open(library(2000));
  });
  afterEach(resetLibrary);

  it('is what is looked at and what comes next, and never the whole of it', async () => {
    showQuery(wholeLibrary);
    await vi.waitFor(() => expect(idAt(0)).toBe('number 0'));
    for (let first = 0; first < 1500; first += 20) {
      wantRows('grid', { first, last: first + 20 });
      await vi.waitFor(() => expect(idAt(first + 20)).toBe(`number ${first + 20}`));
    }
    await vi.waitFor(() => expect(idAt(1520)).toBe('number 1520'));
    expect(idAt(0)).toBeUndefined();
    expect(useLibrary.getState().rows.size).toBeLessThan(800);
    expect(useLibrary.getState().total).toBe(2000);
  });

  it('is asked for once more when it changed while an answer was on its way', async () => {
    showQuery(wholeLibrary);
    await vi.waitFor(() => expect(idAt(0)).toBe('number 0'));
    const late = held();
    bridge.answerNext('library.page', late.answer);
    libraryTouched();
    bridge.operations = library(2000).slice(1);
    libraryTouched();
    late.give(library(60));
    await vi.waitFor(() => expect(idAt(0)).toBe('number 1'));
    expect(useLibrary.getState().total).toBe(1999);
  });

  it('has main’s news rather than an older answer', async () => {
    showQuery(wholeLibrary);
    await vi.waitFor(() => expect(idAt(0)).toBe('number 0'));
    const late = held();
    bridge.answerNext('library.page', late.answer);
    libraryTouched();
    const news = fakeOperation('completed', { id: 'number 0', rating: 5 });
    putOperation(news);
    late.give(library(60));
    await vi.waitFor(() => expect(useLibrary.getState().total).toBe(60));
    expect(useLibrary.getState().rows.get(0)).toEqual(news);
  });

  it('is of the query that was asked last, whichever answer comes last', async () => {
    const late = held();
    bridge.answerNext('library.page', late.answer);
    showQuery(wholeLibrary);
    showQuery({ ...wholeLibrary, sort: 'oldest' });
    const seen: (string | undefined)[] = [];
    const stop = useLibrary.subscribe(() => seen.push(idAt(0)));
    late.give(library(60));
    await vi.waitFor(() => expect(idAt(0)).toBe('number 1999'));
    stop();
    expect(seen).not.toContain('number 0');
  });

  it('keeps what was there after a failure, and misses no change that came with it', async () => {
    showQuery(wholeLibrary);
    await vi.waitFor(() => expect(idAt(0)).toBe('number 0'));
    bridge.answerNext('library.page', { ok: false, error: fakeError('internal', 'No.') });
    libraryTouched();
    await vi.waitFor(() => expect(useLibrary.getState().error?.message).toBe('No.'));
    expect(idAt(0)).toBe('number 0');
    libraryTouched();
    await vi.waitFor(() => expect(useLibrary.getState().error).toBeNull());

    bridge.answerNext('library.page', { ok: false, error: fakeError('internal', 'No.') });
    wantRows('grid', { first: 100, last: 110 });
    bridge.operations = library(2000).slice(1);
    libraryTouched();
    await vi.waitFor(() => expect(idAt(100)).toBe('number 101'));
    expect(useLibrary.getState().error).toBeNull();
    // Nothing of before the change is left.
    expect(idAt(0)).toBeUndefined();
  });
});
