import type { Operation } from '../../preload/contract/domain.ts';
import { usageTells } from '../../preload/contract/failures.ts';
import type { AppError } from '../../preload/contract/result.ts';
import { isUnderWay } from '../features/gallery/status-words.ts';
import { errorWords } from '../lib/error-words.ts';
import type { Format } from '../lib/format.ts';
import type { Dictionary } from '../lib/i18n/text.ts';

/** What happens within this time is told together, milliseconds. */
const togetherMs = 1000;
/** Of a prompt: enough to tell two apart. */
const spokenCharacters = 80;
/** More than these are counted. */
const mostTold = 2;

interface Words {
  text: Dictionary;
  format: Format;
}

export interface ProgressNews {
  /** @param before what was known of it until now; null: nothing */
  heard: (before: Operation | null, now: Operation, words: Words) => void;
  /** Nothing more is told. */
  stop: () => void;
}

type News = 'begun' | 'ended';

function newsOf(before: Operation | null, now: Operation): News | null {
  if (before === null || !isUnderWay(before)) return null;
  if (!isUnderWay(now)) return 'ended';
  return before.phase === 'queued' && now.phase !== 'queued' ? 'begun' : null;
}

function chargeOf(error: AppError, usd: number, { text, format }: Words): string | null {
  // A demo run costs nothing whatever happens.
  if (usd === 0) return null;
  if (error.details?.charged === false) return text.card.notCharged;
  if (error.details?.charged === true) return text.card.charged(format.usd(usd));
  return error.code === 'unknown_outcome' ? text.card.mayCost(format.usd(usd)) : text.said(usageTells);
}

/** Why it failed and whether that cost anything; the card has the rest. */
function failureOf({ error, estimatedUsd }: Operation, words: Words): string {
  const { text, format } = words;
  if (error === null) return text.card.error;
  const { title } = errorWords(error, text, format);
  return [text.announce.title(title), chargeOf(error, estimatedUsd, words)].filter(Boolean).join(' ');
}

function wordsOf(operation: Operation, words: Words): string {
  const { announce } = words.text;
  const prompt = operation.request.prompt.slice(0, spokenCharacters);
  if (isUnderWay(operation)) return announce.begun(prompt);
  if (operation.status === 'completed') return announce.completed(prompt);
  return announce.failed(prompt, failureOf(operation, words));
}

function countsOf(operations: readonly Operation[], words: Words): string {
  const { text, format } = words;
  const begun = operations.filter(isUnderWay).length;
  const finished = operations.filter(({ status }) => status === 'completed').length;
  const failed = operations.filter(({ status }) => status === 'error');
  const counted = (count: number, say: (words: string) => string): string[] =>
    count === 0 ? [] : [say(format.number(count))];
  // What failed the same way is told once.
  const reasons = new Set(failed.map((operation) => failureOf(operation, words)));
  return [
    ...counted(begun, text.announce.manyBegun),
    ...counted(finished, text.announce.manyCompleted),
    ...counted(failed.length, text.announce.manyFailed),
    ...(reasons.size <= mostTold ? reasons : []),
  ].join(' ');
}

/** Tells who cannot see the cards that something is being made and how it ended, a few words for all that comes together. */
export function createProgressNews(announce: (words: string) => void): ProgressNews {
  const news = new Map<string, Operation>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  return {
    heard(before, now, words) {
      if (newsOf(before, now) === null) return;
      // How it ended says that it had begun.
      news.set(now.id, now);
      timer ??= setTimeout(() => {
        timer = null;
        const operations = [...news.values()];
        news.clear();
        announce(
          operations.length > mostTold
            ? countsOf(operations, words)
            : operations.map((operation) => wordsOf(operation, words)).join(' '),
        );
      }, togetherMs);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      news.clear();
    },
  };
}
