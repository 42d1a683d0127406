/** The filters that are set, each with its words and how to take it away. Pure. */
import type { Format } from '../../lib/format.ts';
import type { ModelName } from '../../lib/queries.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { dateField } from './days.ts';
import type { Filters } from './filters-store.ts';

export interface SetFilter {
  key: string;
  words: string;
  /** What the filters become without it. */
  without: Partial<Filters>;
}

interface Words {
  text: Dictionary;
  format: Format;
  models: readonly ModelName[];
}

export function modelLabel(models: readonly ModelName[], id: string): string {
  return models.find((model) => model.id === id)?.label ?? id;
}

function eachOf<Value extends string>(
  name: string,
  list: readonly Value[],
  words: (value: Value) => string,
  without: (list: Value[]) => Partial<Filters>,
): SetFilter[] {
  return list.map((value) => ({
    key: `${name}-${value}`,
    words: words(value),
    without: without(list.filter((other) => other !== value)),
  }));
}

function dates({ from, until }: Filters, { text, format }: Words): SetFilter[] {
  const set: SetFilter[] = [];
  if (from !== null)
    set.push({
      key: 'from',
      words: text.library.since(format.day(dateField(from))),
      without: { from: null },
    });
  // It ends before the first moment of the next day.
  if (until !== null) {
    set.push({
      key: 'until',
      words: text.library.before(format.day(dateField(until - 1))),
      without: { until: null },
    });
  }
  return set;
}

export function setFilters(filters: Filters, words: Words): SetFilter[] {
  const { library } = words.text;
  const { format, models } = words;
  return [
    ...eachOf(
      'status',
      filters.statuses,
      (status) => library.statuses[status],
      (statuses) => ({ statuses }),
    ),
    ...(filters.favourite
      ? [{ key: 'favourite', words: library.favourites, without: { favourite: false } }]
      : []),
    ...(filters.minRating > 0
      ? [
          {
            key: 'rating',
            words: library.atLeast(format.number(filters.minRating)),
            without: { minRating: 0 },
          },
        ]
      : []),
    ...(filters.withImage === null
      ? []
      : [
          {
            key: 'image',
            words: filters.withImage ? library.withImage : library.withoutImage,
            without: { withImage: null },
          },
        ]),
    ...eachOf(
      'model',
      filters.models,
      (id) => modelLabel(models, id),
      (list) => ({ models: list }),
    ),
    ...eachOf(
      'ratio',
      filters.aspectRatios,
      (ratio) => ratio,
      (aspectRatios) => ({ aspectRatios }),
    ),
    ...eachOf(
      'resolution',
      filters.resolutions,
      (each) => each,
      (resolutions) => ({ resolutions }),
    ),
    ...eachOf(
      'duration',
      filters.durations,
      (each) => library.seconds(each),
      (durations) => ({ durations }),
    ),
    ...dates(filters, words),
  ];
}
