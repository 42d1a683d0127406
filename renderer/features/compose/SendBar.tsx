import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { Button } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useAppState } from '../../lib/queries.ts';
import { RemedyButtons } from '../doctor/RemedyButtons.tsx';
import { GoesInto } from '../sessions/GoesInto.tsx';
import type { DraftProblem } from './draft-store.ts';
import type { SendState } from './send-store.ts';
import { useProblemWords } from './use-problem-words.ts';
import styles from './SendBar.module.css';

interface SendBarProps {
  buttonId?: string;
  /** What is wrong with the request as a whole. */
  problem: DraftProblem | undefined;
  takes: number;
  takesHint: string;
  onTakes: (takes: number) => void;
  price: ReactNode;
  sending: SendState;
  /** Of what would be sent now. */
  requestKey: string;
  /** What the button does. */
  label: string;
  onPress: () => void;
}

/** What this run costs, and the button. Always in sight. */
export function SendBar({ problem, takes, takesHint, onTakes, price, ...props }: SendBarProps) {
  const text = useText();
  const platform = useAppState().data?.platform;
  const { state, lastKey } = props.sending;
  const sending = state === 'sending';
  const confirming = state === 'sent' && lastKey === props.requestKey;
  const shortcut = platform === 'darwin' ? '⌘ ↵' : 'Ctrl ↵';

  return (
    <div className={styles['bar']}>
      <RequestProblem problem={problem} />
      <GoesInto />
      <div className={styles['cost']}>
        <Takes takes={takes} hint={takesHint} onChange={onTakes} />
        <div className={styles['sum']}>
          {price}
          <output className={styles['state']}>
            {sending && <span className="visually-hidden">{text.compose.sending}</span>}
            {confirming && (
              <span className={styles['added']}>
                <Check size={14} aria-hidden />
                {text.compose.added}
              </span>
            )}
          </output>
        </div>
      </div>
      <Button
        id={props.buttonId}
        look="primary"
        className={styles['generate']}
        aria-busy={sending}
        // Not `disabled`: that would take the focus away from who uses the keyboard.
        aria-disabled={sending || confirming}
        aria-keyshortcuts={platform === 'darwin' ? 'Meta+Enter' : 'Control+Enter'}
        onKeyDown={(event) => {
          // A key that is held down presses a button again and again.
          if (event.repeat) event.preventDefault();
        }}
        onClick={props.onPress}
      >
        {sending && <Spinner />}
        {props.label}
        <kbd className={styles['keys']} aria-hidden>
          {shortcut}
        </kbd>
      </Button>
    </div>
  );
}

function RequestProblem({ problem }: { problem: DraftProblem | undefined }) {
  const words = useProblemWords(problem);
  if (words === null) return null;
  return (
    <div className={styles['problem']}>
      <Problem title={words.title}>
        {words.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {problem?.kind === 'refused' && <RemedyButtons error={problem.error} />}
      </Problem>
    </div>
  );
}

const takeChoices = ['1', '2', '3', '4'] as const;

interface TakesProps {
  takes: number;
  hint: string;
  onChange: (takes: number) => void;
}

/** How often the same request is made. */
function Takes({ takes, hint, onChange }: TakesProps) {
  const text = useText();
  return (
    <div className={styles['takes']} title={hint}>
      <Segmented
        label={text.compose.takes}
        hideLabel
        options={takeChoices.map((value) => ({ value, label: text.compose.take(value) }))}
        value={takeChoices[takes - 1] ?? '1'}
        onChange={(value) => {
          onChange(Number(value));
        }}
      />
    </div>
  );
}

interface PriceLineProps {
  /** How the price comes about. */
  sum: string;
  /** Null where it is not known. */
  price: string | null;
  title?: string | undefined;
}

export function PriceLine({ sum, price, title }: PriceLineProps) {
  const text = useText();
  return (
    <p className={styles['price']} title={title}>
      <span>{sum}</span>
      {price !== null && (
        <strong>
          <span className="visually-hidden">{text.compose.priceLabel}: </span>
          <span>{price}</span>
        </strong>
      )}
    </p>
  );
}
