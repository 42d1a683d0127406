import { useId, useState } from 'react';
import { limits } from '../../../preload/contract/domain.ts';
import { templateLimits } from '../../../preload/contract/prompts.ts';
import type { PromptTemplate } from '../../../preload/contract/prompts.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useDraft } from '../compose/draft-store.ts';
import type { TemplateActions } from './use-templates.ts';
import styles from './Forms.module.css';

interface TemplateFormProps {
  /** Null: a new one, of what stands in the composer. */
  template: PromptTemplate | null;
  save: TemplateActions['save'];
  onDone: () => void;
}

/** Writes a template. */
export function TemplateForm({ template, save, onDone }: TemplateFormProps) {
  const text = useText();
  const format = useFormat();
  const id = useId();
  const draft = useDraft();
  const [name, setName] = useState(template?.name ?? '');
  const [prompt, setPrompt] = useState(template?.prompt ?? draft.prompt);
  const [negative, setNegative] = useState(
    template === null ? draft.negativePrompt : (template.negativePrompt ?? ''),
  );
  const [withShape, setWithShape] = useState(template !== null && template.shape !== null);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const words = error === null ? null : errorWords(error, text, format);
  const shape = template?.shape ?? draft.choices;
  const isMissing = (value: string): boolean => tried && value.trim() === '';

  const submit = async (): Promise<void> => {
    setTried(true);
    const empty = [
      [name, 'name'],
      [prompt, 'prompt'],
    ].find(([value = '']) => value.trim() === '');
    if (empty !== undefined) {
      document.getElementById(`${id}-${empty[1] ?? ''}`)?.focus();
      return;
    }
    const failed = await save({
      ...(template === null ? {} : { id: template.id }),
      ...{ name: name.trim(), prompt: prompt.trim() },
      negativePrompt: negative.trim() === '' ? null : negative.trim(),
      shape: withShape ? shape : null,
    });
    setError(failed);
    if (failed === null) onDone();
  };

  return (
    <form
      className={styles['form']}
      aria-label={template?.name ?? text.prompts.newTemplate}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles['fields']}>
        <div className={styles['field']}>
          <label htmlFor={`${id}-name`}>{text.prompts.templateName}</label>
          <input
            id={`${id}-name`}
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            data-first-focus
            value={name}
            maxLength={templateLimits.nameCharacters}
            aria-invalid={isMissing(name)}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
          {isMissing(name) && <p className={styles['why']}>{text.prompts.needed}</p>}
        </div>
        <div className={styles['field']}>
          <label htmlFor={`${id}-prompt`}>{text.prompts.templatePrompt}</label>
          <textarea
            id={`${id}-prompt`}
            rows={7}
            value={prompt}
            maxLength={limits.promptCharacters}
            aria-invalid={isMissing(prompt)}
            onChange={(event) => {
              setPrompt(event.target.value);
            }}
          />
          {isMissing(prompt) && <p className={styles['why']}>{text.prompts.needed}</p>}
        </div>
        <div className={styles['field']}>
          <label htmlFor={`${id}-negative`}>{text.prompts.negative}</label>
          <input
            id={`${id}-negative`}
            value={negative}
            maxLength={limits.negativePromptCharacters}
            onChange={(event) => {
              setNegative(event.target.value);
            }}
          />
        </div>
        <label className={styles['toggle']}>
          <input
            type="checkbox"
            checked={withShape}
            onChange={(event) => {
              setWithShape(event.target.checked);
            }}
          />
          {text.prompts.withSettings(
            text.prompts.settings(shape.aspectRatio, shape.resolution, format.number(Number(shape.duration))),
          )}
        </label>
        {words !== null && (
          <Problem title={words.title}>
            <p>{words.message}</p>
          </Problem>
        )}
      </div>
      <div className={styles['buttons']}>
        <Button onClick={onDone}>{text.prompts.cancel}</Button>
        <Button look="primary" submit>
          {text.prompts.save}
        </Button>
      </div>
    </form>
  );
}
