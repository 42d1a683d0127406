import { Download, FolderInput, Heart, HeartOff, Trash2, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { galleryId } from './focus-after-removal.ts';
import { useLibrary } from './library-source.ts';
import { clearSelection, selectAll, selectedCount, selectionOf, useSelection } from './selection-store.ts';
import { mostMoved, useBulk } from './use-bulk.ts';
import { useMade } from './use-made.ts';
import { useMarking } from './use-marking.ts';
import styles from './Gallery.module.css';

/** What can be done with what is selected. */
export function SelectionBar({ total }: { total: number }) {
  const text = useText().library;
  const made = useMade();
  const format = useFormat();
  const selection = useSelection();
  const query = useLibrary((state) => state.query);
  const { remove, download, idsOf } = useBulk();
  const { setFavourite } = useMarking();
  const count = selectedCount(selection, total);
  const words = text.selected(format.number(count));

  useEffect(() => {
    useUi.getState().announce(words);
  }, [words]);

  const move = async (): Promise<void> => {
    const operationIds = await idsOf(selectionOf(selection), mostMoved);
    if (operationIds === null) useUi.getState().addToast({ title: made.tooManyToMove });
    else if (operationIds.length > 0) useUi.getState().askOfSessions({ kind: 'move', operationIds });
  };
  const removeAll = async (): Promise<void> => {
    if (!(await remove(selectionOf(selection)))) return;
    clearSelection();
    document.getElementById(galleryId)?.focus();
  };

  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={words}>
      <IconButton
        label={text.clearSelection}
        onClick={() => {
          clearSelection();
          document.getElementById(galleryId)?.focus();
        }}
      >
        <X size={15} aria-hidden />
      </IconButton>
      <p className={styles['selected']}>{words}</p>
      {count < total && query !== null && (
        <Button
          look="link"
          className={styles['allLink']}
          onClick={() => {
            selectAll(query);
          }}
        >
          {text.selectAll}
        </Button>
      )}
      <span className={styles['gap']} />
      <Button size="small" onClick={() => void download(selectionOf(selection))}>
        <Download size={14} aria-hidden />
        {text.download}
      </Button>
      <IconButton label={text.addFavourite} onClick={() => void setFavourite(selectionOf(selection), true)}>
        <Heart size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={text.removeFavourite}
        onClick={() => void setFavourite(selectionOf(selection), false)}
      >
        <HeartOff size={15} aria-hidden />
      </IconButton>
      <IconButton label={text.move} onClick={() => void move()}>
        <FolderInput size={15} aria-hidden />
      </IconButton>
      <Button size="small" onClick={() => void removeAll()}>
        <Trash2 size={14} aria-hidden />
        {text.remove}
      </Button>
    </div>
  );
}
