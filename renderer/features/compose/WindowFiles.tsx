import { useEffect, useState } from 'react';
import { ImagePlus } from 'lucide-react';
import { useFront } from '../../lib/front-store.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useModels } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { isMovie, takeRecipe } from '../recipes/take-recipe.ts';
import { inputIntake } from '../images/image-draft-store.ts';
import { filesOf } from './image-file.ts';
import { frameIntake, slotAt } from './image-intake.ts';
import styles from './WindowFiles.module.css';

function carriesFiles(event: DragEvent): event is DragEvent & { dataTransfer: DataTransfer } {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function dialogIsOpen(): boolean {
  return useFront.getState().open.length > 0;
}

/** True where pasted text would go. */
function isTextTarget(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

/** Files dropped anywhere on the window or pasted anywhere in it. Draws the overlay while one is dragged. */
export function WindowFiles() {
  const text = useText();
  const format = useFormat();
  const models = useModels().data;
  const mode = useUi((state) => state.mode);
  const [dragging, setDragging] = useState(false);

  useEffect(() => {
    const take = (transfer: DataTransfer, target: EventTarget | null): boolean => {
      const found = filesOf(transfer);
      if (found === null) return false;
      const words = { text, format };
      const isImageMode = useUi.getState().mode === 'image';
      if ('problem' in found) {
        (isImageMode ? inputIntake : frameIntake).refuse(found.problem, words);
        return true;
      }
      const [first, ...others] = found.files;
      if (first !== undefined && others.length === 0 && isMovie(first)) {
        void takeRecipe(first, { ...words, models: models ?? [] });
      } else if (isImageMode) {
        void inputIntake.take(found.files, 'input', words);
      } else {
        void frameIntake.take(found.files, slotAt(target), words);
      }
      return true;
    };
    const onDragOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      // Whatever happens to it, the window must not open the file.
      event.preventDefault();
      const wanted = !dialogIsOpen();
      event.dataTransfer.dropEffect = wanted ? 'copy' : 'none';
      setDragging(wanted);
    };
    const onDragLeave = (event: DragEvent): void => {
      // Out of the window, not from one element to the next.
      if (event.relatedTarget === null) setDragging(false);
    };
    const onDragEnd = (): void => {
      setDragging(false);
    };
    const onDrop = (event: DragEvent): void => {
      setDragging(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (!dialogIsOpen()) take(event.dataTransfer, event.target);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (event.clipboardData === null || dialogIsOpen()) return;
      // Text copied from an office program carries a picture of itself along.
      if (isTextTarget(event.target) && event.clipboardData.types.includes('text/plain')) return;
      if (take(event.clipboardData, null)) event.preventDefault();
    };
    window.addEventListener('dragenter', onDragOver);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('dragend', onDragEnd);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragenter', onDragOver);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('dragend', onDragEnd);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [text, format, models]);

  if (!dragging) return null;
  return (
    <div className={styles['overlay']}>
      <div className={styles['panel']}>
        <ImagePlus size={32} aria-hidden className={styles['icon']} />
        <p className={styles['title']}>{mode === 'image' ? text.images.drop : text.image.drop}</p>
        <p className={styles['hint']}>{mode === 'image' ? text.images.dropHint : text.image.dropHint}</p>
      </div>
    </div>
  );
}
