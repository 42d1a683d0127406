import type { Operation } from '../../../preload/contract/domain.ts';
import type { OperationRecord } from '../../storage/records.ts';

/** An operation as the windows see it, with what only the queue knows. */
export type View = (record: OperationRecord) => Operation;
