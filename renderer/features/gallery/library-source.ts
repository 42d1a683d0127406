/**
 * The window's part of the library: of what the query finds it holds the rows that are looked at and those around
 * them, never the whole list. Main tells when pages may differ; then what is looked at is asked for anew and put in
 * place at once, so that nothing flickers.
 */
import { create } from 'zustand';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { LibraryPage, LibraryQuery } from '../../../preload/contract/library.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { isUnderWay } from './status-words.ts';

/** Rows in one question, and how many are asked for ahead and kept on each side of what is looked at. */
const pageSize = 60;
const aheadBy = 24;
const keptAround = 300;

interface Range {
  first: number;
  last: number;
}

export interface LibraryState {
  query: LibraryQuery | null;
  /** How many the query finds; null until main has answered. */
  total: number | null;
  /** By their place in what the query finds, from 0. */
  rows: ReadonlyMap<number, Operation>;
  error: AppError | null;
}

const nothing: LibraryState = { query: null, total: null, rows: new Map(), error: null };

export const useLibrary = create<LibraryState>(() => nothing);

/** Who looks at rows: the grid, and the player, which goes on to the next clip. */
const wanted = new Map<'grid' | 'player', Range>();
let isStale = false;
let isLoading = false;
let isWantedAgain = false;
/** What main told while an answer was on its way: it is newer than the answer. */
const toldMeanwhile = new Map<string, Operation>();
/** Of what is under way the last that was heard, for saying how it ended wherever the window is. */
const underWay = new Map<string, Operation>();

function offsets(): number[] {
  const { rows, total } = useLibrary.getState();
  const starts = new Set<number>();
  for (const { first, last } of wanted.values()) {
    const from = Math.floor(Math.max(0, first - aheadBy) / pageSize) * pageSize;
    const to = Math.max(last, Math.min(last + aheadBy, (total ?? 0) - 1));
    for (let at = from; at <= to; at += pageSize) starts.add(at);
  }
  if (starts.size === 0) starts.add(0);
  return [...starts].filter((start) => {
    if (isStale) return true;
    const end = Math.min(start + pageSize, total ?? start + pageSize);
    for (let at = start; at < end; at += 1) if (!rows.has(at)) return true;
    return false;
  });
}

function isNear(at: number): boolean {
  return [...wanted.values()].some(({ first, last }) => at >= first - keptAround && at <= last + keptAround);
}

function placed(pages: readonly { start: number; page: LibraryPage }[], anew: boolean): LibraryState['rows'] {
  const rows = new Map<number, Operation>();
  if (!anew)
    for (const [at, operation] of useLibrary.getState().rows) if (isNear(at)) rows.set(at, operation);
  const seen = new Set<string>();
  for (const { start, page } of pages) {
    page.operations.forEach((operation, index) => {
      // Pages that were read one after the other may both have the one between them.
      if (anew && seen.has(operation.id)) return;
      seen.add(operation.id);
      rows.set(start + index, toldMeanwhile.get(operation.id) ?? operation);
    });
  }
  return rows;
}

async function loadOnce(): Promise<void> {
  const { query } = useLibrary.getState();
  if (query === null) return;
  const starts = offsets();
  const anew = isStale;
  isStale = false;
  if (starts.length === 0) return;
  toldMeanwhile.clear();
  const answers = await Promise.all(
    starts.map((offset) => call(() => window.zoetrope.library.page({ query, offset, limit: pageSize }))),
  );
  if (useLibrary.getState().query !== query) return;
  const pages: { start: number; page: LibraryPage }[] = [];
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) {
      isStale ||= anew;
      useLibrary.setState({ error: answer.error });
      return;
    }
    pages.push({ start: starts[index] ?? 0, page: answer.value });
  }
  const [first] = pages;
  if (pages.some(({ page }) => page.revision !== first?.page.revision)) {
    isStale = true;
    isWantedAgain = true;
  }
  useLibrary.setState({ rows: placed(pages, anew), total: first?.page.total ?? 0, error: null });
}

/** True when somebody asked while an answer was on its way. */
function takeWish(): boolean {
  const wished = isWantedAgain;
  isWantedAgain = false;
  return wished;
}

/** Asks for what is wanted and not there. One question at a time: what comes in between is asked afterwards. */
async function load(): Promise<void> {
  if (isLoading) {
    isWantedAgain = true;
    return;
  }
  isLoading = true;
  do await loadOnce();
  while (takeWish());
  isLoading = false;
}

/** Shows what a query finds. The old rows stay until the new ones are there, unless those are something else. */
export function showQuery(query: LibraryQuery): void {
  const isOther = useLibrary.getState().query?.medium !== query.medium;
  useLibrary.setState(isOther ? { ...nothing, query } : { query });
  isStale = true;
  void load();
}

export function wantRows(who: 'grid' | 'player', range: Range | null): void {
  if (range === null) wanted.delete(who);
  else wanted.set(who, range);
  if (useLibrary.getState().total !== null && useLibrary.getState().error === null) void load();
}

/** Pages may differ. */
export function libraryTouched(): void {
  isStale = true;
  void load();
}

/** Main's news of one operation: seen at once wherever it stands. */
export function putOperation(operation: Operation): void {
  if (isUnderWay(operation)) underWay.set(operation.id, operation);
  else underWay.delete(operation.id);
  toldMeanwhile.set(operation.id, operation);
  const { rows } = useLibrary.getState();
  const at = placeOf(operation.id);
  if (at !== null) useLibrary.setState({ rows: new Map(rows).set(at, operation) });
}

/** Its place among the loaded rows; null when it is not among them. */
function placeOf(operationId: string): number | null {
  for (const [at, { id }] of useLibrary.getState().rows) if (id === operationId) return at;
  return null;
}

/** What the window knows of one operation. */
export function knownOperation(operationId: string): Operation | null {
  const at = placeOf(operationId);
  return underWay.get(operationId) ?? (at === null ? null : (useLibrary.getState().rows.get(at) ?? null));
}

/** Back to the start, for tests. */
export function resetLibrary(): void {
  wanted.clear();
  toldMeanwhile.clear();
  underWay.clear();
  isStale = false;
  isWantedAgain = false;
  useLibrary.setState(nothing);
}
