/** Days and months of the user's own calendar, as milliseconds since 1970. Days of a clock change are not 24 hours long. */

/** The first moment of the day that lies `daysAfter` days after the one of `time`. */
export function startOfDay(time: number, daysAfter = 0): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysAfter).getTime();
}

export function startOfMonth(time: number): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), 1).getTime();
}

/** `2026-11-22` */
export function isoDay(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
