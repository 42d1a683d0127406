import type { PromptTemplate } from '../../../preload/contract/prompts.ts';
import type { Shape } from '../../../preload/contract/rules.ts';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import type { Entry } from './entries.ts';
import { variablesOf } from './variables.ts';
import styles from './EntryPreview.module.css';

interface EntryPreviewProps {
  entry: Entry;
  onUse: () => void;
  onEdit: (template: PromptTemplate) => void;
  onRemove: (template: PromptTemplate) => void;
}

interface Facts {
  prompt: string;
  shape: Shape | null;
  more: { label: string; words: string }[];
}

function useFacts(entry: Entry): Facts {
  const { prompts: text, language } = useText();
  const line = (label: string, words: string | null) => (words === null ? [] : [{ label, words }]);
  switch (entry.kind) {
    case 'example': {
      const { prompt, settings, negativePrompt, needs, why } = entry.example;
      return {
        prompt,
        shape: settings,
        more: [
          ...line(text.why, why[language]),
          ...line(text.bring, needs?.[language] ?? null),
          ...line(text.negative, negativePrompt),
        ],
      };
    }
    case 'template': {
      const { prompt, shape, negativePrompt } = entry.template;
      const asked = variablesOf(prompt, negativePrompt ?? '').map(({ name, standard }) =>
        standard === '' ? name : `${name} (${standard})`,
      );
      return {
        prompt,
        shape,
        more: [
          ...line(text.fill, asked.length === 0 ? null : asked.join(', ')),
          ...line(text.negative, negativePrompt),
        ],
      };
    }
    case 'negative':
      return { prompt: entry.preset.words, shape: null, more: line(text.why, entry.preset.use[language]) };
  }
}

/** All of what is chosen in the list, and what can be done with it. */
export function EntryPreview({ entry, onUse, onEdit, onRemove }: EntryPreviewProps) {
  const text = useText();
  const format = useFormat();
  const { prompt, shape, more } = useFacts(entry);
  return (
    <article className={styles['preview']} aria-label={entry.title}>
      <div className={styles['body']}>
        <h3 className={styles['title']}>{entry.title}</h3>
        {shape !== null && (
          <p className={styles['settings']}>
            {text.prompts.settings(
              shape.aspectRatio,
              shape.resolution,
              format.number(Number(shape.duration)),
            )}
          </p>
        )}
        <p className={styles['prompt']}>{prompt}</p>
        <dl className={styles['facts']}>
          {more.map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles['buttons']}>
        {entry.kind === 'template' && (
          <>
            <Button
              look="quiet"
              onClick={() => {
                onRemove(entry.template);
              }}
            >
              {text.prompts.remove}
            </Button>
            <Button
              onClick={() => {
                onEdit(entry.template);
              }}
            >
              {text.prompts.edit}
            </Button>
          </>
        )}
        <Button look="primary" onClick={onUse}>
          {entry.kind === 'negative' ? text.prompts.addNegative : text.prompts.use}
        </Button>
      </div>
    </article>
  );
}
