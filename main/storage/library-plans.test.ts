import { expect, test } from 'vitest';
import { sortOrders, statusGroups, wholeLibrary } from '../../preload/contract/library.ts';
import type { LibraryQuery } from '../../preload/contract/library.ts';
import { createClipRows } from './clip-rows.ts';
import type { Db, SqlValue } from './db.ts';
import { createLibraryRows } from './library-rows.ts';
import { createOperationRows } from './operation-rows.ts';
import { clipRow, operationRow, sessionRow, testId, testTables } from './test-bench.ts';
import { createUploadRows } from './upload-rows.ts';

/** The steps of SQLite's plan for each statement that `work` runs. */
function plansOf(db: Db, work: (watched: Db) => void): string[][] {
  const plans: string[][] = [];
  const note = (sql: string, parameters?: Record<string, SqlValue>): void => {
    const steps = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    plans.push(steps.map(({ detail }) => detail));
  };
  work({
    ...db,
    run(sql, parameters) {
      note(sql, parameters);
      return db.run(sql, parameters);
    },
    get<Row>(sql: string, parameters?: Record<string, SqlValue>) {
      note(sql, parameters);
      return db.get<Row>(sql, parameters);
    },
    all<Row>(sql: string, parameters?: Record<string, SqlValue>) {
      note(sql, parameters);
      return db.all<Row>(sql, parameters);
    },
  });
  return plans;
}

function library() {
  const tables = testTables();
  tables.sessions.insert(sessionRow('one'));
  for (let number = 1; number <= 3; number += 1) {
    tables.operations.insert(operationRow(number, { phase: 'completed', sessionId: 'one' }));
    tables.clips.insert(clipRow(number));
  }
  tables.operations.insert(operationRow(4, { sessionId: 'one', deletedAt: 5 }));
  return tables;
}

/** All that reads rows one by one from the first to the last, the small tables of JSON lists left out. */
const scans = (plan: string[]): string[] =>
  plan.filter((step) =>
    /^SCAN (?!json_each|t VIRTUAL TABLE INDEX|operations USING COVERING INDEX operations_hidden)/.test(step),
  );
const sorts = (plan: string[]): boolean => plan.some((step) => step.includes('TEMP B-TREE FOR ORDER BY'));

const narrow: Record<string, Partial<LibraryQuery>> = {
  everything: {},
  'one session': { sessionId: 'one' },
  favourites: { favourite: true },
  'under way': { statuses: ['under_way'] },
  failed: { statuses: ['failed'] },
  completed: { statuses: ['completed'] },
  'two groups': { statuses: [...statusGroups].slice(0, 2) },
  'a model': { models: ['veo'] },
  settings: { aspectRatios: ['9:16'], resolutions: ['1080p'], durations: ['4', '6'] },
  'a month': { from: 0, until: 9000 },
  rated: { minRating: 3 },
  'with image': { withImage: true },
};
const texts = ['', 'lion', 'red car', '"red car" li'];

/** Where nothing but sorting what was found leads to an order: of words, and of what is few. */
const mayBeSorted = (query: LibraryQuery): boolean =>
  query.sort !== 'newest' &&
  query.sort !== 'oldest' &&
  (query.text !== '' ||
    query.sessionId !== null ||
    query.from !== null ||
    query.favourite ||
    (query.statuses.length === 1 && query.statuses[0] !== 'completed'));

const cases = Object.entries(narrow).flatMap(([name, part]) =>
  sortOrders.flatMap((sort) =>
    texts.map((text) => [name, sort, text, { ...wholeLibrary, ...part, sort, text }] as const),
  ),
);

test.each(cases)(
  '%s, %s, %j: no step looks at operations one by one, and the index has the order',
  (_, __, ___, query) => {
    const { db } = library();
    const plans = plansOf(db, (watched) => {
      const rows = createLibraryRows(watched, () => []);
      rows.page(query, 0, 10);
      rows.ids(query, 0, 10);
      rows.count(query);
      rows.position(query, testId(1));
      rows.walk(query, -1, 10);
    });
    expect(plans.length).toBeGreaterThan(5);
    for (const plan of plans) {
      // The narrow table of the index itself may be walked along, nothing else.
      for (const step of scans(plan)) expect(step).toMatch(/^SCAN (i|library_index)\b|^SCAN CONSTANT ROW/);
      if (!mayBeSorted(query)) expect(sorts(plan), plan.join('\n')).toBe(false);
    }
  },
);

test('a session, favourites and what is rare are reached through their index', () => {
  const { db } = library();
  const led = (query: Partial<LibraryQuery>): string =>
    plansOf(db, (watched) => createLibraryRows(watched, () => []).count({ ...wholeLibrary, ...query }))
      .flat()
      .join('\n');
  expect(led({ sessionId: 'one' })).toMatch(/SEARCH i USING COVERING INDEX library_\w+ \(session_id=/);
  expect(led({ favourite: true })).toContain('INDEX library_favourite (favourite=');
  expect(led({ statuses: ['under_way'] })).toContain('INDEX library_status (status=');
  expect(led({ from: 1, until: 2 })).toContain('SEARCH i USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
  expect(led({ text: 'lion', from: 1, until: 2 })).not.toMatch(/\bi\b/);
});

test('counting for the menus walks along one index', () => {
  const { db } = library();
  const plans = plansOf(db, (watched) => {
    const rows = createLibraryRows(watched, () => []);
    rows.facets(null);
    rows.facets('one');
    rows.newest();
    rows.named([testId(1)]);
    rows.mark([testId(1)], { rating: 3 });
  });
  expect(plans.flat().join('\n')).not.toContain('TEMP B-TREE');
  for (const step of plans.flatMap(scans)) expect(step).toMatch(/library_facets|CONSTANT ROW/);
});

test('what start, engine and cleaning up ask of a large library finds its rows by an index', () => {
  const { db } = library();
  const plans = plansOf(db, (watched) => {
    const operations = createOperationRows(watched);
    operations.page(10);
    operations.page(10, { createdAt: 5, id: testId(1) });
    operations.inPhase('queued', 'submitting', 'processing', 'downloading');
    operations.queuePosition(testId(1));
    operations.nextQueueOrder();
    operations.deletedIds(5);
    operations.deletedAreDue(5);
    operations.forget(testId(3));
    const clips = createClipRows(watched);
    clips.withoutPoster(20);
    clips.needsPoster(testId(1));
    clips.hasFile('/library', 'clip 1.mp4');
    createUploadRows(watched).sweep();
  });
  expect(plans.length).toBeGreaterThan(10);
  // First frames are looked at one by one: whether anything needs them. A page walks along the order of time.
  for (const step of plans.flatMap(scans)) {
    expect(step).toMatch(
      /^SCAN u\b|^SCAN o USING INDEX operations_newest|^SCAN clips USING INDEX clips_without_poster|^SCAN CONSTANT ROW/,
    );
  }
});
