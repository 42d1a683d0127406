import type { ReactNode } from 'react';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useFocusStays } from '../../lib/use-focus-stays.ts';
import styles from './ManyWells.module.css';

interface ManyWellsProps {
  label: string;
  /** How many images there are, of those that can go along. */
  count: number;
  most: number;
  hint: string;
  /** The wells stand beside each other. Left out: yes. */
  isRow?: boolean;
  children: ReactNode;
}

/** Wells of one kind, with how many are filled. */
export function ManyWells({ label, count, most, hint, isRow = true, children }: ManyWellsProps) {
  const text = useText();
  const format = useFormat();
  const staying = useFocusStays<HTMLDivElement>(count, 'last');
  return (
    <>
      <p className={styles['label']}>
        <span>{label}</span>
        <span>{text.image.ofMost(format.number(count), format.number(most))}</span>
      </p>
      <div {...staying} className={isRow ? styles['wells'] : undefined}>
        {children}
      </div>
      <p className={styles['hint']}>{hint}</p>
    </>
  );
}
