import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useSettings } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import styles from './PromptTools.module.css';

/** What helps with a prompt, beside its label. */
export function PromptTools() {
  const text = useText();
  const open = useUi((state) => state.setPromptPanel);
  const isEmpty = useDraft((draft) => draft.prompt.trim() === '');
  const mayAsk = useSettings().data?.askTextModel === true;
  return (
    <div className={styles['tools']}>
      <Button
        look="link"
        title={text.prompts.examplesHint}
        onClick={() => {
          open('library');
        }}
      >
        {text.prompts.examples}
      </Button>
      <Button
        look="link"
        title={text.builder.buttonHint}
        onClick={() => {
          open('builder');
        }}
      >
        {text.builder.button}
      </Button>
      {mayAsk && (
        <Button
          look="link"
          title={isEmpty ? text.enhance.buttonEmpty : text.enhance.buttonHint}
          disabled={isEmpty}
          onClick={() => {
            open('enhance');
          }}
        >
          {text.enhance.button}
        </Button>
      )}
    </div>
  );
}
