import { Check } from 'lucide-react';
import { estimateUsd } from '../../../preload/contract/rules.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useAppState, useFormat } from '../../lib/queries.ts';
import { RemedyButtons } from '../doctor/RemedyButtons.tsx';
import { GoesInto } from '../sessions/GoesInto.tsx';
import { useDraft } from './draft-store.ts';
import type { DraftProblem } from './draft-store.ts';
import { generateId, pressGenerate, requestKey } from './generate.ts';
import { useSend } from './send-store.ts';
import { useProblemWords } from './use-problem-words.ts';
import { modeOf } from './ways.ts';
import styles from './GenerateBar.module.css';

/** What this run costs, and the button. Always in sight. */
export function GenerateBar() {
  const text = useText();
  const platform = useAppState().data?.platform;
  const draft = useDraft();
  const { state, lastKey } = useSend();
  const sending = state === 'sending';
  const confirming = state === 'sent' && lastKey === requestKey(draft);
  const locked = sending || confirming;
  const shortcut = platform === 'darwin' ? '⌘ ↵' : 'Ctrl ↵';

  return (
    <div className={styles['bar']}>
      <RequestProblem problem={draft.problems.request} />
      <GoesInto />
      <div className={styles['cost']}>
        <Takes />
        <div className={styles['sum']}>
          <Price />
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
        id={generateId}
        look="primary"
        className={styles['generate']}
        aria-busy={sending}
        // Not `disabled`: that would take the focus away from who uses the keyboard.
        aria-disabled={locked}
        aria-keyshortcuts={platform === 'darwin' ? 'Meta+Enter' : 'Control+Enter'}
        onKeyDown={(event) => {
          // A key that is held down presses a button again and again.
          if (event.repeat) event.preventDefault();
        }}
        onClick={() => {
          void pressGenerate();
        }}
      >
        {sending && <Spinner />}
        {text.compose.generateBy[modeOf(draft)]}
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

/** How often the same request is made. */
function Takes() {
  const text = useText();
  const { takes, setTakes } = useDraft();
  return (
    <div className={styles['takes']} title={text.compose.takesHint}>
      <Segmented
        label={text.compose.takes}
        hideLabel
        options={takeChoices.map((value) => ({ value, label: text.compose.take(value) }))}
        value={takeChoices[takes - 1] ?? '1'}
        onChange={(value) => {
          setTakes(Number(value));
        }}
      />
    </div>
  );
}

function Price() {
  const text = useText();
  const format = useFormat();
  const mode = useAppState().data?.service.mode;
  const model = useDraft((state) => state.model);
  const { resolution, duration } = useDraft((state) => state.choices);
  const takes = useDraft((state) => state.takes);

  if (mode === 'demo') {
    return (
      <p className={styles['price']}>
        <span>{text.compose.demoPrice}</span>
        <strong>{text.compose.free}</strong>
      </p>
    );
  }
  const perSecond = model?.usdPerSecond[resolution];
  const usd = model === null ? null : estimateUsd(model, resolution, duration);
  if (model === null || perSecond === undefined || usd === null) {
    return (
      <p className={styles['price']}>
        <span>{text.compose.priceUnknown}</span>
      </p>
    );
  }
  return (
    <p className={styles['price']} title={`${text.compose.priceRead(model.priceDate)}, ${model.priceSource}`}>
      <span>
        {text.compose.priceSum(duration, format.usd(perSecond), takes === 1 ? null : format.number(takes))}
      </span>
      <strong>
        <span className="visually-hidden">{text.compose.priceLabel}: </span>
        {format.usd(usd * takes)}
      </strong>
    </p>
  );
}
