import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { Popover } from '../../components/ui/Popover.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useDraft } from '../compose/draft-store.ts';
import { useModelList } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useImageDraft } from '../images/image-draft-store.ts';
import { CheckModels } from './CheckModels.tsx';
import { ImageModelRows, ModelRows } from './ModelRows.tsx';
import { useModelMenu } from './model-menu-store.ts';
import styles from './ModelPicker.module.css';

/** Which model the next clip or image is made with. */
export function ModelPicker() {
  const text = useText();
  const isImages = useUi((state) => state.mode === 'image');
  // The list is the clip composer's until it has been in the window.
  const models = useModelList().data;
  const forClips = useDraft((state) => state.model);
  const forImages = useImageDraft((state) => state.model);
  const model = isImages ? forImages : forClips;
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const { open, setOpen } = useModelMenu();
  if (models === undefined) return null;
  const label = model?.label ?? text.models.none;
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <button
        ref={setButton}
        type="button"
        className={styles['button']}
        aria-label={text.models.button(label)}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <span className={styles['label']}>{label}</span>
        <ChevronDown size={14} aria-hidden />
      </button>
      {open && button !== null && (
        <Popover anchor={button} label={text.models.choose} onClose={close} className={styles['panel']}>
          {isImages ? (
            <ImageModelRows list={models} onDone={close} />
          ) : (
            <ModelRows list={models} onDone={close} />
          )}
          <CheckModels checkedAt={models.checkedAt} />
        </Popover>
      )}
    </>
  );
}
