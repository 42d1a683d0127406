import type { ComponentProps } from 'react';
import styles from './CoveringRadio.module.css';

type CoveringRadioProps = Omit<ComponentProps<'input'>, 'type' | 'className'>;

/** A radio that is not seen and covers what it stands in: the whole of that is the target, for a mouse and for a test. */
export function CoveringRadio(props: CoveringRadioProps) {
  return <input {...props} type="radio" className={styles['radio']} />;
}
