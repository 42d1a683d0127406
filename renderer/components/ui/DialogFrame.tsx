import { useId } from 'react';
import type { ReactNode } from 'react';
import { Check, X } from 'lucide-react';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { IconButton } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './DialogFrame.module.css';

interface DialogFrameProps {
  title: string;
  onClose: () => void;
  /**
   * `question`: narrow, one question and its buttons. `page`: sections that may scroll. `wide`: a page that lays out
   * itself. `sides`: a list and what it has.
   */
  kind?: 'page' | 'question' | 'wide' | 'sides';
  /** True for a moment after something was saved. Left out where nothing is. */
  saved?: boolean;
  children: ReactNode;
}

/** What dialogs look like: a head with title and close button, and what they say below it. */
export function DialogFrame({ title, onClose, kind = 'page', saved, children }: DialogFrameProps) {
  const text = useText();
  const titleId = useId();
  return (
    <Dialog labelledBy={titleId} className={cx(styles['frame'], styles[kind])} onClose={onClose}>
      <header className={styles['head']}>
        <h2 id={titleId} className={styles['title']}>
          {title}
        </h2>
        {saved !== undefined && (
          <output className={styles['saved']}>
            {saved && (
              <>
                <Check size={14} aria-hidden />
                {text.settings.saved}
              </>
            )}
          </output>
        )}
        <IconButton label={text.app.close} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className={styles['body']}>{children}</div>
    </Dialog>
  );
}

/** The buttons at a question's end: what goes on stands last. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={styles['buttons']}>{children}</div>;
}
