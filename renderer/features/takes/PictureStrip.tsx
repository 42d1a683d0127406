import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Ban, Heart, Loader } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { isUnderWay } from '../gallery/status-words.ts';
import styles from './PictureStrip.module.css';

/** What a strip is told by whoever shows it. */
export interface StripProps {
  /** The one that is shown. */
  currentId: string;
  /** Others are seen, and cannot be gone to. */
  mayPick: (operation: Operation) => boolean;
  onPick: (operation: Operation) => void;
  /** The current one gets the focus when the strip appears. */
  isFocused?: boolean;
  className?: string | undefined;
}

interface PictureStripProps extends StripProps {
  label: string;
  /** In their order. */
  operations: readonly Operation[];
  /** What the one at `index` is called, and the number in its corner. */
  nameOf: (operation: Operation, index: number) => { name: string; number: string };
}

const steps: Partial<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** What belongs together as small pictures: a click, or an arrow key from one of them, goes to another. */
export function PictureStrip({ operations, currentId, mayPick, onPick, ...props }: PictureStripProps) {
  const { isFocused } = props;
  const list = useRef<HTMLUListElement>(null);
  const focusNow = useRef(isFocused === true);
  useLayoutEffect(() => {
    if (!focusNow.current) return;
    focusNow.current = false;
    list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const at = operations.findIndex(({ id }) => id === currentId);
    const onwards = step === 1 ? operations.slice(at + 1) : operations.slice(0, at).toReversed();
    const next = onwards.find(mayPick);
    if (next === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-picture="${next.id}"]`)?.focus();
    onPick(next);
  };

  return (
    <ul ref={list} className={cx(styles['strip'], props.className)} aria-label={props.label}>
      {operations.map((operation, index) => (
        <li key={operation.id}>
          <Picture
            operation={operation}
            {...props.nameOf(operation, index)}
            isCurrent={operation.id === currentId}
            isOpen={mayPick(operation)}
            onKeyDown={onKeyDown}
            onPick={onPick}
          />
        </li>
      ))}
    </ul>
  );
}

interface PictureProps {
  operation: Operation;
  name: string;
  number: string;
  isCurrent: boolean;
  isOpen: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onPick: (operation: Operation) => void;
}

function Picture({ operation, name, number, isCurrent, isOpen, onKeyDown, onPick }: PictureProps) {
  const text = useText();
  const { clip, favourite } = operation;
  return (
    <button
      type="button"
      className={styles['picture']}
      aria-label={favourite ? `${name}, ${text.library.favourite}` : name}
      title={name}
      aria-current={isCurrent}
      aria-disabled={!isOpen}
      data-picture={operation.id}
      onKeyDown={onKeyDown}
      onClick={() => {
        if (isOpen && !isCurrent) onPick(operation);
      }}
    >
      {clip !== null && clip.posterUrl !== null && <img src={clip.posterUrl} alt="" draggable={false} />}
      {clip === null &&
        (isUnderWay(operation) ? <Loader size={14} aria-hidden /> : <Ban size={14} aria-hidden />)}
      <span className={styles['number']} aria-hidden>
        {number}
        {favourite && <Heart size={9} fill="currentColor" />}
      </span>
    </button>
  );
}
