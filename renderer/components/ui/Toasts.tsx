import { useEffect } from 'react';
import { Check, Info, TriangleAlert, X } from 'lucide-react';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import type { Toast } from '../../lib/ui-store.ts';
import { Button, IconButton } from './Button.tsx';
import styles from './Toasts.module.css';

const icons = { info: Info, success: Check, error: TriangleAlert };

function ToastView({ toast }: { toast: Toast }) {
  const text = useText();
  const dismiss = useUi((state) => state.dismissToast);
  const Icon = icons[toast.kind];
  return (
    <div
      className={cx(styles['toast'], styles[toast.kind])}
      role={toast.kind === 'error' ? 'alert' : 'status'}
    >
      <Icon size={16} aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <p>{toast.title}</p>
        {toast.message !== null && <p className={styles['message']}>{toast.message}</p>}
      </div>
      {toast.action !== null && (
        <Button
          look="link"
          className={styles['action']}
          onClick={() => {
            dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        label={text.app.dismiss}
        className={styles['close']}
        onClick={() => {
          dismiss(toast.id);
        }}
      >
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}

/** Lets each message go when its time is over, wherever it is drawn. Mounted once. */
export function ToastTimers() {
  const toasts = useUi((state) => state.toasts);
  return toasts.map((toast) =>
    toast.durationMs === null ? null : (
      <ToastTimer key={toast.id} id={toast.id} durationMs={toast.durationMs} />
    ),
  );
}

function ToastTimer({ id, durationMs }: { id: number; durationMs: number }) {
  const dismiss = useUi((state) => state.dismissToast);
  useEffect(() => {
    const timer = setTimeout(() => {
      dismiss(id);
    }, durationMs);
    return () => {
      clearTimeout(timer);
    };
  }, [id, durationMs, dismiss]);
  return null;
}

export function Toasts() {
  const text = useText();
  const toasts = useUi((state) => state.toasts);
  return (
    <section className={styles['toasts']} aria-label={text.toasts.label}>
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
