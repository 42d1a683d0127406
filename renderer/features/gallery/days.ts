/** Whole days in the time of this computer. Moments are milliseconds since 1970. */

/** The first moment of the day that was `daysBack` days before the one of `moment`. */
export function dayStart(moment: number, daysBack = 0): number {
  const day = new Date(moment);
  // Not minus 24 hours: a day may have 23 or 25.
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBack).getTime();
}

/** The first moment of the day after the one of `moment`. */
export function nextDay(moment: number): number {
  return dayStart(moment, -1);
}

/** As an input of the type "date" has it: `2026-11-26`. */
export function dateField(moment: number): string {
  const day = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
