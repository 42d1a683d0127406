import {
  cardShortcuts,
  commandGroups,
  commandIds,
  commands,
  keysOf,
} from '../../../preload/contract/commands.ts';
import type { CardShortcut } from '../../../preload/contract/commands.ts';
import { DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useCommands } from './commands-store.ts';
import { Keys } from './Keys.tsx';
import styles from './Commands.module.css';

interface Shortcut {
  id: string;
  words: string;
  keys: string;
}

/** Every shortcut, from the table of commands. */
export function Overview({ onMac }: { onMac: boolean }) {
  const text = useText().commands;
  const setOpen = useCommands((state) => state.setOpen);
  const groups = commandGroups.map((group) => ({
    title: text.groups[group],
    shortcuts: commandIds.flatMap((id): Shortcut[] => {
      const keys = keysOf(id, onMac);
      return commands[id].group === group && keys !== null ? [{ id, words: text.labels[id], keys }] : [];
    }),
  }));
  const ofCards = (Object.keys(cardShortcuts) as CardShortcut[]).map((id) => ({
    id,
    words: text.cards[id],
    keys: cardShortcuts[id],
  }));
  return (
    <DialogFrame
      title={text.labels.shortcuts}
      onClose={() => {
        setOpen(null);
      }}
    >
      <div className={styles['overview']}>
        {[...groups, { title: text.cardsTitle, shortcuts: ofCards }].map(({ title, shortcuts }) => (
          <section key={title} className={styles['group']} aria-label={title}>
            <h3 className={styles['groupTitle']}>{title}</h3>
            <dl className={styles['list']}>
              {shortcuts.map(({ id, words, keys }) => (
                <div key={id} className={styles['line']}>
                  <dt>{words.replace(/…$/, '')}</dt>
                  <dd>
                    <Keys keys={keys} onMac={onMac} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}
