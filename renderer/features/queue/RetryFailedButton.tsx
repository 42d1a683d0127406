import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useQueueSummary } from './queue-source.ts';

/** Where several have failed in a way that may pass: all of them once more, after a question that names the price. */
export function RetryFailedButton() {
  const text = useText();
  const format = useFormat();
  const ask = useUi((state) => state.ask);
  const failed = useQueueSummary().data?.failed ?? 0;
  // For a single one its own card has the button.
  if (failed < 2) return null;
  return (
    <Button
      look="quiet"
      size="small"
      onClick={() => {
        ask({ kind: 'retryFailed' });
      }}
    >
      {text.queue.retryFailed(format.number(failed))}
    </Button>
  );
}
