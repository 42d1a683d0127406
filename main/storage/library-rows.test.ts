import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aspectRatios, durations, phases, resolutions } from '../../preload/contract/domain.ts';
import { imageDuration, mediums } from '../../preload/contract/mediums.ts';
import type { Phase } from '../../preload/contract/domain.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import { sortOrders, statusGroups, wholeLibrary } from '../../preload/contract/library.ts';
import type { LibraryQuery, StatusGroup } from '../../preload/contract/library.ts';
import { createLibraryRows } from './library-rows.ts';
import type { OperationRecord } from './records.ts';
import { sortText } from './search-text.ts';
import { clipRow, operationRow, sessionRow, testId, testTables, uploadRow } from './test-bench.ts';
import type { TestTables } from './test-bench.ts';

const names = [
  { id: 'one', name: 'Savanna film' },
  { id: 'two', name: 'Café teaser' },
];
const prompts = [
  'A lion walks through the savanna',
  'A red car in the rain',
  'Café at night, rain on the window',
  'red lion, golden hour',
  'Löwe im Regen',
  '',
];
const models = ['veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview'];

const marks = fc.record({ favourite: fc.boolean(), rating: fc.integer({ min: 0, max: 5 }) });
const rowOf = fc.record({
  prompt: fc.constantFrom(...prompts),
  negativePrompt: fc.constantFrom(null, 'rain', 'blurry lion'),
  sessionId: fc.constantFrom('one', 'two', firstSessionId),
  phase: fc.constantFrom(...phases),
  model: fc.constantFrom(...models),
  aspectRatio: fc.constantFrom(...aspectRatios),
  resolution: fc.constantFrom(...resolutions),
  duration: fc.constantFrom(...durations, imageDuration),
  createdAt: fc.integer({ min: 1, max: 6 }).map((step) => step * 1000),
});
const operationOf = fc.record({ row: rowOf, isDeleted: fc.boolean(), withImage: fc.boolean(), marks });
type Made = typeof operationOf extends fc.Arbitrary<infer T> ? T : never;

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const queryOf: fc.Arbitrary<LibraryQuery> = fc.record({
  text: fc.constantFrom(
    '',
    '',
    'lion',
    'li',
    'red car',
    'car red',
    '"red lion"',
    '"lion red"',
    'rain savanna',
    'cafe',
    'LÖWE',
    'clip 3',
    'mp4',
    '" OR *',
  ),
  medium: fc.constantFrom(null, ...mediums),
  sessionId: fc.constantFrom(null, null, 'one', 'two'),
  statuses: some(statusGroups),
  models: some(models),
  aspectRatios: some(aspectRatios),
  resolutions: some(resolutions),
  durations: some(durations),
  from: fc.constantFrom(null, null, 2000, 4000),
  until: fc.constantFrom(null, null, 4000, 6000),
  favourite: fc.boolean(),
  minRating: fc.integer({ min: 0, max: 3 }),
  withImage: fc.constantFrom(null, null, true, false),
  sort: fc.constantFrom(...sortOrders),
});

function groupOf(phase: Phase): StatusGroup {
  if (phase === 'completed') return 'completed';
  return ['queued', 'submitting', 'processing', 'downloading'].includes(phase) ? 'under_way' : 'failed';
}

function fill({ operations, clips, uploads, sessions }: TestTables, made: Made[]): void {
  uploads.insert(uploadRow(1));
  for (const session of names) sessions.insert(sessionRow(session.id, session));
  made.forEach(({ isDeleted, withImage, row }, index) => {
    const number = index + 1;
    const medium = row.duration === imageDuration ? 'image' : 'video';
    operations.insert(operationRow(number, { ...row, medium, uploadId: withImage ? testId(1) : null }));
    if (row.phase === 'completed')
      clips.insert(clipRow(number, { durationSeconds: index % 3 === 0 ? 7.6 : null }));
    if (isDeleted) operations.update(testId(number), { deletedAt: 5 });
  });
}

const tokens = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Written anew, in the plainest way: no index, no SQL. */
function isFound(query: LibraryQuery, { operation, clip, marks: given }: OperationRecord): boolean {
  const any = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  const session = names.find(({ id }) => id === operation.sessionId)?.name ?? 'First session';
  const fields = [
    operation.prompt,
    operation.negativePrompt ?? '',
    clip?.fileName.replace(/\.mp4$/, '') ?? '',
    session,
  ].map(tokens);
  const terms = query.text.startsWith('"')
    ? [query.text.replaceAll('"', '')]
    : query.text.split(' ').filter((word) => tokens(word).length > 0);
  const isPhrase = query.text.endsWith('"');
  const hasWords = terms.every((term, index) => {
    const words = tokens(term);
    const isPrefix = index === terms.length - 1 && !isPhrase;
    return fields.some((field) =>
      field.some((_, start) =>
        words.every((word, at) =>
          isPrefix && at === words.length - 1
            ? field[start + at]?.startsWith(word)
            : field[start + at] === word,
        ),
      ),
    );
  });
  return (
    operation.deletedAt === null &&
    hasWords &&
    (query.medium === null || operation.medium === query.medium) &&
    (query.sessionId === null || operation.sessionId === query.sessionId) &&
    any(query.statuses, groupOf(operation.phase)) &&
    any(query.models, operation.model) &&
    any(query.aspectRatios, operation.aspectRatio) &&
    any(query.resolutions, operation.resolution) &&
    any(query.durations, operation.duration) &&
    (query.from === null || operation.createdAt >= query.from) &&
    (query.until === null || operation.createdAt < query.until) &&
    (!query.favourite || given.favourite) &&
    given.rating >= query.minRating &&
    (query.withImage === null || (operation.uploadId !== null) === query.withImage)
  );
}

