import { useState } from 'react';
import { Plus } from 'lucide-react';
import { sessionLimits } from '../../../preload/contract/sessions.ts';
import type { SessionName } from '../../../preload/contract/sessions.ts';
import { DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { showError } from '../../lib/show-error.ts';
import { useFormat } from '../../lib/queries.ts';
import { matching } from './session-filter.ts';
import { useSessionList } from './sessions-source.ts';
import { rowKeys } from './row-keys.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessionScope } from './use-session-scope.ts';
import styles from './SessionDialogs.module.css';

interface MoveClipsDialogProps {
  operationIds: readonly string[];
  onClose: () => void;
}

/** Where clips go: a session of the list, or a new one. One press does it; Undo is in the message that follows. */
export function MoveClipsDialog({ operationIds, onClose }: MoveClipsDialogProps) {
  const text = useText();
  const words = text.sessions;
  const format = useFormat();
  const { sessionId } = useSessionScope();
  const sessions = useSessionList().data?.sessions ?? [];
  const { moveClips } = useSessionActions();
  const [filter, setFilter] = useState('');
  const [busy, setBusy] = useState(false);
  const wanted = filter.trim();
  // Where a window shows one session, they are in that one.
  const found = matching(
    sessions.filter(({ id }) => id !== sessionId),
    filter,
  );
  const isTaken = sessions.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());

  const move = async (to: SessionName): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const done = await moveClips(operationIds, to);
    setBusy(false);
    if (done) onClose();
  };
  const moveToNew = async (): Promise<void> => {
    if (busy) return;
    const made = await call(() => window.zoetrope.sessions.create({ name: wanted }));
    if (made.ok) {
      await move(made.value);
      return;
    }
    showError(made.error, { text, format });
  };

  return (
    <DialogFrame
      kind="question"
      title={words.moveTitle(format.number(operationIds.length), operationIds.length)}
      onClose={onClose}
    >
      <div className={styles['form']} ref={rowKeys}>
        <input
          type="search"
          className={styles['field']}
          data-first-focus
          aria-label={words.find}
          placeholder={words.find}
          maxLength={sessionLimits.nameCharacters}
          spellCheck={false}
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value);
          }}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || wanted === '') return;
            event.preventDefault();
            void (first === undefined ? moveToNew() : move(first));
          }}
        />
        <ul className={styles['list']} aria-label={words.list}>
          {found.map((session) => (
            <li key={session.id}>
              <button
                type="button"
                className={styles['item']}
                data-session-row
                title={session.name}
                onClick={() => void move(session)}
              >
                <span className={styles['name']}>{session.name}</span>
                <span className={styles['figure']}>
                  {words.clips(format.number(session.clips), session.clips)}
                </span>
              </button>
            </li>
          ))}
          {wanted !== '' && !isTaken && (
            <li>
              <button
                type="button"
                className={styles['item']}
                data-session-row
                onClick={() => void moveToNew()}
              >
                <Plus size={14} aria-hidden />
                <span className={styles['name']}>{words.make(wanted)}</span>
              </button>
            </li>
          )}
        </ul>
        <p className={styles['note']}>{words.moveSpend}</p>
      </div>
    </DialogFrame>
  );
}
