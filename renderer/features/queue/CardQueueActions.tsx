import { CircleStop, Copy } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useQueueActions } from './queue-source.ts';
import { usePriceAgain } from './use-price-again.ts';

/** What the queue lets a card do: cancel what is being made, and make the same request once more. */
export function CardQueueActions({ operation }: { operation: Operation }) {
  const text = useText();
  const format = useFormat();
  const ask = useUi((state) => state.ask);
  const { duplicate } = useQueueActions();
  const usd = usePriceAgain(operation);
  const isSent = operation.phase === 'submitting' || operation.phase === 'processing';
  return (
    <>
      {isSent && !operation.isCancelling && (
        <IconButton
          look="glass"
          label={text.queue.cancel}
          onClick={() => {
            ask({ kind: 'cancel', operation });
          }}
        >
          <CircleStop size={15} aria-hidden />
        </IconButton>
      )}
      <IconButton
        look="glass"
        label={text.queue.duplicate}
        title={usd > 0 ? text.queue.duplicateTip(format.usd(usd)) : text.queue.duplicate}
        onClick={() => {
          // The price is said before it is spent; a free one is made at once.
          if (usd > 0) ask({ kind: 'duplicate', operation });
          else void duplicate(operation.id);
        }}
      >
        <Copy size={14} aria-hidden />
      </IconButton>
    </>
  );
}
