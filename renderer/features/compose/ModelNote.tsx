import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { useDraft } from './draft-store.ts';
import styles from './ModelNote.module.css';

/** The model is another one than the user had, or there is none: which, why, and what it costs instead. */
export function ModelNote() {
  const text = useText();
  const format = useFormat();
  const model = useDraft((state) => state.model);
  const models = useDraft((state) => state.models);
  const missing = useDraft((state) => state.missingModel);
  const resolution = useDraft((state) => state.choices.resolution);
  const openSettings = useUi((state) => state.setSettingsOpen);
  if (models === null) return null;
  if (model === null) {
    return (
      <Problem title={text.compose.noModel}>
        <p>{text.compose.noModelHint}</p>
        <Button
          look="link"
          onClick={() => {
            openSettings(true);
          }}
        >
          {text.app.settings}
        </Button>
      </Problem>
    );
  }
  if (missing === null) return null;
  const before = missing.usdPerSecond[resolution];
  const now = model.usdPerSecond[resolution];
  const isPriced = before !== undefined && now !== undefined && before !== now;
  return (
    <output className={styles['note']}>
      {text.models.replaced(missing.label, text.models.why[missing.problem ?? 'not-with-key'], model.label)}
      {isPriced && ` ${text.models.nowCosts(format.usd(now), format.usd(before))}`}
    </output>
  );
}
