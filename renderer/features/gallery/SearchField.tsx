import { useRef } from 'react';
import { Search, X } from 'lucide-react';
import { libraryLimits } from '../../../preload/contract/library.ts';
import { IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFilters } from './filters-store.ts';
import { useMade } from './use-made.ts';
import { galleryId } from './focus-after-removal.ts';
import styles from './SearchField.module.css';

export const searchId = 'clip-search';

/** Searches with every letter. Escape empties it, the arrow down goes to the cards. */
export function SearchField() {
  const text = useText();
  const made = useMade();
  const ref = useRef<HTMLInputElement>(null);
  const value = useFilters((state) => state.filters.text);
  const change = useFilters((state) => state.change);

  return (
    <div className={styles['field']}>
      <Search size={14} aria-hidden className={styles['icon']} />
      <input
        ref={ref}
        id={searchId}
        type="search"
        className={styles['input']}
        aria-label={made.search}
        placeholder={text.library.searchPlaceholder}
        value={value}
        maxLength={libraryLimits.textCharacters}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          change({ text: event.target.value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            change({ text: '' });
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            document.querySelector<HTMLElement>(`#${galleryId} [data-card-focus]`)?.focus();
          }
        }}
      />
      {value !== '' && (
        <IconButton
          label={text.library.clearSearch}
          className={styles['clear']}
          onClick={() => {
            change({ text: '' });
            ref.current?.focus();
          }}
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
