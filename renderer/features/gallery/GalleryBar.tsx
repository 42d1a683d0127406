import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { Button } from '../../components/ui/Button.tsx';
import { RetryFailedButton } from '../queue/RetryFailedButton.tsx';
import { DownloadStrip } from './DownloadStrip.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FiltersButton } from './FiltersButton.tsx';
import { isFiltered, useFilters } from './filters-store.ts';
import { galleryId } from './focus-after-removal.ts';
import { useLibrary } from './library-source.ts';
import { HiddenNote } from './HiddenNote.tsx';
import { SearchField } from './SearchField.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { selectedCount, useSelection } from './selection-store.ts';
import { SortSelect } from './SortSelect.tsx';
import { isUnderWay } from './status-words.ts';
import { useMade } from './use-made.ts';
import { useRemoval } from './use-removal.ts';
import styles from './Gallery.module.css';

/** Finding, above the cards; what can be done with those that are selected takes its second line. */
export function GalleryBar({ total }: { total: number }) {
  const text = useText();
  const hasSelection = useSelection((state) => selectedCount(state, total) > 0);
  return (
    <div className={styles['bar']}>
      <p className="visually-hidden">{text.library.keys}</p>
      <search className={styles['finding']}>
        <SearchField />
        <FiltersButton />
        <SortSelect />
      </search>
      {hasSelection ? <SelectionBar total={total} /> : <Toolbar total={total} />}
      <HiddenNote />
      <DownloadStrip />
    </div>
  );
}

function Toolbar({ total }: { total: number }) {
  const text = useText();
  const made = useMade();
  const format = useFormat();
  const filters = useFilters((state) => state.filters);
  const rows = useLibrary((state) => state.rows);
  const { clearFinished } = useRemoval();
  const filtered = isFiltered(filters);
  const useful = rows.size < total || [...rows.values()].some((operation) => !isUnderWay(operation));
  return (
    <div className={styles['toolbar']}>
      <p className={styles['count']}>
        {filtered ? made.found(format.number(total), total) : made.count(format.number(total), total)}
      </p>
      <FilterChips />
      <span className={styles['gap']} />
      {!filtered && (
        <>
          <RetryFailedButton />
          <Button
            look="quiet"
            size="small"
            disabled={!useful}
            title={made.clearFinishedHint}
            onClick={() => {
              void clearFinished().then(() => {
                document.getElementById(galleryId)?.focus();
              });
            }}
          >
            {text.gallery.clearFinished}
          </Button>
        </>
      )}
    </div>
  );
}
