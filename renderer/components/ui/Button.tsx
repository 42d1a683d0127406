import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from '../../lib/cx.ts';
import styles from './Button.module.css';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'>;

interface ButtonProps extends Native {
  look?: 'primary' | 'plain' | 'quiet' | 'link';
  size?: 'normal' | 'small';
  submit?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', size = 'normal', submit = false, className, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={cx(styles['button'], styles[look], size === 'small' && styles['small'], className)}
    />
  );
}

interface IconButtonProps extends Native {
  /** Its name, and its tooltip. */
  label: string;
  children: ReactNode;
  look?: 'quiet' | 'glass';
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, look = 'quiet', className, children, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      title={rest.title ?? label}
      className={cx(styles['icon'], styles[look], className)}
    >
      {children}
    </button>
  );
}
