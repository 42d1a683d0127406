import { useId, useState } from 'react';
import type { SessionInfo } from '../../../preload/contract/sessions.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DialogButtons, DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useSessionList } from './sessions-source.ts';
import { useSessionActions } from './use-session-actions.ts';
import styles from './SessionDialogs.module.css';

interface RemoveSessionDialogProps {
  session: SessionInfo;
  onClose: () => void;
}

/** What becomes of a session's clips. Nothing is deleted unless it was said. */
export function RemoveSessionDialog({ session, onClose }: RemoveSessionDialogProps) {
  const text = useText();
  const words = text.sessions;
  const format = useFormat();
  const list = useSessionList().data;
  const { remove } = useSessionActions();
  const id = useId();
  const [choice, setChoice] = useState<'move' | 'trash'>('move');
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  // Its numbers may have changed since the menu was open.
  const now = list?.sessions.find((one) => one.id === session.id) ?? session;
  const others = (list?.sessions ?? []).filter((one) => one.id !== session.id);
  const active = others.filter(({ archivedAt }) => archivedAt === null);
  // As main does: what is under way goes on in the one that opens next.
  const next = active.find((one) => one.id === list?.currentId) ?? active[0] ?? others[0];
  const target = others.find((one) => one.id === chosen) ?? next;

  const confirm = async (): Promise<void> => {
    if (busy || target === undefined) return;
    setBusy(true);
    const done = await remove(session, choice === 'move' ? target.id : null);
    setBusy(false);
    if (done) onClose();
  };

  return (
    <DialogFrame kind="question" title={words.removeTitle} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <fieldset className={styles['choices']}>
          <legend className={styles['legend']}>
            {words.removeQuestion(session.name, format.number(now.clips), now.clips)}
          </legend>
          <label className={styles['choice']}>
            <input
              type="radio"
              name={id}
              data-first-focus
              checked={choice === 'move'}
              onChange={() => {
                setChoice('move');
              }}
            />
            <span>{words.removeMove}</span>
          </label>
          <select
            className={styles['select']}
            aria-label={words.removeTarget}
            disabled={choice !== 'move'}
            value={target?.id ?? ''}
            onChange={(event) => {
              setChosen(event.target.value);
            }}
          >
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
              </option>
            ))}
          </select>
          <label className={styles['choice']}>
            <input
              type="radio"
              name={id}
              checked={choice === 'trash'}
              aria-describedby={`${id}-hint`}
              onChange={() => {
                setChoice('trash');
              }}
            />
            <span>{words.removeTrash}</span>
          </label>
          <p id={`${id}-hint`} className={styles['hint']}>
            {words.removeTrashHint}
          </p>
        </fieldset>
        {choice === 'trash' && now.underWay > 0 && next !== undefined && (
          <output className={styles['note']}>
            {words.removeUnderWay(format.number(now.underWay), now.underWay, next.name)}
          </output>
        )}
        <p className={styles['note']}>{words.removeSpend}</p>
        <DialogButtons>
          <Button onClick={onClose}>{text.settings.cancel}</Button>
          <Button look="primary" submit disabled={busy || target === undefined}>
            {words.removeConfirm}
          </Button>
        </DialogButtons>
      </form>
    </DialogFrame>
  );
}