function plainly(query: LibraryQuery, records: OperationRecord[]): string[] {
  // In the order in which they were made, those of one moment included.
  const newest = (one: OperationRecord, other: OperationRecord) =>
    other.operation.createdAt - one.operation.createdAt || (one.operation.id < other.operation.id ? 1 : -1);
  const length = ({ operation, clip }: OperationRecord) =>
    Math.round(clip?.durationSeconds ?? Number(operation.duration));
  const name = ({ operation }: OperationRecord) => sortText(operation.prompt);
  const first = {
    newest: () => 0,
    oldest: (one: OperationRecord, other: OperationRecord) => -newest(one, other),
    rating: (one: OperationRecord, other: OperationRecord) => other.marks.rating - one.marks.rating,
    longest: (one: OperationRecord, other: OperationRecord) => length(other) - length(one),
    name: (one: OperationRecord, other: OperationRecord) =>
      Buffer.compare(Buffer.from(name(one)), Buffer.from(name(other))),
  }[query.sort];
  return records
    .filter((record) => isFound(query, record))
    .sort((one, other) => first(one, other) || newest(one, other))
    .map(({ operation }) => operation.id);
}

test('whatever is asked, SQL and a plain filter agree on what is found, in which order, and how many', () => {
  fc.assert(
    fc.property(
      fc.array(operationOf, { maxLength: 25 }),
      fc.array(queryOf, { minLength: 6, maxLength: 6 }),
      (made, queries) => {
        const tables = testTables();
        fill(tables, made);
        const rows = createLibraryRows(tables.db, () => tables.sessions.all());
        made.forEach((one, index) => rows.mark([testId(index + 1)], one.marks));
        const records = made.flatMap((_, index) => tables.operations.find(testId(index + 1)) ?? []);
        for (const query of queries) {
          const expected = plainly(query, records);
          expect(rows.ids(query, 0, 100)).toEqual(expected);
          expect(rows.page(query, 2, 3).map(({ operation }) => operation.id)).toEqual(expected.slice(2, 5));
          expect(rows.count(query)).toBe(expected.length);
          expect(made.map((_, index) => rows.position(query, testId(index + 1)))).toEqual(
            made.map((_, index) => {
              const at = expected.indexOf(testId(index + 1));
              return at === -1 ? null : at;
            }),
          );
          const walked = [...steps(rows, query)];
          expect(new Set(walked)).toEqual(new Set(expected));
          expect(walked).toHaveLength(expected.length);
        }
      },
    ),
    { numRuns: 60 },
  );
});

function* steps(rows: ReturnType<typeof createLibraryRows>, query: LibraryQuery): Generator<string> {
  for (let after = -1; ;) {
    const found = rows.walk(query, after, 4);
    for (const { id } of found) yield id;
    const last = found.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

test('the whole library comes newest first', () => {
  const { db, operations } = testTables();
  for (const number of [2, 1, 3]) operations.insert(operationRow(number));
  expect(createLibraryRows(db, () => []).ids(wholeLibrary, 0, 9)).toEqual([3, 2, 1].map(testId));
});

test('the takes of a request are found by one of them: those of its session that are not deleted, by number', () => {
  const { db, operations, sessions } = testTables();
  sessions.insert(sessionRow('elsewhere'));
  const createdAt = 1_790_000_000_000;
  const group = { groupId: 'one', takes: 4, createdAt };
  for (const take of [4, 3, 2, 1]) operations.insert(operationRow(take, { ...group, take }));
  operations.insert(operationRow(5, { ...group, groupId: 'another', take: 1 }));
  operations.insert(operationRow(6, { createdAt }));
  const rows = createLibraryRows(db, () => []);
  const takes = () => {
    const operation = operations.find(testId(2))?.operation;
    return operation && rows.takes(operation).map((record) => record.operation.id);
  };
  expect(takes()).toEqual([1, 2, 3, 4].map(testId));
  operations.update(testId(1), { deletedAt: 1 });
  operations.update(testId(4), { sessionId: 'elsewhere' });
  expect(takes()).toEqual([2, 3].map(testId));
});
