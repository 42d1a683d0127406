/** What the gallery asks of the library: pages, places, counts and everything about one clip. */
import type { Operation } from '../../../preload/contract/domain.ts';
import type {
  ClipDetails,
  LibraryFacets,
  LibraryPage,
  LibraryQuery,
} from '../../../preload/contract/library.ts';
import type { Medium } from '../../../preload/contract/mediums.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { LibraryRows } from '../../storage/library-rows.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { SpendRows } from '../../storage/spend-rows.ts';
import { operationNotFound } from './errors.ts';
import { partsOf } from './parts.ts';
import type { View } from './view.ts';

export interface FindingDeps {
  rows: LibraryRows;
  operations: Pick<OperationRows, 'find'>;
  spend: Pick<SpendRows, 'find'>;
  view: View;
  sessionName(id: string): string | null;
}

export interface Finding {
  page(query: LibraryQuery, offset: number, limit: number): LibraryPage;
  ids(query: LibraryQuery, offset: number, limit: number): { operationIds: string[] };
  position(query: LibraryQuery, operationId: string): { index: number | null };
  facets(sessionId: string | null, medium: Medium | null): LibraryFacets;
  details(operationId: string): Result<ClipDetails>;
  /** The takes of its request, itself among them, by their number; none where it was made once. */
  takes(operationId: string): Result<{ operations: Operation[] }>;
}

export function createFinding({ rows, operations, spend, view, sessionName }: FindingDeps): Finding {
  return {
    page: (query, offset, limit) => ({
      operations: rows.page(query, offset, limit).map(view),
      total: rows.count(query),
      revision: rows.revision(),
    }),
    ids: (query, offset, limit) => ({ operationIds: rows.ids(query, offset, limit) }),
    position: (query, operationId) => ({ index: rows.position(query, operationId) }),
    facets: (sessionId, medium) => rows.facets(sessionId, medium),
    takes(operationId) {
      const operation = operations.find(operationId)?.operation;
      if (operation === undefined || operation.deletedAt !== null) return operationNotFound();
      return ok({ operations: operation.groupId === null ? [] : rows.takes(operation).map(view) });
    },
    details(operationId) {
      const record = operations.find(operationId);
      if (record === null || record.operation.deletedAt !== null) return operationNotFound();
      const { operation, clip } = record;
      const spent = spend.find(operationId);
      return ok({
        operation: view(record),
        remoteName: operation.remoteName,
        submittedAt: operation.submittedAt,
        acceptedAt: operation.acceptedAt,
        savedAt: clip?.createdAt ?? null,
        folder: clip?.folder ?? null,
        sessionName: sessionName(operation.sessionId),
        spend: spent && { state: spent.state, amountUsd: spent.amountUsd },
        parts: partsOf(record, operations),
      });
    },
  };
}
