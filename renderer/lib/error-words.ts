/** The one place that turns an error into what the user reads. */
import { imageBlocked } from '../../preload/contract/images.ts';
import type { AppError, ErrorDetails } from '../../preload/contract/result.ts';
import type { Format } from './format.ts';
import type { Dictionary } from './i18n/text.ts';

export interface ErrorWords {
  title: string;
  /** Main's own sentence. */
  message: string;
  /** Further short sentences: the service's reason, what was charged, how long to wait, what the window offers. */
  extras: string[];
}

function chargeOf(
  details: ErrorDetails,
  usd: number | null,
  text: Dictionary,
  format: Format,
): string | null {
  // A demo run costs nothing whatever happens: nothing to say.
  if (usd === 0) return null;
  if (details.charged === false) return text.card.notCharged;
  if (details.charged === true && usd !== null) return text.card.charged(format.usd(usd));
  return null;
}

/** Two sentences that say the same are one: main may already have put a service's reason or a price in. */
function isNew(sentence: string, said: string): boolean {
  const plain = (value: string): string =>
    value
      .toLowerCase()
      .replace(/[\s.]+/g, ' ')
      .trim();
  return sentence !== '' && !plain(said).includes(plain(sentence));
}

/** The title stands above the sentence: one that begins with the same words goes on after them. */
function withoutTitle(message: string, title: string): string {
  if (!message.startsWith(`${title}: `) && !message.startsWith(`${title}. `)) return message;
  const rest = message.slice(title.length + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** `usd` is what the run was estimated at, null where no run belongs to the error. */
export function errorWords(
  { message: english, ...error }: AppError,
  text: Dictionary,
  format: Format,
  usd: number | null = null,
): ErrorWords {
  const message = text.said(english);
  const words = text.errors[error.code];
  const details = error.details ?? {};
  const known = details.failure === undefined ? null : text.doctor.title(details.failure);
  const title = english.startsWith(imageBlocked) ? text.images.blocked : (known ?? words.title);
  const extras: string[] = [];
  const add = (sentence: string | null, unlessSaid = sentence): void => {
    if (sentence !== null && unlessSaid !== null && isNew(unlessSaid, `${message} ${extras.join(' ')}`)) {
      extras.push(sentence);
    }
  };
  if (details.serviceMessage !== undefined) {
    add(text.card.serviceSays(details.serviceMessage), details.serviceMessage);
  }
  add(chargeOf(details, usd, text, format));
  if (error.code === 'unknown_outcome' && details.charged === undefined && usd !== null && usd > 0) {
    add(text.card.mayCost(format.usd(usd)), format.usd(usd));
  }
  if (details.retryAfterSeconds !== undefined) {
    const seconds = Math.ceil(details.retryAfterSeconds);
    add(text.card.retryAfter(format.number(seconds), seconds), String(seconds));
  }
  // The hint is general advice; main's sentence already ends with advice of its own where it has any.
  if (extras.length === 0 && usd !== 0) add(words.hint);
  return { title, message: withoutTitle(message, title), extras };
}
