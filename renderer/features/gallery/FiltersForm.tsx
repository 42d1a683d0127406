import { aspectRatios, durations, resolutions } from '../../../preload/contract/domain.ts';
import { imageAspectRatios, imageSizes } from '../../../preload/contract/mediums.ts';
import { statusGroups } from '../../../preload/contract/library.ts';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useModelNames } from '../../lib/queries.ts';
import { DateFilter } from './DateFilter.tsx';
import { modelLabel } from './filter-list.ts';
import { toggled, useFilters } from './filters-store.ts';
import type { Filters } from './filters-store.ts';
import { useMade } from './use-made.ts';
import { useFacets } from './use-facets.ts';
import styles from './FiltersForm.module.css';

interface TogglesProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string; count?: number | undefined }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

/** Any of several; none chosen means all. */
function Toggles<Value extends string>({ label, options, chosen, onChange }: TogglesProps<Value>) {
  const format = useFormat();
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{label}</legend>
      <div className={styles['toggles']}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={styles['toggle']}
            aria-pressed={chosen.includes(option.value)}
            onClick={() => {
              onChange(toggled(chosen, option.value));
            }}
          >
            {option.label}
            {option.count !== undefined && (
              <span className={styles['facet']}>{format.number(option.count)}</span>
            )}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const same = <Value extends string>(list: readonly Value[], words = (value: Value): string => value) =>
  list.map((value) => ({ value, label: words(value) }));

const inputs = { any: null, with: true, without: false } as const;
const stars = ['0', '1', '2', '3', '4', '5'] as const;

export function FiltersForm() {
  const { library: text, images } = useText();
  const format = useFormat();
  const models = useModelNames();
  const facets = useFacets().data;
  const made = useMade();
  const { medium, filters, change } = useFilters();
  const counts = { under_way: facets?.underWay, completed: facets?.completed, failed: facets?.failed };
  const image = filters.withImage === null ? 'any' : filters.withImage ? 'with' : 'without';
  return (
    <div className={styles['form']}>
      <Toggles
        label={text.status}
        options={statusGroups.map((value) => ({ value, label: text.statuses[value], count: counts[value] }))}
        chosen={filters.statuses}
        onChange={(statuses) => {
          change({ statuses });
        }}
      />
      <div>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={filters.favourite}
            onChange={(event) => {
              change({ favourite: event.target.checked });
            }}
          />
          <span>{text.favouritesOnly}</span>
          {facets !== undefined && (
            <span className={styles['facet']}>{format.number(facets.favourites)}</span>
          )}
        </label>
      </div>
      <Segmented
        label={text.rating}
        options={stars.map((value) => ({
          value,
          label: value === '0' ? text.anyRating : `${format.number(Number(value))}★`,
        }))}
        value={stars[filters.minRating] ?? '0'}
        onChange={(value) => {
          change({ minRating: Number(value) });
        }}
      />
      <Segmented
        label={made.withInput}
        options={[
          { value: 'any', label: text.anyImage },
          { value: 'with', label: text.withImage },
          { value: 'without', label: text.withoutImage },
        ]}
        value={image}
        onChange={(value: keyof typeof inputs) => {
          change({ withImage: inputs[value] });
        }}
      />
      {facets !== undefined && facets.models.length > 1 && (
        <Toggles
          label={text.model}
          options={facets.models.map(({ model, count }) => ({
            value: model,
            label: modelLabel(models, model),
            count,
          }))}
          chosen={filters.models}
          onChange={(list) => {
            change({ models: list });
          }}
        />
      )}
      <div className={styles['row']}>
        <Toggles
          label={text.aspectRatio}
          options={same<Filters['aspectRatios'][number]>(
            medium === 'image' ? imageAspectRatios : aspectRatios,
          )}
          chosen={filters.aspectRatios}
          onChange={(list) => {
            change({ aspectRatios: list });
          }}
        />
        <Toggles
          label={medium === 'image' ? images.size : text.resolution}
          options={same<Filters['resolutions'][number]>(medium === 'image' ? imageSizes : resolutions)}
          chosen={filters.resolutions}
          onChange={(list) => {
            change({ resolutions: list });
          }}
        />
        {medium === 'video' && (
          <Toggles
            label={text.duration}
            options={same(durations, text.seconds)}
            chosen={filters.durations}
            onChange={(list) => {
              change({ durations: list });
            }}
          />
        )}
      </div>
      <DateFilter />
    </div>
  );
}
