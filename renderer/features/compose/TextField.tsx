import type { KeyboardEvent, ReactNode } from 'react';
import { Problem } from '../../components/ui/Problem.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import type { DraftProblem } from './draft-store.ts';
import { useProblemWords } from './use-problem-words.ts';
import { countedLength } from './validate.ts';
import styles from './TextField.module.css';

interface TextFieldProps {
  id: string;
  label: string;
  placeholder: string;
  value: string;
  /** Characters. */
  limit: number;
  /** Show the length from this share of the limit on; 0 always. */
  countFrom: number;
  rows: number;
  /** Why it is of no use just now; what is written in it stays. */
  disabledBecause?: string | null;
  problem: DraftProblem | undefined;
  /** Beside the label. */
  tools?: ReactNode;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onChange: (value: string) => void;
}

/** A text with a length and a limit. What is over the limit stays: it says how much, and cuts nothing. */
export function TextField(props: TextFieldProps) {
  const text = useText();
  const format = useFormat();
  const length = countedLength(props.value);
  const over = Math.max(0, length - props.limit);
  const problem = useProblemWords(props.problem?.kind === 'too-long' ? undefined : props.problem);
  const overWords = over > 0 ? text.compose.tooLong(format.number(over), over) : null;
  const counted = length >= props.limit * props.countFrom;
  const { disabledBecause = null } = props;
  const bad = disabledBecause === null && (over > 0 || problem !== null);
  const problemId = `${props.id}-problem`;
  const whyId = `${props.id}-why`;
  const lengthId = `${props.id}-length`;

  return (
    <div className={styles['field']}>
      <div className={styles['head']}>
        <label htmlFor={props.id}>{props.label}</label>
        {props.tools}
        {counted && (
          <span id={lengthId} className={cx(styles['length'], over > 0 && styles['over'])}>
            {text.compose.length(format.number(length), format.number(props.limit))}
          </span>
        )}
      </div>
      <textarea
        id={props.id}
        rows={props.rows}
        className={cx(styles['text'], bad && styles['bad'])}
        placeholder={props.placeholder}
        value={props.value}
        spellCheck
        autoComplete="off"
        disabled={disabledBecause !== null}
        aria-invalid={bad}
        aria-describedby={
          cx(counted && lengthId, disabledBecause !== null && whyId, bad && problemId) || undefined
        }
        onKeyDown={props.onKeyDown}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
      {disabledBecause !== null && (
        <p id={whyId} className={styles['why']}>
          {disabledBecause}
        </p>
      )}
      {bad && (
        <Problem id={problemId} title={problem?.title}>
          {overWords !== null && <p>{overWords}</p>}
          {problem?.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Problem>
      )}
    </div>
  );
}
