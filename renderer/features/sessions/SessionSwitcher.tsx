import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { useText } from '../../lib/i18n/text.ts';
import { SessionMenu } from './SessionMenu.tsx';
import { useSessionMenu } from './session-menu-store.ts';
import { useCurrentSession } from './sessions-source.ts';
import { useScope } from './use-session-scope.ts';
import styles from './SessionSwitcher.module.css';

/** Which session is shown, and the way to another one. */
export function SessionSwitcher() {
  const text = useText().sessions;
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const { open, setOpen } = useSessionMenu();
  const showAll = useScope((state) => state.showAll);
  const current = useCurrentSession().data;
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
