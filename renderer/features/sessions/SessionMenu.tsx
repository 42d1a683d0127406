import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { ChevronRight, Plus } from 'lucide-react';
import { keysOf, shortcutWords } from '../../../preload/contract/commands.ts';
import { sessionLimits } from '../../../preload/contract/sessions.ts';
import type { SessionInfo } from '../../../preload/contract/sessions.ts';
import { Popover } from '../../components/ui/Popover.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useAppState, useFormat } from '../../lib/queries.ts';
import { cx } from '../../lib/cx.ts';
import { NewSessionField } from './NewSessionField.tsx';
import { AllSessionsRow, SessionRow } from './SessionRow.tsx';
import { matching } from './session-filter.ts';
import { useSessionMenu } from './session-menu-store.ts';
import { useSessionList } from './sessions-source.ts';
import { rowKeys } from './row-keys.ts';
import { useSessionActions } from './use-session-actions.ts';
import styles from './SessionSwitcher.module.css';

interface SessionMenuProps {
  anchor: HTMLElement;
  start: 'list' | 'new';
}

/** All sessions: opened, made, renamed, put away and deleted here. */
export function SessionMenu({ anchor, start }: SessionMenuProps) {
  const text = useText();
  const words = text.sessions;
  const setOpen = useSessionMenu((state) => state.setOpen);
  const list = useSessionList();
  const actions = useSessionActions();
  const [filter, setFilter] = useState('');
  const [making, setMaking] = useState(start === 'new');
  const [renamingId, setRenamingId] = useState<string | null>(null);
  const listId = useId();
  const close = (): void => {
    setOpen(null);
  };

  const sessions = matching(list.data?.sessions ?? [], filter);
  const active = sessions.filter(({ archivedAt }) => archivedAt === null);
  const archived = sessions.filter(({ archivedAt }) => archivedAt !== null);
  const wanted = filter.trim();
  const isTaken = sessions.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());

  const open = async (session: SessionInfo): Promise<void> => {
    if (await actions.open(session.id)) close();
  };
  const make = async (name: string): Promise<void> => {
    if (await actions.create(name)) close();
  };
  const onSearchKey = (event: KeyboardEvent): void => {
    const [first] = [...active, ...archived];
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || wanted === '') return;
    event.preventDefault();
    if (first !== undefined) void open(first);
    else void make(wanted);
  };
  const row = (session: SessionInfo) => (
    <SessionRow
      key={session.id}
      session={session}
      currentId={list.data?.currentId ?? null}
      others={(list.data?.sessions ?? []).filter(({ id }) => id !== session.id)}
      isRenaming={renamingId === session.id}
      onOpen={() => void open(session)}
      onRename={setRenamingId}
    />
  );

  return (
    <Popover
      anchor={anchor}
      label={words.menu}
      className={styles['menu']}
      onClose={() => {
        // Escape takes back one thing at a time.
        if (renamingId !== null) setRenamingId(null);
        else if (making && start === 'list') setMaking(false);
        else close();
      }}
    >
      <div className={styles['menuBody']} ref={rowKeys}>
        <div className={styles['search']}>
          <input
            type="search"
            className={styles['field']}
            data-first-focus={start === 'list' ? '' : undefined}
            aria-label={words.find}
            aria-controls={listId}
            placeholder={words.find}
            maxLength={sessionLimits.nameCharacters}
            spellCheck={false}
            value={filter}
            onChange={(event) => {
              setFilter(event.target.value);
            }}
            onKeyDown={onSearchKey}
          />
        </div>
        <div className={styles['lists']} id={listId}>
          {list.error !== null && (
            <Problem title={words.failed}>
              <p>{text.said(list.error.message)}</p>
            </Problem>
          )}
          <ul aria-label={words.list}>
            {wanted === '' && (
              <AllSessionsRow
                onOpen={() => {
                  actions.showAll();
                  close();
                }}
              />
            )}
            {active.map(row)}
          </ul>
          {list.data !== undefined && wanted !== '' && sessions.length === 0 && (
            <output className={styles['note']}>{words.none(wanted)}</output>
          )}
          {wanted !== '' && !isTaken && (
            <button
              type="button"
              className={styles['item']}
              data-session-row
              onClick={() => void make(wanted)}
            >
              <Plus size={14} aria-hidden />
              <span className={styles['rowName']}>{words.make(wanted)}</span>
            </button>
          )}
          {archived.length > 0 && (
            <Archived count={archived.length} isOpen={wanted !== ''}>
              {archived.map(row)}
            </Archived>
          )}
        </div>
        <div className={styles['foot']}>
          {making ? (
            <NewSessionField
              onMake={(name) => void make(name)}
              onLeave={() => {
                setMaking(false);
              }}
            />
          ) : (
            <NewSessionButton
              onPress={() => {
                setMaking(true);
              }}
            />
          )}
        </div>
      </div>
    </Popover>
  );
}

function NewSessionButton({ onPress }: { onPress: () => void }) {
  const { sessions: text, commands } = useText();
  const isMac = useAppState().data?.platform === 'darwin';
  const keys = keysOf('newSession', isMac);
  return (
    <button
      type="button"
      className={styles['item']}
      data-session-row
      aria-keyshortcuts={isMac ? 'Meta+Shift+N' : 'Control+Shift+N'}
      onClick={onPress}
    >
      <Plus size={14} aria-hidden />
      <span>{text.new}</span>
      <kbd className={styles['keys']} aria-hidden>
        {keys !== null && shortcutWords(keys, isMac, commands.keys)}
      </kbd>
    </button>
  );
}

interface ArchivedProps {
  count: number;
  /** Open whatever the user chose: something in it is looked for. */
  isOpen: boolean;
  children: ReactNode;
}

function Archived({ count, isOpen, children }: ArchivedProps) {
  const text = useText().sessions;
  const format = useFormat();
  const [chosen, setChosen] = useState(false);
  const shown = chosen || isOpen;
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={cx(styles['item'], styles['fold'])}
        data-session-row
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => {
          setChosen(!chosen);
        }}
      >
        <ChevronRight size={14} aria-hidden />
        {text.archived(format.number(count))}
      </button>
      <ul id={id} hidden={!shown} aria-label={text.archived(format.number(count))}>
        {shown && children}
      </ul>
    </>
  );
}
