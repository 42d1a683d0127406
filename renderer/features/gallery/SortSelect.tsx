import type { SortOrder } from '../../../preload/contract/library.ts';
import { useText } from '../../lib/i18n/text.ts';
import { sortOrdersOf, useFilters } from './filters-store.ts';
import styles from './Gallery.module.css';

export function SortSelect() {
  const text = useText();
  const sort = useFilters((state) => state.filters.sort);
  const medium = useFilters((state) => state.medium);
  const change = useFilters((state) => state.change);
  return (
    <select
      className={styles['sort']}
      aria-label={text.library.sort}
      value={sort}
      onChange={(event) => {
        change({ sort: event.target.value as SortOrder });
      }}
    >
      {sortOrdersOf(medium).map((order) => (
        <option key={order} value={order}>
          {text.library.sorts[order]}
        </option>
      ))}
    </select>
  );
}
