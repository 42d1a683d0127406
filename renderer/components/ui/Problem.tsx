import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Problem.module.css';

interface ProblemProps {
  id?: string | undefined;
  title?: string | undefined;
  children?: ReactNode;
  actions?: ReactNode;
}

/** What went wrong, at the place that it is about. Read out when it appears. */
export function Problem({ id, title, children, actions }: ProblemProps) {
  return (
    <div id={id} className={styles['problem']} role="alert">
      <TriangleAlert size={14} aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children}
      </div>
      {actions}
    </div>
  );
}
