/**
 * Errors speak English on the bridge, in the database and in logs; a window in French shows them through here. What
 * is not known, the service's own words above all, stays as it is.
 */
import { failures, usageTells } from '../failures.ts';
import type { FailureId } from '../failures.ts';
import { frenchFailures, frenchUsageTells } from './failures.ts';
import { frenchSentences } from './sentences.ts';

/** Where an English sentence has a value: `{0}`, `{1}` … */
const slot = /\{(\d)\}/;

interface Pattern {
  match: RegExp;
  french: string;
  /** The number of each value, in the order of the English sentence. */
  order: string[];
}

const pairsOfFailures = (Object.keys(failures) as FailureId[]).flatMap((id) =>
  (['happened', 'todo'] as const).map((part) => [failures[id][part], frenchFailures[id][part]] as const),
);

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function patternOf([english, french]: readonly [string, string]): Pattern {
  const parts = english.split(slot);
  const match = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : '(.{0,400}?)')).join('');
  // A sentence ends with the text or before the next one.
  return {
    match: new RegExp(String.raw`${match}(?=\s|$)`, 'suy'),
    french,
    order: parts.filter((_, index) => index % 2 === 1),
  };
}

let made: { exact: Map<string, string>; patterns: Pattern[] } | null = null;

function known(): NonNullable<typeof made> {
  if (made !== null) return made;
  // The most particular sentence first.
  const pairs = [...frenchSentences, ...pairsOfFailures, [usageTells, frenchUsageTells] as const].toSorted(
    ([one], [other]) => other.split(slot).join('').length - one.split(slot).join('').length,
  );
  made = { exact: new Map(pairs), patterns: pairs.map((pair) => patternOf(pair)) };
  return made;
}

/** Values that are a word of their own. */
const words: Partial<Record<string, string>> = {
  extended: 'prolongé',
  changed: 'modifié',
  extend: 'prolonger',
  change: 'modifier',
  day: 'jour',
  month: 'mois',
  everybody: 'tout le monde',
  'adults only': 'adultes seulement',
  nobody: 'personne',
  'last frame': 'dernière image',
  file: 'fichier',
};

/** A value inside a sentence may be a list: `4, 6 or 8 seconds`. */
function frenchValue(value: string): string {
  return (
    words[value] ??
    value
      .replaceAll(/ or (?=[\p{L}\p{N}": ]+(?: seconds)?$)/gu, ' ou ')
      .replaceAll(/(?<=\d) to (?=\d)/g, ' à ')
      .replaceAll(/(?<=\d) seconds$/g, ' secondes')
      .replaceAll('adults only', 'adultes seulement')
      .replaceAll(/\bnobody\b/g, 'personne')
      .replaceAll(/\beverybody\b/g, 'tout le monde')
  );
}

/** The French of a message of one or several sentences. */
export function frenchOf(message: string): string {
  const { exact, patterns } = known();
  const whole = exact.get(message);
  if (whole !== undefined) return whole;
  let at = 0;
  let said = '';
  while (at < message.length) {
    const found = firstAt(patterns, message, at);
    if (found === null) {
      const next = /\s/.exec(message.slice(at + 1));
      const end = next === null ? message.length : at + 1 + next.index;
      said += message.slice(at, end);
      at = end;
    } else {
      said += found.french;
      at = found.end;
    }
    const space = /^\s+/.exec(message.slice(at))?.[0] ?? '';
    said += space;
    at += space.length;
  }
  return said;
}

function firstAt(
  patterns: readonly Pattern[],
  message: string,
  at: number,
): { french: string; end: number } | null {
  for (const { match, french, order } of patterns) {
    match.lastIndex = at;
    const found = match.exec(message);
    if (found === null) continue;
    const values = new Map(order.map((number, index) => [number, found[index + 1] ?? '']));
    return {
      french: french.replaceAll(/\{(\d)\}/g, (_, number: string) => frenchValue(values.get(number) ?? '')),
      end: match.lastIndex,
    };
  }
  return null;
}
