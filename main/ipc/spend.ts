import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { ExportSpend } from '../services/export-spend.ts';
import type { Spend } from '../services/spend.ts';
import type { Handlers } from './registry.ts';

export function spendHandlers(spend: Spend, exportCsv: ExportSpend): Handlers<ZoetropeContract['spend']> {
  return {
    summary: () => ok(spend.summary()),
    exportCsv: () => exportCsv(),
  };
}
