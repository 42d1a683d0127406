/** The ledger as CSV (RFC 4180: CRLF, quotes doubled), for spreadsheets. Prompts are private and not in it. */
import type { SpendRow } from '../storage/spend-rows.ts';

const header = ['date', 'operation', 'model', 'resolution', 'seconds', 'session', 'state', 'usd'];

/** A spreadsheet takes a cell that begins like this for a formula; behind an apostrophe it is text. */
const formula = /^[=+\-@\t\r\n]/;

function textCell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly string[]): string => `${cells.map(textCell).join(',')}\r\n`;

export const csvHeader = line(header);

/** `usd` is what the row adds to a bill: 0 where it was not charged. What is `unknown` has the price it may have cost. */
export function csvLine(row: SpendRow): string {
  const usd = row.state === 'not_charged' ? 0 : row.amountUsd;
  return line([
    new Date(row.createdAt).toISOString(),
    row.operationId,
    row.model,
    row.resolution,
    String(row.durationSeconds),
    row.sessionName ?? row.sessionId ?? '',
    row.state,
    // Prices are exact to a hundredth of a cent.
    usd.toFixed(4).replace(/0{1,2}$/, ''),
  ]);
}
