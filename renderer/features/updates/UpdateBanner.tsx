import { Gift } from 'lucide-react';
import { Banner } from '../../components/ui/Banner.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { UpdateButtons } from './UpdateButtons.tsx';
import { updateWords } from './update-words.ts';
import { useUpdates } from './use-updates.ts';

const shown = new Set(['available', 'downloading', 'ready']);

/** Says that there is a new version. It can be refused, and then is not spoken of again. */
export function UpdateBanner() {
  const text = useText();
  const format = useFormat();
  const updates = useUpdates();
  const { state } = updates;
  if (state === undefined || state.skipped || !shown.has(state.phase)) return null;
  return (
    <Banner
      kind="notice"
      icon={<Gift size={15} />}
      title={text.updates.newVersion}
      actions={
        <>
          <UpdateButtons updates={updates} />
          {state.phase !== 'downloading' && (
            <Button size="small" look="quiet" onClick={updates.skip}>
              {text.updates.skip}
            </Button>
          )}
        </>
      }
    >
      {updateWords(state, text, format)}
    </Banner>
  );
}
