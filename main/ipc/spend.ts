import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { ExportSpend } from '../services/export-spend.ts';
import type { Budget } from '../services/budget.ts';
import type { Spend } from '../services/spend.ts';
import type { Handlers } from './registry.ts';

/** `queueMayMove`: something that was held may be sent now. */
export function spendHandlers(
  spend: Spend,
  exportCsv: ExportSpend,
  budget: Budget,
  queueMayMove: () => void,
): Handlers<ZoetropeContract['spend']> {
  return {
    summary: () => ok(spend.summary()),
    exportCsv: () => exportCsv(),
    allowOver: ({ operationId }) => {
      const allowed = budget.allow(operationId);
      if (!allowed.ok) return allowed;
      queueMayMove();
      return ok(spend.summary());
    },
  };
}
