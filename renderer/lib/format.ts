/** Numbers, prices, sizes and times as the user's locale writes them. */

export interface Format {
  number: (value: number) => string;
  /** USD, at least two decimals: `$3.20`. */
  usd: (value: number) => string;
  /** Bytes as kB or MB of 1,024, as the 20 MB limit counts them: `2.4 MB`. */
  bytes: (bytes: number) => string;
  /** `1920×1080`, never grouped. */
  pixels: (width: number, height: number) => string;
  /** A share of 1, in whole percents: `42%`. */
  percent: (share: number) => string;
  /** An ISO date as a day: `Nov 22, 2026`. */
  day: (isoDate: string) => string;
  /** A moment, milliseconds since 1970: `Nov 22, 2026, 4:05 PM`. */
  moment: (ms: number) => string;
  /** A stretch of time from whole seconds: `1:12`, `1:02:03`. */
  elapsed: (seconds: number) => string;
}

const kilo = 1024;

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, options);
  } catch (error) {
    // A system may report a locale that is no BCP 47 tag ("C", "en_US.UTF-8").
    if (error instanceof RangeError) return new Intl.NumberFormat('en', options);
    throw error;
  }
}

function momentFormat(locale: string): Intl.DateTimeFormat {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en', options);
    throw error;
  }
}

/** The date is a day of the calendar, not a moment: read and written in the same zone, it stays that day. */
function dayFormat(locale: string): Intl.DateTimeFormat {
  const options = { dateStyle: 'medium', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en', options);
    throw error;
  }
}

export function createFormat(locale: string): Format {
  const number = numberFormat(locale, {});
  const usd = numberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 3,
  });
  const percent = numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const kilobytes = numberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  const megabytes = numberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const day = dayFormat(locale);
  const moment = momentFormat(locale);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');

  return {
    number: (value) => number.format(value),
    usd: (value) => usd.format(value),
    bytes: (bytes) =>
      bytes < kilo * kilo
        ? kilobytes.format(Math.max(1, Math.round(bytes / kilo)))
        : megabytes.format(bytes / (kilo * kilo)),
    percent: (share) => percent.format(share),
    pixels: (width, height) => `${width}×${height}`,
    moment: (ms) => moment.format(ms),
    day: (isoDate) => day.format(new Date(`${isoDate}T00:00:00Z`)),
    elapsed: (seconds) => {
      const whole = Math.max(0, Math.floor(seconds));
      const hours = Math.floor(whole / 3600);
      const minutes = Math.floor((whole % 3600) / 60);
      const rest = twoDigits(whole % 60);
      return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
    },
  };
}
