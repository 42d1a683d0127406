import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import type { Circumstances } from '../../../preload/contract/commands.ts';
import { useCommands } from './commands-store.ts';
import { findCommands } from './find.ts';
import { Keys } from './Keys.tsx';
import { noteCommand, recentCommands } from './recent.ts';
import type { CommandActions } from './use-commands.ts';
import { useEntries } from './use-entries.ts';
import type { Entry } from './use-entries.ts';
import styles from './Commands.module.css';

interface PaletteProps {
  actions: CommandActions;
  circumstances: Circumstances;
  onMac: boolean;
}

/** Every command by its name: type, choose with the arrows, Enter. */
export function Palette({ actions, circumstances, onMac }: PaletteProps) {
  const text = useText().commands;
  const setOpen = useCommands((state) => state.setOpen);
  const titleId = useId();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [recent] = useState(recentCommands);
  const entries = useEntries(actions, circumstances, onMac);
  const found = findCommands(entries, query, recent);
  const chosen = found[Math.min(at, found.length - 1)];

  const close = (): void => {
    setOpen(null);
  };
  const run = (entry: Entry): void => {
    // It stays: it says why.
    if (entry.because !== null) return;
    noteCommand(entry.id);
    // Gone first: it gives the focus back, and the command may take it from there.
    flushSync(close);
    entry.run();
  };
  const go = (to: number): void => {
    const next = (to + found.length) % Math.max(1, found.length);
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const now = Math.min(at, found.length - 1);
    const steps: Partial<Record<string, number>> = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      PageDown: Math.min(now + 8, found.length - 1),
      PageUp: Math.max(now - 8, 0),
    };
    const to = steps[event.key];
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' && !event.isComposing && chosen !== undefined) run(chosen);
    else if (event.key.toLowerCase() === 'k' && (onMac ? event.metaKey : event.ctrlKey)) close();
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      labelledBy={titleId}
      closesOnBackdrop
      front="palette"
      className={styles['palette']}
      onClose={close}
      onKeyDown={onKeyDown}
    >
      <h2 id={titleId} className="visually-hidden">
        {text.labels.palette}
      </h2>
      <input
        type="text"
        data-first-focus
        className={styles['query']}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.id}`}
        aria-label={text.search}
        placeholder={text.search}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
          list.current?.scrollTo({ top: 0 });
        }}
      />
      {/* A select cannot show shortcuts, and would take the keyboard away from the field. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div ref={list} id={listId} role="listbox" aria-label={text.labels.palette} className={styles['found']}>
        {found.map((entry) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={entry.id}
            id={`${listId}-${entry.id}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="option"
            tabIndex={-1}
            aria-selected={entry === chosen}
            aria-disabled={entry.because !== null}
            className={cx(
              styles['entry'],
              entry === chosen && styles['chosen'],
              entry.because !== null && styles['impossible'],
            )}
            onClick={() => {
              run(entry);
            }}
          >
            <span className={styles['kind']}>{entry.kind}</span>
            <span className={styles['words']}>{entry.label}</span>
            {entry.because !== null && <span className={styles['because']}>{entry.because}</span>}
            {entry.because === null && entry.keys !== null && <Keys keys={entry.keys} onMac={onMac} />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles['none']}>{text.none}</p>}
    </Dialog>
  );
}
