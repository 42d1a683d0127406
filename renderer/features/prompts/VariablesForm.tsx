import { useId, useState } from 'react';
import type { PromptTemplate } from '../../../preload/contract/prompts.ts';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { filled, variablesOf } from './variables.ts';
import styles from './Forms.module.css';

interface VariablesFormProps {
  template: PromptTemplate;
  /** Null: the user has thought better of it. */
  onDone: (template: PromptTemplate | null) => void;
}

/** Asks for what a template leaves open. */
export function VariablesForm({ template, onDone }: VariablesFormProps) {
  const text = useText();
  const id = useId();
  const { prompt, negativePrompt } = template;
  const variables = variablesOf(prompt, negativePrompt ?? '');
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(variables.map(({ name, standard }) => [name, standard])),
  );
  const [tried, setTried] = useState(false);
  const missing = variables.filter(({ name }) => (values[name] ?? '').trim() === '');

  return (
    <form
      className={styles['form']}
      aria-label={template.name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const [first] = missing;
        if (first !== undefined) {
          document.getElementById(`${id}-${first.name}`)?.focus();
          return;
        }
        onDone({
          ...template,
          prompt: filled(prompt, values),
          negativePrompt: negativePrompt === null ? null : filled(negativePrompt, values),
        });
      }}
    >
      <div className={styles['fields']}>
        <h3 className={styles['title']}>{template.name}</h3>
        {variables.map(({ name }, index) => {
          const isMissing = tried && missing.some((each) => each.name === name);
          return (
            <div key={name} className={styles['field']}>
              <label htmlFor={`${id}-${name}`}>{name}</label>
              <input
                id={`${id}-${name}`}
                // oxlint-disable-next-line jsx-a11y/no-autofocus
                autoFocus={index === 0}
                value={values[name] ?? ''}
                aria-invalid={isMissing}
                aria-describedby={isMissing ? `${id}-${name}-why` : undefined}
                onChange={(event) => {
                  setValues({ ...values, [name]: event.target.value });
                }}
              />
              {isMissing && (
                <p id={`${id}-${name}-why`} className={styles['why']}>
                  {text.prompts.needed}
                </p>
              )}
            </div>
          );
        })}
        <p className={styles['result']}>{filled(prompt, values)}</p>
      </div>
      <div className={styles['buttons']}>
        <Button
          onClick={() => {
            onDone(null);
          }}
        >
          {text.prompts.cancel}
        </Button>
        <Button look="primary" submit>
          {text.prompts.use}
        </Button>
      </div>
    </form>
  );
}
