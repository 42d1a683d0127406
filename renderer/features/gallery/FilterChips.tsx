import { X } from 'lucide-react';
import { useText } from '../../lib/i18n/text.ts';
import { Button } from '../../components/ui/Button.tsx';
import { useFilters } from './filters-store.ts';
import { useSetFilters } from './use-set-filters.ts';
import styles from './FilterChips.module.css';

/** What is left out, each to be taken away with one press. */
export function FilterChips() {
  const text = useText();
  const set = useSetFilters();
  const change = useFilters((state) => state.change);
  const clear = useFilters((state) => state.clear);
  if (set.length === 0) return null;
  return (
    <ul className={styles['chips']}>
      {set.map(({ key, words, without }) => (
        <li key={key}>
          <button
            type="button"
            className={styles['chip']}
            aria-label={text.library.removeFilter(words)}
            onClick={() => {
              change(without);
            }}
          >
            {words}
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Button look="link" onClick={clear}>
          {text.library.clearFilters}
        </Button>
      </li>
    </ul>
  );
}
