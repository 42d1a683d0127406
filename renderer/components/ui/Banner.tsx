import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import styles from './Banner.module.css';

interface BannerProps {
  kind: 'demo' | 'notice' | 'problem';
  icon: ReactNode;
  title?: string | undefined;
  children: ReactNode;
  actions: ReactNode;
}

/** A slim line under the header. */
export function Banner({ kind, icon, title, children, actions }: BannerProps) {
  return (
    <div className={cx(styles['banner'], styles[kind])}>
      <span className={styles['icon']} aria-hidden>
        {icon}
      </span>
      <p className={styles['words']}>
        {title !== undefined && <strong className={styles['title']}>{title}</strong>}
        <span>{children}</span>
      </p>
      {actions}
    </div>
  );
}
