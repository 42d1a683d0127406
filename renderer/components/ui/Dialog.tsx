import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { cameToFront } from '../../lib/front-store.ts';
import type { FrontKind } from '../../lib/front-store.ts';
import styles from './Dialog.module.css';
import { LiveRegion } from './LiveRegion.tsx';
import { Toasts } from './Toasts.tsx';

interface DialogProps {
  /** The id of the element that names it. */
  labelledBy: string;
  onClose: () => void;
  /** A click beside it closes it: only where nothing typed can get lost. */
  closesOnBackdrop?: boolean;
  /** What it is to commands: most are done only when no dialog is in front. */
  front?: FrontKind;
  className?: string | undefined;
  children: ReactNode;
  onKeyDown?: (event: KeyboardEvent, dialog: HTMLDialogElement) => void;
}

/**
 * A native modal dialog, open as long as it is mounted. Gives the focus back to where it was. It carries the
 * messages and announcements as well: everything outside of a modal dialog is out of reach.
 */
export function Dialog({
  labelledBy,
  onClose,
  closesOnBackdrop,
  front = 'dialog',
  className,
  children,
  onKeyDown,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    // Else the browser takes the first button, which is rarely what the dialog was opened for.
    (dialog?.querySelector<HTMLElement>('[data-first-focus]') ?? dialog)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  useLayoutEffect(() => cameToFront(front), [front]);

  const onNativeCancel = useEffectEvent((event: Event) => {
    // Some children (a file input) send `cancel` events of their own.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  });
  const onNativeMouseDown = useEffectEvent((event: MouseEvent) => {
    if (closesOnBackdrop === true && event.target === event.currentTarget) onClose();
  });
  const onNativeKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (ref.current !== null) onKeyDown?.(event, ref.current);
  });

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return undefined;
    const listeners = new AbortController();
    const { signal } = listeners;
    dialog.addEventListener('cancel', (event) => onNativeCancel(event), { signal });
    dialog.addEventListener('mousedown', (event) => onNativeMouseDown(event), { signal });
    dialog.addEventListener('keydown', (event) => onNativeKeyDown(event), { signal });
    return () => {
      listeners.abort();
    };
  }, []);

  return (
    <dialog ref={ref} tabIndex={-1} className={cx(styles['dialog'], className)} aria-labelledby={labelledBy}>
      <div className={styles['inner']}>{children}</div>
      <Toasts />
      <LiveRegion />
    </dialog>
  );
}
