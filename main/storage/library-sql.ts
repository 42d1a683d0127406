/** Turns a question of the gallery into SQL over the library's index; see migrations/0006-library.ts. */
import type { LibraryQuery, SortOrder, StatusGroup } from '../../preload/contract/library.ts';
import type { SqlValue } from './db.ts';
import { matchExpression } from './search-text.ts';
import type { SessionName } from './search-text.ts';

const statusNumbers: Record<StatusGroup, number> = { under_way: 0, completed: 1, failed: 2 };

/** The column a sort goes by, and which way; `seq` decides between equals, newest first. */
const sortColumns: Record<Exclude<SortOrder, 'newest' | 'oldest'>, { column: string; ascending: boolean }> = {
  rating: { column: 'rating', ascending: false },
  longest: { column: 'length', ascending: false },
  name: { column: 'name', ascending: true },
};

/** What is not to be seen, as the index `operations_hidden` has it. */
export const hidden = 'deleted_at IS NOT NULL OR part_of IS NOT NULL';

/** Places for one millisecond, as the migration gave them. */
export const perMillisecond = 1024;

export interface LibrarySql {
  /** The expression of an entry's number. */
  seq: string;
  /** `FROM … WHERE …` */
  source: string;
  /** What follows ORDER BY. */
  order: string;
  /** True for the entries that come before the one with `:atSeq` (and `:atValue`, when the sort has a column). */
  before: string;
  /** The column of `library_index` that `:atValue` is; null when the order is that of time. */
  sortColumn: string | null;
  parameters: Record<string, SqlValue>;
}

/** What a question is asked against. */
export interface Known {
  sessions: () => readonly SessionName[];
  /** Whether there are operations that are not to be seen, deleted or parts of others: the full-text index has them. */
  hasHidden: () => boolean;
}

/**
 * Which index leads is decided here and not left to chance: other conditions are written with a plus sign, which
 * keeps SQLite from using an index for them. In the order of time the table itself is the index, unless something
 * rare is asked for; another sort goes along its own index, unless one session or the favourites are few enough to
 * be sorted. Words go through the full-text index, which has the order of time too.
 */
export function librarySql(query: LibraryQuery, known: Known): LibrarySql {
  const { sessions } = known;
  const parameters: Record<string, SqlValue> = {};
  const match = matchExpression(query.text, query.sessionId, sessions);
  const sort = query.sort === 'newest' || query.sort === 'oldest' ? null : sortColumns[query.sort];

  const conditions: string[] = [];
  let leads = match !== null;
  /** The first one that may lead does; the others only filter. */
  const may = (condition: string): string => {
    if (leads) return `+${condition}`;
    leads = true;
    return condition;
  };
  if (match === null && query.sessionId !== null) {
    conditions.push(may('i.session_id = :sessionId'));
    parameters['sessionId'] = query.sessionId;
  }
  if (query.medium === 'image') {
    // Few among many clips: their own index leads, in the order of time, unless a session or words do.
    conditions.push(sort === null ? may("i.duration = '0'") : "+i.duration = '0'");
  } else if (query.medium === 'video') {
    conditions.push("+i.duration <> '0'");
  }
  if (query.favourite) conditions.push(may('i.favourite = 1'));
  const statuses = new Set(query.statuses);
  const [status] = statuses;
  if (statuses.size === 1 && status !== undefined) {
    const condition = 'i.status = :status';
    // Nearly all are completed: that leads nowhere.
    conditions.push(status === 'completed' ? `+${condition}` : may(condition));
    parameters['status'] = statusNumbers[status];
  } else if (statuses.size === 2) {
    const [left] = (Object.keys(statusNumbers) as StatusGroup[]).filter((group) => !statuses.has(group));
    conditions.push('+i.status <> :status');
    parameters['status'] = left === undefined ? -1 : statusNumbers[left];
  }
  const isOneOf = (column: string, name: string, values: readonly string[]): void => {
    if (values.length === 0) return;
    conditions.push(`+i.${column} IN (SELECT value FROM json_each(:${name}))`);
    parameters[name] = JSON.stringify(values);
  };
  isOneOf('model', 'models', query.models);
  isOneOf('aspect_ratio', 'aspectRatios', query.aspectRatios);
  isOneOf('resolution', 'resolutions', query.resolutions);
  isOneOf('duration', 'durations', query.durations);
  if (query.minRating > 0) {
    conditions.push(
      sort?.column === 'rating' && !leads ? 'i.rating >= :minRating' : '+i.rating >= :minRating',
    );
    parameters['minRating'] = query.minRating;
  }
  if (query.withImage !== null) {
    conditions.push('+i.with_image = :withImage');
    parameters['withImage'] = query.withImage ? 1 : 0;
  }

  const needsIndex = match === null || conditions.length > 0 || sort !== null;
  const seq = match === null ? 'i.seq' : 't.rowid';
  if (query.from !== null) {
    conditions.push(`${seq} >= :from`);
    parameters['from'] = query.from * perMillisecond;
  }
  if (query.until !== null) {
    conditions.push(`${seq} < :until`);
    parameters['until'] = query.until * perMillisecond;
  }
  let tables = 'library_index i';
  if (match !== null) {
    tables = needsIndex ? 'library_text t CROSS JOIN library_index i ON i.seq = t.rowid' : 'library_text t';
    if (!needsIndex && known.hasHidden()) {
      conditions.push(`t.rowid NOT IN (SELECT library_seq FROM operations WHERE ${hidden})`);
    }
    conditions.unshift('t.library_text MATCH :match');
    parameters['match'] = match;
  }

  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const shared = { seq, source: `FROM ${tables}${where}`, parameters };
  if (sort === null) {
    const isNewest = query.sort === 'newest';
    return {
      ...shared,
      order: `${seq} ${isNewest ? 'DESC' : 'ASC'}`,
      before: `${seq} ${isNewest ? '>' : '<'} :atSeq`,
      sortColumn: null,
    };
  }
  const column = `i.${sort.column}`;
  return {
    ...shared,
    order: `${column} ${sort.ascending ? 'ASC' : 'DESC'}, i.seq DESC`,
    before: `(+${column} ${sort.ascending ? '<' : '>'} :atValue OR (+${column} = :atValue AND ${seq} > :atSeq))`,
    sortColumn: sort.column,
  };
}
