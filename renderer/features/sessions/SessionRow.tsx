import { useEffect, useRef, useState } from 'react';
import { Archive, ArchiveRestore, Check, Layers, Pencil, Trash2 } from 'lucide-react';
import { sessionLimits } from '../../../preload/contract/sessions.ts';
import type { SessionInfo } from '../../../preload/contract/sessions.ts';
import { IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { focusOnce } from './NewSessionField.tsx';
import { useSessionMenu } from './session-menu-store.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useScope } from './use-session-scope.ts';
import styles from './SessionSwitcher.module.css';

export function AllSessionsRow({ onOpen }: { onOpen: () => void }) {
  const text = useText().sessions;
  const showAll = useScope((state) => state.showAll);
  return (
    <li className={styles['row']}>
      <button
        type="button"
        className={styles['item']}
        data-session-row
        aria-current={showAll}
        onClick={onOpen}
      >
        <span className={styles['check']}>{showAll && <Check size={14} aria-hidden />}</span>
        <span className={styles['rowName']}>{text.all}</span>
        <Layers size={14} aria-hidden />
      </button>
    </li>
  );
}

interface SessionRowProps {
  session: SessionInfo;
  currentId: string | null;
  /** All but this one. */
  others: readonly SessionInfo[];
  isRenaming: boolean;
  onOpen: () => void;
  onRename: (sessionId: string | null) => void;
}

export function SessionRow({ session, currentId, others, isRenaming, onOpen, onRename }: SessionRowProps) {
  const text = useText().sessions;
  const format = useFormat();
  const showAll = useScope((state) => state.showAll);
  const isOpen = !showAll && session.id === currentId;
  const { spentUsd, unknownUsd } = session.spend;
  const button = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    // The field took the focus with it.
    if (wasRenaming.current && !isRenaming && document.activeElement === document.body)
      button.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);

  if (isRenaming) {
    return (
      <li className={styles['row']}>
        <RenameField
          session={session}
          onEnd={() => {
            onRename(null);
          }}
        />
      </li>
    );
  }
  return (
    <li className={styles['row']}>
      <button
        ref={button}
        type="button"
        className={styles['item']}
        data-session-row
        aria-current={isOpen}
        title={session.name}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (event.key !== 'F2') return;
          event.preventDefault();
          onRename(session.id);
        }}
      >
        <span className={styles['check']}>{isOpen && <Check size={14} aria-hidden />}</span>
        <span className={styles['rowName']}>{session.name}</span>{' '}
        <span className={styles['figure']}>{text.clips(format.number(session.clips), session.clips)}</span>{' '}
        {spentUsd + unknownUsd > 0 && (
          <span
            className={styles['figure']}
            title={unknownUsd > 0 ? text.upTo(format.usd(unknownUsd)) : undefined}
          >
            {format.usd(spentUsd)}
            {unknownUsd > 0 && '+'}
          </span>
        )}
      </button>
      <RowActions session={session} others={others} onRename={onRename} />
    </li>
  );
}

function RowActions({ session, others, onRename }: Pick<SessionRowProps, 'session' | 'others' | 'onRename'>) {
  const text = useText().sessions;
  const actions = useSessionActions();
  const setOpen = useSessionMenu((state) => state.setOpen);
  const { id, name, archivedAt } = session;
  const isLast = !others.some((other) => other.archivedAt === null);
  const remove = (): void => {
    if (session.clips === 0) {
      void actions.remove(session, null);
      return;
    }
    setOpen(null);
    useUi.getState().askOfSessions({ kind: 'remove', session });
  };
  return (
    <span className={styles['actions']}>
      <IconButton
        label={text.rename(name)}
        onClick={() => {
          onRename(id);
        }}
      >
        <Pencil size={14} aria-hidden />
      </IconButton>
      {archivedAt !== null ? (
        <IconButton label={text.unarchive(name)} onClick={() => void actions.unarchive(id)}>
          <ArchiveRestore size={14} aria-hidden />
        </IconButton>
      ) : (
        !isLast && (
          <IconButton label={text.archive(name)} onClick={() => void actions.archive(session)}>
            <Archive size={14} aria-hidden />
          </IconButton>
        )
      )}
      {others.length > 0 && (
        <IconButton label={text.remove(name)} onClick={remove}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}

function RenameField({ session, onEnd }: { session: SessionInfo; onEnd: () => void }) {
  const text = useText().sessions;
  const actions = useSessionActions();
  const [name, setName] = useState(session.name);
  const isSaving = useRef(false);
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    if (isSaving.current) return;
    isSaving.current = true;
    if (wanted !== '' && wanted !== session.name) await actions.rename(session.id, wanted);
    onEnd();
  };
  return (
    <form
      className={styles['rename']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        ref={focusOnce}
        className={styles['field']}
        aria-label={text.renameField(session.name)}
        maxLength={sessionLimits.nameCharacters}
        value={name}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(event) => {
          setName(event.target.value);
        }}
        onBlur={() => void save()}
      />
    </form>
  );
}
