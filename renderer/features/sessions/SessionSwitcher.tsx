import { useEffect, useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { SessionMenu } from './SessionMenu.tsx';
import { useSessionMenu } from './session-menu-store.ts';
import { useCurrentSession } from './sessions-source.ts';
import { useScope } from './use-session-scope.ts';
import styles from './SessionSwitcher.module.css';

/** Ctrl+Shift+N or ⌘⇧N: a new session. */
function useNewSessionKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const wanted =
        event.key.toLowerCase() === 'n' &&
        (event.ctrlKey || event.metaKey) &&
        event.shiftKey &&
        !event.altKey;
      // What is in front of the window is answered first.
      if (!wanted || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      useUi.getState().setMode('video');
      useSessionMenu.getState().setOpen('new');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** Which session is shown, and the way to another one. */
export function SessionSwitcher() {
  const text = useText().sessions;
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const { open, setOpen } = useSessionMenu();
  const showAll = useScope((state) => state.showAll);
  const current = useCurrentSession().data;
  useNewSessionKey();
  const name = showAll ? text.all : (current?.name ?? '');

  return (
    <>
      <button
        ref={setButton}
        type="button"
        className={styles['switcher']}
        aria-haspopup="dialog"
        aria-expanded={open !== null}
        title={name === '' ? text.open : name}
        onClick={() => {
          setOpen(open === null ? 'list' : null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen('list');
        }}
      >
        <span className={styles['label']}>{text.session}</span> <span className={styles['name']}>{name}</span>
        <ChevronDown size={14} aria-hidden className={styles['icon']} />
      </button>
      {open !== null && button !== null && <SessionMenu key={open} anchor={button} start={open} />}
    </>
  );
}
