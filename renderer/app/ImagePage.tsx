import { Images } from 'lucide-react';
import { Button } from '../components/ui/Button.tsx';
import { useText } from '../lib/i18n/text.ts';
import { useUi } from '../lib/ui-store.ts';
import styles from './ImagePage.module.css';

/** Stands where the image mode will be. */
export function ImagePage() {
  const text = useText();
  const setMode = useUi((state) => state.setMode);
  return (
    <main className={styles['page']}>
      <span className={styles['icon']} aria-hidden>
        <Images size={26} />
      </span>
      <h2 className={styles['title']}>{text.imagePage.title}</h2>
      <p className={styles['body']}>{text.imagePage.body}</p>
      <Button
        onClick={() => {
          setMode('video');
        }}
      >
        {text.imagePage.back}
      </Button>
    </main>
  );
}
