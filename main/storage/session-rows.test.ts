import { expect, test } from 'vitest';
import { sessionRow, testTables } from './test-bench.ts';

test('the list has the one used last first, and none that was removed', () => {
  const { sessions } = testTables();
  sessions.update('first-session', { usedAt: 1 });
  sessions.insert(sessionRow('old', { usedAt: 5 }));
  sessions.insert(sessionRow('new', { usedAt: 9 }));
  sessions.insert(sessionRow('archived', { usedAt: 7, archivedAt: 8 }));
  sessions.insert(sessionRow('removed', { usedAt: 20, removedAt: 21 }));
  expect(sessions.all().map(({ id }) => id)).toEqual(['new', 'archived', 'old', 'first-session']);
  expect(sessions.find('removed')).toEqual(sessionRow('removed', { usedAt: 20, removedAt: 21 }));
  expect(sessions.find('nobody')).toBeNull();
});

test('the one selected last is current, even when the clock went back in between', () => {
  const { sessions } = testTables();
  sessions.insert(sessionRow('one'));
  sessions.select('one', Date.now() + 1e9);
  expect(sessions.current()?.id).toBe('one');
  sessions.select('first-session', 5);
  expect(sessions.current()?.id).toBe('first-session');
  expect(sessions.all()[0]?.id).toBe('first-session');
});

test('archived and removed ones are not current: the one before is', () => {
  const { sessions } = testTables();
  for (const id of ['one', 'two', 'three']) {
    sessions.insert(sessionRow(id));
    sessions.select(id, 5);
  }
  sessions.update('three', { archivedAt: 9 });
  expect(sessions.current()?.id).toBe('two');
  sessions.update('two', { removedAt: 9 });
  expect(sessions.current()?.id).toBe('one');
});
