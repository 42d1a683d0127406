import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/ui/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { promptId } from '../compose/generate.ts';
import { firstSteps, useFirstSteps } from './first-run-store.ts';
import { useEndFirstRun } from './use-first-run.ts';
import styles from './FirstRun.module.css';

interface StepFrameProps {
  title: string;
  body: string;
  /** Goes on, whether or not something was done in this step. */
  forward: ReactNode;
  children: ReactNode;
}

/** What the steps have in common: which one it is, its heading, the ways back, on and out. */
export function StepFrame({ title, body, forward, children }: StepFrameProps) {
  const text = useText();
  const format = useFormat();
  const { step, isHeadingWanted, headingFocused, goBack } = useFirstSteps();
  const end = useEndFirstRun();
  const countId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const index = firstSteps.indexOf(step);

  useEffect(() => {
    if (!isHeadingWanted) return;
    heading.current?.focus();
    headingFocused();
  }, [isHeadingWanted, headingFocused]);

  const skip = async (): Promise<void> => {
    await end();
    document.getElementById(promptId)?.focus();
  };

  return (
    <section className={styles['card']} aria-label={text.firstRun.label}>
      <div className={styles['progress']}>
        <span id={countId}>
          {text.firstRun.step(format.number(index + 1), format.number(firstSteps.length))}
        </span>
        <span className={styles['marks']} aria-hidden>
          {firstSteps.map((each, at) => (
            <span key={each} className={cx(styles['mark'], at <= index && styles['reached'])} />
          ))}
        </span>
      </div>
      <h2 ref={heading} className={styles['title']} tabIndex={-1} aria-describedby={countId}>
        {title}
      </h2>
      <p className={styles['body']}>{body}</p>
      <div className={styles['content']}>{children}</div>
      <div className={styles['ways']}>
        <Button look="quiet" className={styles['skip']} onClick={() => void skip()}>
          {text.firstRun.skip}
        </Button>
        {index > 0 && <Button onClick={goBack}>{text.firstRun.back}</Button>}
        {forward}
      </div>
    </section>
  );
}
