import { expect, test } from 'vitest';
import { phases } from '../../preload/contract/domain.ts';
import { underWayPhases } from '../services/generation/phases.ts';
import { createOperationRows } from './operation-rows.ts';
import { createSessionContents } from './session-contents.ts';
import { createSpendRows } from './spend-rows.ts';
import type { Db } from './db.ts';
import { operationRow, sessionRow, testId, testTables } from './test-bench.ts';

function bench() {
  const tables = testTables();
  for (const id of ['one', 'two']) tables.sessions.insert(sessionRow(id));
  return { ...tables, contents: createSessionContents(tables.db) };
}

test('a session holds what is not deleted, whatever became of it', () => {
  const { operations, contents } = bench();
  phases.forEach((phase, index) => {
    operations.insert(operationRow(index + 1, { phase, sessionId: 'one' }));
  });
  operations.insert(operationRow(50, { sessionId: 'one', deletedAt: 1 }));
  operations.insert(operationRow(51, { sessionId: 'two', deletedAt: 1 }));
  operations.insert(operationRow(52));
  expect(contents.counts()).toEqual([
    { sessionId: 'first-session', clips: 1 },
    { sessionId: 'one', clips: phases.length },
  ]);
  expect(contents.underWayCounts()).toEqual([
    { sessionId: 'first-session', clips: 1 },
    { sessionId: 'one', clips: underWayPhases.length },
  ]);
  const phaseOf = (id: string) => operations.find(id)?.operation.phase;
  expect(contents.ids('one', 100, 'under-way').map(phaseOf).sort()).toEqual([...underWayPhases].sort());
  expect(contents.ids('one', 100, 'live')).toHaveLength(phases.length);
  expect(contents.ids('one', 100, 'all')).toHaveLength(phases.length + 1);
  expect(contents.ids('one', 2, 'all')).toHaveLength(2);
});

test('the lists of one session come out of its index, newest first, as those of all do out of theirs', () => {
  const { db } = bench();
  const plans: string[] = [];
  const explained: Db = {
    ...db,
    all(sql, parameters) {
      const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
      plans.push(plan.map(({ detail }) => detail).join('; '));
      return [];
    },
  };
  const contents = createSessionContents(explained);
  const operations = createOperationRows(explained);
  contents.counts();
  contents.underWayCounts();
  contents.ids('one', 10, 'live');
  contents.ids('one', 10, 'all');
  createSpendRows(explained).bySession();
  operations.page(60, undefined, 'one');
  operations.page(60, { createdAt: 5, id: 'a' }, 'one');
  operations.page(60);
  expect(plans).toEqual([
    expect.stringMatching(/^SCAN library_index USING COVERING INDEX library_session$/),
    expect.stringMatching(/^SEARCH operations USING INDEX operations_phase \(phase=\?\)/),
    expect.stringMatching(/^SEARCH operations USING COVERING INDEX operations_session \(session_id=\?\)/),
    expect.stringMatching(/^SEARCH operations USING COVERING INDEX operations_session \(session_id=\?\)/),
    expect.stringMatching(/^SEARCH operations USING INDEX operations_deleted/),
    expect.stringMatching(/^SCAN spend_totals$/),
    expect.stringMatching(/^SEARCH o USING INDEX operations_session \(session_id=\?\)/),
    expect.stringMatching(
      /^SEARCH o USING INDEX operations_session \(session_id=\? AND \(created_at,id\)<\(\?,\?\)\)/,
    ),
    expect.stringMatching(/^SCAN o USING INDEX operations_newest/),
  ]);
  for (const plan of plans) expect(plan.replace(/GROUP BY/, '')).not.toMatch(/TEMP B-TREE FOR ORDER/);
});

test('what is elsewhere: there, not deleted, not where it goes', () => {
  const { operations, contents } = bench();
  operations.insert(operationRow(1));
  operations.insert(operationRow(2, { sessionId: 'one' }));
  operations.insert(operationRow(3, { sessionId: 'two', deletedAt: 1 }));
  expect(contents.elsewhere([testId(1), testId(2), testId(3), 'nobody'], 'one')).toEqual([
    { id: testId(1), sessionId: 'first-session' },
  ]);
});
