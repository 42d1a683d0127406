import { useState } from 'react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useQueueActions } from './queue-source.ts';

/** For one that was cancelled after the service had taken it: its clip may be there, and is paid. */
export function FollowAgain({ operation }: { operation: Operation }) {
  const text = useText();
  const { followAgain } = useQueueActions();
  const [isBusy, setBusy] = useState(false);
  return (
    <Button
      look="link"
      aria-disabled={isBusy}
      title={text.queue.followHint}
      onClick={() => {
        if (isBusy) return;
        setBusy(true);
        void followAgain(operation.id).finally(() => {
          setBusy(false);
        });
      }}
    >
      {text.queue.followAgain}
    </Button>
  );
}
