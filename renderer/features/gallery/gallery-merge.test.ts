import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../preload/contract/domain.ts';
import { fakeOperation } from '../../lib/fake-bridge.ts';
import { mergeGallery, nothingLive, withChanged, withRemoved, withRestored } from './gallery-merge.ts';

const at = (id: string, createdAt: number, changes: Partial<Operation> = {}) =>
  fakeOperation('processing', { id, createdAt, ...changes });
const ids = (operations: Operation[]) => operations.map((operation) => operation.id);

describe('the gallery', () => {
  const pages = [{ operations: [at('c', 30), at('b', 20)], nextCursor: 'b' }];

  it('puts a new operation first', () => {
    expect(ids(mergeGallery(pages, withChanged(nothingLive, at('d', 40))))).toEqual(['d', 'c', 'b']);
  });

  it('changes an operation where it stands', () => {
    const merged = mergeGallery(
      pages,
      withChanged(nothingLive, fakeOperation('completed', { id: 'b', createdAt: 20 })),
    );
    expect(ids(merged)).toEqual(['c', 'b']);
    expect(merged[1]?.phase).toBe('completed');
  });

  it('lets an event win over a page that was listed before it', () => {
    const live = withChanged(nothingLive, fakeOperation('completed', { id: 'c', createdAt: 30 }));
    expect(mergeGallery(pages, live)[0]?.phase).toBe('completed');
  });

  it('leaves older operations to their own page, and takes them in once all pages are there', () => {
    const live = withChanged(nothingLive, at('a', 10));
    expect(ids(mergeGallery(pages, live))).toEqual(['c', 'b']);
    const last = { operations: [], nextCursor: null };
    expect(ids(mergeGallery([...pages, last], live))).toEqual(['c', 'b', 'a']);
  });

  it('shows an operation once that two pages list', () => {
    const twice = [...pages, { operations: [at('b', 20), at('a', 10)], nextCursor: null }];
    expect(ids(mergeGallery(twice, nothingLive))).toEqual(['c', 'b', 'a']);
  });

  it('hides what was removed, even when an event still speaks of it, until it is restored', () => {
    const removed = withChanged(withRemoved(nothingLive, ['c']), at('c', 30));
    expect(ids(mergeGallery(pages, removed))).toEqual(['b']);
    expect(ids(mergeGallery(pages, withRestored(removed, ['c'])))).toEqual(['c', 'b']);
  });
});
