// A combobox's list: no native list has two lines and groups, and the search field has its keys.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import type { Entry } from './entries.ts';
import styles from './EntryList.module.css';

export const optionId = (listId: string, entryId: string): string => `${listId}-${entryId}`;

interface EntryListProps {
  id: string;
  entries: readonly Entry[];
  chosen: Entry | null;
  /** What stands there when nothing is found. */
  none: string | null;
  onChoose: (id: string) => void;
  onUse: (entry: Entry) => void;
}

interface Group {
  name: string | null;
  entries: Entry[];
}

function groupsOf(entries: readonly Entry[]): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.name === entry.group) last.entries.push(entry);
    else groups.push({ name: entry.group, entries: [entry] });
  }
  return groups;
}

/** A list that the search field above it goes through: the focus stays there. */
export function EntryList({ id, entries, chosen, none, onChoose, onUse }: EntryListProps) {
  const text = useText();
  return (
    <>
      {entries.length === 0 && <output className={styles['none']}>{none}</output>}
      <div role="listbox" id={id} aria-label={text.prompts.list} className={styles['list']}>
        {groupsOf(entries).map((group) => (
          <div key={group.name ?? ''} role="group" aria-label={group.name ?? text.prompts.list}>
            {group.name !== null && (
              <div className={styles['group']} aria-hidden>
                {group.name}
              </div>
            )}
            {group.entries.map((entry) => (
              <div
                key={entry.id}
                id={optionId(id, entry.id)}
                role="option"
                tabIndex={-1}
                aria-selected={entry === chosen}
                className={cx(styles['option'], entry === chosen && styles['chosen'])}
                onMouseDown={(event) => {
                  event.preventDefault();
                }}
                onClick={() => {
                  onChoose(entry.id);
                }}
                onDoubleClick={() => {
                  onUse(entry);
                }}
              >
                <span className={styles['title']}>{entry.title}</span>
                <span className={styles['line']}>{entry.line}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
