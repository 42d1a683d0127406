import { useRef, useState } from 'react';
import { SlidersHorizontal } from 'lucide-react';
import { Button } from '../../components/ui/Button.tsx';
import { Popover } from '../../components/ui/Popover.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { FiltersForm } from './FiltersForm.tsx';
import { useSetFilters } from './use-set-filters.ts';
import styles from './FiltersForm.module.css';

export const filtersId = 'clip-filters';

export function FiltersButton() {
  const text = useText();
  const format = useFormat();
  const ref = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const count = useSetFilters().length;
  return (
    <>
      <Button
        ref={ref}
        id={filtersId}
        className={styles['button']}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={count > 0 ? text.library.filtersSet(format.number(count)) : undefined}
        onClick={() => {
          setAnchor((open) => (open === null ? ref.current : null));
        }}
      >
        <SlidersHorizontal size={14} aria-hidden />
        {text.library.filters}
        {count > 0 && <span className={styles['number']}>{format.number(count)}</span>}
      </Button>
      {anchor !== null && (
        <Popover
          anchor={anchor}
          label={text.library.filters}
          className={styles['popover']}
          onClose={() => {
            setAnchor(null);
          }}
        >
          <FiltersForm />
        </Popover>
      )}
    </>
  );
}
