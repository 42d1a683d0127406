import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Ban, Heart, Loader } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { isUnderWay, statusWords } from '../gallery/status-words.ts';
import styles from './TakesStrip.module.css';

interface TakesStripProps {
  /** By their number. */
  takes: readonly Operation[];
  /** The one that is shown. */
  currentId: string;
  /** Others are seen, and cannot be gone to. */
  mayPick: (take: Operation) => boolean;
  onPick: (take: Operation) => void;
  /** The current one gets the focus when the strip appears. */
  isFocused?: boolean;
  className?: string | undefined;
}

const steps: Partial<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** All takes of a request as small pictures: a click, or an arrow key from one of them, goes to another. */
export function TakesStrip({ takes, currentId, mayPick, onPick, isFocused, className }: TakesStripProps) {
  const text = useText();
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
    const at = takes.findIndex(({ id }) => id === currentId);
    const onwards = step === 1 ? takes.slice(at + 1) : takes.slice(0, at).toReversed();
    const next = onwards.find(mayPick);
    if (next === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-take="${next.id}"]`)?.focus();
    onPick(next);
  };

  return (
    <ul ref={list} className={cx(styles['strip'], className)} aria-label={text.takes.label}>
      {takes.map((take) => (
        <li key={take.id}>
          <Take
            take={take}
            isCurrent={take.id === currentId}
            isOpen={mayPick(take)}
            onKeyDown={onKeyDown}
            onPick={onPick}
          />
        </li>
      ))}
    </ul>
  );
}

interface TakeProps {
  take: Operation;
  isCurrent: boolean;
  isOpen: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onPick: (take: Operation) => void;
}

function Take({ take, isCurrent, isOpen, onKeyDown, onPick }: TakeProps) {
  const text = useText();
  const format = useFormat();
  const { clip, favourite } = take;
  const number = format.number(take.group?.take ?? 1);
  const name = text.takes.withState(number, statusWords(take, text));
  return (
    <button
      type="button"
      className={styles['take']}
      aria-label={favourite ? `${name}, ${text.library.favourite}` : name}
      title={name}
      aria-current={isCurrent}
      aria-disabled={!isOpen}
      data-take={take.id}
      onKeyDown={onKeyDown}
      onClick={() => {
        if (isOpen && !isCurrent) onPick(take);
      }}
    >
      {clip !== null && clip.posterUrl !== null && <img src={clip.posterUrl} alt="" draggable={false} />}
      {clip === null && (isUnderWay(take) ? <Loader size={14} aria-hidden /> : <Ban size={14} aria-hidden />)}
      <span className={styles['number']} aria-hidden>
        {number}
        {favourite && <Heart size={9} fill="currentColor" />}
      </span>
    </button>
  );
}
