import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useMade } from './use-made.ts';
import { useFilters } from './filters-store.ts';
import styles from './Gallery.module.css';

/** The clip that was just asked for is not among what is shown. */
export function HiddenNote() {
  const text = useText().library;
  const made = useMade();
  const hiddenId = useFilters((state) => state.hiddenId);
  const clear = useFilters((state) => state.clear);
  if (hiddenId === null) return null;
  return (
    <output className={styles['hidden']}>
      {made.hidden}
      <Button
        look="link"
        onClick={() => {
          clear();
          useUi.getState().showCards([hiddenId], useUi.getState().mode);
        }}
      >
        {text.showIt}
      </Button>
    </output>
  );
}
