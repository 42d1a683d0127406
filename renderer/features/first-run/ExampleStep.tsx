import { ArrowLeft, Check } from 'lucide-react';
import { estimateUsd, settle } from '../../../preload/contract/rules.ts';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useAppState, useFormat } from '../../lib/queries.ts';
import { useDraft } from '../compose/draft-store.ts';
import { generateId } from '../compose/generate.ts';
import { insertPrompt } from '../prompts/insert.ts';
import { insertableExample } from '../prompts/use-insert-entry.ts';
import { firstExample } from './first-example.ts';
import { StepFrame } from './StepFrame.tsx';
import styles from './FirstRun.module.css';

const example = firstExample();

/** What the example costs with the composer's model; null where no price is known. */
function usePrice(): string | null {
  const text = useText();
  const format = useFormat();
  const isDemo = useAppState().data?.service.mode === 'demo';
  const model = useDraft((state) => state.model);
  if (isDemo) return text.compose.free;
  if (model === null) return null;
  const { resolution, duration } = settle(model, 'text', example.settings);
  const usd = estimateUsd(model, resolution, duration);
  return usd === null ? null : format.usd(usd);
}

/** One example to press Generate on. */
export function ExampleStep() {
  const text = useText();
  const price = usePrice();
  const modelLabel = useDraft((state) => state.model?.label ?? null);
  const isPlaced = useDraft((state) => state.prompt === example.prompt);
  const { aspectRatio, resolution, duration } = example.settings;

  const place = (): void => {
    useDraft.getState().setTakes(1);
    insertPrompt(insertableExample(example), { title: text.prompts.inserted, undo: text.toasts.undo });
    document.getElementById(generateId)?.focus();
  };

  return (
    <StepFrame
      title={text.firstRun.exampleTitle}
      body={text.firstRun.exampleBody}
      forward={
        <Button look={isPlaced ? 'plain' : 'primary'} onClick={place}>
          <ArrowLeft size={15} aria-hidden />
          {text.firstRun.place}
        </Button>
      }
    >
      <article className={styles['example']}>
        <h3 className={styles['exampleTitle']}>{example.title[text.language]}</h3>
        <p lang="en" className={styles['words']}>
          {example.prompt}
        </p>
        <p className={styles['facts']}>
          <span>
            {[text.prompts.settings(aspectRatio, resolution, duration), modelLabel]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
          {price !== null && (
            <strong>
              <span className="visually-hidden">{text.compose.priceLabel}: </span>
              {price}
            </strong>
          )}
        </p>
      </article>
      <output className={styles['done']}>
        {isPlaced && (
          <>
            <Check size={14} aria-hidden />
            {text.firstRun.placed}
          </>
        )}
      </output>
    </StepFrame>
  );
}
