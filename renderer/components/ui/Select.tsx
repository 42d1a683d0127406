import type { ComponentProps } from 'react';
import { cx } from '../../lib/cx.ts';
import styles from './Select.module.css';

/** The system's own list, as wide as its longest choice unless `className` says more. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select {...props} className={cx(styles['select'], className)} />;
}
