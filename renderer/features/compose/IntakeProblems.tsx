import { X } from 'lucide-react';
import { IconButton } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { useText } from '../../lib/i18n/text.ts';
import type { DraftProblem } from './draft-store.ts';
import styles from './IntakeProblems.module.css';
import { useProblemWords } from './use-problem-words.ts';

interface IntakeProblemsProps {
  /** Why the last file was not taken, in words. */
  notTaken: string | null;
  onDismiss: () => void;
  /** An image from before is still in the well. */
  isKept?: boolean;
  /** What main says of the images that were to be sent. */
  refused: DraftProblem | undefined;
}

/** What is wrong with the images of a composer. */
export function IntakeProblems({ notTaken, onDismiss, isKept = false, ...props }: IntakeProblemsProps) {
  const text = useText();
  const refused = useProblemWords(props.refused);
  return (
    <>
      {notTaken !== null && (
        <Problem
          actions={
            <IconButton label={text.image.dismissProblem} className={styles['dismiss']} onClick={onDismiss}>
              <X size={14} aria-hidden />
            </IconButton>
          }
        >
          <p>{notTaken}</p>
          {isKept && <p className={styles['kept']}>{text.image.kept}</p>}
        </Problem>
      )}
      {refused !== null && (
        <Problem title={refused.title}>
          {refused.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Problem>
      )}
    </>
  );
}
